package dev.leibniz.processor.fuzz;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Points where people evaluate functions, and where formulas for derivatives go wrong. */
final class SpecialPoints {

    private static final double[] ROUND = {0, 0, -0.0, 1, -1, 2, 0.5, 1};
    private static final double[] EXTREME = {
        1e150, -1e150, 1e200, 1e308, -1e308, 1e-200, -1e-200, Double.MIN_VALUE, 1000, -1000, 30, -40, 0, 1
    };
    private static final double[] MASKS = {Double.NEGATIVE_INFINITY, 0, 1, -1, 0.5, Double.NEGATIVE_INFINITY, 2};

    private final Choices choose;
    private final double[] numbers;
    private final boolean equal;
    private final double same;

    private SpecialPoints(Choices choose, double[] numbers) {
        this.choose = choose;
        this.numbers = numbers;
        this.equal = numbers.length > 0 && choose.chance(15);
        this.same = numbers.length > 0 ? numbers[choose.below(numbers.length)] : 0;
    }

    /** The kinds of points. */
    enum Kind {
        ROUND(SpecialPoints.ROUND),
        EXTREME(SpecialPoints.EXTREME),
        MASKED(MASKS),
        /** Numbers with nothing special, where the oracle itself can be tested. */
        GENERIC(new double[0]);

        private final double[] numbers;

        Kind(double[] numbers) {
            this.numbers = numbers;
        }
    }

    /** The program at another point of the same shape. */
    static Program moved(Program program, Kind kind, Choices choose) {
        SpecialPoints points = new SpecialPoints(choose, kind.numbers);
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < program.arguments().size(); i++) {
            Program.Parameter p = program.entry().parameters().get(i);
            Object plain = program.arguments().get(i);
            arguments.add(p.name().startsWith("mask") ? points.mask(plain) : points.like(plain, p.type()));
        }
        return with(program, arguments);
    }

    static Program with(Program p, List<Object> arguments) {
        return new Program(p.name(), p.order(), p.records(), p.constants(), p.functions(), arguments);
    }

    private double number() {
        if (equal) {
            return same;
        }
        return numbers.length == 0 || choose.chance(12) ? choose.number() : numbers[choose.below(numbers.length)];
    }

    private Object like(Object plain, Type type) {
        if (type instanceof Type.ArrayOf array && (type.isDifferentiable() || array.element() == Type.BOOLEAN)) {
            if (type.equals(Type.MATRIX) && numbers.length > 0 && choose.chance(30)) {
                return identity((double[][]) plain);
            }
            Object made = Array.newInstance(plain.getClass().getComponentType(), Array.getLength(plain));
            for (int i = 0; i < Array.getLength(plain); i++) {
                Array.set(made, i, like(Array.get(plain, i), array.element()));
            }
            return made;
        }
        if (type instanceof Type.RecordOf record) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < record.components().size(); i++) {
                values.add(like(
                        ((List<?>) plain).get(i), record.components().get(i).type()));
            }
            return List.copyOf(values);
        }
        if (type == Type.FLOAT) {
            float value = (float) number();
            return Float.isInfinite(value) && numbers != MASKS ? 1e30f : value;
        }
        if (type == Type.BOOLEAN) {
            return choose.chance(50);
        }
        return type == Type.DOUBLE ? (Object) number() : plain;
    }

    private Object mask(Object plain) {
        double[] made = new double[Array.getLength(plain)];
        Arrays.setAll(made, i -> choose.chance(50) ? 0 : Double.NEGATIVE_INFINITY);
        return made;
    }

    private static double[][] identity(double[][] like) {
        double[][] rows = Arrays.stream(like).map(row -> new double[row.length]).toArray(double[][]::new);
        for (int i = 0; i < rows.length; i++) {
            if (i < rows[i].length) {
                rows[i][i] = 1;
            }
        }
        return rows;
    }
}
