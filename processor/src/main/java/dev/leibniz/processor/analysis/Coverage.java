package dev.leibniz.processor.analysis;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a block writes the elements of an array before it reads them. Then the former contents of the array do not matter, and
 * the block may as well have an array of its own. Knows loops that fill an array up to some bound, and reads below the
 * same bound.
 */
public final class Coverage {
    private final Var array;
    private final List<Value> sizes;
    private final Function<Var, @Nullable Stmt> definitions;
    private final Map<Var, Loop.For> loops = new HashMap<>();
    private Set<Integer> written = new HashSet<>();
    /** All elements below a bound are written, from this one on. */
    private Map<Value, Integer> bounds = new HashMap<>();

    private boolean complete;

    private Coverage(Var array, List<Value> sizes, Function<Var, @Nullable Stmt> definitions) {
        this.array = array;
        this.sizes = sizes;
        this.definitions = definitions;
    }

    /**
     * Whether no read of {@code array} in the block sees an element that the block did not write before.
     *
     * @param sizes the array's dimensions
     * @param definitions the statement that defines a variable, if one does
     */
    public static boolean readsOnlyItsOwn(
            Block block, Var array, List<Value> sizes, Function<Var, @Nullable Stmt> definitions) {
        return new Coverage(array, sizes, definitions).block(block);
    }

    /** Whether the block is fine so far; the elements it has written are noted. */
    private boolean block(Block block) {
        for (Stmt stmt : block.stmts()) {
            if (!complete && Walk.uses(stmt, array) && !statement(stmt)) {
                return false;
            }
        }
        return !block.yields().contains(array);
    }

    private boolean statement(Stmt stmt) {
        if (stmt instanceof Stmt.Let let) {
            return let.expr() instanceof Expr.Length
                    || let.expr() instanceof Expr.Load load && load.array() == array && isWritten(load.index());
        } else if (stmt instanceof Stmt.Store store) {
            if (store.index() instanceof Const c && c.value() instanceof Integer index) {
                written.add(index);
                complete |= isAllWritten();
            }
            return store.array() == array && store.value() != array;
        } else if (stmt instanceof Stmt.Accumulate add) {
            return add.array() == array && isWritten(add.index());
        } else if (stmt instanceof Stmt.Fill fill && fill.array() == array) {
            fills(fill.from(), fill.to());
            return true;
        } else if (stmt instanceof Stmt.CopyRange copy && copy.target() == array && copy.source() != array) {
            fills(copy.targetFrom(), copy.length());
            return true;
        } else if (stmt instanceof Stmt.If choice) {
            return branch(choice);
        } else if (stmt instanceof Loop.For loop && !loop.inits().contains(array)) {
            return loop(loop);
        } else if (stmt instanceof Loop.While loop && !loop.inits().contains(array)) {
            return !Walk.uses(loop.condition(), array) && passing(loop.body());
        }
        return false;
    }

    private void fills(Value from, Value to) {
        if (from instanceof Const c && c.value() instanceof Integer first && first >= 0) {
            int lowest = isWrittenUpTo(first) ? 0 : first;
            bounds.merge(to, lowest, Math::min);
            complete |= lowest == 0 && isLength(to);
        }
    }

    /** Whether the element at {@code from} is the first that may not be written yet. */
    private boolean isWrittenBelow(Value from) {
        return from instanceof Const c && c.value() instanceof Integer first && first >= 0 && isWrittenUpTo(first);
    }

    private boolean isWrittenUpTo(int end) {
        return IntStream.range(0, end).allMatch(written::contains);
    }

    private boolean isAllWritten() {
        return sizes.get(0) instanceof Const n && n.value() instanceof Integer size && isWrittenUpTo(size);
    }

    private boolean isWritten(Value index) {
        if (index instanceof Const c) {
            return written.contains(c.value());
        }
        Loop.For loop = index instanceof Var variable ? loops.get(variable) : null;
        if (loop == null) {
            return false;
        } else if (loop.step() > 0) {
            Integer lowest = loop.relation() == Op.Primitive.LT ? bounds.get(loop.bound()) : null;
            return lowest != null && isAtLeast(loop.from(), lowest);
        }
        Integer lowest = loop.relation() == Op.Primitive.GE ? lowestBelow(loop.from()) : null;
        return lowest != null && isAtLeast(loop.bound(), lowest);
    }

    private boolean isAtLeast(Value value, int lowest) {
        return lowest == 0
                ? isNotNegative(value)
                : value instanceof Const c && c.value() instanceof Integer n && n >= lowest;
    }

    /** The index from which on all elements up to {@code last} are written; null if not known. */
    private @Nullable Integer lowestBelow(Value last) {
        return last instanceof Var variable
                        && definitions.apply(variable) instanceof Stmt.Let let
                        && let.expr() instanceof Expr.Apply minus
                        && minus.op() == Op.Primitive.SUB
                        && minus.operand(1) instanceof Const one
                        && one.is(1)
                ? bounds.get(minus.operand(0))
                : null;
    }

    private boolean isNotNegative(Value value) {
        if (value instanceof Const c) {
            return c.value() instanceof Integer n && n >= 0;
        }
        Loop.For loop = value instanceof Var variable ? loops.get(variable) : null;
        if (loop != null) {
            return loop.step() > 0 && isNotNegative(loop.from());
        }
        return value instanceof Var variable
                && definitions.apply(variable) instanceof Stmt.Let let
                && let.expr() instanceof Expr.Apply sum
                && sum.op() == Op.Primitive.ADD
                && sum.operands().stream().allMatch(this::isNotNegative);
    }

    /** Code that may run or not: must be fine, but the elements it writes do not count afterwards. */
    private boolean passing(Block body) {
        Set<Integer> writtenBefore = new HashSet<>(written);
        Map<Value, Integer> boundsBefore = new HashMap<>(bounds);
        boolean fine = block(body);
        written = writtenBefore;
        bounds = boundsBefore;
        complete = false;
        return fine;
    }

    private boolean branch(Stmt.If choice) {
        Set<Integer> writtenBefore = new HashSet<>(written);
        Map<Value, Integer> boundsBefore = new HashMap<>(bounds);
        boolean then = block(choice.then());
        boolean thenComplete = complete;
        Set<Integer> thenWritten = written;
        Map<Value, Integer> thenBounds = bounds;
        written = writtenBefore;
        bounds = boundsBefore;
        complete = false;
        boolean otherwise = block(choice.otherwise());
        if (!complete) {
            complete = false;
            written.retainAll(thenWritten);
            bounds.keySet().retainAll(thenBounds.keySet());
            bounds.replaceAll((bound, lowest) -> Math.max(lowest, thenBounds.get(bound)));
        } else if (!thenComplete) {
            complete = false;
            written = thenWritten;
            bounds = thenBounds;
        }
        return then && otherwise;
    }

    private boolean loop(Loop.For loop) {
        loops.put(loop.index(), loop);
        boolean fills =
                loop.relation() == Op.Primitive.LT && loop.step() == 1 && (storesAtIndex(loop) || fillsRows(loop));
        boolean fine = passing(loop.body()) || fills && isWrittenBelow(loop.from()) && readsOnlyBelow(loop);
        if (fine && fills) {
            fills(loop.from(), loop.bound());
        }
        return fine;
    }

    private static boolean isStoreAt(Stmt stmt, Var array, Var index) {
        return stmt instanceof Stmt.Store store && store.array() == array && store.index() == index;
    }

    private boolean storesAtIndex(Loop.For loop) {
        return loop.body().stmts().stream().anyMatch(stmt -> isStoreAt(stmt, array, loop.index()));
    }

    /**
     * Whether each iteration takes the row at its index, and writes all of it before it reads any. A row that is taken
     * twice has two names, and an element the one writes is not seen to be the one the other reads.
     */
    private boolean fillsRows(Loop.For loop) {
        if (sizes.size() < 2) {
            return false;
        }
        List<Stmt> rows = loop.body().stmts().stream()
                .filter(stmt -> isLoadAt(stmt, loop.index()))
                .toList();
        if (rows.size() != 1) {
            return false;
        }
        Var name = rows.get(0).results().get(0);
        Coverage row = new Coverage(name, sizes.subList(1, sizes.size()), definitions);
        return row.block(loop.body()) && row.complete;
    }

    private boolean isLoadAt(Stmt stmt, Var index) {
        return stmt instanceof Stmt.Let let
                && let.expr() instanceof Expr.Load load
                && load.array() == array
                && load.index() == index;
    }

    /** Whether the loop reads only elements that its earlier iterations, or the same one before, have written. */
    private boolean readsOnlyBelow(Loop.For loop) {
        if (sizes.size() > 1) {
            return loop.body().stmts().stream()
                    .allMatch(stmt -> !Walk.uses(stmt, array) || isLoadAt(stmt, loop.index()));
        }
        boolean stored = false;
        for (Stmt stmt : loop.body().stmts()) {
            if (!readsBelow(stmt, loop.index(), stored)) {
                return false;
            }
            stored |= isStoreAt(stmt, array, loop.index());
        }
        return !loop.body().yields().contains(array);
    }

    private boolean readsBelow(Stmt stmt, Var limit, boolean including) {
        if (!Walk.uses(stmt, array)) {
            return true;
        }
        if (stmt instanceof Stmt.Let let) {
            return let.expr() instanceof Expr.Length || including && isLoadAt(stmt, limit);
        } else if (stmt instanceof Stmt.Store store) {
            return store.value() != array;
        } else if (stmt instanceof Stmt.Accumulate add) {
            return including && add.index() == limit;
        } else if (stmt instanceof Loop.For inner) {
            return !inner.inits().contains(array) && innerReadsBelow(inner, limit, including);
        } else if (stmt instanceof Stmt.If choice) {
            return choice.blocks().stream()
                    .allMatch(block -> !block.yields().contains(array)
                            && block.stmts().stream().allMatch(s -> readsBelow(s, limit, including)));
        }
        return false;
    }

    private boolean innerReadsBelow(Loop.For inner, Var limit, boolean including) {
        boolean below = isNotNegative(inner.from())
                && inner.bound() == limit
                && inner.relation() == Op.Primitive.LT
                && inner.step() > 0;
        return !inner.body().yields().contains(array)
                && inner.body().stmts().stream()
                        .allMatch(stmt -> below && isLoadAt(stmt, inner.index()) || readsBelow(stmt, limit, including));
    }

    /** Whether the value is the length of the array, as far as can be seen. */
    private boolean isLength(Value value) {
        Value length = sizes.get(0);
        if (value.equals(length)) {
            return true;
        }
        boolean isMeasured = value instanceof Var variable
                && definitions.apply(variable) instanceof Stmt.Let let
                && let.expr() instanceof Expr.Length measured
                && measured.array() == array;
        boolean isClamped = length instanceof Var variable
                && definitions.apply(variable) instanceof Stmt.Let let
                && let.expr() instanceof Expr.Apply max
                && max.op().equals(Op.math("max"))
                && max.operand(0).equals(value)
                && max.operand(1) instanceof Const c
                && c.is(0);
        return isMeasured || isClamped;
    }
}
