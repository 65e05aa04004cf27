package dev.leibniz.processor.analysis.memory;

import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether one whole number is less than another, each at a time of its own: the loops that both are in may have run on in
 * between. Numbers are known as a variable and the amount added to it, by the bounds of the loops that they count, and by
 * the values that they are chosen from. As everywhere in arrays, sums and products are taken not to overflow.
 */
final class Bounds {
    private static final int DEEPEST = 4;

    private final Places places;
    private final Predicate<Var> isSame;
    private final Loop.@Nullable For advanced;

    /**
     * @param isSame whether a variable has one value at both times
     * @param advanced the loop that has run on for at least one iteration at the later time; null if none has
     */
    Bounds(Places places, Predicate<Var> isSame, Loop.@Nullable For advanced) {
        this.places = places;
        this.isSame = isSame;
        this.advanced = advanced;
    }

    /**
     * {@code base + more}, at one of the two times.
     *
     * @param base null for a constant
     */
    private record Term(@Nullable Var base, int more, boolean later) {
        Term plus(int number) {
            return new Term(base, more + number, later);
        }
    }

    /** Whether a value is the same at both times. */
    boolean isSame(Value value) {
        return !(value instanceof Var variable) || isSame.test(variable);
    }

    /** Whether they differ for certain. */
    boolean differ(Value earlier, Value later) {
        if (differ(term(earlier, false), term(later, true))) {
            return true;
        }
        List<Value> factors = FlatIndex.factors(earlier, places);
        factors.addAll(FlatIndex.factors(later, places));
        return factors.stream().anyMatch(width -> isSame(width) && differ(earlier, later, width));
    }

    /** Whether places in a matrix that lies in one array, row by row, differ. */
    private boolean differ(Value earlier, Value later, Value width) {
        FlatIndex a = FlatIndex.of(earlier, width, places);
        FlatIndex b = FlatIndex.of(later, width, places);
        if (a == null || b == null) {
            return false;
        }
        Term columnA = term(a.column(), false).plus(a.more());
        Term columnB = term(b.column(), true).plus(b.more());
        Term end = term(width, false);
        return isBetweenZeroAnd(end, columnA)
                && isBetweenZeroAnd(end, columnB)
                && (differ(term(a.row(), false), term(b.row(), true)) || differ(columnA, columnB));
    }

    /** Whether {@code column + more} is certainly a place in rows of a width. */
    boolean isWithin(Value column, int more, Value width) {
        return isBetweenZeroAnd(term(width, false), term(column, false).plus(more));
    }

    private boolean isBetweenZeroAnd(Term end, Term column) {
        return isLess(new Term(null, -1, false), column) && isLess(column, end);
    }

    private boolean differ(Term a, Term b) {
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
        Loop.For loop = loopOf(term.base());
        if (loop == null) {
            chosen(term, above, depth, found);
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

    /** Bounds of a variable that has one of several values, as far as they are bounds of all of these. */
    private void chosen(Term term, boolean above, int depth, Set<Term> found) {
        Choice choice = Choice.of(Objects.requireNonNull(term.base()), places);
        if (choice == null) {
            return;
        }
        Set<Term> common = null;
        for (Value value : choice.values()) {
            Term source = term(value, term.later());
            boolean isItself = source.base() != null && choice.names().contains(source.base());
            if (isItself) {
                boolean goesOn = above ? source.more() <= 0 : source.more() >= 0;
                if (!goesOn) {
                    return;
                }
                continue;
            }
            Set<Term> bounds = new LinkedHashSet<>();
            collect(source, above, depth - 1, bounds);
            bounds.removeIf(bound -> !isOutside(bound, choice.around()));
            common = common == null ? bounds : common(common, bounds, above);
        }
        if (common != null) {
            common.forEach(bound -> found.add(bound.plus(term.more())));
        }
    }

    private boolean isOutside(Term bound, Region around) {
        return bound.base() == null || places.knows(bound.base()) && around.isWithin(places.definedIn(bound.base()));
    }

    private static Set<Term> common(Set<Term> a, Set<Term> b, boolean above) {
        Set<Term> common = new LinkedHashSet<>();
        for (Term one : a) {
            for (Term other : b) {
                if (one.base() == other.base() && one.later() == other.later()) {
                    common.add((one.more() < other.more()) == above ? other : one);
                }
            }
        }
        return common;
    }

    /** The loop that counts a variable. */
    private Loop.@Nullable For loopOf(Var variable) {
        if (!places.knows(variable) || places.definition(variable) != null) {
            return null;
        }
        return places.definedIn(variable).owner() instanceof Loop.For loop && loop.index() == variable ? loop : null;
    }
}
