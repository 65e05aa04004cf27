package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Dual.Partial;
import java.util.List;

/**
 * Floating-point operations over dual numbers: Java's values, and the derivatives of the contract, with its choices at
 * kinks. Written from the contract alone; must not share a line with the processor, whose oracle it is.
 */
final class DualMath {

    private final Watch watch;
    private final boolean rounding;

    /** Rounds {@code float} values as Java does, or not at all (to compare with differences). */
    DualMath(Watch watch, boolean rounding) {
        this.watch = watch;
        this.rounding = rounding;
    }

    Dual toFloat(Dual x) {
        return rounding ? watch.sized(x.withPrimal((float) x.primal())) : x;
    }

    /** {@code + - * / %} in double, or in float. */
    Dual binary(String op, Dual a, Dual b, boolean single) {
        double x = a.primal();
        double y = b.primal();
        boolean f = single && rounding;
        return switch (op) {
            case "+" -> combine(f ? (float) x + (float) y : x + y, a, Partial.of(1), b, Partial.of(1));
            case "-" -> combine(f ? (float) x - (float) y : x - y, a, Partial.of(1), b, Partial.of(-1));
            case "*" -> combine(f ? (float) x * (float) y : x * y, a, Partial.of(y), b, Partial.of(x));
            case "/" -> combine(f ? (float) x / (float) y : x / y, a, Partial.of(1 / y), b, Partial.of(-x / y / y));
            case "%" -> {
                double quotient = x / y;
                if (Math.abs(quotient - Math.rint(quotient)) < 1e-9) {
                    watch.doubt("remainder at a jump");
                }
                watch.decision((long) quotient);
                double whole = quotient < 0 ? Math.ceil(quotient) : Math.floor(quotient);
                yield combine(f ? (float) x % (float) y : x % y, a, Partial.of(1), b, Partial.of(-whole));
            }
            default -> throw new IllegalArgumentException(op);
        };
    }

    Dual negate(Dual a) {
        return unary(-a.primal(), a, Partial.of(-1));
    }

    private Dual unary(double value, Dual a, Partial p) {
        return combine(value, a, p, Dual.constant(0), Partial.of(0));
    }

    private Dual combine(double value, Dual a, Partial pa, Dual b, Partial pb) {
        return watch.sized(
                new Dual(value, term(a, pa) + term(b, pb), size(a, pa) + size(b, pb), a.touched() || b.touched()));
    }

    private double term(Dual a, Partial p) {
        if (a.touched() && !(Math.abs(p.value()) < 1e12)) {
            watch.doubt("singular partial");
        }
        return a.tangent() == 0 ? 0 : p.value() * a.tangent();
    }

    private static double size(Dual a, Partial p) {
        return a.magnitude() == 0 ? 0 : p.magnitude() * a.magnitude();
    }

    /** A step function: no derivative, whatever the argument. */
    private Dual flat(double value, double at) {
        watch.decision(Double.doubleToLongBits(value));
        if (Math.abs(at - Math.rint(at * 2) / 2) < 1e-12) {
            watch.decision(7);
        }
        return watch.sized(Dual.constant(value));
    }

    /** A call of {@code Math} or {@code StrictMath}. {@code literal} tells which arguments are literals. */
    Dual call(String owner, String name, List<Dual> arguments, List<Boolean> literal, boolean single) {
        Dual a = arguments.get(0);
        boolean strict = owner.equals("StrictMath");
        if (arguments.size() == 1) {
            return unaryCall(strict, name, a, single);
        }
        Dual b = arguments.get(1);
        double x = a.primal();
        double y = b.primal();
        switch (name) {
            case "pow" -> {
                double z = strict ? StrictMath.pow(x, y) : Math.pow(x, y);
                double dx = y == 0 || !a.touched() ? 0 : y * Math.pow(x, y - 1);
                double dy = (x == 0 && y > 0) || !b.touched() ? 0 : z * Math.log(x);
                return combine(z, a, Partial.of(dx), b, Partial.of(dy));
            }
            case "atan2" -> {
                double r = x * x + y * y;
                double z = strict ? StrictMath.atan2(x, y) : Math.atan2(x, y);
                return combine(z, a, Partial.of(y / r), b, Partial.of(-x / r));
            }
            case "hypot" -> {
                double z = strict ? StrictMath.hypot(x, y) : Math.hypot(x, y);
                return combine(z, a, Partial.of(z == 0 ? 0 : x / z), b, Partial.of(z == 0 ? 0 : y / z));
            }
            case "IEEEremainder" -> {
                double z = Math.IEEEremainder(x, y);
                double whole = Math.rint((x - z) / y);
                watch.decision((long) whole);
                if (Math.abs(Math.abs(z) - Math.abs(y) / 2) < 1e-9) {
                    watch.doubt("remainder at a jump");
                }
                return combine(z, a, Partial.of(1), b, Partial.of(-whole));
            }
            case "copySign" -> {
                double z = Math.copySign(x, y);
                watch.decision(Math.signum(z) * Math.signum(x) > 0);
                if (x == 0 || y == 0) {
                    watch.doubt("copySign at zero");
                }
                return unary(z, a, Partial.of(Math.signum(z) * Math.signum(x)));
            }
            case "fma" -> {
                Dual c = arguments.get(2);
                double z = single && rounding
                        ? Math.fma((float) x, (float) y, (float) c.primal())
                        : Math.fma(x, y, c.primal());
                Dual product = combine(z, a, Partial.of(y), b, Partial.of(x));
                return combine(z, product, Partial.of(1), c, Partial.of(1));
            }
            case "max", "min" -> {
                return extremum(name.equals("max"), a, b, literal);
            }
            default -> throw new IllegalArgumentException(name);
        }
    }

    private Dual extremum(boolean max, Dual a, Dual b, List<Boolean> literal) {
        double z = max ? Math.max(a.primal(), b.primal()) : Math.min(a.primal(), b.primal());
        if (a.primal() == b.primal()) {
            watch.decision(3);
            if (literal.get(0) || literal.get(1)) {
                return watch.sized(Dual.constant(z));
            }
            if (!a.touched() && !b.touched()) {
                return Dual.constant(z);
            }
            if (!a.touched() || !b.touched()) {
                watch.doubt("tie with what may or may not count as a constant");
            }
            return combine(z, a, Partial.of(0.5), b, Partial.of(0.5));
        }
        boolean first = watch.decision(z == a.primal());
        return combine(z, a, Partial.of(first ? 1 : 0), b, Partial.of(first ? 0 : 1));
    }

    private Dual unaryCall(boolean strict, String name, Dual a, boolean single) {
        double x = a.primal();
        switch (name) {
            case "floor", "ceil", "rint", "signum" -> {
                return flat(MathValue.of(strict, name, x), x);
            }
            case "abs" -> {
                watch.decision((long) Math.signum(x));
                return unary(Math.abs(x), a, Partial.of(Math.signum(x)));
            }
            default -> {
                double y = MathValue.of(strict, name, x);
                return unary(y, a, partial(name, x, y));
            }
        }
    }

    private static Partial partial(String name, double x, double y) {
        return switch (name) {
            case "sin" -> Partial.of(Math.cos(x));
            case "cos" -> Partial.of(-Math.sin(x));
            case "tan" -> Partial.of(1 + y * y);
            case "asin" -> Partial.of(1 / Math.sqrt((1 - x) * (1 + x))).among(1 / ((1 - x) * (1 + x)));
            case "acos" -> Partial.of(-1 / Math.sqrt((1 - x) * (1 + x))).among(1 / ((1 - x) * (1 + x)));
            case "atan" -> Partial.of(1 / (1 + x * x));
            case "exp" -> Partial.of(y);
            case "log" -> Partial.of(1 / x);
            case "log10" -> Partial.of(1 / (x * Math.log(10)));
            case "sqrt" -> Partial.of(0.5 / y);
            case "cbrt" -> Partial.of(1 / (3 * y * y));
            case "sinh" -> Partial.of(Math.cosh(x));
            case "cosh" -> Partial.of(Math.sinh(x)).among(y);
            case "tanh" -> Partial.of(1 / Math.cosh(x) / Math.cosh(x)).among(1);
            case "expm1" -> Partial.of(Math.exp(x)).among(1);
            case "log1p" -> Partial.of(1 / (1 + x));
            case "toRadians" -> Partial.of(Math.PI / 180);
            case "toDegrees" -> Partial.of(180 / Math.PI);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
