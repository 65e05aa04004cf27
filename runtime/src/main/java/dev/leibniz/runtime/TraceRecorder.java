package dev.leibniz.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes down what a traced method computes. Only generated code calls it; what comes of it is a {@link Trace}.
 *
 * <p>Each number of the method goes with the number of its node here; 0 stands for a constant that has no name. An array goes with an
 * array of such numbers. The text of a rule is what {@link TraceFormula} reads: the value of an operation, then its derivative by each
 * operand.
 *
 * @since 0.1.0
 */
public final class TraceRecorder {
    /** So many operations are recorded, no more. */
    static final int MOST_STEPS = 10_000;

    /** A statement that was run: where it is, as often as it was run. */
    record Statement(int line, String text, List<String> calls) {}

    /** A derivative that passes over the operations between, because factors cancel. */
    record Shortcut(int inner, double partial, String formula, int[] mentioned, double[] values) {}

    private static final int[] NONE = {};
    private static final double[] NO_NUMBERS = {};

    final String method;
    final List<String> names = new ArrayList<>();
    final List<String> rules = new ArrayList<>();
    final List<int[]> operands = new ArrayList<>();
    final List<double[]> operandValues = new ArrayList<>();
    final List<double[]> partials = new ArrayList<>();
    final List<Statement> statements = new ArrayList<>();
    final Map<Integer, Shortcut> shortcuts = new HashMap<>();
    final Map<String, List<Integer>> byName = new HashMap<>();
    double[] values = new double[64];
    boolean[] active = new boolean[64];

    private final Map<Object, Object> constants = new IdentityHashMap<>();
    private List<String> calls = List.of();
    private Statement statement;
    private int steps;

    private TraceRecorder(String method) {
        this.method = method;
        this.statement = new Statement(0, "", calls);
        add(null, "", 0, NONE, NO_NUMBERS, NO_NUMBERS, false);
    }

    /**
     * Begins a trace.
     *
     * @param method the name of the method
     * @return what to record it with
     */
    public static TraceRecorder of(String method) {
        return new TraceRecorder(method);
    }

    /**
     * Ends a trace.
     *
     * @param recorder what it was recorded with
     * @param node of the result
     * @param value of the result
     * @return the trace
     */
    public static Trace trace(TraceRecorder recorder, int node, double value) {
        return new Trace(recorder, node, value);
    }

    /**
     * A parameter of the method.
     *
     * @param recorder of the trace
     * @param name the parameter
     * @param value its value
     * @param differentiated whether it is differentiated
     * @return its node
     */
    public static int input(TraceRecorder recorder, String name, double value, boolean differentiated) {
        return recorder.leaf(name, value, differentiated);
    }

    /**
     * A parameter of the method.
     *
     * @param recorder of the trace
     * @param name the parameter
     * @param values its elements; null if there are none
     * @param differentiated whether it is differentiated
     * @return their nodes
     */
    public static int[] input(TraceRecorder recorder, String name, double[] values, boolean differentiated) {
        if (values == null) {
            return null;
        }
        int[] nodes = new int[values.length];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = recorder.leaf(name + "[" + i + "]", values[i], differentiated);
        }
        return nodes;
    }

    /**
     * A parameter of the method.
     *
     * @param recorder of the trace
     * @param name the parameter
     * @param values its elements; null if there are none
     * @param differentiated whether it is differentiated
     * @return their nodes
     */
    public static int[][] input(TraceRecorder recorder, String name, double[][] values, boolean differentiated) {
        if (values == null) {
            return null;
        }
        int[][] nodes = new int[values.length][];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = input(recorder, name + "[" + i + "]", values[i], differentiated);
        }
        return nodes;
    }

    /**
     * A parameter of the method.
     *
     * @param recorder of the trace
     * @param name the parameter
     * @param values its elements; null if there are none
     * @param differentiated whether it is differentiated
     * @return their nodes
     */
    public static int[][][] input(TraceRecorder recorder, String name, double[][][] values, boolean differentiated) {
        if (values == null) {
            return null;
        }
        int[][][] nodes = new int[values.length][][];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = input(recorder, name + "[" + i + "]", values[i], differentiated);
        }
        return nodes;
    }

    /**
     * A parameter of the method.
     *
     * @param recorder of the trace
     * @param name the parameter
     * @param values its elements; null if there are none
     * @param differentiated whether it is differentiated
     * @return their nodes
     */
    public static int[] input(TraceRecorder recorder, String name, float[] values, boolean differentiated) {
        if (values == null) {
            return null;
        }
        int[] nodes = new int[values.length];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = recorder.leaf(name + "[" + i + "]", values[i], differentiated);
        }
        return nodes;
    }

    /**
     * A parameter of the method.
     *
     * @param recorder of the trace
     * @param name the parameter
     * @param values its elements; null if there are none
     * @param differentiated whether it is differentiated
     * @return their nodes
     */
    public static int[][] input(TraceRecorder recorder, String name, float[][] values, boolean differentiated) {
        if (values == null) {
            return null;
        }
        int[][] nodes = new int[values.length][];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = input(recorder, name + "[" + i + "]", values[i], differentiated);
        }
        return nodes;
    }

    /**
     * A constant that the method reads.
     *
     * @param recorder of the trace
     * @param name how it is called; may be empty
     * @param value its value
     * @return its node
     */
    public static int constant(TraceRecorder recorder, String name, double value) {
        return name.isEmpty() ? 0 : recorder.leaf(name, value, false);
    }

    /**
     * An array of constants that the method reads.
     *
     * @param recorder of the trace
     * @param name how it is called; may be empty
     * @param values the constants
     * @return their nodes
     */
    public static int[] constant(TraceRecorder recorder, String name, double[] values) {
        return name.isEmpty() && values != null
                ? new int[values.length]
                : (int[]) recorder.constants.computeIfAbsent(values, v -> input(recorder, name, values, false));
    }

    /**
     * An array of constants that the method reads.
     *
     * @param recorder of the trace
     * @param name how it is called; may be empty
     * @param values the constants
     * @return their nodes
     */
    public static int[][] constant(TraceRecorder recorder, String name, double[][] values) {
        return (int[][]) recorder.constants.computeIfAbsent(values, v -> input(recorder, name, values, false));
    }

    /**
     * An array of constants that the method reads.
     *
     * @param recorder of the trace
     * @param name how it is called; may be empty
     * @param values the constants
     * @return their nodes
     */
    public static int[] constant(TraceRecorder recorder, String name, float[] values) {
        return (int[]) recorder.constants.computeIfAbsent(values, v -> input(recorder, name, values, false));
    }

    /**
     * A statement begins.
     *
     * @param recorder of the trace
     * @param line its line
     * @param text its source
     */
    public static void at(TraceRecorder recorder, int line, String text) {
        recorder.statement = new Statement(line, text, recorder.calls);
    }

    /**
     * A helper begins.
     *
     * @param recorder of the trace
     * @param method its name
     */
    public static void enter(TraceRecorder recorder, String method) {
        List<String> calls = new ArrayList<>(recorder.calls);
        calls.add(method);
        recorder.calls = List.copyOf(calls);
    }

    /**
     * A helper has returned.
     *
     * @param recorder of the trace
     */
    public static void exit(TraceRecorder recorder) {
        recorder.calls = recorder.calls.subList(0, recorder.calls.size() - 1);
    }

    /**
     * An operation on one number.
     *
     * @param recorder of the trace
     * @param name the variable that takes the result; empty if there is none
     * @param rule the formulas
     * @param value the result
     * @param a the node of the operand
     * @param x the operand
     * @param byA the derivative by it; 0 if none passes
     * @return the node of the result
     */
    public static int step(
            TraceRecorder recorder, String name, String rule, double value, int a, double x, double byA) {
        return recorder.operation(name, rule, value, new int[] {a}, new double[] {x}, new double[] {byA});
    }

    /**
     * An operation on two numbers.
     *
     * @param recorder of the trace
     * @param name the variable that takes the result; empty if there is none
     * @param rule the formulas
     * @param value the result
     * @param a the node of the first operand
     * @param x the first operand
     * @param byA the derivative by it; 0 if none passes
     * @param b the node of the second operand
     * @param y the second operand
     * @param byB the derivative by it; 0 if none passes
     * @return the node of the result
     */
    public static int step(
            TraceRecorder recorder,
            String name,
            String rule,
            double value,
            int a,
            double x,
            double byA,
            int b,
            double y,
            double byB) {
        return recorder.operation(name, rule, value, new int[] {a, b}, new double[] {x, y}, new double[] {byA, byB});
    }

    /**
     * An operation on three numbers.
     *
     * @param recorder of the trace
     * @param name the variable that takes the result; empty if there is none
     * @param rule the formulas
     * @param value the result
     * @param a the node of the first operand
     * @param x the first operand
     * @param byA the derivative by it; 0 if none passes
     * @param b the node of the second operand
     * @param y the second operand
     * @param byB the derivative by it; 0 if none passes
     * @param c the node of the third operand
     * @param z the third operand
     * @param byC the derivative by it; 0 if none passes
     * @return the node of the result
     */
    public static int step(
            TraceRecorder recorder,
            String name,
            String rule,
            double value,
            int a,
            double x,
            double byA,
            int b,
            double y,
            double byB,
            int c,
            double z,
            double byC) {
        return recorder.operation(
                name, rule, value, new int[] {a, b, c}, new double[] {x, y, z}, new double[] {byA, byB, byC});
    }

    /**
     * A call whose derivative is a rule, or comes from another class.
     *
     * @param recorder of the trace
     * @param name the variable that takes the result; empty if there is none
     * @param method the method that was called
     * @param value a number of its result
     * @return the node of the number
     */
    public static int call(TraceRecorder recorder, String name, String method, double value) {
        return recorder.operation(name, "!" + method, value, NONE, NO_NUMBERS, NO_NUMBERS);
    }

    /**
     * The derivative of a call by an argument.
     *
     * @param recorder of the trace
     * @param node of the call
     * @param a the node of the argument
     * @param x the argument
     * @param byA the derivative by it
     */
    public static void by(TraceRecorder recorder, int node, int a, double x, double byA) {
        recorder.extend(node, new int[] {a}, new double[] {x}, new double[] {byA});
    }

    /**
     * The derivative of a call by an argument.
     *
     * @param recorder of the trace
     * @param node of the call
     * @param a the nodes of the argument
     * @param x the argument; null if there is none
     * @param byA the derivatives by it
     */
    public static void by(TraceRecorder recorder, int node, int[] a, double[] x, double[] byA) {
        if (x != null) {
            recorder.extend(node, a, x, byA);
        }
    }

    /**
     * The derivative of a call by an argument.
     *
     * @param recorder of the trace
     * @param node of the call
     * @param a the nodes of the argument
     * @param x the argument; null if there is none
     * @param byA the derivatives by it
     */
    public static void by(TraceRecorder recorder, int node, int[][] a, double[][] x, double[][] byA) {
        for (int i = 0; x != null && i < x.length; i++) {
            by(recorder, node, a[i], x[i], byA[i]);
        }
    }

    private void extend(int node, int[] nodes, double[] numbers, double[] derivatives) {
        int before = operands.get(node).length;
        int[] allNodes = Arrays.copyOf(operands.get(node), before + nodes.length);
        double[] allNumbers = Arrays.copyOf(operandValues.get(node), allNodes.length);
        double[] allDerivatives = Arrays.copyOf(partials.get(node), allNodes.length);
        System.arraycopy(nodes, 0, allNodes, before, nodes.length);
        System.arraycopy(numbers, 0, allNumbers, before, nodes.length);
        System.arraycopy(derivatives, 0, allDerivatives, before, nodes.length);
        operands.set(node, allNodes);
        operandValues.set(node, allNumbers);
        partials.set(node, allDerivatives);
        for (int operand : nodes) {
            active[node] |= active[operand];
        }
    }

    /**
     * The derivative of an operation passes straight to a number further in.
     *
     * @param recorder of the trace
     * @param node of the operation
     * @param inner the node that it passes to
     * @param partial the derivative by that
     * @param formula the same as a formula
     * @param a the node of the first number that the formula mentions
     * @param x the first number
     * @param b the node of the second number that the formula mentions
     * @param y the second number
     */
    public static void shortcut(
            TraceRecorder recorder,
            int node,
            int inner,
            double partial,
            String formula,
            int a,
            double x,
            int b,
            double y) {
        if (recorder.active[inner]) {
            recorder.shortcuts.put(node, new Shortcut(inner, partial, formula, new int[] {a, b}, new double[] {x, y}));
        }
    }

    /**
     * A variable takes a number that is there already.
     *
     * @param recorder of the trace
     * @param name the variable
     * @param node of the number
     * @param value the number
     * @return the node to go on with
     */
    public static int named(TraceRecorder recorder, String name, int node, double value) {
        if (node == 0) {
            return recorder.leaf(name, value, false);
        }
        recorder.call(node, name, false);
        return node;
    }

    /**
     * An element of an array takes a number.
     *
     * @param recorder of the trace
     * @param name the element
     * @param node of the number
     * @param value the number
     * @return the node to go on with
     */
    public static int stored(TraceRecorder recorder, String name, int node, double value) {
        if (node == 0) {
            return recorder.leaf(name, value, false);
        }
        recorder.call(node, name, true);
        return node;
    }

    private void call(int node, String name, boolean isElement) {
        String known = names.get(node);
        boolean isLeaf = operands.get(node).length == 0;
        if (known == null || isElement && !isLeaf && known.indexOf('[') < 0) {
            names.set(node, name);
        }
        note(name, node);
    }

    private void note(String name, int node) {
        byName.computeIfAbsent(name, n -> new ArrayList<>()).add(node);
    }

    private int leaf(String name, double value, boolean differentiated) {
        return add(name, "", value, NONE, NO_NUMBERS, NO_NUMBERS, differentiated);
    }

    private int operation(
            String name, String rule, double value, int[] nodes, double[] operandValues, double[] partials) {
        if (++steps > MOST_STEPS) {
            throw new IllegalStateException("the trace of " + method + " has more than " + MOST_STEPS
                    + " steps; trace a smaller piece: less data, fewer iterations, or a helper of its own"
                    + " with @Differentiable(forms = Form.TRACE)");
        }
        boolean isActive = false;
        for (int i = 0; i < nodes.length; i++) {
            isActive |= active[nodes[i]];
        }
        return add(name.isEmpty() ? null : name, rule, value, nodes, operandValues, partials, isActive);
    }

    private int add(
            String name,
            String rule,
            double value,
            int[] nodes,
            double[] operandValues,
            double[] partials,
            boolean isActive) {
        int node = names.size();
        names.add(name);
        rules.add(rule);
        operands.add(nodes);
        this.operandValues.add(operandValues);
        this.partials.add(partials);
        statements.add(statement);
        if (node == values.length) {
            values = Arrays.copyOf(values, 2 * node);
            active = Arrays.copyOf(active, 2 * node);
        }
        values[node] = value;
        active[node] = isActive;
        if (name != null) {
            note(name, node);
        }
        return node;
    }
}
