package dev.leibniz.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The names that can be used at a place of a program being generated, with what is known of their values. */
final class Scope {

    private static final List<String> NAMES = List.of(
            "x",
            "y",
            "z",
            "t",
            "u",
            "w",
            "s",
            "acc",
            "tmp",
            "value",
            "grad",
            "tangent",
            "adjoint",
            "primal",
            "out",
            "result",
            "dx",
            "r",
            "q",
            "p",
            "h",
            "sum",
            "cotangent",
            "tape",
            "state",
            "n",
            "delta",
            "xBar",
            "it",
            "next");

    private final List<Binding> bindings;
    private final List<Target> targets;
    private final Function function;
    private final int loops;
    private final int depth;

    /** The function that is being generated: its result, the functions it may call, and its name counter. */
    static final class Function {
        private final Type result;
        private final List<Signature> callable;
        private final List<Derivative> derivatives;
        private final boolean entry;
        private int counter;
        private final int size;
        private int statements;
        private int calledDerivatives;

        /** A method of about {@code size} statements with statements in them. */
        Function(Type result, List<Signature> callable, List<Derivative> derivatives, boolean entry, int size) {
            this.result = result;
            this.callable = List.copyOf(callable);
            this.derivatives = List.copyOf(derivatives);
            this.entry = entry;
            this.size = size;
        }

        Function(Type result, List<Signature> callable, List<Derivative> derivatives, boolean entry) {
            this(result, callable, derivatives, entry, 28);
        }

        Type result() {
            return result;
        }

        List<Signature> callable() {
            return callable;
        }

        List<Derivative> derivatives() {
            return derivatives;
        }

        /** Counts a call of a derivative; whether there are not too many yet. */
        boolean mayCallDerivative() {
            return ++calledDerivatives <= 3;
        }

        boolean isEntry() {
            return entry;
        }

        /** Counts a statement; whether the function may still grow. */
        boolean grow() {
            return ++statements < size;
        }
    }

    /** A function that can be called, which of its array parameters it writes to, and whether it may return one. */
    record Signature(
            String name,
            List<Type> parameters,
            List<Boolean> written,
            boolean variable,
            boolean aliasing,
            Type result) {}

    /** A derivative that can be called: the form, of which method, the types of what follows its arguments, the result. */
    record Derivative(String form, Program.Function function, List<Type> extras, Type.RecordOf type) {}

    /** A labelled statement around the place; only a loop can be continued. */
    record Target(String label, boolean loop) {}

    /**
     * A variable. An array may be written to if it is {@code owned}, that is cannot be an argument of the entry; its
     * length is at least {@code length}, that of its rows at least {@code width}. An int is from 0 to
     * {@code length - 1} unless that is 0. Anything else may be assigned to if it is owned.
     */
    record Binding(Expr.Variable variable, boolean owned, int length, int width) {
        Type type() {
            return variable.type();
        }
    }

    private Scope(List<Binding> bindings, List<Target> targets, Function function, int loops, int depth) {
        this.bindings = bindings;
        this.targets = targets;
        this.function = function;
        this.loops = loops;
        this.depth = depth;
    }

    static Scope of(Function function) {
        return new Scope(new ArrayList<>(), List.of(), function, 0, 0);
    }

    Scope inner() {
        return new Scope(new ArrayList<>(bindings), targets, function, loops, depth + 1);
    }

    /** A scope inside of something that can be left by name (or without, where the label is empty). */
    Scope inner(String label, boolean loop) {
        List<Target> longer = new ArrayList<>(targets);
        longer.add(new Target(label, loop));
        return new Scope(new ArrayList<>(bindings), List.copyOf(longer), function, loops + (loop ? 1 : 0), depth + 1);
    }

    Function function() {
        return function;
    }

    List<Target> targets() {
        return targets;
    }

    int loops() {
        return loops;
    }

    int depth() {
        return depth;
    }

    void add(Binding binding) {
        bindings.removeIf(b -> b.variable().name().equals(binding.variable().name()));
        bindings.add(binding);
    }

    /** A name that is free here; names are used again in scopes beside each other. */
    String fresh(Choices choose, String stem) {
        if (choose.chance(40)) {
            String name = choose.pick(NAMES);
            if (isFree(name)) {
                return name;
            }
        }
        String name = stem + function.counter++;
        return isFree(name) ? name : fresh(choose, stem + "_");
    }

    /** A name that no other place of the function uses. */
    String unique(String stem) {
        return stem + function.counter++;
    }

    boolean isFree(String name) {
        return bindings.stream().noneMatch(b -> b.variable().name().equals(name));
    }

    List<Binding> all(Predicate<Binding> wanted) {
        return bindings.stream().filter(wanted).toList();
    }

    List<Binding> ofType(Type type) {
        return all(b -> b.type().equals(type));
    }

    List<Binding> owned(Type type) {
        return all(b -> b.owned() && b.type().equals(type));
    }
}
