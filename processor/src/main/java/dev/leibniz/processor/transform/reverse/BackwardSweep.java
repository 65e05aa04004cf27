package dev.leibniz.processor.transform.reverse;

import dev.leibniz.processor.analysis.Activity;
import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrVerifier;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.transform.calls.CallAdjoints;
import dev.leibniz.processor.transform.derivation.Names;
import dev.leibniz.processor.transform.record.BackwardScope;
import dev.leibniz.processor.transform.record.CarriedAdjoints;
import dev.leibniz.processor.transform.record.Recorder;
import dev.leibniz.processor.transform.record.Shadows;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The adjoint of each statement, appended to a {@link BackwardScope}. Blocks are processed from their last statement to
 * the first; primal values are asked of the {@link Recorder}.
 */
final class BackwardSweep {
    private final FunctionAnalysis facts;
    private final Activity activity;
    private final Shadows shadows;
    private final Recorder recorder;
    private final CallAdjoints calls;
    private final LoopAdjoints loops;
    private final OperationAdjoints operations;
    private final Map<Stmt, Boolean> activeContent = new IdentityHashMap<>();

    /**
     * @param joint makes both sweeps of the loops that run again
     */
    BackwardSweep(FunctionAnalysis facts, Shadows shadows, Recorder recorder, CallAdjoints calls, JointSweep joint) {
        this.facts = facts;
        this.activity = facts.activity();
        this.shadows = shadows;
        this.recorder = recorder;
        this.calls = calls;
        this.operations = new OperationAdjoints(facts, recorder);
        this.loops = new LoopAdjoints(facts, recorder, new LoopAdjoints.Bodies() {
            @Override
            public void backward(Block block, BackwardScope scope) {
                BackwardSweep.this.block(block, scope);
            }

            @Override
            public void bothSweeps(Block block, BackwardScope scope, CarriedAdjoints carried, BlockBuilder out) {
                joint.sweep(block, scope, recorder, (s, r) -> carried.seed(block.yields(), s), out);
            }
        });
    }

    private void block(Block block, BackwardScope scope) {
        if (IrVerifier.endsInThrow(block)) {
            return;
        }
        List<Stmt> stmts = block.stmts();
        for (int i = stmts.size() - 1; i >= 0; i--) {
            statement(stmts.get(i), scope);
        }
    }

    /** Appends the adjoint of one statement. */
    void statement(Stmt stmt, BackwardScope scope) {
        if (!stmt.blocks().isEmpty() && !activeContent.computeIfAbsent(stmt, this::hasActiveContent)) {
            return;
        }
        scope.out().at(stmt.origin());
        if (stmt instanceof Stmt.Let let) {
            let(let, scope);
        } else if (stmt instanceof Stmt.Store s) {
            store(s, scope);
        } else if (stmt instanceof Stmt.Accumulate s) {
            if (isActiveArray(s.array()) && activity.isActive(s.value())) {
                Value shadow = recorder.shadow(s.array(), scope);
                Value index = recorder.access(s.index(), scope);
                scope.contribute(s.value(), scope.out().load(shadow, index));
            }
        } else if (stmt instanceof Stmt.Fill s) {
            fill(s, scope);
        } else if (stmt instanceof Stmt.CopyRange s) {
            copyRange(s, scope);
        } else if (stmt instanceof Stmt.AddInto s) {
            if (isActiveArray(s.source()) && isActiveArray(s.target())) {
                addInto(recorder.shadow(s.source(), scope), recorder.shadow(s.target(), scope), scope);
            }
        } else if (stmt instanceof Stmt.If s) {
            branch(s, scope);
        } else if (stmt instanceof Loop.For s) {
            loops.counted(s, scope);
        } else if (stmt instanceof Loop.While s) {
            loops.uncounted(s, scope);
        } else if (stmt instanceof Stmt.Call s) {
            if (!Activity.stopsGradient(s)) {
                calls.adjoint(s, scope, recorder, facts);
            }
        } else {
            activity.requireNoShadow(stmt);
        }
    }

    /** Whether derivatives pass through the statement at all. */
    private boolean hasActiveContent(Stmt stmt) {
        boolean active = stmt.results().stream().anyMatch(activity::carries)
                || Walk.blockParams(stmt).stream().anyMatch(activity::isActive)
                || !(stmt instanceof Stmt.Let) && stmt.operands().stream().anyMatch(activity::carries);
        return active
                || stmt.blocks().stream()
                        .flatMap(block -> block.stmts().stream())
                        .anyMatch(this::hasActiveContent);
    }

    private boolean isActiveArray(Value array) {
        return facts.pointsTo().reachable(array).stream().anyMatch(activity::isActive);
    }

    // ---- simple statements -------------------------------------------------------------------------------------

    private void let(Stmt.Let let, BackwardScope scope) {
        Var target = let.target();
        if (let.expr() instanceof Expr.Apply apply) {
            Value adjoint = scope.adjoint(target);
            if (adjoint != null && activity.isActive(target)) {
                operations.add(apply, target, adjoint, scope);
            }
        } else if (let.expr() instanceof Expr.Load load) {
            Value adjoint = scope.adjoint(target);
            if (adjoint != null && isActiveArray(load.array())) {
                Value shadow = recorder.shadow(load.array(), scope);
                scope.out().accumulate(shadow, recorder.access(load.index(), scope), adjoint);
            }
        } else if (let.expr() instanceof Expr.CloneArray clone
                && isActiveArray(target)
                && isActiveArray(clone.array())) {
            if (clone.deep() || target.type().rank() == 1) {
                addInto(recorder.shadow(clone.array(), scope), recorder.shadow(target, scope), scope);
            }
        } else if (let.expr() instanceof Expr.CopyOfRange copy
                && target.type().rank() == 1
                && isActiveArray(target)
                && isActiveArray(copy.array())) {
            copyOfRange(copy, target, scope);
        }
    }

    private void addInto(Value target, Value source, BackwardScope scope) {
        scope.out().add(new Stmt.AddInto(target, source, scope.out().origin()));
    }

    private void store(Stmt.Store store, BackwardScope scope) {
        if (store.value().type().isArray() || !isActiveArray(store.array())) {
            return;
        }
        Value shadow = recorder.shadow(store.array(), scope);
        Value index = recorder.access(store.index(), scope);
        boolean isActive = activity.isActive(store.value());
        Value adjoint = isActive ? scope.out().load(shadow, index) : store.value();
        scope.out().store(shadow, index, Const.zero(store.value().type()));
        if (isActive) {
            scope.contribute(store.value(), adjoint);
        }
    }

    private void fill(Stmt.Fill fill, BackwardScope scope) {
        if (fill.value().type().isArray() || !isActiveArray(fill.array())) {
            return;
        }
        Value shadow = recorder.shadow(fill.array(), scope);
        Value from = recorder.access(fill.from(), scope);
        Value to = recorder.access(fill.to(), scope);
        if (activity.isActive(fill.value())) {
            Var sum = new Var("", fill.value().type());
            Var total = new Var("", fill.value().type());
            Var i = new Var("i", Type.INT);
            BlockBuilder body = scope.out().nested();
            Value next = body.plus(sum, body.load(shadow, i));
            Const zero = Const.zero(sum.type());
            scope.out()
                    .add(new Loop.For(
                            i,
                            from,
                            Op.Primitive.LT,
                            to,
                            1,
                            List.of(sum),
                            List.of(zero),
                            body.build(next),
                            List.of(total),
                            fill.origin()));
            scope.contribute(fill.value(), total);
        }
        Const zero = Const.zero(fill.value().type());
        scope.out().add(new Stmt.Fill(shadow, from, to, zero, fill.origin()));
    }

    private void copyOfRange(Expr.CopyOfRange copy, Var target, BackwardScope scope) {
        BlockBuilder out = scope.out();
        Value from = recorder.access(copy.from(), scope);
        Value to = recorder.access(copy.to(), scope);
        Value source = recorder.shadow(copy.array(), scope);
        Value end = out.math("min", to, out.length(source));
        addRange(source, from, recorder.shadow(target, scope), Const.of(0), out.minus(end, from), out);
    }

    private void copyRange(Stmt.CopyRange copy, BackwardScope scope) {
        if (copy.source().type().rank() > 1 || !isActiveArray(copy.target())) {
            return;
        }
        BlockBuilder out = scope.out();
        Value target = recorder.shadow(copy.target(), scope);
        Value from = recorder.access(copy.targetFrom(), scope);
        Value length = recorder.access(copy.length(), scope);
        Value end = out.plus(from, length);
        Const zero = Const.zero(copy.target().type().element());
        if (!isActiveArray(copy.source())) {
            out.add(new Stmt.Fill(target, from, end, zero, copy.origin()));
            return;
        }
        Value source = recorder.shadow(copy.source(), scope);
        Value sourceFrom = recorder.access(copy.sourceFrom(), scope);
        Value moved = target;
        Value movedFrom = from;
        boolean mayOverlap = facts.pointsTo().mayAlias(copy.source(), copy.target());
        if (mayOverlap) {
            moved = out.let("moved", new Expr.CopyOfRange(target, from, end));
            movedFrom = Const.of(0);
            out.add(new Stmt.Fill(target, from, end, zero, copy.origin()));
        }
        addRange(source, sourceFrom, moved, movedFrom, length, out);
        if (!mayOverlap) {
            out.add(new Stmt.Fill(target, from, end, zero, copy.origin()));
        }
    }

    private static void addRange(
            Value target, Value targetFrom, Value source, Value sourceFrom, Value length, BlockBuilder out) {
        Var i = new Var("i", Type.INT);
        BlockBuilder body = out.nested();
        Value element = body.load(source, offset(sourceFrom, i, body));
        body.accumulate(target, offset(targetFrom, i, body), element);
        out.loop(i, length, body);
    }

    private static Value offset(Value from, Value i, BlockBuilder out) {
        return from instanceof Const c && c.is(0) ? i : out.plus(from, i);
    }

    // ---- control flow ------------------------------------------------------------------------------------------

    private void branch(Stmt.If choice, BackwardScope scope) {
        BackwardScope then = branchScope(choice.then(), choice.results(), scope);
        BackwardScope otherwise = branchScope(choice.otherwise(), choice.results(), scope);
        Set<Var> outer = new LinkedHashSet<>(then.outer());
        outer.addAll(otherwise.outer());
        if (outer.isEmpty() && then.out().isEmpty() && otherwise.out().isEmpty()) {
            return;
        }
        List<Value> thenYields = new ArrayList<>();
        List<Value> otherwiseYields = new ArrayList<>();
        List<Var> results = new ArrayList<>();
        for (Var variable : outer) {
            thenYields.add(then.orZero(variable));
            otherwiseYields.add(otherwise.orZero(variable));
            results.add(new Var(Names.adjoint(variable), variable.type()));
        }
        Value condition = recorder.access(choice.condition(), scope);
        scope.out()
                .add(new Stmt.If(
                        condition,
                        then.out().build(thenYields),
                        otherwise.out().build(otherwiseYields),
                        results,
                        choice.origin()));
        int at = 0;
        for (Var variable : outer) {
            scope.setAdjoint(variable, results.get(at++));
        }
    }

    private BackwardScope branchScope(Block block, List<Var> results, BackwardScope scope) {
        BackwardScope inner = scope.inner(facts.places().region(block));
        if (!IrVerifier.endsInThrow(block)) {
            for (int i = 0; i < results.size(); i++) {
                Value adjoint = scope.adjoint(results.get(i));
                if (adjoint != null && activity.isActive(block.yields().get(i))) {
                    inner.contribute(block.yields().get(i), adjoint);
                }
            }
            block(block, inner);
        }
        return inner;
    }
}
