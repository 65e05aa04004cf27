package dev.leibniz.processor.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Runs a function of the IR on dual numbers: each floating-point value travels with its directional derivative. It
 * knows nothing of the processor's rules and transforms, so that it can judge them.
 */
public final class DualInterpreter {

    /**
     * A result and its directional derivative.
     *
     * @param tangent a double or an array of them; null for results that cannot have one
     */
    public record Result(Object primal, Object tangent) {}

    private DualInterpreter() {}

    /** The results of a function that calls no others, with their derivatives in the direction of the tangents. */
    public static List<Result> run(Function function, List<?> args, List<?> tangents) {
        return run(Map.of(), (opaque, operands) -> IrInterpreter.unknown(opaque), function, args, tangents);
    }

    /**
     * The results of a function, with their derivatives in the direction of the tangents.
     *
     * @param functions those it may call
     * @param opaque evaluates opaque expressions on plain Java values
     * @param args plain Java values; arrays may be written to
     * @param tangents for each argument a double, an array of doubles of the same shape, or null for zero
     */
    public static List<Result> run(
            Map<String, Function> functions,
            BiFunction<Expr.Opaque, List<Object>, Object> opaque,
            Function function,
            List<?> args,
            List<?> tangents) {
        List<Object> duals = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            duals.add(dual(function.params().get(i).type(), args.get(i), tangents.get(i)));
        }
        IrInterpreter interpreter = new IrInterpreter(functions, new DualDomain(opaque));
        return interpreter.call(function, duals).stream()
                .map(DualInterpreter::result)
                .toList();
    }

    private static Object dual(Type type, Object primal, Object tangent) {
        if (!type.isDifferentiable()) {
            return primal;
        } else if (type.isArray()) {
            return new DualDomain.DualArray(primal, tangent == null ? DualDomain.tangentLike(primal) : tangent);
        }
        return new DualDomain.Dual((Number) primal, tangent == null ? 0 : (Double) tangent);
    }

    private static Result result(Object value) {
        if (value instanceof DualDomain.Dual dual) {
            return new Result(dual.primal(), dual.tangent());
        } else if (value instanceof DualDomain.DualArray array) {
            return new Result(array.primal(), array.tangent());
        }
        return new Result(value, null);
    }

    /** The derivative of a smooth function of one variable, by extrapolated central differences. */
    static double slope(java.util.function.DoubleUnaryOperator f, double x) {
        double[][] table = new double[8][8];
        double best = Double.NaN;
        double error = Double.MAX_VALUE;
        double h = 0.02 * Math.max(Math.abs(x), 0.05);
        for (int i = 0; i < table.length; i++, h /= 1.8) {
            table[0][i] = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / ((x + h) - (x - h));
            double factor = 1.8 * 1.8;
            for (int j = 1; j <= i; j++, factor *= 1.8 * 1.8) {
                table[j][i] = (factor * table[j - 1][i] - table[j - 1][i - 1]) / (factor - 1);
                double estimate =
                        Math.max(Math.abs(table[j][i] - table[j - 1][i]), Math.abs(table[j][i] - table[j - 1][i - 1]));
                if (estimate < error) {
                    error = estimate;
                    best = table[j][i];
                }
            }
        }
        return best;
    }

    static List<Object> replaced(List<Object> values, int i, Object by) {
        Object[] copy = values.toArray();
        copy[i] = by;
        return Arrays.asList(copy);
    }
}
