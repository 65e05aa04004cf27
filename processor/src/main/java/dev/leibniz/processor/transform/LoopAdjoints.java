package dev.leibniz.processor.transform;

import dev.leibniz.processor.analysis.Activity;
import dev.leibniz.processor.analysis.Facts;
import dev.leibniz.processor.analysis.Independence;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The adjoint of a loop: a loop that runs through the iterations from the last to the first, and carries the adjoints of
 * what the primal loop carries and of what it uses from outside. Where the order does not matter it is that of the
 * primal, which HotSpot likes better.
 */
final class LoopAdjoints {
    private final Facts facts;
    private final Activity activity;
    private final Recorder recorder;
    private final Independence independence;
    private final BiConsumer<Block, BackwardScope> blocks;

    /**
     * @param blocks appends the adjoint of a block
     */
    LoopAdjoints(Facts facts, Recorder recorder, BiConsumer<Block, BackwardScope> blocks) {
        this.facts = facts;
        this.activity = facts.activity();
        this.recorder = recorder;
        this.independence = new Independence(facts);
        this.blocks = blocks;
    }

    /** Appends the adjoint of a counted loop. */
    void counted(Stmt.For loop, BackwardScope scope) {
        LoopShape shape = new LoopShape(loop, facts::isLength);
        BackwardScope inner = scope.inner(facts.places().region(loop.body()));
        Var number = new Var(loop.index().name(), Type.INT);
        BlockBuilder head = inner.out();
        if (shape.isReversible()) {
            inner.primals().put(loop.index(), number);
            LoopShape accessed = new LoopShape(withAccessedBounds(loop, scope), facts::isLength);
            inner.setOrdinal(accessed.ordinal(number, head));
        } else {
            inner.setOrdinal(number);
            Value from = recorder.access(loop.from(), scope);
            inner.primals().put(loop.index(), shape.indexAt(number, from, head));
        }
        CarriedAdjoints carried = new CarriedAdjoints(loop.params(), loop.results(), scope, inner);
        carried.seed(loop.body().yields());
        blocks.accept(loop.body(), inner);
        if (carried.isIdle() && head.stmts().stream().allMatch(LoopAdjoints::isPure)) {
            return;
        }
        LoopShape.Carried loopWith =
                (index, from, relation, bound, step) -> carried.loop(index, from, relation, bound, step, loop.origin());
        BlockBuilder out = scope.out().at(loop.origin());
        if (shape.isReversible()) {
            Value from = recorder.access(loop.from(), scope);
            Value bound = recorder.access(loop.bound(), scope);
            boolean anyOrder = independence.isIndependent(loop);
            out.add(
                    anyOrder
                            ? loopWith.loop(number, from, loop.relation(), bound, loop.step())
                            : shape.reversed(loopWith, number, from, bound, out));
        } else {
            Stmt.For bounds = withAccessedBounds(loop, scope);
            Value count = new LoopShape(bounds, facts::isLength).size(out);
            out.add(shape.countdown(loopWith, number, count, out));
        }
        carried.finish(loop.inits());
    }

    /** Pure computations alone are no reason to have a loop. */
    private static boolean isPure(Stmt stmt) {
        return stmt instanceof Stmt.Let;
    }

    private Stmt.For withAccessedBounds(Stmt.For loop, BackwardScope scope) {
        return new Stmt.For(
                loop.index(),
                recorder.access(loop.from(), scope),
                loop.relation(),
                recorder.access(loop.bound(), scope),
                loop.step(),
                List.of(),
                List.of(),
                Block.yielding(),
                List.of(),
                loop.origin());
    }

    /** Appends the adjoint of a loop whose iterations the forward sweep counts. */
    void uncounted(Stmt.While loop, BackwardScope scope) {
        BackwardScope inner = scope.inner(facts.places().region(loop.body()));
        Var number = new Var("k", Type.INT);
        inner.setOrdinal(number);
        CarriedAdjoints carried = new CarriedAdjoints(loop.params(), loop.results(), scope, inner);
        carried.seed(loop.body().yields());
        blocks.accept(loop.body(), inner);
        if (carried.isIdle() && inner.out().stmts().stream().allMatch(LoopAdjoints::isPure)) {
            return;
        }
        BlockBuilder out = scope.out().at(loop.origin());
        Value last = out.minus(recorder.tripCount(loop, scope), Const.of(1));
        out.add(carried.loop(number, last, Op.Primitive.GE, Const.of(0), -1, loop.origin()));
        carried.finish(loop.inits());
    }

    /** The adjoints that a backward loop carries: of the values the primal loop carries, and of those from outside. */
    private final class CarriedAdjoints {
        private final List<Var> primals = new ArrayList<>();
        private final List<Integer> positions = new ArrayList<>();
        private final List<Var> params = new ArrayList<>();
        private final List<Value> inits = new ArrayList<>();
        private final List<Var> results = new ArrayList<>();
        private final BackwardScope scope;
        private final BackwardScope inner;

        CarriedAdjoints(List<Var> loopParams, List<Var> loopResults, BackwardScope scope, BackwardScope inner) {
            this.scope = scope;
            this.inner = inner;
            for (int i = 0; i < loopParams.size(); i++) {
                Var param = loopParams.get(i);
                if (activity.isActive(param)) {
                    Value adjoint = scope.adjoint(loopResults.get(i));
                    primals.add(param);
                    positions.add(i);
                    params.add(new Var(Names.adjoint(param), param.type()));
                    inits.add(adjoint == null ? Const.zero(param.type()) : adjoint);
                }
            }
        }

        void seed(List<Value> yields) {
            for (int i = 0; i < params.size(); i++) {
                Value yield = yields.get(positions.get(i));
                if (activity.isActive(yield)) {
                    inner.contribute(yield, params.get(i));
                }
            }
        }

        boolean isIdle() {
            return params.isEmpty() && inner.outer().isEmpty();
        }

        Stmt.For loop(Var index, Value from, Op.Primitive relation, Value bound, int step, Origin origin) {
            List<Value> yields = new ArrayList<>();
            primals.forEach(param -> {
                Value adjoint = inner.adjoint(param);
                yields.add(adjoint == null ? Const.zero(param.type()) : adjoint);
            });
            for (Var variable : inner.outer()) {
                params.add(inner.carrier(variable));
                inits.add(scope.orZero(variable));
                yields.add(inner.orZero(variable));
            }
            params.forEach(param -> results.add(param.fresh()));
            return new Stmt.For(
                    index,
                    from,
                    relation,
                    bound,
                    step,
                    params,
                    inits,
                    inner.out().build(yields),
                    results,
                    origin);
        }

        void finish(List<Value> loopInits) {
            List<Var> outer = inner.outer();
            for (int i = 0; i < outer.size(); i++) {
                scope.setAdjoint(outer.get(i), results.get(primals.size() + i));
            }
            for (int i = 0; i < primals.size(); i++) {
                if (activity.isActive(loopInits.get(positions.get(i)))) {
                    scope.contribute(loopInits.get(positions.get(i)), results.get(i));
                }
            }
        }
    }
}
