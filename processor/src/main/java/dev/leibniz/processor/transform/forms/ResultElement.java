package dev.leibniz.processor.transform.forms;

import dev.leibniz.processor.analysis.memory.OwnElements;
import dev.leibniz.processor.analysis.memory.Places;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Effect;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One element of the array that a function returns, as a function of its own: of the parameters and the number of the element. There is
 * one where each iteration of a single loop computes elements that no other iteration touches, and nothing else that lasts, as in most
 * functions that return residuals: one element, or as many in each iteration. The gradients of all elements together then cost as much
 * as that many backward sweeps, not as many as there are elements.
 */
final class ResultElement {
    private static final Const ZERO = Const.of(0);

    private final Function function;
    private final Var array;
    private final Places places;

    private ResultElement(Function function, Var array) {
        this.function = function;
        this.array = array;
        this.places = Places.of(function);
    }

    /**
     * An element as a function.
     *
     * @param function the function; its last parameter is the number of the element
     * @param width the number of elements an iteration computes, a constant or a variable of the method
     */
    record Made(Function function, Value width) {
        /** Whether an iteration computes nothing else. */
        boolean isAlone() {
            return width.equals(Const.of(1));
        }
    }

    /** An element as a function; empty if elements are not computed one by one, or few by few. */
    static Optional<Made> of(Function function, String name) {
        Function counted = CountedElements.of(function);
        return function.results().size() == 1
                        && function.results().get(0).type().rank() == 1
                        && counted.body().yields().get(0) instanceof Var array
                ? new ResultElement(counted, array).make(name)
                : Optional.empty();
    }

    private Optional<Made> make(String name) {
        BlockBuilder out = new BlockBuilder();
        Value length = null;
        Loop.For filling = null;
        OwnElements own = null;
        for (Stmt stmt : function.body().stmts()) {
            if (isCreation(stmt)) {
                length = ((Expr.NewArray) ((Stmt.Let) stmt).expr()).operands().get(0);
                continue;
            }
            if (stmt instanceof Loop.For loop && length != null && own == null) {
                own = ownElements(loop).orElse(null);
                filling = loop;
            } else if (!isCheap(stmt)) {
                return Optional.empty();
            } else if (own == null) {
                out.add(stmt);
            }
            if (filling != null && own == null) {
                return Optional.empty();
            }
        }
        return filling == null || own == null ? Optional.empty() : make(name, filling, own, length, out);
    }

    private Optional<Made> make(String name, Loop.For filling, OwnElements own, Value length, BlockBuilder out) {
        boolean areAllReached = isProduct(length, own.width(), filling.bound());
        if (!areAllReached && own.width() instanceof Var) {
            return Optional.empty();
        }
        Var number = own.width().equals(Const.of(1)) ? filling.index() : new Var("number", Type.INT);
        List<Var> params = new ArrayList<>(function.params());
        params.add(number);
        Alone alone = new Alone(filling, own, number);
        Value value;
        if (number != filling.index()) {
            Expr row = new Expr.Apply(Op.Primitive.DIV, List.of(number, own.width()), Type.INT);
            out.add(new Stmt.Let(filling.index(), row, filling.origin()));
        }
        if (own.width() instanceof Var) { // both factors of the length may be negative
            value = alone.provided(out.compare(Op.Primitive.GT, filling.bound(), ZERO), out);
        } else if (areAllReached) {
            value = alone.element(out);
        } else { // elements that the loop does not come to are 0
            value = alone.provided(out.compare(Op.Primitive.LT, filling.index(), filling.bound()), out);
        }
        Function element =
                new Function(name, params, List.of(new Var("", array.type().element())), out.build(value));
        return Optional.of(new Made(new Copier().function(element), own.width()));
    }

    /** Whether a length is that of as many rows of a width. */
    private boolean isProduct(Value length, Value width, Value rows) {
        if (width.equals(Const.of(1))) {
            return rows.equals(length);
        }
        if (width instanceof Const one && rows instanceof Const other) {
            return length.equals(Const.of((int) one.value() * (int) other.value()));
        }
        return length instanceof Var product
                && places.definition(product) instanceof Stmt.Let let
                && let.expr() instanceof Expr.Apply apply
                && apply.op() == Op.Primitive.MUL
                && (apply.operands().equals(List.of(width, rows))
                        || apply.operands().equals(List.of(rows, width)));
    }

    private boolean isCreation(Stmt stmt) {
        return stmt instanceof Stmt.Let let && let.target().equals(array) && let.expr() instanceof Expr.NewArray;
    }

    /** Whether a statement of the function's own block costs next to nothing, and leaves the elements alone. */
    private boolean isCheap(Stmt stmt) {
        boolean isSimple = stmt instanceof Stmt.Let let
                ? !let.target().type().isArray() || let.expr() instanceof Expr.Load
                : stmt instanceof Stmt.Marker || stmt instanceof Stmt.Assert || isCheck(stmt);
        return isSimple && !Walk.uses(stmt, array);
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

    /** The elements of each iteration, if it changes nothing else that lasts. */
    private Optional<OwnElements> ownElements(Loop.For loop) {
        boolean isPlain = loop.params().isEmpty()
                && loop.from().equals(ZERO)
                && loop.relation() == Op.Primitive.LT
                && loop.step() == 1;
        Set<Value> own = new HashSet<>(Set.of(array));
        List<Value> indices = new ArrayList<>();
        for (Stmt stmt : Walk.statements(loop.body())) {
            if (stmt instanceof Stmt.Let let && isAllocation(let.expr())) {
                own.add(let.target());
            }
            element(stmt).ifPresent(indices::add);
        }
        return isPlain && !Walk.any(loop.body(), stmt -> !isOwn(stmt, own))
                ? OwnElements.of(loop, indices, places).filter(found -> hasRanges(loop, found))
                : Optional.empty();
    }

    /** Whether all that is copied into the array is copied to elements of the iteration. */
    private boolean hasRanges(Loop.For loop, OwnElements own) {
        return !Walk.any(
                loop.body(),
                stmt -> stmt instanceof Stmt.CopyRange copy
                        && copy.target().equals(array)
                        && !own.hasRange(copy.targetFrom(), copy.length()));
    }

    private static boolean isAllocation(Expr expr) {
        return expr instanceof Expr.NewArray
                || expr instanceof Expr.ZerosLike
                || expr instanceof Expr.CloneArray
                || expr instanceof Expr.CopyOfRange;
    }

    private boolean isOwn(Stmt stmt, Set<Value> own) {
        boolean isCallOfArrays = stmt instanceof Stmt.Call call
                && (call.args().stream().anyMatch(arg -> arg.type().isArray())
                        || call.results().stream()
                                .anyMatch(result -> result.type().isArray()));
        return !isCallOfArrays
                && (!mentions(stmt) || element(stmt).isPresent())
                && stmt.effects().stream().filter(Effect::writes).allMatch(effect -> own.contains(effect.array()));
    }

    /** The number of the first element that a statement reads or writes, if it does no more than that with the array. */
    private Optional<Value> element(Stmt stmt) {
        if (stmt instanceof Stmt.Store store && store.array().equals(array)) {
            return Optional.of(store.index());
        } else if (stmt instanceof Stmt.Accumulate add && add.array().equals(array)) {
            return Optional.of(add.index());
        } else if (stmt instanceof Stmt.Let let
                && let.expr() instanceof Expr.Load load
                && load.array().equals(array)) {
            return Optional.of(load.index());
        } else if (stmt instanceof Stmt.CopyRange copy
                && copy.target().equals(array)
                && !copy.source().equals(array)) {
            return Optional.of(copy.targetFrom());
        }
        return Optional.empty();
    }

    private boolean mentions(Stmt stmt) {
        return stmt.operands().contains(array)
                || stmt.blocks().stream().anyMatch(block -> block.yields().contains(array));
    }

    /** An iteration that runs alone, on an array that has its elements only. */
    private final class Alone {
        private final Loop.For loop;
        private final OwnElements own;
        private final Var number;

        Alone(Loop.For loop, OwnElements own, Var number) {
            this.loop = loop;
            this.own = own;
            this.number = number;
        }

        Value element(BlockBuilder out) {
            out.add(new Stmt.Let(array, new Expr.NewArray(array.type(), List.of(own.width())), loop.origin()));
            out.addAll(block(loop.body()).stmts());
            Value first = out.times(loop.index(), own.width());
            return out.load(array, number == loop.index() ? ZERO : out.minus(number, first));
        }

        Value provided(Value condition, BlockBuilder out) {
            BlockBuilder then = out.nested();
            Value value = element(then);
            Var result = new Var("", array.type().element());
            Block otherwise = Block.yielding(Const.zero(array.type().element()));
            out.add(new Stmt.If(condition, then.build(value), otherwise, List.of(result), loop.origin()));
            return result;
        }

        private Block block(Block block) {
            BlockBuilder out = new BlockBuilder();
            block.stmts().forEach(stmt -> add(stmt, out.at(stmt.origin())));
            return out.build(block.yields());
        }

        private void add(Stmt stmt, BlockBuilder out) {
            Value index = ResultElement.this.element(stmt).orElse(null);
            if (index == null) {
                out.add(Walk.rebuild(stmt, this::block));
                return;
            }
            OwnElements.Offset place = Objects.requireNonNull(own.place(index));
            Value column = place.more() == 0 ? place.column() : out.plus(place.column(), Const.of(place.more()));
            if (stmt instanceof Stmt.Store store) {
                out.store(array, column, store.value());
            } else if (stmt instanceof Stmt.Accumulate add) {
                out.accumulate(array, column, add.value());
            } else if (stmt instanceof Stmt.CopyRange copy) {
                out.add(new Stmt.CopyRange(
                        copy.source(), copy.sourceFrom(), array, column, copy.length(), copy.origin()));
            } else {
                Stmt.Let let = (Stmt.Let) stmt;
                out.add(new Stmt.Let(let.target(), new Expr.Load(array, column), let.origin()));
            }
        }
    }
}
