package dev.leibniz.processor.transform.forms;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Effect;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One element of the array that a function returns, as a function of its own: of the parameters and the number of the element. There is
 * one where each iteration of a single loop computes the element of its own number and nothing else, as in most functions that return
 * residuals. The gradients of all elements together then cost as much as one backward sweep, not as many as there are elements.
 */
final class ResultElement {
    private final Function function;
    private final Var array;

    private ResultElement(Function function, Var array) {
        this.function = function;
        this.array = array;
    }

    /** The function of an element; its last parameter is the number. Empty if elements are not computed one by one. */
    static Optional<Function> of(Function function, String name) {
        return function.results().size() == 1
                        && function.results().get(0).type().rank() == 1
                        && function.body().yields().get(0) instanceof Var array
                ? new ResultElement(function, array).make(name)
                : Optional.empty();
    }

    private Optional<Function> make(String name) {
        BlockBuilder out = new BlockBuilder();
        Value length = null;
        Loop.For filling = null;
        for (Stmt stmt : function.body().stmts()) {
            if (isCreation(stmt)) {
                length = ((Expr.NewArray) ((Stmt.Let) stmt).expr()).operands().get(0);
            } else if (stmt instanceof Loop.For loop && length != null && filling == null && fills(loop)) {
                filling = loop;
            } else if (!isCheap(stmt)) {
                return Optional.empty();
            } else if (filling == null) {
                out.add(stmt);
            }
        }
        if (filling == null) {
            return Optional.empty();
        }
        List<Var> params = new ArrayList<>(function.params());
        params.add(filling.index());
        Value value = filling.bound().equals(length) ? element(filling, out) : ifReached(filling, out);
        Function element =
                new Function(name, params, List.of(new Var("", array.type().element())), out.build(value));
        return Optional.of(new Copier().function(element));
    }

    private boolean isCreation(Stmt stmt) {
        return stmt instanceof Stmt.Let let && let.target().equals(array) && let.expr() instanceof Expr.NewArray;
    }

    /** Whether a statement of the function's own block costs next to nothing, and leaves the elements alone. */
    private boolean isCheap(Stmt stmt) {
        boolean isSimple = stmt instanceof Stmt.Let let
                ? !let.target().type().isArray() || let.expr() instanceof Expr.Load
                : stmt instanceof Stmt.Marker || stmt instanceof Stmt.Assert || isCheck(stmt);
        return isSimple && !mentions(stmt);
    }

    /** Whether a statement only throws, if at all. */
    private static boolean isCheck(Stmt stmt) {
        return stmt instanceof Stmt.If choice
                && choice.results().isEmpty()
                && !Walk.any(
                        new Block(List.of(stmt), List.of()),
                        inner -> !(inner instanceof Stmt.If
                                        || inner instanceof Stmt.Throw
                                        || inner instanceof Stmt.Marker)
                                && !(inner instanceof Stmt.Let let
                                        && !let.target().type().isArray()));
    }

    /** Whether each iteration sets the element of its own number, reads no other, and changes nothing else that lasts. */
    private boolean fills(Loop.For loop) {
        boolean isPlain = loop.params().isEmpty()
                && loop.from().equals(Const.of(0))
                && loop.relation() == Op.Primitive.LT
                && loop.step() == 1;
        Set<Value> own = new HashSet<>(Set.of(array));
        for (Stmt stmt : Walk.statements(loop.body())) {
            if (stmt instanceof Stmt.Let let && isAllocation(let.expr())) {
                own.add(let.target());
            }
        }
        return isPlain && !Walk.any(loop.body(), stmt -> !isOwn(stmt, loop.index(), own));
    }

    private static boolean isAllocation(Expr expr) {
        return expr instanceof Expr.NewArray
                || expr instanceof Expr.ZerosLike
                || expr instanceof Expr.CloneArray
                || expr instanceof Expr.CopyOfRange;
    }

    private boolean isOwn(Stmt stmt, Var index, Set<Value> own) {
        boolean isCallOfArrays = stmt instanceof Stmt.Call call
                && (call.args().stream().anyMatch(arg -> arg.type().isArray())
                        || call.results().stream()
                                .anyMatch(result -> result.type().isArray()));
        return !isCallOfArrays
                && (!mentions(stmt) || element(stmt).filter(index::equals).isPresent())
                && stmt.effects().stream().filter(Effect::writes).allMatch(effect -> own.contains(effect.array()));
    }

    /** The number of the element that a statement reads or writes, if it does no more than that with the array. */
    private Optional<Value> element(Stmt stmt) {
        if (stmt instanceof Stmt.Store store && store.array().equals(array)) {
            return Optional.of(store.index());
        } else if (stmt instanceof Stmt.Accumulate add && add.array().equals(array)) {
            return Optional.of(add.index());
        } else if (stmt instanceof Stmt.Let let
                && let.expr() instanceof Expr.Load load
                && load.array().equals(array)) {
            return Optional.of(load.index());
        }
        return Optional.empty();
    }

    private boolean mentions(Stmt stmt) {
        return stmt.operands().contains(array)
                || stmt.blocks().stream().anyMatch(block -> block.yields().contains(array));
    }

    /** Runs the iteration, on an array that has this element only. */
    private Value element(Loop.For loop, BlockBuilder out) {
        out.add(new Stmt.Let(array, new Expr.NewArray(array.type(), List.of(Const.of(1))), loop.origin()));
        out.addAll(alone(loop.body()).stmts());
        return out.load(array, Const.of(0));
    }

    /** Elements that the loop does not come to are 0. */
    private Value ifReached(Loop.For loop, BlockBuilder out) {
        Value isReached = out.compare(Op.Primitive.LT, loop.index(), loop.bound());
        BlockBuilder then = out.nested();
        Value value = element(loop, then);
        Var result = new Var("", array.type().element());
        Block otherwise = Block.yielding(Const.zero(array.type().element()));
        out.add(new Stmt.If(isReached, then.build(value), otherwise, List.of(result), loop.origin()));
        return result;
    }

    private Block alone(Block block) {
        return new Block(block.stmts().stream().map(this::alone).toList(), block.yields());
    }

    private Stmt alone(Stmt stmt) {
        Const first = Const.of(0);
        if (element(stmt).isEmpty()) {
            return Walk.rebuild(stmt, this::alone);
        } else if (stmt instanceof Stmt.Store store) {
            return new Stmt.Store(array, first, store.value(), store.origin());
        } else if (stmt instanceof Stmt.Accumulate add) {
            return new Stmt.Accumulate(array, first, add.value(), add.origin());
        }
        Stmt.Let let = (Stmt.Let) stmt;
        return new Stmt.Let(let.target(), new Expr.Load(array, first), let.origin());
    }
}
