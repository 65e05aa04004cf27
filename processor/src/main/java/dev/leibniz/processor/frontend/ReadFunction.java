package dev.leibniz.processor.frontend;

import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Layout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A method, or the body of a lambda, that is or was read: its function, and what it needs. */
final class ReadFunction {
    final String name;
    final Set<ReadFunction> callees = new LinkedHashSet<>();

    /** The derivatives of what it calls, written by hand: needed only where they are differentiated themselves. */
    final Set<ReadFunction> rules = new LinkedHashSet<>();

    /** What the function mentions that only the package can see. */
    final Set<String> hidden = new LinkedHashSet<>();

    @Nullable
    Function function;

    /** What it returns; null as long as it is being read. */
    @Nullable
    Layout result;

    boolean broken;

    ReadFunction(String name) {
        this.name = name;
    }

    /**
     * What is read as a function of its own.
     *
     * @param code the method, or the tree of a lambda
     * @param arguments what the parameters are, if one of them is a function that is known; else empty
     */
    record Key(Object code, List<Layout> arguments) {
        Key {
            arguments = List.copyOf(arguments);
        }

        static Key of(Object code) {
            return new Key(code, List.of());
        }
    }

    /** The function and all that it calls, directly or by way of others. */
    Set<ReadFunction> reachable() {
        Set<ReadFunction> seen = new LinkedHashSet<>(List.of(this));
        List<ReadFunction> work = new ArrayList<>(seen);
        for (int i = 0; i < work.size(); i++) {
            work.get(i).callees.stream().filter(seen::add).forEach(work::add);
        }
        return seen;
    }

    /** All functions that this one needs, by their names; nothing if one of them could not be read. */
    @Nullable
    Map<String, Function> closure() {
        Map<String, Function> functions = new LinkedHashMap<>();
        for (ReadFunction read : reachable()) {
            Function function = read.function;
            if (read.broken || function == null) {
                return null;
            }
            functions.put(read.name, function);
        }
        return functions;
    }
}
