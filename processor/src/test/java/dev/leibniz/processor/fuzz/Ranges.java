package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Scalar.Jet;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells up to which order derivatives can be computed in {@code double}, or in {@code float}, at all. The derivatives of
 * intermediate values, the partial derivatives of operations, and the adjoints of intermediate values, as far as the result
 * depends on them, must not be too large; and it must not matter that those that are too small are zero. Where {@code x} is
 * 1e-200, the derivative of {@code 1 / (1 / x)} is 1, but nobody gets it from 1e400.
 */
final class Ranges {

    private static final double LARGEST = 1e290;

    private final Wide least;
    private final Wide most;
    private final Map<Jet, Series> adjoints = new IdentityHashMap<>();
    private final Map<Jet, Series> flushed = new IdentityHashMap<>();
    private final Map<Jet, Series> tangents = new IdentityHashMap<>();
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
        Ranges ranges = single ? new Ranges(1e-30, 1e29) : new Ranges(1e-290, LARGEST);
        int order = ranges.orderOf(result);
        return result.until(Math.max(0, order), "beyond the range of double");
    }

    /** Whether a factor of a partial derivative is too large, or infinite. */
    static boolean isBeyond(Wide factor) {
        return Wide.of(LARGEST).isLessThan(factor);
    }

    private int orderOf(Jet result) {
        visit(result);
        int known = forward(result);
        adjoints.put(result, Series.constant(1));
        flushed.put(result, Series.constant(1));
        for (int i = order.size() - 1; i >= 0; i--) {
            Jet jet = order.get(i);
            Series adjoint = adjoints.get(jet);
            known = Math.min(known, adjoint.orderBelow(most) + 1);
            for (Jet.Edge edge : jet.edges()) {
                Series partial = edge.partial().get();
                known = Math.min(known, partial.orderBelow(most) + 1);
                adjoints.merge(edge.operand(), adjoint.times(partial), Series::plus);
                Series small = flushed.get(jet).times(partial.flushed(least)).flushed(least);
                flushed.merge(edge.operand(), small, Series::plus);
            }
            if (jet.edges().isEmpty()) {
                known = Math.min(known, adjoint.agreement(flushed.get(jet), least) + 1);
            }
        }
        return known;
    }

    /** The order up to which what is carried forward stays in range. */
    private int forward(Jet result) {
        int known = Series.ORDER;
        for (Jet jet : order) {
            boolean made = !jet.edges().isEmpty();
            double size = Math.abs(jet.number());
            if (made && size != 0 && Wide.of(size).isLessThan(least)) {
                return 0;
            }
            known = Math.min(known, jet.series().orderBelow(most));
            Series tangent = made ? Series.constant(0) : jet.series().linear();
            for (Jet.Edge edge : jet.edges()) {
                Series factor =
                        Series.constant(edge.partial().get().flushed(least).value());
                tangent =
                        tangent.plus(factor.times(tangents.get(edge.operand())).flushed(least));
            }
            tangents.put(jet, tangent);
        }
        boolean all = result.series().linear().agreement(tangents.get(result), least) > 0;
        return all ? known : 0;
    }

    /** Operands before what is made of them. */
    private void visit(Jet jet) {
        if (adjoints.containsKey(jet)) {
            return;
        }
        adjoints.put(jet, Series.constant(0));
        flushed.put(jet, Series.constant(0));
        jet.edges().forEach(edge -> visit(edge.operand()));
        order.add(jet);
    }
}
