package dev.leibniz.processor.fuzz;

import dev.leibniz.runtime.Activations;

/** The values of functions by name: those of {@code Math} and {@code StrictMath}, and smooth ones of the runtime. */
final class MathValue {

    private MathValue() {}

    static double of(boolean strict, String name, double x) {
        return strict ? strict(name, x) : plain(name, x);
    }

    /** A function of two arguments. */
    static double of(boolean strict, String name, double x, double y) {
        return switch (name) {
            case "pow" -> strict ? StrictMath.pow(x, y) : Math.pow(x, y);
            case "atan2" -> strict ? StrictMath.atan2(x, y) : Math.atan2(x, y);
            case "nextAfter" -> Math.nextAfter(x, y);
            case "hypot" -> strict ? StrictMath.hypot(x, y) : Math.hypot(x, y);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static double plain(String name, double x) {
        return switch (name) {
            case "sin" -> Math.sin(x);
            case "cos" -> Math.cos(x);
            case "tan" -> Math.tan(x);
            case "asin" -> Math.asin(x);
            case "acos" -> Math.acos(x);
            case "atan" -> Math.atan(x);
            case "exp" -> Math.exp(x);
            case "log" -> Math.log(x);
            case "log10" -> Math.log10(x);
            case "sqrt" -> Math.sqrt(x);
            case "cbrt" -> Math.cbrt(x);
            case "sinh" -> Math.sinh(x);
            case "cosh" -> Math.cosh(x);
            case "tanh" -> Math.tanh(x);
            case "expm1" -> Math.expm1(x);
            case "log1p" -> Math.log1p(x);
            case "toRadians" -> Math.toRadians(x);
            case "toDegrees" -> Math.toDegrees(x);
            case "floor" -> Math.floor(x);
            case "ceil" -> Math.ceil(x);
            case "rint" -> Math.rint(x);
            case "signum" -> Math.signum(x);
            case "ulp" -> Math.ulp(x);
            case "nextUp" -> Math.nextUp(x);
            case "nextDown" -> Math.nextDown(x);
            case "sigmoid" -> Activations.sigmoid(x);
            case "softplus" -> Activations.softplus(x);
            case "gelu" -> Activations.gelu(x);
            case "silu" -> Activations.silu(x);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static double strict(String name, double x) {
        return switch (name) {
            case "sin" -> StrictMath.sin(x);
            case "cos" -> StrictMath.cos(x);
            case "tan" -> StrictMath.tan(x);
            case "asin" -> StrictMath.asin(x);
            case "acos" -> StrictMath.acos(x);
            case "atan" -> StrictMath.atan(x);
            case "exp" -> StrictMath.exp(x);
            case "log" -> StrictMath.log(x);
            case "log10" -> StrictMath.log10(x);
            case "sqrt" -> StrictMath.sqrt(x);
            case "cbrt" -> StrictMath.cbrt(x);
            case "sinh" -> StrictMath.sinh(x);
            case "cosh" -> StrictMath.cosh(x);
            case "tanh" -> StrictMath.tanh(x);
            case "expm1" -> StrictMath.expm1(x);
            case "log1p" -> StrictMath.log1p(x);
            case "toRadians" -> StrictMath.toRadians(x);
            case "toDegrees" -> StrictMath.toDegrees(x);
            default -> plain(name, x);
        };
    }
}
