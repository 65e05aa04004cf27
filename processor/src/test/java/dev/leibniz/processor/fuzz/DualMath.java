package dev.leibniz.processor.fuzz;

import static dev.leibniz.processor.fuzz.Tangents.inverse;
import static dev.leibniz.processor.fuzz.Tangents.negated;
import static dev.leibniz.processor.fuzz.Tangents.plus;
import static dev.leibniz.processor.fuzz.Tangents.product;
import static dev.leibniz.processor.fuzz.Tangents.quotient;
import static dev.leibniz.processor.fuzz.Tangents.square;
import static dev.leibniz.processor.fuzz.Tangents.sum;

import dev.leibniz.processor.fuzz.Scalar.Dual;
import dev.leibniz.processor.fuzz.Scalar.Real;
import java.util.List;

/**
 * Floating-point operations on scalars with derivatives: Java's values, and the derivatives of the contract, with its choices
 * at kinks. Written from the contract alone; must not share a line with the processor, whose oracle it is.
 */
final class DualMath implements ScalarMath {

    private final Watch watch;
    private final boolean rounding;
    private final Slopes slopes = new Slopes(this);

    /** Rounds {@code float} values as Java does, or not at all (to compare with differences). */
    DualMath(Watch watch, boolean rounding) {
        this.watch = watch;
        this.rounding = rounding;
    }

    @Override
    public Scalar toFloat(Scalar x) {
        if (!rounding) {
            return x;
        }
        Real real = x.real();
        float rounded = (float) real.value();
        double magnitude = real.exact() ? Math.abs(rounded) : real.magnitude();
        return watch.sized(x.withReal(new Real(rounded, magnitude, real.exact())));
    }

    @Override
    public Scalar binary(String op, Scalar a, Scalar b, boolean single) {
        double x = a.value();
        double y = b.value();
        boolean f = single && rounding;
        return switch (op) {
            case "+" -> valued(f ? (float) x + (float) y : x + y, a, b, apply(op, a, b));
            case "-" -> valued(f ? (float) x - (float) y : x - y, a, b, apply(op, a, b));
            case "*" -> valued(f ? (float) x * (float) y : x * y, a, b, apply(op, a, b));
            case "/" -> valued(f ? (float) x / (float) y : x / y, a, b, apply(op, a, b));
            case "%" -> {
                double quotient = x / y;
                double distance = Math.abs(quotient - Math.rint(quotient));
                if (distance < 1e-9 || !(a.real().exact() && b.real().exact()) && distance < 1e-6) {
                    watch.doubt("remainder at a jump");
                }
                watch.decision((long) quotient);
                double whole = quotient < 0 ? Math.ceil(quotient) : Math.floor(quotient);
                yield valued(f ? (float) x % (float) y : x % y, a, b, sum(a, product(-whole, b)));
            }
            default -> throw new IllegalArgumentException(op);
        };
    }

    private Scalar apply(String op, Scalar a, Scalar b) {
        return switch (op) {
            case "+" -> sum(a, b);
            case "-" -> sum(a, negated(b));
            case "*" -> product(a, b);
            default -> {
                if (a.touched() || b.touched()) {
                    regular(1 / b.value());
                }
                yield quotient(a, b);
            }
        };
    }

    private Scalar valued(double value, Scalar a, Scalar b, Scalar derivatives) {
        return valued(value, List.of(a, b), derivatives);
    }

    /** These derivatives, with the value as Java has it: exact if the operands are. */
    Scalar valued(double value, List<Scalar> operands, Scalar derivatives) {
        boolean exact = operands.stream().allMatch(o -> o.real().exact());
        double size = exact ? Math.abs(value) : derivatives.real().magnitude();
        int level = operands.stream().mapToInt(Scalar::level).max().orElse(0);
        // A product with zero has lost its derivatives' levels; it depends on what is differentiated all the same.
        Scalar whole = level > 0 && !derivatives.touched() ? new Dual(level, derivatives, Scalar.ZERO) : derivatives;
        return watch.sized(whole.withReal(new Real(value, size, exact)));
    }

    @Override
    public Scalar negate(Scalar a) {
        return valued(-a.value(), a, a, negated(a));
    }

    /** A partial derivative times what it is multiplied with, unless that is nothing at all. */
    private Scalar term(Scalar partial, Scalar tangent) {
        regular(partial.value());
        return tangent.isZero() ? Scalar.ZERO : product(partial, tangent);
    }

    private void regular(double partial) {
        if (!(Math.abs(partial) < 1e12)) {
            watch.doubt("singular partial");
        }
    }

    /** A step function: no derivative, whatever the argument. */
    private Scalar flat(double value, Scalar a) {
        watch.decision(Double.doubleToLongBits(value));
        if (Math.abs(a.value() - Math.rint(a.value() * 2) / 2) < 1e-12) {
            watch.decision(7);
        }
        watch.rounded(a.real());
        return watch.sized(new Real(value, Math.abs(value), a.real().exact()));
    }

    /** A function of one argument that is smooth where it is defined. */
    Scalar function(boolean strict, String name, Scalar a) {
        if (a instanceof Dual dual) {
            Scalar primal = function(strict, name, dual.primal());
            Scalar slope = slopes.of(name, dual.primal(), primal);
            return watch.sized(new Dual(dual.level(), primal, term(slope, dual.tangent())));
        }
        Real x = a.real();
        double y = MathValue.of(strict, name, x.value());
        if (x.exact()) {
            return watch.sized(Scalar.constant(y));
        }
        double slope =
                slopes.of(name, Scalar.constant(x.value()), Scalar.constant(y)).value();
        return watch.sized(new Real(y, Math.abs(y) + Math.abs(slope) * x.magnitude(), false));
    }

    @Override
    public Scalar call(String owner, String name, List<Scalar> arguments, List<Boolean> literal, boolean single) {
        Scalar a = arguments.get(0);
        boolean strict = owner.equals("StrictMath");
        if (arguments.size() == 1) {
            return unaryCall(strict, name, a);
        }
        Scalar b = arguments.get(1);
        double x = a.value();
        double y = b.value();
        switch (name) {
            case "pow", "atan2", "hypot" -> {
                return function(strict, name, a, b);
            }
            case "IEEEremainder" -> {
                double z = Math.IEEEremainder(x, y);
                double whole = Math.rint((x - z) / y);
                watch.decision((long) whole);
                if (Math.abs(Math.abs(z) - Math.abs(y) / 2) < 1e-9) {
                    watch.doubt("remainder at a jump");
                }
                return valued(z, a, b, sum(a, product(-whole, b)));
            }
            case "copySign" -> {
                double z = Math.copySign(x, y);
                watch.decision(Math.signum(z) * Math.signum(x) > 0);
                watch.compared(b.real(), Scalar.constant(0));
                if (x == 0 || y == 0) {
                    watch.doubt("copySign at zero");
                }
                return valued(z, a, a, product(Math.signum(z) * Math.signum(x), a));
            }
            case "fma" -> {
                Scalar c = arguments.get(2);
                double z = single && rounding
                        ? Math.fma((float) x, (float) y, (float) c.value())
                        : Math.fma(x, y, c.value());
                return valued(z, valued(z, a, b, product(a, b)), c, sum(product(a, b), c));
            }
            case "max", "min" -> {
                return extremum(name.equals("max"), a, b, literal);
            }
            default -> throw new IllegalArgumentException(name);
        }
    }

    /** {@code pow}, {@code atan2} or {@code hypot}. */
    private Scalar function(boolean strict, String name, Scalar a, Scalar b) {
        int level = Math.max(a.level(), b.level());
        if (level > 0) {
            Scalar x = a.primalAt(level);
            Scalar y = b.primalAt(level);
            Scalar z = function(strict, name, x, y);
            Scalar first = a.level() == level ? term(partial(name, x, y, z, true), a.tangentAt(level)) : Scalar.ZERO;
            Scalar second = b.level() == level ? term(partial(name, x, y, z, false), b.tangentAt(level)) : Scalar.ZERO;
            return watch.sized(new Dual(level, z, sum(first, second)));
        }
        double z = MathValue.of(strict, name, a.value(), b.value());
        double size = Math.abs(z);
        for (boolean first : new boolean[] {true, false}) {
            Real argument = first ? a.real() : b.real();
            if (!argument.exact()) {
                double partial = partial(
                                name, Scalar.constant(a.value()), Scalar.constant(b.value()), Scalar.constant(z), first)
                        .value();
                size += Math.abs(partial) * argument.magnitude();
            }
        }
        return watch.sized(new Real(z, size, a.real().exact() && b.real().exact()));
    }

    private Scalar partial(String name, Scalar x, Scalar y, Scalar z, boolean first) {
        switch (name) {
            case "pow" -> {
                if (first) {
                    return y.value() == 0 ? Scalar.ZERO : product(y, function(false, name, x, lowered(y)));
                }
                return x.value() == 0 && y.value() > 0 ? Scalar.ZERO : product(z, function(false, "log", x));
            }
            case "atan2" -> {
                Scalar squares = sum(square(x), square(y));
                return first ? quotient(y, squares) : negated(quotient(x, squares));
            }
            default -> {
                return z.value() == 0 ? Scalar.ZERO : product(first ? x : y, inverse(z));
            }
        }
    }

    private static Scalar lowered(Scalar exponent) {
        boolean exact = exponent instanceof Real real && real.exact();
        return exact ? Scalar.constant(exponent.value() - 1) : plus(exponent, -1);
    }

    private Scalar extremum(boolean max, Scalar a, Scalar b, List<Boolean> literal) {
        double z = max ? Math.max(a.value(), b.value()) : Math.min(a.value(), b.value());
        watch.compared(a.real(), b.real());
        if (a.value() == b.value()) {
            watch.decision(3);
            if (literal.get(0) || literal.get(1) || !a.touched() && !b.touched()) {
                return watch.sized(Scalar.constant(z));
            }
            if (!a.touched() || !b.touched()) {
                watch.doubt("tie with what may or may not count as a constant");
            }
            return valued(z, a, b, product(0.5, sum(a, b)));
        }
        return watch.decision(z == a.value()) ? a : b;
    }

    @Override
    public Object runtime(String name, List<Object> arguments) {
        return new RuntimeMath(this, watch).call(name, arguments);
    }

    private Scalar unaryCall(boolean strict, String name, Scalar a) {
        switch (name) {
            case "floor", "ceil", "rint", "signum" -> {
                return flat(MathValue.of(strict, name, a.value()), a);
            }
            case "abs" -> {
                double sign = Math.signum(a.value());
                watch.decision((long) sign);
                watch.compared(a.real(), Scalar.constant(0));
                return valued(Math.abs(a.value()), a, a, product(sign, a));
            }
            default -> {
                return function(strict, name, a);
            }
        }
    }
}
