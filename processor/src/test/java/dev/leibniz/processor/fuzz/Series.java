package dev.leibniz.processor.fuzz;

import java.util.Map;
import java.util.TreeMap;

/**
 * A Taylor polynomial in the differentiated scalars, up to the third order. Each coefficient has a size beside its value:
 * what it would be if no terms of its sum cancelled, by which errors are measured.
 */
final class Series {

    static final int ORDER = 3;

    private static final int BITS = 10;
    private static final long MASK = (1 << BITS) - 1;

    /** A coefficient. */
    record Term(Wide value, Wide size) {
        static final Term ZERO = new Term(Wide.ZERO, Wide.ZERO);

        static Term of(Wide value) {
            return new Term(value, value.abs());
        }

        static Term of(double value) {
            return of(Wide.of(value));
        }

        /** With a size of at least {@code scale}: the usual formula has terms of that size. */
        Term atScale(double scale) {
            Wide least = Wide.of(scale);
            return size.isLessThan(least) ? new Term(value, least) : this;
        }

        Term times(Term other) {
            return new Term(value.times(other.value), size.times(other.size));
        }

        Term times(double factor) {
            return new Term(value.times(factor), size.times(Math.abs(factor)));
        }

        Term plus(Term other) {
            return new Term(value.plus(other.value), size.plus(other.size));
        }
    }

    private final Term constant;
    private final Map<Long, Term> terms;

    private Series(Term constant, Map<Long, Term> terms) {
        this.constant = constant;
        this.terms = terms;
    }

    static Series constant(double value) {
        return new Series(Term.of(value), Map.of());
    }

    /** The differentiated scalar of this number. */
    static Series variable(int number, double value) {
        return new Series(Term.of(value), Map.of(number + 1L, Term.of(1)));
    }

    Wide value() {
        return constant.value();
    }

    /** The same with another value, that of Java. */
    Series withValue(double value) {
        return new Series(Term.of(value), terms);
    }

    /** The part without the constant, whose fourth power is nothing. */
    private Series rest() {
        return new Series(Term.ZERO, terms);
    }

    Series plus(Series other) {
        Map<Long, Term> sum = new TreeMap<>(terms);
        other.terms.forEach((key, term) -> sum.merge(key, term, Term::plus));
        return new Series(constant.plus(other.constant), sum);
    }

    Series times(double factor) {
        return times(Term.of(factor));
    }

    private Series times(Term factor) {
        Map<Long, Term> product = new TreeMap<>();
        terms.forEach((key, term) -> product.put(key, term.times(factor)));
        return new Series(constant.times(factor), product);
    }

    Series minus(Series other) {
        return plus(other.times(-1));
    }

    Series times(Series other) {
        Map<Long, Term> product = new TreeMap<>();
        if (!constant.size().isZero()) {
            other.terms.forEach((key, term) -> product.merge(key, term.times(constant), Term::plus));
        }
        if (!other.constant.size().isZero()) {
            terms.forEach((key, term) -> product.merge(key, term.times(other.constant), Term::plus));
        }
        terms.forEach((a, left) -> other.terms.forEach((b, right) -> {
            if (degree(a) + degree(b) <= ORDER) {
                product.merge(joined(a, b), left.times(right), Term::plus);
            }
        }));
        return new Series(constant.times(other.constant), product);
    }

    /** A function of this, given by its value and its derivatives there. */
    Series into(Term... derivatives) {
        Series rest = rest();
        Series power = rest;
        Series sum = new Series(derivatives[0], Map.of());
        double factorial = 1;
        for (int k = 1; k < derivatives.length; k++) {
            factorial *= k;
            sum = sum.plus(power.times(derivatives[k].times(1 / factorial)));
            power = power.times(rest);
        }
        return sum;
    }

    /** A function of two series; {@code partials[i][j]} is its derivative i times by the first and j times by the second. */
    static Series of(Series x, Series y, Term[][] partials) {
        Series sum = new Series(partials[0][0], Map.of());
        Series xs = constant(1);
        double xFactorial = 1;
        for (int i = 0; i <= ORDER; i++) {
            Series product = xs;
            double factorial = xFactorial;
            for (int j = 0; i + j <= ORDER; j++) {
                if (i + j > 0) {
                    sum = sum.plus(
                            product.times(partials[i][j].times(1 / factorial)).rest());
                }
                product = product.times(y.rest());
                factorial *= j + 1;
            }
            xs = xs.times(x.rest());
            xFactorial *= i + 1;
        }
        return sum;
    }

    Series inverse() {
        Wide one = Wide.ONE.over(constant.value());
        Term first = Term.of(one);
        Term square = first.times(first);
        return into(
                first,
                square.times(-1),
                square.times(first).times(2),
                square.times(square).times(-6));
    }

    Series squareRoot() {
        Wide root = constant.value().sqrt();
        Term inverse = Term.of(Wide.ONE.over(constant.value()));
        Term first = Term.of(Wide.of(0.5).over(root));
        Term second = first.times(inverse).times(-0.5);
        return into(Term.of(root), first, second, second.times(inverse).times(-1.5));
    }

    /** The derivative by these scalars, one to three of them. */
    Term derivative(int... numbers) {
        long key = 0;
        for (int number : numbers) {
            key = joined(key, number + 1L);
        }
        Term term = terms.getOrDefault(key, Term.ZERO);
        double factor = 1;
        int equal = 1;
        for (long rest = key; rest != 0; rest >>= BITS) {
            equal = (rest & MASK) == (rest >> BITS & MASK) ? equal + 1 : 1;
            factor *= equal;
        }
        return term.times(factor);
    }

    /** A constant of any size. */
    static Series constant(Wide value) {
        return new Series(Term.of(value), Map.of());
    }

    /** The part of the first order. */
    Series linear() {
        Map<Long, Term> first = new TreeMap<>();
        terms.forEach((key, term) -> {
            if (degree(key) == 1) {
                first.put(key, term);
            }
        });
        return new Series(Term.ZERO, first);
    }

    /** Without what is smaller than this. */
    Series flushed(Wide least) {
        Map<Long, Term> left = new TreeMap<>();
        terms.forEach((key, term) -> {
            if (!term.value().abs().isLessThan(least)) {
                left.put(key, term);
            }
        });
        return new Series(constant.value().abs().isLessThan(least) ? Term.ZERO : constant, left);
    }

    /** The largest order up to which all terms, and those they are sums of, are at most of this size; −1 if none. */
    int orderBelow(Wide most) {
        int order = most.isLessThan(constant.size()) ? -1 : ORDER;
        for (Map.Entry<Long, Term> e : terms.entrySet()) {
            if (degree(e.getKey()) <= order && most.isLessThan(e.getValue().size())) {
                order = degree(e.getKey()) - 1;
            }
        }
        return order;
    }

    /** The largest order up to which this is another series, but for rounding and for what is too small; −1 if none. */
    int agreement(Series other, Wide least) {
        Series difference = minus(other);
        int order = isSmall(difference.constant, least) ? ORDER : -1;
        for (Map.Entry<Long, Term> e : difference.terms.entrySet()) {
            if (degree(e.getKey()) <= order && !isSmall(e.getValue(), least)) {
                order = degree(e.getKey()) - 1;
            }
        }
        return order;
    }

    private static boolean isSmall(Term difference, Wide least) {
        Wide error = difference.value().abs();
        return error.isLessThan(least) || error.isLessThan(difference.size().times(1e-9));
    }

    /** Whether all coefficients up to an order are those of another series, but for rounding. */
    boolean agrees(Series other, int order) {
        return minus(other).terms.entrySet().stream()
                .filter(e -> degree(e.getKey()) <= order)
                .map(Map.Entry::getValue)
                .allMatch(t -> !t.size().times(1e-12).isLessThan(t.value().abs()));
    }

    private static int degree(long key) {
        return key >> 2 * BITS != 0 ? 3 : key >> BITS != 0 ? 2 : key != 0 ? 1 : 0;
    }

    /** The key of a product: variables in ascending order from the highest bits down. */
    private static long joined(long a, long b) {
        long[] variables = new long[2 * ORDER];
        int n = 0;
        for (long rest = a; rest != 0; rest >>= BITS) {
            variables[n++] = rest & MASK;
        }
        for (long rest = b; rest != 0; rest >>= BITS) {
            variables[n++] = rest & MASK;
        }
        java.util.Arrays.sort(variables, 0, n);
        long key = 0;
        for (int i = 0; i < n; i++) {
            key = key << BITS | variables[i];
        }
        return key;
    }

    @Override
    public String toString() {
        return constant.value() + " " + terms;
    }
}
