package dev.leibniz.processor.ir;

import java.util.List;

/**
 * The derivative of one operation in the direction of its operands' tangents. Arithmetic is differentiated by hand,
 * functions by differences; an operand whose tangent is exactly 0 contributes nothing.
 */
final class DualPartials {
    private DualPartials() {}

    static double tangent(Expr.Apply apply, List<Object> operands, double[] tangents) {
        double sum = 0;
        for (int i = 0; i < tangents.length; i++) {
            if (tangents[i] != 0) {
                sum += tangents[i] * partial(apply, operands, tangents, i);
            }
        }
        return sum;
    }

    private static double partial(Expr.Apply apply, List<Object> operands, double[] tangents, int i) {
        if (apply.op() instanceof Op.MathCall call) {
            return ofCall(apply, call.method(), operands, tangents, i);
        }
        double a = number(operands, 0);
        double b = number(operands, 1);
        return switch ((Op.Primitive) apply.op()) {
            case ADD, CONVERT -> 1;
            case SUB -> i == 0 ? 1 : -1;
            case NEG -> -1;
            case MUL, STRONG_MUL, GATED_MUL -> i == 0 ? b : a;
            case DIV, GATED_DIV -> i == 0 ? 1 / b : -a / b / b;
            case REM -> i == 0 ? 1 : -(double) (long) (a / b);
            case SELECT -> (Boolean) operands.get(0) == (i == 1) ? 1 : 0;
            default -> 0;
        };
    }

    private static double number(List<Object> operands, int i) {
        return i < operands.size() && operands.get(i) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static double ofCall(Expr.Apply apply, String method, List<Object> operands, double[] tangents, int i) {
        double a = number(operands, 0);
        double b = number(operands, 1);
        return switch (method) {
            case "signum", "floor", "ceil", "rint", "ulp" -> 0;
            case "nextUp", "nextDown" -> 1;
            case "abs" -> Math.signum(a);
            case "relu" -> a > 0 ? 1 : 0;
            case "max" -> extreme(a, b, tangents, i);
            case "min" -> extreme(-a, -b, tangents, i);
            case "fma" -> i == 0 ? b : i == 1 ? a : 1;
            case "copySign" -> i == 0 ? Math.signum(a) * Math.copySign(1, b) : 0;
            case "scalb" -> Math.scalb(1.0, (Integer) operands.get(1));
            case "IEEEremainder" -> i == 0 ? 1 : -Math.rint((a - Math.IEEEremainder(a, b)) / b);
            case "hypot" -> a == 0 && b == 0 ? 0 : number(operands, i) / Math.hypot(a, b);
            case "pow" ->
                i == 0 ? b == 0 ? 0 : b * Math.pow(a, b - 1) : a == 0 && b > 0 ? 0 : Math.pow(a, b) * Math.log(a);
            case "sqrt" -> 0.5 / Math.sqrt(a);
            case "log" -> 1 / a;
            default -> byDifferences(apply, operands, i);
        };
    }

    /** At a tie the one that varies alone gets nothing, two that vary get half each. */
    private static double extreme(double a, double b, double[] tangents, int i) {
        if (a == b) {
            return tangents[1 - i] == 0 ? 0 : 0.5;
        }
        return (a > b) == (i == 0) ? 1 : 0;
    }

    private static double byDifferences(Expr.Apply apply, List<Object> operands, int i) {
        return DualInterpreter.slope(
                x -> (Double) JavaOperators.apply(apply, DualInterpreter.replaced(operands, i, x)),
                number(operands, i));
    }
}
