package dev.leibniz.processor;

import dev.leibniz.processor.ir.walk.IrPrinter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The values of {@code -Aleibniz.off=NAMES} and {@code -Aleibniz.print=PASS[,METHOD]}.
 *
 * @param off names of passes and analyses to do without
 * @param printed the name of the pass after which functions are printed; empty for none
 * @param method the prefix of the names of the printed functions
 */
record PassOptions(Set<String> off, String printed, String method) {
    static final String OFF = "leibniz.off";
    static final String PRINT = "leibniz.print";

    /** A name that means nothing, and those that could have been meant. */
    record Unknown(String name, String option, String what, Collection<String> known) {}

    static PassOptions of(Map<String, String> options) {
        List<String> off = names(options.get(OFF));
        List<String> print = names(options.get(PRINT));
        return new PassOptions(
                Set.copyOf(off), print.isEmpty() ? "" : print.get(0), print.size() < 2 ? "" : print.get(1));
    }

    private static List<String> names(@Nullable String option) {
        return option == null
                ? List.of()
                : Arrays.stream(option.strip().split("\\s*,\\s*"))
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    List<Unknown> unknown() {
        List<Unknown> unknown = new ArrayList<>();
        Set<String> switches = new TreeSet<>(PassRunner.switches());
        switches.add(PassRunner.ALL);
        for (String name : new TreeSet<>(off)) {
            if (!switches.contains(name)) {
                unknown.add(new Unknown(name, OFF, "nothing that can be switched off", switches));
            }
        }
        if (!printed.isEmpty() && Passes.named(printed).isEmpty()) {
            List<String> passes =
                    Arrays.stream(Passes.values()).map(Passes::label).toList();
            unknown.add(new Unknown(printed, PRINT, "no pass", passes));
        }
        return unknown;
    }

    /** The passes as the options have them; what is to be printed goes to {@code notes}. */
    PassRunner runner(Consumer<String> notes) {
        return new PassRunner(off, (pass, function) -> {
            if (pass.label().equals(printed) && function.name().startsWith(method)) {
                notes.accept("after " + printed + ":\n" + IrPrinter.print(function));
            }
        });
    }
}
