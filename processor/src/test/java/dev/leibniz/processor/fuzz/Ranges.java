package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Scalar.Jet;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells up to which order derivatives can be computed in {@code double}, or in {@code float}, at all: the derivatives of intermediate values, the
 * partial derivatives of operations, and the adjoints of intermediate values, as far as the result depends on them, must be
 * numbers of ordinary range or zero. Where {@code x} is 1e-200, the derivative of {@code 1 / (1 / x)} is 1, but nobody gets it
 * from 1e400.
 */
final class Ranges {

    private final Wide least;
    private final Wide most;
    private final Map<Jet, Series> adjoints = new IdentityHashMap<>();
    private final List<Jet> order = new ArrayList<>();

    private Ranges(double least, double most) {
        this.least = Wide.of(least);
        this.most = Wide.of(most);
    }

    /** The result, trusted no further than its range goes. */
    static Jet limited(Jet result, boolean single) {
        if (result.trusted() < 0) {
            return result;
        }
        Ranges ranges = single ? new Ranges(1e-28, 1e29) : new Ranges(1e-280, 1e290);
        int order = ranges.orderOf(result);
        return result.until(Math.max(0, order), "beyond the range of double");
    }

    private int orderOf(Jet result) {
        visit(result);
        adjoints.put(result, Series.constant(1));
        int known = Series.ORDER;
        for (int i = order.size() - 1; i >= 0; i--) {
            Jet jet = order.get(i);
            known = Math.min(known, jet.series().orderWithin(least, most));
            Series adjoint = adjoints.getOrDefault(jet, Series.constant(0));
            known = Math.min(known, adjoint.orderWithin(least, most) + 1);
            for (Jet.Edge edge : jet.edges()) {
                Series partial = edge.partial().get();
                known = Math.min(known, partial.orderWithin(least, most) + 1);
                adjoints.merge(edge.operand(), adjoint.times(partial), Series::plus);
            }
        }
        return known;
    }

    /** Operands before what is made of them. */
    private void visit(Jet jet) {
        if (adjoints.containsKey(jet)) {
            return;
        }
        adjoints.put(jet, Series.constant(0));
        jet.edges().forEach(edge -> visit(edge.operand()));
        order.add(jet);
    }
}
