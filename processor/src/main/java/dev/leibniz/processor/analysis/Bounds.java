package dev.leibniz.processor.analysis;

import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether one whole number is less than another, each at a time of its own: the loops that both are in may have run on in
 * between. Numbers are known as a variable and what is added to it, and by the bounds of the loops that they count.
 */
final class Bounds {
    private static final int DEEPEST = 4;

    private final Places places;
    private final Predicate<Var> isSame;
    private final Stmt.@Nullable For advanced;

    /**
     * @param isSame which variables have one value at both times
     * @param advanced the loop that has run on for at least one iteration at the later time; null if none has
     */
    Bounds(Places places, Predicate<Var> isSame, Stmt.@Nullable For advanced) {
        this.places = places;
        this.isSame = isSame;
        this.advanced = advanced;
    }

    /**
     * {@code base + more}, at one of the two times.
     *
     * @param base null for a constant
     */
    private record Term(@Nullable Var base, int more, boolean later) {}

    /** Whether a value is the same at both times. */
    boolean isSame(Value value) {
        return !(value instanceof Var variable) || isSame.test(variable);
    }

    /** Whether they differ for certain. */
    boolean differ(Value earlier, Value later) {
        Term a = term(earlier, false);
        Term b = term(later, true);
        return isLess(a, b) || isLess(b, a) || a.base() == b.base() && a.later() == b.later() && a.more() != b.more();
    }

    private boolean isLess(Term a, Term b) {
        Set<Term> above = bounds(a, true);
        Set<Term> below = bounds(b, false);
        return above.stream()
                .anyMatch(high -> below.stream()
                        .anyMatch(low ->
                                high.base() == low.base() && high.later() == low.later() && high.more() < low.more()));
    }

    private Term term(Value value, boolean later) {
        if (value instanceof Const constant && constant.value() instanceof Integer number) {
            return new Term(null, number, false);
        }
        Var variable = value instanceof Var known ? known : Var.temporary(value.type());
        Stmt definition = places.knows(variable) ? places.definition(variable) : null;
        if (definition instanceof Stmt.Let let
                && let.expr() instanceof Expr.Apply apply
                && (apply.op() == Primitive.ADD || apply.op() == Primitive.SUB)
                && apply.operand(1) instanceof Const constant
                && constant.value() instanceof Integer number) {
            Term inner = term(apply.operand(0), later);
            return new Term(
                    inner.base(), inner.more() + (apply.op() == Primitive.ADD ? number : -number), inner.later());
        }
        return new Term(variable, 0, later && !isSame.test(variable));
    }

    /** Numbers that it is not above, or not below, itself among them. */
    private Set<Term> bounds(Term term, boolean above) {
        Set<Term> found = new LinkedHashSet<>();
        collect(term, above, DEEPEST, found);
        return found;
    }

    private void collect(Term term, boolean above, int depth, Set<Term> found) {
        if (!found.add(term) || depth == 0 || term.base() == null) {
            return;
        }
        Stmt.For loop = loopOf(term.base());
        if (loop == null) {
            return;
        }
        boolean ascends = loop.step() > 0;
        if (loop == advanced && term.later() && above != ascends) {
            collect(new Term(term.base(), term.more() + loop.step(), false), above, depth - 1, found);
        }
        boolean isFirst = above != ascends;
        Term bound = term(isFirst ? loop.from() : loop.bound(), term.later());
        boolean isOutside = !isFirst && (loop.relation() == Primitive.LT || loop.relation() == Primitive.GT);
        int more = bound.more() + term.more() + (isOutside ? above ? -1 : 1 : 0);
        collect(new Term(bound.base(), more, bound.later()), above, depth - 1, found);
    }

    /** The loop that counts a variable. */
    private Stmt.@Nullable For loopOf(Var variable) {
        if (!places.knows(variable) || places.definition(variable) != null) {
            return null;
        }
        return places.definedIn(variable).owner() instanceof Stmt.For loop && loop.index() == variable ? loop : null;
    }
}
