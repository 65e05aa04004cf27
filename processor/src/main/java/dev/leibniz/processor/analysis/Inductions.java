package dev.leibniz.processor.analysis;

import dev.leibniz.processor.analysis.memory.Places;
import dev.leibniz.processor.analysis.memory.Region;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the induction variables of a function: {@code p} in {@code s += w[p++] * x[j]}, also where inner loops count it on. */
public final class Inductions {
    private static final int MOST_TERMS = 3;
    private static final int DEEPEST = 3;

    private final Places places;
    private final Map<Var, Optional<Induction>> known = new HashMap<>();

    public Inductions(Places places) {
        this.places = places;
    }

    /** The induction found for a variable, if it is one that a loop carries. */
    public Optional<Induction> of(Var variable) {
        Optional<Induction> found = known.get(variable);
        if (found == null) {
            found = Optional.ofNullable(find(variable));
            known.put(variable, found);
        }
        return found;
    }

    private @Nullable Induction find(Var variable) {
        if (variable.type() != Type.INT || !places.knows(variable) || places.definition(variable) != null) {
            return null;
        }
        Region region = places.definedIn(variable);
        int position = region.owner() instanceof Loop loop ? loop.params().indexOf(variable) : -1;
        if (position < 0 || region.owner() instanceof Loop.For loop && Math.abs(loop.step()) != 1) {
            return null;
        }
        Loop loop = (Loop) region.owner();
        Region body = places.region(loop.body());
        List<Induction.Term> change = change(loop.body().yields().get(position), variable, body);
        return change == null ? null : new Induction(loop, loop.inits().get(position), change);
    }

    /** The amount by which a value exceeds a variable; null if that may differ from iteration to iteration. */
    private @Nullable List<Induction.Term> change(Value value, Var variable, Region body) {
        if (value == variable) {
            return List.of();
        }
        if (!(value instanceof Var result) || !places.knows(result)) {
            return null;
        }
        Stmt definition = places.definition(result);
        if (definition instanceof Loop.For inner) {
            return changeByLoop(inner, result, variable, body);
        }
        if (!(definition instanceof Stmt.Let let
                && let.expr() instanceof Expr.Apply apply
                && apply.type() == Type.INT)) {
            return null;
        }
        if (apply.op() == Op.Primitive.ADD) {
            List<Induction.Term> left =
                    sum(apply.operands().get(0), apply.operands().get(1), false, variable, body);
            return left != null
                    ? left
                    : sum(apply.operands().get(1), apply.operands().get(0), false, variable, body);
        }
        return apply.op() == Op.Primitive.SUB
                ? sum(apply.operands().get(0), apply.operands().get(1), true, variable, body)
                : null;
    }

    private @Nullable List<Induction.Term> sum(Value value, Value step, boolean isNegative, Var variable, Region body) {
        List<Induction.Term> before = isInvariant(step, body, 0) ? change(value, variable, body) : null;
        return before == null ? null : plus(before, List.of(new Induction.Term(isNegative, step, List.of())));
    }

    private @Nullable List<Induction.Term> changeByLoop(Loop.For inner, Var result, Var variable, Region body) {
        int position = inner.results().indexOf(result);
        Induction within = of(inner.params().get(position)).orElse(null);
        List<Induction.Term> before = change(inner.inits().get(position), variable, body);
        boolean isSame = within != null
                && before != null
                && isInvariant(inner.from(), body, 0)
                && isInvariant(inner.bound(), body, 0)
                && within.change().stream().allMatch(term -> isInvariant(term, body));
        return isSame
                ? plus(
                        before,
                        within.change().stream()
                                .map(term -> repeated(term, inner))
                                .toList())
                : null;
    }

    private static Induction.Term repeated(Induction.Term term, Loop.For loop) {
        List<Loop.For> loops = new ArrayList<>(term.loops());
        loops.add(loop);
        return new Induction.Term(term.isNegative(), term.step(), loops);
    }

    private static @Nullable List<Induction.Term> plus(List<Induction.Term> some, List<Induction.Term> more) {
        List<Induction.Term> all = new ArrayList<>(some);
        all.addAll(more);
        return all.size() > MOST_TERMS ? null : all;
    }

    private boolean isInvariant(Induction.Term term, Region body) {
        return isInvariant(term.step(), body, 0)
                && term.loops().stream()
                        .allMatch(loop -> isInvariant(loop.from(), body, 0) && isInvariant(loop.bound(), body, 0));
    }

    /** Whether a value is the same in all iterations: one from outside of the loop's body, or a cheap operation on such values. */
    private boolean isInvariant(Value value, Region body, int depth) {
        if (!(value instanceof Var variable)) {
            return true;
        }
        if (!places.knows(variable)) {
            return false;
        }
        if (!places.definedIn(variable).isWithin(body)) {
            return true;
        }
        return depth < DEEPEST
                && places.definition(variable) instanceof Stmt.Let let
                && isCheap(let.expr())
                && let.expr().operands().stream().allMatch(operand -> isInvariant(operand, body, depth + 1));
    }

    private static boolean isCheap(Expr expr) {
        return expr instanceof Expr.Length
                || expr instanceof Expr.Apply apply
                        && apply.type() == Type.INT
                        && !apply.op().mayThrow(apply.type())
                        && (apply.op() instanceof Op.Primitive || ((Op.MathCall) apply.op()).isCheap());
    }
}
