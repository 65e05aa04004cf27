package dev.leibniz.processor.fuzz;

import static dev.leibniz.processor.fuzz.Tangents.inverse;
import static dev.leibniz.processor.fuzz.Tangents.negated;
import static dev.leibniz.processor.fuzz.Tangents.plus;
import static dev.leibniz.processor.fuzz.Tangents.product;
import static dev.leibniz.processor.fuzz.Tangents.square;
import static dev.leibniz.processor.fuzz.Tangents.sum;

/**
 * The derivatives of the functions of one argument, {@code y} being the function's value at {@code x}. They are made of
 * functions that have derivatives again, so that there is no last one.
 */
final class Slopes {

    private static final double GELU_SLOPE = 2 * Math.sqrt(2 / Math.PI);
    private static final double GELU_CUBIC = 0.044715;

    private final DualMath math;

    Slopes(DualMath math) {
        this.math = math;
    }

    Scalar of(String name, Scalar x, Scalar y) {
        return switch (name) {
            case "sin" -> call("cos", x);
            case "cos" -> negated(call("sin", x));
            case "tan" -> plus(square(y), 1);
            case "asin" -> inverse(call("sqrt", circle(x)));
            case "acos" -> negated(inverse(call("sqrt", circle(x))));
            case "atan" -> inverse(plus(square(x), 1));
            case "exp" -> y;
            case "log" -> inverse(x);
            case "log10" -> inverse(product(Math.log(10), x));
            case "sqrt" -> product(0.5, inverse(y));
            case "cbrt" -> product(1 / 3.0, inverse(square(y)));
            case "sinh" -> call("cosh", x);
            case "cosh" -> call("sinh", x);
            case "tanh" -> plus(negated(square(y)), 1);
            case "expm1" -> call("exp", x);
            case "log1p" -> inverse(plus(x, 1));
            case "toRadians" -> Scalar.constant(Math.PI / 180);
            case "toDegrees" -> Scalar.constant(180 / Math.PI);
            case "sigmoid" -> product(y, plus(negated(y), 1));
            case "softplus" -> call("sigmoid", x);
            case "silu" -> {
                Scalar s = call("sigmoid", x);
                yield sum(s, product(x, product(s, plus(negated(s), 1))));
            }
            case "gelu" -> gelu(x);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Scalar call(String name, Scalar x) {
        return math.function(false, name, x);
    }

    /** {@code (1 - x) (1 + x)}. */
    private static Scalar circle(Scalar x) {
        return product(plus(negated(x), 1), plus(x, 1));
    }

    /** Of {@code x σ(v)} with {@code v} the polynomial of the tanh form. */
    private Scalar gelu(Scalar x) {
        Scalar v = product(GELU_SLOPE, sum(x, product(GELU_CUBIC, product(x, square(x)))));
        Scalar slope = product(GELU_SLOPE, plus(product(3 * GELU_CUBIC, square(x)), 1));
        Scalar s = call("sigmoid", v);
        return sum(s, product(x, product(slope, product(s, plus(negated(s), 1)))));
    }
}
