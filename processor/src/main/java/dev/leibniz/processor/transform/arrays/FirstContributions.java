package dev.leibniz.processor.transform.arrays;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets the first contribution to an element of a new array of adjoints be an assignment: the element it would be added to is
 * zero. Where all elements are assigned the former contents no longer matter, and one array will do for all
 * iterations of a loop ({@link HoistAllocations}).
 *
 * <p>For adjoints only: 0 + x is x but for the sign of a zero, and the primal keeps its signs.
 */
public final class FirstContributions {
    private final Predicate<Var> isAdjoint;
    private final Zeroing zeroing;

    private FirstContributions(Predicate<Var> isAdjoint, Function<Var, @Nullable Stmt> definitions) {
        this.isAdjoint = isAdjoint;
        this.zeroing = new Zeroing(definitions);
    }

    /**
     * @param isAdjoint whether an array holds adjoints
     */
    public static Block in(Block block, Predicate<Var> isAdjoint) {
        return new FirstContributions(isAdjoint, Walk.definitions(block)::get).block(block);
    }

    private Block block(Block block) {
        List<Stmt> stmts = new ArrayList<>();
        for (Stmt stmt : block.stmts()) {
            stmts.add(Walk.rebuild(stmt, this::block));
        }
        for (int i = 0; i < stmts.size(); i++) {
            if (stmts.get(i) instanceof Stmt.Let let
                    && isNewNumbers(let)
                    && isAdjoint.test(let.target())
                    && Indexing.isAllThatHappensTo(
                            let.target(), new Block(stmts.subList(i + 1, stmts.size()), block.yields()))) {
                assign(let, stmts, i + 1);
            }
        }
        return new Block(stmts, block.yields());
    }

    private static boolean isNewNumbers(Stmt.Let let) {
        return (let.expr() instanceof Expr.NewArray || let.expr() instanceof Expr.ZerosLike)
                && let.target().type().rank() == 1;
    }

    /** Turns contributions into assignments, as long as each is clearly the first to its element since it was zero. */
    private void assign(Stmt.Let made, List<Stmt> stmts, int from) {
        Var array = made.target();
        Set<Integer> assigned = new HashSet<>();
        boolean isZeroElsewhere = true;
        for (int i = from; i < stmts.size(); i++) {
            Stmt stmt = stmts.get(i);
            if (!Walk.uses(stmt, array) || Indexing.isReading(stmt, array)) {
                continue;
            }
            if (stmt instanceof Loop.For loop && isCleared(loop, made)) {
                assigned.clear();
                isZeroElsewhere = true;
            } else if (isZeroElsewhere
                    && isContribution(stmt, array)
                    && stmt instanceof Stmt.Accumulate first
                    && first.index() instanceof Const c
                    && c.value() instanceof Integer index
                    && assigned.add(index)) {
                stmts.set(i, assignment(first));
            } else {
                if (isZeroElsewhere && stmt instanceof Loop.For loop && startsAbove(loop, assigned)) {
                    stmts.set(i, assigning(loop, array, assigned.isEmpty()));
                }
                isZeroElsewhere = false;
            }
        }
    }

    private boolean isCleared(Loop.For loop, Stmt.Let made) {
        return made.expr() instanceof Expr.NewArray array
                && zeroing.isOf(loop, made.target(), array.operands().get(0));
    }

    private static boolean isContribution(Stmt stmt, Var array) {
        return stmt instanceof Stmt.Accumulate add && add.array() == array;
    }

    private static Stmt.Store assignment(Stmt.Accumulate add) {
        return new Stmt.Store(add.array(), add.index(), add.value(), add.origin());
    }

    private static boolean startsAbove(Loop.For loop, Set<Integer> assigned) {
        Value lowest = loop.step() > 0 ? loop.from() : loop.bound();
        return assigned.isEmpty()
                || lowest instanceof Const c
                        && c.value() instanceof Integer start
                        && assigned.stream().allMatch(index -> index < start);
    }

    /** The loop, made to assign if all it does to the array is to contribute once to an element of its own. */
    private static Loop.For assigning(Loop.For loop, Var array, boolean maybeShifted) {
        List<Stmt> touching = new ArrayList<>();
        boolean nested = false;
        for (Stmt stmt : loop.body().stmts()) {
            if (Walk.uses(stmt, array)) {
                touching.add(stmt);
                nested |= !stmt.blocks().isEmpty();
            }
        }
        touching.removeIf(stmt -> Indexing.isReading(stmt, array));
        boolean once = !nested
                && touching.size() == 1
                && !loop.inits().contains(array)
                && !loop.body().yields().contains(array)
                && isContribution(touching.get(0), array)
                && isOwnIndex(((Stmt.Accumulate) touching.get(0)).index(), loop, maybeShifted);
        if (!once) {
            return loop;
        }
        Stmt.Accumulate add = (Stmt.Accumulate) touching.get(0);
        List<Stmt> body = new ArrayList<>(loop.body().stmts());
        body.replaceAll(stmt -> stmt == add ? assignment(add) : stmt);
        Block assigned = new Block(body, loop.body().yields());
        return (Loop.For) Walk.rebuild(loop, value -> value, ignored -> assigned);
    }

    /** Whether each iteration has another index: the loop's own, or one at a fixed distance from it. */
    private static boolean isOwnIndex(Value index, Loop.For loop, boolean maybeShifted) {
        return index == loop.index()
                || maybeShifted
                        && loop.body().stmts().stream()
                                .anyMatch(stmt -> stmt instanceof Stmt.Let let
                                        && let.target() == index
                                        && let.expr() instanceof Expr.Apply sum
                                        && (sum.op() == Op.Primitive.ADD || sum.op() == Op.Primitive.SUB)
                                        && sum.operand(0) == loop.index()
                                        && sum.operand(1) instanceof Const);
    }
}
