package dev.leibniz.benchmarks.gradbench.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The input of a function: JSON, asked for its parts by name and in the shape that the function wants. */
public final class Input {
    private final Object json;

    Input(Object json) {
        this.json = json;
    }

    /** The whole input as a number. */
    public double number() {
        return asNumber("input", json);
    }

    /** A part that has parts itself. */
    public Input part(String name) {
        return new Input(field(name));
    }

    /** A number. */
    public double number(String name) {
        return asNumber(name, field(name));
    }

    /** A number, or what to take if there is none of that name. */
    public double numberOr(String name, double otherwise) {
        return json instanceof Map<?, ?> fields && fields.containsKey(name) ? number(name) : otherwise;
    }

    /** A whole number. */
    public int integer(String name) {
        return asInteger(name, number(name));
    }

    /** A boolean. */
    public boolean flag(String name) {
        if (field(name) instanceof Boolean flag) {
            return flag;
        }
        throw wrongShape(name, "a boolean");
    }

    /** An array of numbers. */
    public double[] vector(String name) {
        return asVector(name, field(name));
    }

    /** An array of numbers of a given length. */
    public double[] vector(String name, int length) {
        double[] vector = vector(name);
        if (vector.length != length) {
            throw wrongShape(name, length + " numbers");
        }
        return vector;
    }

    /** An array of whole numbers. */
    public int[] integers(String name) {
        return asIntegers(name, field(name));
    }

    /** An array of arrays of numbers. */
    public double[][] matrix(String name) {
        return asMatrix(name, field(name));
    }

    /** An array of arrays of whole numbers. */
    public int[][] integerMatrix(String name) {
        List<?> rows = asList(name, field(name));
        int[][] matrix = new int[rows.size()][];
        Arrays.setAll(matrix, i -> asIntegers(name, rows.get(i)));
        return matrix;
    }

    /** An array of arrays of arrays of numbers. */
    public double[][][] cube(String name) {
        List<?> slices = asList(name, field(name));
        double[][][] cube = new double[slices.size()][][];
        Arrays.setAll(cube, i -> asMatrix(name, slices.get(i)));
        return cube;
    }

    /** Whether the input has parts at all. */
    boolean hasParts() {
        return json instanceof Map;
    }

    private Object field(String name) {
        if (json instanceof Map<?, ?> fields && fields.get(name) != null) {
            return fields.get(name);
        }
        throw new InvalidInputException("no " + name + " in the input");
    }

    private static double asNumber(String name, Object value) {
        if (value instanceof Double number) {
            return number;
        }
        throw wrongShape(name, "a number");
    }

    private static int asInteger(String name, double number) {
        if (number != (int) number) {
            throw wrongShape(name, "a whole number");
        }
        return (int) number;
    }

    private static double[] asVector(String name, Object value) {
        if (value instanceof double[] vector) {
            return vector;
        }
        throw wrongShape(name, "an array of numbers");
    }

    private static int[] asIntegers(String name, Object value) {
        double[] numbers = asVector(name, value);
        int[] integers = new int[numbers.length];
        Arrays.setAll(integers, i -> asInteger(name, numbers[i]));
        return integers;
    }

    private static double[][] asMatrix(String name, Object value) {
        List<?> rows = asList(name, value);
        double[][] matrix = new double[rows.size()][];
        Arrays.setAll(matrix, i -> asVector(name, rows.get(i)));
        return matrix;
    }

    private static List<?> asList(String name, Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        if (value instanceof double[] numbers && numbers.length == 0) {
            return List.of();
        }
        throw wrongShape(name, "an array of arrays");
    }

    private static InvalidInputException wrongShape(String name, String wanted) {
        return new InvalidInputException(name + " is not " + wanted);
    }
}
