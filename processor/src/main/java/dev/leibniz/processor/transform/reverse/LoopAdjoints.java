package dev.leibniz.processor.transform.reverse;

import dev.leibniz.processor.analysis.Activity;
import dev.leibniz.processor.analysis.Checkpoint;
import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.analysis.Independence;
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
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.transform.arrays.FirstContributions;
import dev.leibniz.processor.transform.derivation.Names;
import dev.leibniz.processor.transform.record.BackwardScope;
import dev.leibniz.processor.transform.record.CarriedAdjoints;
import dev.leibniz.processor.transform.record.Recorder;
import dev.leibniz.processor.transform.record.ValueStacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The adjoint of a loop: a loop that runs through the iterations from the last to the first, and carries the adjoints of
 * the values the primal loop carries and of those it uses from outside. Where the order does not matter it is that of the
 * primal, which HotSpot likes better. The body is the adjoint of the primal's body; in front of it, where the loop has a
 * {@link Checkpoint}, stands the primal's body itself, to run again from its initial state.
 */
final class LoopAdjoints {
    private final FunctionAnalysis facts;
    private final Activity activity;
    private final Recorder recorder;
    private final Independence independence;
    private final Bodies bodies;

    /** Generates the statements of a loop's body. */
    interface Bodies {
        /** Appends the adjoint of a block. */
        void backward(Block block, BackwardScope scope);

        /** Appends a block and its adjoint. */
        void bothSweeps(Block block, BackwardScope scope, CarriedAdjoints carried, BlockBuilder out);
    }

    LoopAdjoints(FunctionAnalysis facts, Recorder recorder, Bodies bodies) {
        this.facts = facts;
        this.activity = facts.activity();
        this.recorder = recorder;
        this.independence = new Independence(facts);
        this.bodies = bodies;
    }

    /** Appends the adjoint of a counted loop. */
    void counted(Loop.For loop, BackwardScope scope) {
        LoopShape shape = new LoopShape(loop, facts::isLength);
        Var number = new Var(loop.index().name(), Type.INT);
        Body body = new Body(loop, loop.body(), loop.params(), scope);
        Value index;
        if (shape.isReversible()) {
            index = number;
            LoopShape accessed = new LoopShape(withAccessedBounds(loop, scope), facts::isLength);
            body.inner.setOrdinal(accessed.ordinal(number, body.head));
        } else {
            body.inner.setOrdinal(number);
            Value from = recorder.access(loop.from(), scope);
            index = shape.indexAt(number, from, body.head);
        }
        body.inner.primals().put(loop.index(), index);
        body.again.map(loop.index(), index);
        body.generate();
        if (body.isIdle()) {
            return;
        }
        LoopShape.Carried loopWith = body::loop;
        BlockBuilder out = scope.out().at(loop.origin());
        if (shape.isReversible()) {
            Value from = recorder.access(loop.from(), scope);
            Value bound = recorder.access(loop.bound(), scope);
            boolean anyOrder = independence.isIndependent(loop) && !Walk.any(loop.body(), this::keepsOnStacks);
            out.add(
                    anyOrder
                            ? loopWith.loop(number, from, loop.relation(), bound, loop.step())
                            : shape.reversed(loopWith, number, from, bound, out));
        } else {
            Loop.For bounds = withAccessedBounds(loop, scope);
            Value count = new LoopShape(bounds, facts::isLength).size(out);
            out.add(shape.countdown(loopWith, number, count, out));
        }
        body.carried.finish(loop.inits());
    }

    /** Whether it is a call that must be swept backward in the reverse of its order, see {@link ValueStacks}. */
    private boolean keepsOnStacks(Stmt stmt) {
        return stmt instanceof Stmt.Call call && recorder.records().partsOf(call) != null;
    }

    private Loop.For withAccessedBounds(Loop.For loop, BackwardScope scope) {
        return new Loop.For(
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
    void uncounted(Loop.While loop, BackwardScope scope) {
        Var number = new Var("k", Type.INT);
        Body body = new Body(loop, loop.body(), loop.params(), scope);
        body.inner.setOrdinal(number);
        body.generate();
        if (body.isIdle()) {
            return;
        }
        BlockBuilder out = scope.out().at(loop.origin());
        Value last = out.minus(recorder.tripCount(loop, scope), Const.of(1));
        out.add(body.loop(number, last, Op.Primitive.GE, Const.of(0), -1));
        body.carried.finish(loop.inits());
    }

    /** The body of the backward loop. */
    private final class Body {
        private final Stmt loop;
        private final Block primal;
        private final @Nullable Checkpoint checkpoint;
        private final BackwardScope scope;
        private final BackwardScope inner;
        private final BlockBuilder head;
        private final BlockBuilder code;
        private final Copier again = new Copier(this::again);
        private final CarriedAdjoints carried;

        Body(Stmt loop, Block primal, List<Var> params, BackwardScope scope) {
            this.loop = loop;
            this.primal = primal;
            this.checkpoint = recorder.checkpointOf(loop);
            this.scope = scope;
            this.head = scope.out().nested();
            this.code = checkpoint == null ? head : scope.out().nested();
            this.inner = new BackwardScope(facts.places().region(primal), scope, recorder::home, head);
            this.carried = new CarriedAdjoints(activity, params, loop.results(), scope, inner);
        }

        void generate() {
            if (checkpoint == null) {
                carried.seed(primal.yields(), inner);
                bodies.backward(primal, inner);
            } else {
                restore(checkpoint);
                bodies.bothSweeps(primal, inner, carried, code);
            }
        }

        /** Restores the values that the primal's body finds when it runs again. */
        private void restore(Checkpoint from) {
            for (Var param : Walk.blockParams(loop)) {
                if (from.scalars().contains(param)) {
                    again.map(param, recorder.atStart(loop, param, inner));
                } else if (again.value(param) == param) {
                    again.map(param, Recorder.nothing(param));
                }
            }
            from.saved().forEach(array -> {
                Value start = recorder.atStart(loop, array, inner);
                Value copy = scope.out().zerosLike(Names.again(array), recorder.access(array, scope));
                Value length = scope.out().length(copy);
                head.add(new Stmt.CopyRange(start, Const.of(0), copy, Const.of(0), length, loop.origin()));
                again.map(array, copy);
            });
            from.scratch().forEach(array -> {
                Expr made = ((Stmt.Let) Objects.requireNonNull(facts.places().definition(array))).expr();
                Expr same = made instanceof Expr.NewArray fresh
                        ? Walk.mapOperands(fresh, size -> recorder.access(size, scope))
                        : new Expr.ZerosLike(recorder.access(array, scope));
                again.map(array, scope.out().let(Names.again(array), same));
            });
            Walk.forEachUse(primal, this::bring);
            recorder.noteReads(from.reads());
        }

        private Var again(Var variable) {
            return facts.places().knows(variable) ? new Var(Names.again(variable), variable.type()) : variable.fresh();
        }

        /** A value from outside the loop, for code that runs again. */
        private void bring(Value value) {
            if (value instanceof Var variable
                    && again.value(variable) == variable
                    && !facts.places().definedIn(variable).isWithin(inner.region())) {
                again.map(variable, recorder.access(variable, scope));
            }
        }

        /** Nothing to do; pure computations alone are no reason to have a loop. */
        boolean isIdle() {
            return carried.isIdle() && code.stmts().stream().allMatch(stmt -> stmt instanceof Stmt.Let);
        }

        Loop.For loop(Var number, Value from, Op.Primitive relation, Value bound, int step) {
            return carried.loop(number, from, relation, bound, step, this::block, loop.origin());
        }

        private Block block(List<Value> yields) {
            if (checkpoint == null) {
                return head.build(yields);
            }
            Block copy = again.block(fromStart(FirstContributions.in(code.build(yields), recorder::isShadow)));
            List<Stmt> stmts = new ArrayList<>(head.stmts());
            stmts.addAll(copy.stmts());
            return new Block(stmts, copy.yields());
        }

        /** Lets the code that runs again read the kept values, as long as these are the ones it would read. */
        private Block fromStart(Block block) {
            List<Stmt> stmts = new ArrayList<>();
            for (Stmt stmt : block.stmts()) {
                boolean isPrimal = stmt instanceof Stmt.Let let
                        && let.expr() instanceof Expr.Load
                        && facts.places().knows(let.target());
                stmts.add(isPrimal ? fromStart((Stmt.Let) stmt) : Walk.rebuild(stmt, this::fromStart));
            }
            return new Block(stmts, block.yields());
        }

        private Stmt fromStart(Stmt.Let let) {
            Expr.Load load = recorder.fromStart(let, (Expr.Load) let.expr(), inner.region());
            return new Stmt.Let(let.target(), load, let.origin());
        }
    }
}
