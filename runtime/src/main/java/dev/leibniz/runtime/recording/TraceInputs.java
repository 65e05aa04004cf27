package dev.leibniz.runtime.recording;

/**
 * Takes down the numbers that a traced method is given: its parameters, and constants that it reads. Only generated code calls it. An
 * array goes with an array of the nodes of its elements; an array of constants is taken down once.
 *
 * @since 0.1.0
 */
public final class TraceInputs {
    private TraceInputs() {}

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
        return recorder.tape.leaf(name, value, differentiated);
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
            nodes[i] = recorder.tape.leaf(name + "[" + i + "]", values[i], differentiated);
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
            nodes[i] = recorder.tape.leaf(name + "[" + i + "]", values[i], differentiated);
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
     * @param name its name; may be empty
     * @param value its value
     * @return its node
     */
    public static int constant(TraceRecorder recorder, String name, double value) {
        return name.isEmpty() ? 0 : recorder.tape.leaf(name, value, false);
    }

    /**
     * An array of constants that the method reads.
     *
     * @param recorder of the trace
     * @param name its name; may be empty
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
     * @param name its name; may be empty
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
     * @param name its name; may be empty
     * @param values the constants
     * @return their nodes
     */
    public static int[] constant(TraceRecorder recorder, String name, float[] values) {
        return (int[]) recorder.constants.computeIfAbsent(values, v -> input(recorder, name, values, false));
    }
}
