package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Scalar.Jet;
import dev.leibniz.processor.fuzz.Scalar.Jet.Edge;
import dev.leibniz.processor.fuzz.Scalar.Real;
import dev.leibniz.processor.fuzz.Series.Term;

/** The power function, which is another one for each kind of base and exponent. */
final class JetPower {

    private JetPower() {}

    static Scalar of(double z, Scalar a, Scalar b) {
        Jet x = Jet.of(a);
        Jet y = Jet.of(b);
        double base = a.value();
        double exponent = b.value();
        if (JetMath.least(x, y) == Jet.OVERFLOWED) {
            if (Double.isInfinite(z)) {
                return new Jet(z, Series.constant(0), Jet.OVERFLOWED, "infinite");
            }
            boolean gone = z == 0 && y.trusted() >= 0;
            return gone ? JetMath.flat(z) : new Jet(z, Series.constant(0), Jet.LOST, "pow of infinity");
        }
        int trusted = JetMath.least(x, y);
        String why = JetMath.why(x, y);
        if (Double.isInfinite(z)) {
            boolean pole = base == 0;
            return new Jet(z, Series.constant(0), pole ? Jet.LOST : Jet.OVERFLOWED, "pow is infinite");
        }
        if (base != 0 && Ranges.isBeyond(Wide.pow(Math.abs(base), exponent - 1))) {
            // The slope is made of this factor, and of the exponent, which may be as small.
            trusted = Math.min(trusted, 0);
            why = "a power beyond the range of double";
        }
        boolean whole = exponent == Math.rint(exponent);
        if (b instanceof Real) {
            Term[] d = fixed(z, base, exponent);
            Jet jet = new Jet(z, x.series().into(d), trusted, why)
                    .of(new Edge(x, () -> x.series().into(d[1], d[2], d[3])))
                    .valued(z);
            return base == 0 && !whole ? jet.until((int) Math.min(3, exponent), "pow at 0") : jet;
        }
        if (base > 0) {
            Series logarithm = x.series().into(JetFunctions.derivatives("log", base, Math.log(base)));
            Series product = y.series().times(logarithm);
            // A power is exp of that, whose value may be beyond the range of double on the way.
            Term e = Term.of(Wide.pow(base, exponent));
            Series power = product.into(e, e, e, e);
            return new Jet(z, power, trusted, why)
                    .of(
                            new Edge(
                                    x,
                                    () -> power.times(y.series())
                                            .times(x.series().inverse())),
                            new Edge(y, () -> power.times(logarithm)))
                    .valued(z);
        }
        if (base == 0 && exponent > 0) {
            // From the right: all derivatives by the exponent vanish as long as those by the base do.
            Series series = x.series().into(fixed(z, base, exponent));
            return new Jet(z, series, trusted, why).valued(z).until((int) Math.min(3, exponent), "pow at 0");
        }
        return new Jet(z, Series.constant(z), 0, "pow with a base that is not positive");
    }

    /** Derivatives by the base. */
    private static Term[] fixed(double z, double base, double exponent) {
        Term[] derivatives = new Term[Series.ORDER + 1];
        derivatives[0] = Term.of(z);
        double factor = 1;
        for (int k = 1; k <= Series.ORDER; k++) {
            factor *= exponent - (k - 1);
            double power = exponent - k;
            if (factor == 0 || base == 0 && power != 0) {
                derivatives[k] = Term.ZERO;
            } else if (base == 0) {
                derivatives[k] = Term.of(factor);
            } else {
                Wide size = Wide.pow(Math.abs(base), power);
                boolean negative = base < 0 && Math.abs(power % 2) == 1;
                derivatives[k] = Term.of((negative ? size.negated() : size).times(factor));
            }
        }
        return derivatives;
    }
}
