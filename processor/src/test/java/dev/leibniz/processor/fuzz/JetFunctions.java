package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Scalar.Jet;
import dev.leibniz.processor.fuzz.Scalar.Jet.Edge;
import dev.leibniz.processor.fuzz.Series.Term;
import java.util.Set;

/** The derivatives of elementary functions, as tables have them: three of them each, all at the point. */
final class JetFunctions {

    private static final double LN_10 = Math.log(10);
    private static final double GELU_SLOPE = 2 * Math.sqrt(2 / Math.PI);
    private static final double GELU_CUBIC = 0.044715;
    private static final Set<String> WAVES = Set.of("sin", "cos");

    private JetFunctions() {}

    /** A function of one argument with this value. */
    static Scalar of(String name, double y, Scalar a) {
        Jet x = Jet.of(a);
        if (x.trusted() == Jet.LOST || Double.isNaN(y)) {
            return new Jet(y, Series.constant(0), Jet.LOST, Double.isNaN(y) ? name + " is not a number" : x.why());
        }
        if (x.trusted() == Jet.OVERFLOWED) {
            return Double.isInfinite(y) ? new Jet(y, Series.constant(0), Jet.OVERFLOWED, x.why()) : beyond(name, y, x);
        }
        if (Double.isInfinite(y)) {
            boolean pole = name.startsWith("log");
            String why = name + (pole ? " at its pole" : " overflows");
            return new Jet(y, Series.constant(0), pole ? Jet.LOST : Jet.OVERFLOWED, why);
        }
        double v = a.value();
        boolean singular = switch (name) {
            case "sqrt", "cbrt" -> v == 0;
            case "asin", "acos" -> Math.abs(v) == 1;
            default -> false;
        };
        if (singular) {
            return new Jet(y, Series.constant(y), 0, name + " at a singular point");
        }
        if (name.equals("silu") || name.equals("gelu")) {
            return new Jet(y, product(name, x.series()), x.trusted(), x.why())
                    .of(new Edge(x, () -> slope(name, x.series())))
                    .valued(y);
        }
        Term[] d = derivatives(name, v, y);
        return new Jet(y, x.series().into(d), x.trusted(), x.why())
                .of(new Edge(x, () -> x.series().into(d[1], d[2], d[3])))
                .valued(y);
    }

    /**
     * A function of infinity: flat, but only the exponential function is so in every derivative of its formula, and nothing is
     * promised of others where the number overflowed.
     */
    private static Jet beyond(String name, double y, Jet x) {
        if (name.equals("exp")) {
            return JetMath.flat(y);
        }
        return x.isBroken()
                ? new Jet(y, Series.constant(0), Jet.LOST, name + " of what overflowed")
                : JetMath.flat(y).until(1, name + " of infinity");
    }

    /** The value and three derivatives. */
    static Term[] derivatives(String name, double x, double y) {
        Wide v = Wide.of(x);
        Wide one = Wide.ONE;
        if (WAVES.contains(name)) {
            double slope = name.equals("sin") ? Math.cos(x) : -Math.sin(x);
            return terms(y, 1, slope, -y, -slope);
        }
        return switch (name) {
            case "exp", "expm1" -> {
                Term e = Term.of(Wide.exp(x));
                yield new Term[] {Term.of(y), e, e, e};
            }
            case "sinh" -> hyperbolic(x, y, -1);
            case "cosh" -> hyperbolic(x, y, 1);
            case "log" -> powers(y, Wide.ONE, v, -1);
            case "log10" -> powers(y, Wide.of(1 / LN_10), v, -1);
            case "log1p" -> powers(y, Wide.ONE, one.plus(v), -1);
            case "sqrt" -> powers(y, Wide.of(0.5 / y), v, -0.5);
            case "cbrt" -> powers(y, one.over(Wide.of(y).times(y).times(3)), v, -2.0 / 3);
            case "toRadians" -> terms(y, 0, Math.PI / 180, 0, 0);
            case "toDegrees" -> terms(y, 0, 180 / Math.PI, 0, 0);
            case "tan" -> {
                double s = 1 + y * y;
                yield terms(y, 1, s, 2 * y * s, 2 * s * (1 + 3 * y * y));
            }
            case "tanh" -> {
                Wide cosh = Wide.exp(Math.abs(x)).plus(Wide.exp(-Math.abs(x))).times(0.5);
                Wide s = one.over(cosh.times(cosh));
                Term slope = Term.of(s).atScale(1);
                Term third = Term.of(s.times(-2 * (1 - 3 * y * y))).atScale(2);
                yield new Term[] {Term.of(y), slope, Term.of(s.times(-2 * y)).atScale(2), third};
            }
            case "atan" -> {
                Wide square = v.times(v);
                Wide r = one.over(one.plus(square));
                Wide cube = r.times(r).times(r);
                Wide size = square.times(6).plus(Wide.of(2)).times(cube);
                Term third = new Term(square.times(6).minus(Wide.of(2)).times(cube), size);
                yield new Term[] {
                    Term.of(y), Term.of(r), Term.of(v.times(-2).times(r).times(r)), third
                };
            }
            case "asin", "acos" -> {
                double sign = name.equals("asin") ? 1 : -1;
                double c = (1 - x) * (1 + x);
                double root = sign / Math.sqrt(c);
                yield terms(y, 1, root, x * root / c, (1 + 2 * x * x) * root / c / c);
            }
            case "sigmoid" -> sigmoid(x);
            case "softplus" -> {
                Term[] s = sigmoid(x);
                yield new Term[] {Term.of(y), s[0], s[1], s[2]};
            }
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Term[] terms(double y, double scale, double first, double second, double third) {
        return new Term[] {
            Term.of(y),
            Term.of(first).atScale(scale),
            Term.of(second).atScale(scale),
            Term.of(third).atScale(scale)
        };
    }

    private static Term[] hyperbolic(double x, double y, int sign) {
        Wide up = Wide.exp(x).times(0.5);
        Wide down = Wide.exp(-x).times(0.5 * sign);
        Term even = new Term(up.plus(down), up.abs().plus(down.abs()));
        Term odd = new Term(up.minus(down), up.abs().plus(down.abs()));
        return new Term[] {Term.of(y), odd, even, odd};
    }

    /** Derivatives of which the first is {@code factor · x^power / x₀^power}, as it is for all powers and for the logarithm. */
    private static Term[] powers(double y, Wide factor, Wide x, double power) {
        Wide first = power == -1 ? factor.over(x) : factor;
        Wide second = first.times(power).over(x);
        Wide third = second.times(power - 1).over(x);
        return new Term[] {Term.of(y), Term.of(first), Term.of(second), Term.of(third)};
    }

    /** The sigmoid and three derivatives, at any point. */
    private static Term[] sigmoid(double x) {
        Wide e = Wide.exp(-Math.abs(x));
        Wide whole = Wide.ONE.plus(e);
        Wide s = x >= 0 ? Wide.ONE.over(whole) : e.over(whole);
        Wide slope = e.over(whole).over(whole);
        Wide second = slope.times(Wide.ONE.minus(s.times(2)));
        Wide third = slope.times(Wide.ONE.minus(s.times(6)).plus(s.times(s).times(6)));
        return new Term[] {
            Term.of(s),
            Term.of(slope).atScale(1),
            Term.of(second).atScale(1),
            Term.of(third).atScale(1)
        };
    }

    /** {@code x · σ(u(x))}. */
    private static Series product(String name, Series x) {
        Series inner = inner(name, x);
        return x.times(inner.into(sigmoid(inner)));
    }

    /** {@code σ(u) + x · σ′(u) · u′}. */
    private static Series slope(String name, Series x) {
        Series inner = inner(name, x);
        Term[] s = sigmoid(inner);
        Series slope = Series.constant(1);
        if (name.equals("gelu")) {
            slope = slope.plus(x.times(x).times(3 * GELU_CUBIC)).times(GELU_SLOPE);
        }
        return inner.into(s).plus(x.times(inner.into(s[1], s[2], s[3])).times(slope));
    }

    private static Series inner(String name, Series x) {
        return name.equals("gelu")
                ? x.plus(x.times(x).times(x).times(GELU_CUBIC)).times(GELU_SLOPE)
                : x;
    }

    private static Term[] sigmoid(Series at) {
        return sigmoid(Math.max(-1e4, Math.min(1e4, at.value().toDouble())));
    }

    /** {@code pow}, {@code atan2} or {@code hypot} with this value. */
    static Scalar of(String name, double z, Scalar a, Scalar b) {
        Jet x = Jet.of(a);
        Jet y = Jet.of(b);
        if (JetMath.least(x, y) == Jet.LOST || Double.isNaN(z)) {
            String why = Double.isNaN(z) ? name + " is not a number" : JetMath.why(x, y);
            return new Jet(z, Series.constant(0), Jet.LOST, why);
        }
        if (name.equals("pow")) {
            return JetPower.of(z, a, b);
        }
        if (JetMath.least(x, y) == Jet.OVERFLOWED || Double.isInfinite(z)) {
            return new Jet(
                    z, Series.constant(0), Double.isInfinite(z) ? Jet.OVERFLOWED : Jet.LOST, name + " of infinity");
        }
        if (a.value() == 0 && b.value() == 0) {
            return JetMath.flat(z).until(name.equals("hypot") ? 1 : 0, name + " at the origin");
        }
        if (name.equals("hypot")) {
            Series r = x.series()
                    .times(x.series())
                    .plus(y.series().times(y.series()))
                    .squareRoot();
            Series inverse = r.inverse();
            return new Jet(z, r, JetMath.least(x, y), JetMath.why(x, y))
                    .of(
                            new Edge(x, () -> x.series().times(inverse)),
                            new Edge(y, () -> y.series().times(inverse)))
                    .valued(z);
        }
        Term[][] partials = angle(z, x.series(), y.series());
        return new Jet(z, Series.of(x.series(), y.series(), partials), JetMath.least(x, y), JetMath.why(x, y))
                .of(
                        new Edge(x, () -> Series.of(x.series(), y.series(), by(partials, 1, 0))),
                        new Edge(y, () -> Series.of(x.series(), y.series(), by(partials, 0, 1))))
                .valued(z);
    }

    /** The derivatives of the imaginary part of log(x + iy) are those of powers of 1/(x + iy). */
    private static Term[][] angle(double z, Series y, Series x) {
        Wide squares = x.value().times(x.value()).plus(y.value().times(y.value()));
        Wide re = x.value().over(squares);
        Wide im = y.value().over(squares).negated();
        Wide size = Wide.ONE.over(squares.sqrt());
        Term[][] partials = new Term[Series.ORDER + 1][Series.ORDER + 1];
        partials[0][0] = Term.of(z);
        Wide powerRe = re;
        Wide powerIm = im;
        Wide powerSize = size;
        for (int n = 1; n <= Series.ORDER; n++) {
            for (int i = 0; i <= n; i++) {
                // i derivatives by y: each multiplies by the imaginary unit.
                Wide part = switch (i) {
                    case 0 -> powerIm;
                    case 1 -> powerRe;
                    case 2 -> powerIm.negated();
                    default -> powerRe.negated();
                };
                partials[i][n - i] = new Term(part, powerSize);
            }
            Wide nextRe = powerRe.times(re).minus(powerIm.times(im)).times(-n);
            powerIm = powerRe.times(im).plus(powerIm.times(re)).times(-n);
            powerRe = nextRe;
            powerSize = powerSize.times(size).times(n);
        }
        return partials;
    }

    /** The table of a derivative's derivatives, as far as it goes. */
    private static Term[][] by(Term[][] partials, int first, int second) {
        Term[][] shifted = new Term[Series.ORDER + 1][Series.ORDER + 1];
        for (int i = 0; i <= Series.ORDER; i++) {
            for (int j = 0; i + j <= Series.ORDER; j++) {
                shifted[i][j] = i + j < Series.ORDER ? partials[i + first][j + second] : Term.ZERO;
            }
        }
        return shifted;
    }
}
