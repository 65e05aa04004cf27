package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Scalar.Jet;
import dev.leibniz.processor.fuzz.Scalar.Real;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Floating-point operations on scalars with all their derivatives up to the third order. Values are Java's; where a function
 * is singular or has a kink, the result says up to which order its derivatives mean something.
 */
final class JetMath implements ScalarMath {

    private final JetRuntime runtime = new JetRuntime(this);

    @Override
    public Object runtime(String name, List<Object> arguments) {
        return runtime.call(name, arguments);
    }

    @Override
    public Scalar toFloat(Scalar x) {
        float rounded = (float) x.value();
        if (!(x instanceof Jet jet)) {
            return Scalar.constant(rounded);
        }
        return valued(rounded, jet, List.of(x));
    }

    @Override
    public Scalar negate(Scalar a) {
        return a instanceof Jet jet
                ? new Jet(-jet.number(), jet.series().times(-1), jet.trusted(), jet.why())
                : Scalar.constant(-a.value());
    }

    @Override
    public Scalar binary(String op, Scalar a, Scalar b, boolean single) {
        double x = a.value();
        double y = b.value();
        return switch (op) {
            case "+" -> combined(single ? (float) x + (float) y : x + y, a, b, Series::plus);
            case "-" -> combined(single ? (float) x - (float) y : x - y, a, b, Series::minus);
            case "*" -> combined(single ? (float) x * (float) y : x * y, a, b, Series::times);
            case "/" -> quotient(single ? (float) x / (float) y : x / y, a, b);
            case "%" -> remainder(single ? (float) x % (float) y : x % y, a, b);
            default -> throw new IllegalArgumentException(op);
        };
    }

    /** An operation that is smooth everywhere. */
    private Scalar combined(double value, Scalar a, Scalar b, BinaryOperator<Series> operation) {
        if (a instanceof Real && b instanceof Real) {
            return Scalar.constant(value);
        }
        Jet x = Jet.of(a);
        Jet y = Jet.of(b);
        Series series = x.trusted() < 0 || y.trusted() < 0 ? x.series() : operation.apply(x.series(), y.series());
        return valued(value, new Jet(value, series, least(x, y), why(x, y)), List.of(a, b));
    }

    static int least(Jet x, Jet y) {
        return Math.min(x.trusted(), y.trusted());
    }

    static String why(Jet x, Jet y) {
        return x.trusted() <= y.trusted() ? x.why() : y.why();
    }

    /** A result of finite or infinite operands, with what becomes of its derivatives. */
    static Scalar valued(double value, Jet jet, List<Scalar> operands) {
        List<Jet> jets = operands.stream().map(Jet::of).toList();
        if (jets.stream().anyMatch(j -> j.trusted() == Jet.LOST) || Double.isNaN(value)) {
            return new Jet(value, Series.constant(0), Jet.LOST, Double.isNaN(value) ? "not a number" : jet.why());
        }
        if (Double.isInfinite(value)) {
            return new Jet(value, Series.constant(0), Jet.OVERFLOWED, "infinite");
        }
        if (jets.stream().anyMatch(j -> j.trusted() == Jet.OVERFLOWED)) {
            return flat(value);
        }
        return jet.valued(value);
    }

    /** A value that no longer changes, whatever its operand does. */
    static Jet flat(double value) {
        return new Jet(value, Series.constant(value), Series.ORDER, "");
    }

    private Scalar quotient(double value, Scalar a, Scalar b) {
        if (a instanceof Real && b instanceof Real) {
            return Scalar.constant(value);
        }
        Jet x = Jet.of(a);
        Jet y = Jet.of(b);
        if (b.value() == 0) {
            return new Jet(value, Series.constant(0), Jet.LOST, "division by zero");
        }
        if (y.trusted() == Jet.OVERFLOWED && x.trusted() >= 0) {
            return flat(value).until(x.trusted(), x.why());
        }
        if (x.trusted() < 0 || y.trusted() < 0) {
            return valued(value, x, List.of(a, b));
        }
        Series series = x.series().times(y.series().inverse());
        return valued(value, new Jet(value, series, least(x, y), why(x, y)), List.of(a, b));
    }

    private Scalar remainder(double value, Scalar a, Scalar b) {
        if (a instanceof Real && b instanceof Real) {
            return Scalar.constant(value);
        }
        Jet x = Jet.of(a);
        Jet y = Jet.of(b);
        if (x.trusted() < 0 || y.trusted() < 0 || b.value() == 0) {
            return new Jet(value, Series.constant(0), Jet.LOST, "remainder");
        }
        double whole = Math.rint((a.value() - value) / b.value());
        Jet jet = new Jet(value, x.series().minus(y.series().times(whole)), least(x, y), why(x, y));
        boolean jump = value == 0 && a.value() != 0 || Math.abs(whole) > 1e15;
        return (jump ? jet.until(1, "remainder at a jump") : jet).valued(value);
    }

    @Override
    public Scalar call(String owner, String name, List<Scalar> arguments, List<Boolean> literal, boolean single) {
        boolean strict = owner.equals("StrictMath");
        Scalar a = arguments.get(0);
        if (arguments.size() == 1) {
            return unary(strict, name, a);
        }
        Scalar b = arguments.get(1);
        double x = a.value();
        double y = b.value();
        return switch (name) {
            case "pow", "atan2", "hypot" -> {
                double z = MathValue.of(strict, name, x, y);
                yield a instanceof Real && b instanceof Real ? Scalar.constant(z) : JetFunctions.of(name, z, a, b);
            }
            case "IEEEremainder" -> {
                double z = Math.IEEEremainder(x, y);
                Scalar plain = remainder(z, a, b);
                boolean jump = plain instanceof Jet && Math.abs(Math.abs(z) - Math.abs(y) / 2) < 1e-9 * Math.abs(y);
                // It has a jump where the quotient is a half, and none at the zeros of %.
                yield plain instanceof Jet jet && jet.trusted() >= 0
                        ? jump ? jet.until(1, "remainder at a jump") : smoothRemainder(z, a, b)
                        : plain;
            }
            case "copySign" -> {
                double z = Math.copySign(x, y);
                if (a instanceof Real) {
                    yield b instanceof Real ? Scalar.constant(z) : flat(z).until(y == 0 ? 0 : 3, "copySign at 0");
                }
                Jet jet = Jet.of(a);
                double sign = Math.signum(z) * Math.signum(x);
                Jet signed = new Jet(z, jet.series().times(sign), jet.trusted(), jet.why());
                yield x == 0 || y == 0 ? signed.until(0, "copySign at 0") : signed;
            }
            case "fma" -> {
                Scalar c = arguments.get(2);
                double z = single ? Math.fma((float) x, (float) y, (float) c.value()) : Math.fma(x, y, c.value());
                Scalar sum = combined(z, binary("*", a, b, false), c, Series::plus);
                yield sum instanceof Jet jet ? valued(z, jet, List.of(a, b, c)) : Scalar.constant(z);
            }
            case "max", "min" -> extremum(name.equals("max"), a, b, literal);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Scalar smoothRemainder(double value, Scalar a, Scalar b) {
        Jet x = Jet.of(a);
        Jet y = Jet.of(b);
        double whole = Math.rint((a.value() - value) / b.value());
        return new Jet(value, x.series().minus(y.series().times(whole)), least(x, y), why(x, y)).valued(value);
    }

    private static Scalar extremum(boolean max, Scalar a, Scalar b, List<Boolean> literal) {
        double z = max ? Math.max(a.value(), b.value()) : Math.min(a.value(), b.value());
        if (a.value() != b.value()) {
            if (Double.isNaN(z)) {
                return a instanceof Real && b instanceof Real
                        ? Scalar.constant(z)
                        : new Jet(z, Series.constant(0), Jet.LOST, "not a number");
            }
            return z == a.value() ? a : b;
        }
        if (a instanceof Real && b instanceof Real) {
            return Scalar.constant(z);
        }
        Jet x = Jet.of(a);
        Jet y = Jet.of(b);
        if (x.trusted() < 0 || y.trusted() < 0) {
            return new Jet(z, Series.constant(0), least(x, y), why(x, y));
        }
        int trusted = least(x, y);
        if (a instanceof Real || b instanceof Real) {
            Jet constant = flat(z).until(Math.min(1, trusted), "tie with a constant");
            boolean written = literal.get(0) || literal.get(1);
            return written ? constant : constant.until(0, "tie with what may or may not count as a constant");
        }
        Series half = x.series().plus(y.series()).times(0.5);
        Jet both = new Jet(z, half, trusted, why(x, y)).valued(z);
        return x.series().agrees(y.series(), Series.ORDER) ? both : both.until(1, "tie");
    }

    private static Scalar unary(boolean strict, String name, Scalar a) {
        double x = a.value();
        if (name.equals("abs")) {
            double sign = Math.signum(x);
            if (a instanceof Jet jet) {
                Jet signed = new Jet(Math.abs(x), jet.series().times(sign), jet.trusted(), jet.why());
                return sign == 0 && jet.trusted() >= 0 ? signed.until(1, "abs at 0") : signed;
            }
            return Scalar.constant(Math.abs(x));
        }
        double y = MathValue.of(strict, name, x);
        if (a instanceof Real) {
            return Scalar.constant(y);
        }
        return switch (name) {
            case "floor", "ceil", "rint", "signum" -> Scalar.constant(y);
            default -> JetFunctions.of(name, y, a);
        };
    }

    /** A smooth function with the value that Java gives it. */
    static Scalar function(String name, Scalar a) {
        return unary(false, name, a);
    }
}
