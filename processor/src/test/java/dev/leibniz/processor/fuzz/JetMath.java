package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Scalar.Jet;
import dev.leibniz.processor.fuzz.Scalar.Jet.Edge;
import dev.leibniz.processor.fuzz.Scalar.Real;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

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
        return valued(rounded, scaled(jet, 1), List.of(x));
    }

    @Override
    public Scalar negate(Scalar a) {
        return a instanceof Jet jet ? scaled(jet, -1).valued(-jet.number()) : Scalar.constant(-a.value());
    }

    @Override
    public Scalar binary(String op, Scalar a, Scalar b, boolean single) {
        double x = a.value();
        double y = b.value();
        return switch (op) {
            case "+" -> sum(single ? (float) x + (float) y : x + y, a, b, 1);
            case "-" -> sum(single ? (float) x - (float) y : x - y, a, b, -1);
            case "*" -> product(single ? (float) x * (float) y : x * y, a, b);
            case "/" -> quotient(single ? (float) x / (float) y : x / y, a, b);
            case "%" -> remainder(single ? (float) x % (float) y : x % y, a, b);
            default -> throw new IllegalArgumentException(op);
        };
    }

    private static Scalar sum(double value, Scalar a, Scalar b, double sign) {
        return combined(
                value, a, b, (x, y) -> x.plus(y.times(sign)), x -> Series.constant(1), x -> Series.constant(sign));
    }

    private static Scalar product(double value, Scalar a, Scalar b) {
        return combined(value, a, b, Series::times, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** An operation that is smooth everywhere, with its derivative by each operand as a function of the other. */
    private static Scalar combined(
            double value,
            Scalar a,
            Scalar b,
            BinaryOperator<Series> operation,
            UnaryOperator<Series> first,
            UnaryOperator<Series> second) {
        if (a instanceof Real && b instanceof Real) {
            return Scalar.constant(value);
        }
        Jet x = Jet.of(a);
        Jet y = Jet.of(b);
        Series series = x.trusted() < 0 || y.trusted() < 0 ? x.series() : operation.apply(x.series(), y.series());
        Jet jet = new Jet(value, series, least(x, y), why(x, y))
                .of(new Edge(x, () -> first.apply(y.series())), new Edge(y, () -> second.apply(x.series())));
        return valued(value, jet, List.of(a, b));
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
            String why = jets.stream()
                    .filter(j -> j.trusted() == Jet.OVERFLOWED)
                    .findFirst()
                    .map(Jet::why)
                    .orElse(Jet.BEYOND);
            return new Jet(value, Series.constant(0), Jet.OVERFLOWED, why);
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
            return y.isBroken()
                    ? new Jet(value, Series.constant(0), Jet.LOST, "division by what overflowed")
                    : flat(value).until(x.trusted(), x.why());
        }
        if (x.trusted() < 0 || y.trusted() < 0) {
            return valued(value, x, List.of(a, b));
        }
        Series inverse = y.series().inverse();
        Series series = x.series().times(inverse);
        Jet jet = new Jet(value, series, least(x, y), why(x, y))
                .of(
                        new Edge(x, () -> inverse),
                        new Edge(y, () -> series.times(inverse).times(-1)));
        return valued(value, jet, List.of(a, b));
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
        Jet jet = Jet.of(sum(value, a, scaled(y, whole), -1));
        boolean jump = value == 0 && a.value() != 0;
        if (Math.abs(whole) > 1e15) {
            return jet.until(0, "remainder of nothing");
        }
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
                Jet signed = scaled(Jet.of(a), Math.signum(z) * Math.signum(x)).valued(z);
                yield x == 0 || y == 0 ? signed.until(0, "copySign at 0") : signed;
            }
            case "fma" -> {
                Scalar c = arguments.get(2);
                double z = single ? Math.fma((float) x, (float) y, (float) c.value()) : Math.fma(x, y, c.value());
                Scalar sum = sum(z, binary("*", a, b, false), c, 1);
                yield sum instanceof Jet jet ? valued(z, jet, List.of(a, b, c)) : Scalar.constant(z);
            }
            case "nextAfter" -> moved(MathValue.of(strict, name, x, y), a);
            case "scalb" -> {
                double z = Math.scalb(x, (int) y);
                yield a instanceof Jet jet
                        ? valued(z, scaled(jet, Math.scalb(1, (int) y)), List.of(a))
                        : Scalar.constant(z);
            }
            case "max", "min" -> extremum(name.equals("max"), a, b, literal);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** A value beside that of {@code a}, which moves with it. */
    private static Scalar moved(double value, Scalar a) {
        if (!(a instanceof Jet jet)) {
            return Scalar.constant(value);
        }
        return jet.trusted() < 0 || Double.isNaN(value)
                ? new Jet(value, Series.constant(0), Jet.LOST, "beside infinity")
                : scaled(jet, 1).valued(value);
    }

    private static Jet scaled(Jet jet, double factor) {
        return new Jet(jet.number() * factor, jet.series().times(factor), jet.trusted(), jet.why())
                .of(new Edge(jet, () -> Series.constant(factor)));
    }

    private static Scalar smoothRemainder(double value, Scalar a, Scalar b) {
        double whole = Math.rint((a.value() - value) / b.value());
        Jet jet = Jet.of(sum(value, a, scaled(Jet.of(b), whole), -1));
        return Math.abs(whole) > 1e15 ? jet.until(0, "remainder of nothing") : jet;
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
        if (isFlat(x) || isFlat(y)) {
            return flat(z).until(0, "tie with what may or may not count as a constant");
        }
        Jet both = Jet.of(sum(z, scaled(x, 0.5), scaled(y, 0.5), 1)).valued(z);
        return x.series().agrees(y.series(), Series.ORDER) ? both : both.until(1, "tie");
    }

    /** Whether it does not change with anything, as the power of 0 does not. */
    private static boolean isFlat(Jet jet) {
        return jet.series().agrees(Series.constant(jet.number()), Series.ORDER);
    }

    private static Scalar unary(boolean strict, String name, Scalar a) {
        double x = a.value();
        if (name.equals("abs")) {
            double sign = Math.signum(x);
            if (a instanceof Jet jet) {
                Jet signed = scaled(jet, sign).valued(Math.abs(x));
                return sign == 0 && jet.trusted() >= 0 ? signed.until(1, "abs at 0") : signed;
            }
            return Scalar.constant(Math.abs(x));
        }
        double y = MathValue.of(strict, name, x);
        if (a instanceof Real) {
            return Scalar.constant(y);
        }
        return switch (name) {
            case "nextUp", "nextDown" -> moved(y, a);
            case "floor", "ceil", "rint", "signum", "ulp" -> Scalar.constant(y);
            default -> JetFunctions.of(name, y, a);
        };
    }

    /** A smooth function with the value that Java gives it. */
    static Scalar function(String name, Scalar a) {
        return unary(false, name, a);
    }
}
