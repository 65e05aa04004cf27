package dev.leibniz.processor;

import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.program.Companion;
import dev.leibniz.processor.pass.Repetition;
import dev.leibniz.processor.pass.Segments;
import dev.leibniz.processor.pass.Stage;
import dev.leibniz.processor.transform.derivation.Analysis;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Runs the passes, but for those that are switched off, and lets somebody watch. */
public final class PassRunner implements Segments {
    /** The name that stands for all that can be switched off. */
    static final String ALL = "all";

    private final Set<Passes> passes = EnumSet.allOf(Passes.class);
    private final Set<Analysis> analyses = EnumSet.allOf(Analysis.class);
    private final BiConsumer<Passes, Function> watcher;

    /**
     * @param off passes and analyses to do without, by name; {@code all} for every one
     * @param watcher sees the result of each pass for each function; where passes are repeated, only if it is something else
     */
    public PassRunner(Set<String> off, BiConsumer<Passes, Function> watcher) {
        boolean isAllOff = off.contains(ALL);
        passes.removeIf(pass -> pass.canBeOff() && (isAllOff || off.contains(pass.label())));
        analyses.removeIf(analysis -> isAllOff || off.contains(analysis.label()));
        this.watcher = watcher;
    }

    /** Unwatched. */
    public PassRunner(Set<String> off) {
        this(off, (pass, function) -> {});
    }

    /** The names of all that can be switched off, one by one. */
    public static SortedSet<String> switches() {
        SortedSet<String> names = new TreeSet<>();
        for (Passes pass : Passes.values()) {
            if (pass.canBeOff()) {
                names.add(pass.label());
            }
        }
        for (Analysis analysis : Analysis.values()) {
            names.add(analysis.label());
        }
        return names;
    }

    Set<Analysis> analyses() {
        return Set.copyOf(analyses);
    }

    @Override
    public <T, C> T run(Stage<T, C> stage, T subject, C known) {
        List<Passes> segment = new ArrayList<>(Passes.of(stage));
        segment.retainAll(passes);
        List<UnaryOperator<T>> repeated = new ArrayList<>();
        for (Passes pass : segment) {
            if (pass.mode() == Passes.Mode.REPEATED) {
                repeated.add(step(pass, stage, known));
            }
        }
        boolean isRepeated = false;
        T current = subject;
        for (Passes pass : segment) {
            if (pass.mode() != Passes.Mode.REPEATED) {
                T next = step(pass, stage, known).apply(current);
                boolean reopens = pass.mode() == Passes.Mode.REOPENING && next != current;
                current = reopens ? Repetition.of(repeated, next) : next;
            } else if (!isRepeated) {
                current = Repetition.of(repeated, current);
                isRepeated = true;
            }
        }
        return current;
    }

    private <T, C> UnaryOperator<T> step(Passes pass, Stage<T, C> stage, C known) {
        boolean[] isSeen = {false};
        return subject -> {
            T next = pass.in(stage).apply(subject, known);
            if (!isSeen[0] || next != subject) {
                isSeen[0] = true;
                watch(pass, next);
            }
            return next;
        };
    }

    private void watch(Passes pass, Object made) {
        if (made instanceof Function function) {
            watcher.accept(pass, function);
        } else if (made instanceof Companion companion) {
            for (Companion.Form form : companion.forms()) {
                watcher.accept(pass, form.function());
            }
            for (Function function : companion.functions()) {
                watcher.accept(pass, function);
            }
        }
    }
}
