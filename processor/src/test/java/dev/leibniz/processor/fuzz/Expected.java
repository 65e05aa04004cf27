package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Series.Term;
import java.util.List;

/**
 * What a function's value, gradient and Hessian are, and up to which order they can be known at the point (none of them if
 * {@code trusted} is negative).
 */
record Expected(Term value, int trusted, String why, List<Term> gradient, List<List<Term>> hessian) {

    /** A linear combination of terms. */
    static Term combined(List<Term> terms, double... weights) {
        Term sum = Term.ZERO;
        for (int i = 0; i < weights.length; i++) {
            sum = weights[i] == 0 ? sum : sum.plus(terms.get(i).times(weights[i]));
        }
        return sum;
    }

    Term along(double[] direction) {
        return combined(gradient, direction);
    }

    List<Term> hessianTimes(double[] direction) {
        return hessian.stream().map(row -> combined(row, direction)).toList();
    }
}
