package dev.leibniz.processor.transform.replay;

import dev.leibniz.processor.analysis.memory.Memory;
import dev.leibniz.processor.analysis.memory.Places;
import dev.leibniz.processor.analysis.memory.PointsTo;
import dev.leibniz.processor.analysis.memory.Site;
import dev.leibniz.processor.analysis.memory.Summaries;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Callee.Replay;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An iteration run backward: from the values a loop carries after an iteration, and the arrays as they are then, to the state before, by
 * the inverses of the calls that stand in the loop's body. All else that an iteration changes stays as it is.
 */
final class UndoneIteration {
    private final Function iteration;
    private final int carried;
    private final PointsTo pointsTo;
    private final Memory memory;
    private final Set<Site> written = new LinkedHashSet<>();
    private final Map<Value, Value> known = new HashMap<>();
    private final Map<Var, Stmt.Let> definitions = new HashMap<>();
    private final Set<Var> changed = new LinkedHashSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<Integer> restored = new LinkedHashSet<>();
    private BlockBuilder out = new BlockBuilder();
    private final Function function;

    /** The refusal to undo an iteration that cannot be undone. */
    static final class Impossible extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Impossible(String reason) {
            super(reason, null, false, false);
        }
    }

    /**
     * @param steps the loop
     * @param summaries the summaries of the functions of the program, as they were read
     * @throws Impossible if there is no way
     */
    UndoneIteration(LoopSteps steps, Summaries summaries) {
        this.iteration = steps.iteration();
        this.carried = steps.carried();
        this.pointsTo = PointsTo.of(iteration, summaries);
        this.memory = Memory.of(iteration, Places.of(iteration), pointsTo, summaries);
        Walk.forEach(
                iteration.body(), stmt -> written.addAll(memory.effects(stmt).writes()));
        for (Stmt stmt : iteration.body().stmts()) {
            if (stmt instanceof Stmt.Let let) {
                definitions.put(let.target(), let);
            }
        }
        this.function = function();
    }

    /** Takes the parameters of one iteration; yields the values the loop carries before it. */
    Function undo() {
        return new Copier().function(function);
    }

    /** The positions of the parameters that are as they were before. */
    Set<Integer> restored() {
        return restored;
    }

    /** The methods and their inverses, for messages. */
    String description() {
        return String.join(", ", names);
    }

    /**
     * A value that is not made as it was before is that after the last iteration, and so says nothing of the state after an
     * earlier one. Which values are made as before depends on which of them can be used for it; so the others are left out until
     * all that are used are restored.
     */
    private Function function() {
        Set<Integer> usable = new LinkedHashSet<>();
        for (int i = 0; i < carried; i++) {
            usable.add(i);
        }
        List<Var> params = new ArrayList<>();
        List<Value> before = new ArrayList<>();
        do {
            params.clear();
            before.clear();
            undo(usable, params, before);
        } while (usable.retainAll(restored));
        noteArrays();
        return new Function(iteration.name(), params, iteration.results(), out.build(before));
    }

    /** The values before the iteration, made of those values after it that are usable. */
    private void undo(Set<Integer> usable, List<Var> params, List<Value> before) {
        out = new BlockBuilder();
        known.clear();
        changed.clear();
        names.clear();
        restored.clear();
        for (int i = 0; i < iteration.params().size(); i++) {
            Var param = iteration.params().get(i).fresh();
            params.add(param);
            if (i >= carried) {
                known.put(iteration.params().get(i), param);
            } else if (usable.contains(i)) {
                known.putIfAbsent(iteration.body().yields().get(i), param);
            }
        }
        countBack(usable);
        List<Stmt> stmts = iteration.body().stmts();
        for (int i = stmts.size() - 1; i >= 0; i--) {
            if (inverse(stmts.get(i)) != null) {
                undo((Stmt.Call) stmts.get(i), java.util.Objects.requireNonNull(inverse(stmts.get(i))));
            }
        }
        for (int i = 0; i < carried; i++) {
            Value value = known.get(iteration.params().get(i));
            if (value != null) {
                restored.add(i);
            }
            before.add(value == null ? params.get(i) : value);
        }
    }

    /** Restores the variables that each iteration adds to, or subtracts from. */
    private void countBack(Set<Integer> usable) {
        for (int i = 0; i < carried; i++) {
            Var before = iteration.params().get(i);
            Value after = iteration.body().yields().get(i);
            if (usable.contains(i)
                    && after instanceof Var counted
                    && definitions.containsKey(counted)
                    && definitions.get(counted).expr() instanceof Expr.Apply sum
                    && (sum.op() == Op.Primitive.ADD || sum.op() == Op.Primitive.SUB)
                    && sum.operand(0) == before
                    && isFixed(sum.operand(1))) {
                Value by = resolved(sum.operand(1), "");
                Op back = sum.op() == Op.Primitive.ADD ? Op.Primitive.SUB : Op.Primitive.ADD;
                Value now = java.util.Objects.requireNonNull(known.get(after));
                known.put(before, out.apply(back, sum.type(), now, by));
            }
        }
    }

    private boolean isFixed(Value value) {
        return value instanceof Const
                || value.type() instanceof dev.leibniz.processor.ir.Type.Scalar && known.containsKey(value);
    }

    private static Replay.@org.jspecify.annotations.Nullable Inverse inverse(Stmt stmt) {
        return stmt instanceof Stmt.Call call
                        && call.callee() instanceof Callee.Local local
                        && local.replay() instanceof Replay.Inverse inverse
                ? inverse
                : null;
    }

    private void undo(Stmt.Call call, Replay.Inverse inverse) {
        out.at(call.origin());
        names.add(inverse.inverse() + " does not undo " + inverse.method());
        int state = inverse.state();
        List<Value> args = new ArrayList<>();
        boolean isInPlace = call.results().isEmpty();
        for (int i = 0; i < state; i++) {
            Value after = isInPlace ? call.args().get(i) : call.results().get(i);
            Value now = after instanceof Const ? after : known.get(after);
            if (now == null) {
                throw new Impossible(
                        isInPlace
                                ? "an array that `" + inverse.method() + "` changes is made in the loop"
                                : "what `" + inverse.method()
                                        + "` returns is not all that the next iteration starts from");
            }
            if (!isInPlace && after.type().isArray() && isWritten(call.args().get(i))) {
                throw new Impossible(
                        "`" + inverse.method() + "` returns its next state, and the loop writes to the one before");
            }
            args.add(now);
            if (isInPlace) {
                changed.add((Var) after);
            }
        }
        for (Value arg : call.args().subList(state, call.args().size())) {
            args.add(resolved(arg, inverse.method()));
        }
        List<Var> before = new ArrayList<>();
        call.results().forEach(result -> before.add(result.fresh()));
        out.add(new Stmt.Call(new Callee.Local(inverse.function()), args, before, call.origin()));
        for (int i = 0; i < before.size(); i++) {
            known.putIfAbsent(call.args().get(i), before.get(i));
        }
    }

    private boolean isWritten(Value array) {
        return !Collections.disjoint(pointsTo.reachable(array), written);
    }

    /** A value of the iteration, from values of the state after it that are known, or do not change. */
    private Value resolved(Value value, String method) {
        if (value instanceof Const) {
            return value;
        }
        Value already = known.get(value);
        if (already != null
                && !(value.type().isArray() && isWritten(value) && !changed.contains(value) && !isOnlyUndone(value))) {
            return already;
        }
        Stmt.Let let = value instanceof Var variable ? definitions.get(variable) : null;
        boolean isFixed = let != null
                && already == null
                && !let.expr().makesArray()
                && let.operands().stream()
                        .noneMatch(operand ->
                                operand.type().isArray() && !(let.expr() instanceof Expr.Length) && isWritten(operand));
        if (!isFixed) {
            throw new Impossible("an argument of `" + method
                    + "` depends on what the iteration changes, so that it is not known when the step is to be undone");
        }
        Expr expr = Walk.mapOperands(let.expr(), operand -> resolved(operand, method));
        Var again = new Var(let.target().name(), let.target().type());
        out.add(new Stmt.Let(again, expr, let.origin()));
        known.put(value, again);
        return again;
    }

    /** Whether no code but calls that are undone changes an array. */
    private boolean isOnlyUndone(Value array) {
        Set<Site> own = pointsTo.reachable(array);
        Set<Stmt> undone = new HashSet<>();
        iteration.body().stmts().stream().filter(stmt -> inverse(stmt) != null).forEach(undone::add);
        return !Walk.any(
                iteration.body(),
                stmt -> !Collections.disjoint(memory.effects(stmt).writes(), own)
                        && !(undone.contains(stmt) && changesOnlyState((Stmt.Call) stmt)));
    }

    private boolean changesOnlyState(Stmt.Call call) {
        Replay.Inverse inverse = java.util.Objects.requireNonNull(inverse(call));
        Set<Site> state = new HashSet<>();
        call.args().subList(0, inverse.state()).forEach(arg -> state.addAll(pointsTo.reachable(arg)));
        return state.containsAll(memory.effects(call).writes());
    }

    /** Arrays that are changed by nothing but calls that were undone are as they were. */
    private void noteArrays() {
        for (int i = 0; i < iteration.params().size(); i++) {
            Var param = iteration.params().get(i);
            if (!param.type().isArray() || !isWritten(param)) {
                continue;
            }
            if (isOnlyUndone(param) && (i >= carried || restored.contains(i))) {
                restored.add(i);
            } else {
                restored.remove(i);
                if (changed.contains(param)) {
                    throw new Impossible("something else changes the state, too");
                }
            }
        }
    }
}
