package dev.leibniz.runtime.recording;

import dev.leibniz.runtime.Trace;
import dev.leibniz.runtime.trace.TraceTape;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Takes down what a traced method computes, from the numbers that {@link TraceInputs} has. Only generated code calls it; what comes of
 * it is a {@link Trace}.
 *
 * <p>Each number of the method goes with the number of its node on the tape; 0 stands for a constant that has no name. An
 * array goes with an array of such numbers. The text of a rule is in prefix notation: the value of an operation, then its
 * derivative by each operand.
 *
 * @since 0.1.0
 */
public final class TraceRecorder {
    private static final int[] NONE = {};
    private static final double[] NO_NUMBERS = {};

    final TraceTape tape;

    /** The nodes of arrays of constants that have been read. */
    final Map<Object, Object> constants = new IdentityHashMap<>();

    private TraceRecorder(String method) {
        this.tape = new TraceTape(method);
    }

    /**
     * Begins a trace.
     *
     * @param method the name of the method
     * @return the recorder of the trace
     */
    public static TraceRecorder of(String method) {
        return new TraceRecorder(method);
    }

    /**
     * Ends a trace.
     *
     * @param recorder the recorder of the trace
     * @param node of the result
     * @param value of the result
     * @return the trace
     */
    public static Trace trace(TraceRecorder recorder, int node, double value) {
        return Trace.of(recorder.tape.graph(node, value));
    }

    /**
     * A statement begins.
     *
     * @param recorder of the trace
     * @param line its line
     * @param text its source
     */
    public static void at(TraceRecorder recorder, int line, String text) {
        recorder.tape.at(line, text);
    }

    /**
     * A helper begins.
     *
     * @param recorder of the trace
     * @param method its name
     */
    public static void enter(TraceRecorder recorder, String method) {
        recorder.tape.enter(method);
    }

    /**
     * A helper has returned.
     *
     * @param recorder of the trace
     */
    public static void exit(TraceRecorder recorder) {
        recorder.tape.exit();
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
        return recorder.tape.operation(name, rule, value, new int[] {a}, new double[] {x}, new double[] {byA});
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
        return recorder.tape.operation(
                name, rule, value, new int[] {a, b}, new double[] {x, y}, new double[] {byA, byB});
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
        return recorder.tape.operation(
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
        return recorder.tape.operation(name, "!" + method, value, NONE, NO_NUMBERS, NO_NUMBERS);
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
        recorder.tape.extend(node, new int[] {a}, new double[] {x}, new double[] {byA});
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
            recorder.tape.extend(node, a, x, byA);
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
        recorder.tape.shortcut(node, inner, partial, formula, new int[] {a, b}, new double[] {x, y});
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
            return recorder.tape.leaf(name, value, false);
        }
        recorder.tape.name(node, name, false);
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
            return recorder.tape.leaf(name, value, false);
        }
        recorder.tape.name(node, name, true);
        return node;
    }
}
