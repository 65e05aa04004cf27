package dev.leibniz.processor.analysis;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.Walk;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether a block writes every element of an array before it reads any. Then it does not matter what the array held, and
 * the block may as well have an array of its own.
 */
public final class Coverage {
    private enum State {
        NOT_COVERED,
        COVERED,
        READ_TOO_EARLY
    }

    private final Var array;
    private final Value length;
    private final Function<Var, @Nullable Stmt> definitions;
    private final Set<Integer> written = new HashSet<>();

    private Coverage(Var array, Value length, Function<Var, @Nullable Stmt> definitions) {
        this.array = array;
        this.length = length;
        this.definitions = definitions;
    }

    /**
     * Whether no read of {@code array} in the block sees an element that the block did not write before.
     *
     * @param length the array's length
     * @param definitions the statement that defines a variable, if one does
     */
    public static boolean readsOnlyItsOwn(
            Block block, Var array, Value length, Function<Var, @Nullable Stmt> definitions) {
        return new Coverage(array, length, definitions).block(block, State.NOT_COVERED) != State.READ_TOO_EARLY;
    }

    private State block(Block block, State entry) {
        State state = entry;
        for (Stmt stmt : block.stmts()) {
            state = statement(stmt, state);
            if (state == State.READ_TOO_EARLY) {
                return state;
            }
        }
        return block.yields().contains(array) ? State.READ_TOO_EARLY : state;
    }

    private State statement(Stmt stmt, State state) {
        if (state == State.COVERED || !Walk.uses(stmt, array)) {
            return state;
        }
        if (stmt instanceof Stmt.Let let) {
            return reads(let) ? State.READ_TOO_EARLY : state;
        } else if (stmt instanceof Stmt.Store store && store.array() == array && store.value() != array) {
            return constantStore(store, state);
        } else if (stmt instanceof Stmt.Fill fill && fill.array() == array) {
            return isWhole(fill.from(), fill.to()) ? State.COVERED : state;
        } else if (stmt instanceof Stmt.CopyRange copy && copy.target() == array && copy.source() != array) {
            return isWhole(copy.targetFrom(), copy.length()) ? State.COVERED : state;
        } else if (stmt instanceof Stmt.If choice && choice.condition() != array) {
            return branch(choice, state);
        } else if (stmt instanceof Stmt.For loop) {
            return loop(loop, state);
        } else if (stmt instanceof Stmt.While loop && !loop.inits().contains(array)) {
            boolean testReads = Walk.uses(loop.condition(), array);
            State inside = block(loop.body(), state);
            return testReads || inside == State.READ_TOO_EARLY ? State.READ_TOO_EARLY : state;
        }
        return State.READ_TOO_EARLY;
    }

    private boolean reads(Stmt.Let let) {
        return !(let.expr() instanceof Expr.Length)
                && !(let.expr() instanceof Expr.Load load
                        && load.array() == array
                        && load.index() instanceof Const c
                        && written.contains(c.value()));
    }

    private State constantStore(Stmt.Store store, State state) {
        if (store.index() instanceof Const c && c.value() instanceof Integer index) {
            written.add(index);
            if (length instanceof Const n && n.value() instanceof Integer size) {
                for (int i = 0; i < size; i++) {
                    if (!written.contains(i)) {
                        return state;
                    }
                }
                return State.COVERED;
            }
        }
        return state;
    }

    private State branch(Stmt.If choice, State state) {
        Set<Integer> before = new HashSet<>(written);
        State then = block(choice.then(), state);
        Set<Integer> afterThen = new HashSet<>(written);
        written.clear();
        written.addAll(before);
        State otherwise = block(choice.otherwise(), state);
        written.retainAll(afterThen);
        if (then == State.READ_TOO_EARLY || otherwise == State.READ_TOO_EARLY) {
            return State.READ_TOO_EARLY;
        }
        return then == otherwise ? then : State.NOT_COVERED;
    }

    private State loop(Stmt.For loop, State state) {
        if (loop.inits().contains(array)) {
            return State.READ_TOO_EARLY;
        }
        Set<Integer> before = new HashSet<>(written);
        State inside = block(loop.body(), state);
        written.clear();
        written.addAll(before);
        if (inside != State.READ_TOO_EARLY) {
            return isFilling(loop) ? State.COVERED : state;
        }
        return isFilling(loop) && readsOnlyBelow(loop) ? State.COVERED : State.READ_TOO_EARLY;
    }

    /** {@code for (i = 0; i < length; i++) array[i] = …}: writes each element, whatever else it does. */
    private boolean isFilling(Stmt.For loop) {
        return isWhole(loop.from(), loop.bound())
                && loop.relation() == Op.Primitive.LT
                && loop.step() == 1
                && storeIn(loop) >= 0;
    }

    /** The position in the loop body of the store to the element at the loop's index; -1 if there is none. */
    private int storeIn(Stmt.For loop) {
        int at = 0;
        for (Stmt stmt : loop.body().stmts()) {
            if (stmt instanceof Stmt.Store store && store.array() == array && store.index() == loop.index()) {
                return at;
            }
            at++;
        }
        return -1;
    }

    /** Whether the loop reads only what its earlier iterations, or the same one before, have written. */
    private boolean readsOnlyBelow(Stmt.For loop) {
        int store = storeIn(loop);
        int at = 0;
        for (Stmt stmt : loop.body().stmts()) {
            if (!readsBelow(stmt, loop.index(), at > store)) {
                return false;
            }
            at++;
        }
        return !loop.body().yields().contains(array);
    }

    private boolean readsBelow(Stmt stmt, Var limit, boolean including) {
        if (!Walk.uses(stmt, array)) {
            return true;
        }
        if (stmt instanceof Stmt.Let let) {
            return let.expr() instanceof Expr.Length
                    || let.expr() instanceof Expr.Load load
                            && load.array() == array
                            && including
                            && load.index() == limit;
        } else if (stmt instanceof Stmt.Store store) {
            return store.value() != array;
        } else if (stmt instanceof Stmt.Accumulate add) {
            return including && add.index() == limit;
        } else if (stmt instanceof Stmt.For inner) {
            return !inner.inits().contains(array) && innerReadsBelow(inner, limit, including);
        } else if (stmt instanceof Stmt.If choice) {
            return choice.blocks().stream().allMatch(block -> !block.yields().contains(array)
                    && block.stmts().stream().allMatch(s -> readsBelow(s, limit, including)));
        }
        return false;
    }

    private boolean innerReadsBelow(Stmt.For inner, Var limit, boolean including) {
        boolean below = inner.from() instanceof Const c
                && c.value() instanceof Integer from
                && from >= 0
                && inner.bound() == limit
                && inner.relation() == Op.Primitive.LT
                && inner.step() > 0;
        return !inner.body().yields().contains(array)
                && inner.body().stmts().stream()
                        .allMatch(stmt -> below && isLoadAt(stmt, inner.index()) || readsBelow(stmt, limit, including));
    }

    private boolean isLoadAt(Stmt stmt, Var index) {
        return stmt instanceof Stmt.Let let
                && let.expr() instanceof Expr.Load load
                && load.array() == array
                && load.index() == index;
    }

    private boolean isWhole(Value from, Value to) {
        return from instanceof Const c && c.is(0) && isLength(to);
    }

    /** Whether the value is the length of the array, as far as can be seen. */
    private boolean isLength(Value value) {
        if (value.equals(length)) {
            return true;
        }
        return value instanceof Var variable
                && definitions.apply(variable) instanceof Stmt.Let let
                && let.expr() instanceof Expr.Length measured
                && measured.array() == array;
    }
}
