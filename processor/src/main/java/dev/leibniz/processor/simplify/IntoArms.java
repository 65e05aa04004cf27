package dev.leibniz.processor.simplify;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Computes in one arm of a branch what only that arm uses, if it is dear: a function, a quotient, and what goes into them.
 * It saves the work where the other arm is taken, in the derivative as well. Nothing moves that can throw or that reads
 * memory, and nothing into a loop.
 */
public final class IntoArms {
    private final Map<Var, Integer> uses;

    private IntoArms(Function function) {
        this.uses = Walk.useCounts(function.body());
    }

    public static Function in(Function function) {
        return function.withBody(new IntoArms(function).block(function.body()));
    }

    private Block block(Block original) {
        List<Stmt> stmts = new ArrayList<>(original.stmts().size());
        for (Stmt stmt : original.stmts()) {
            stmts.add(Walk.rebuild(stmt, this::block));
        }
        Map<Stmt, List<Arm>> arms = new IdentityHashMap<>();
        Map<Value, Map<Arm, Integer>> usedIn = new HashMap<>();
        for (int i = stmts.size() - 1; i >= 0; i--) {
            Stmt stmt = stmts.get(i);
            if (isMovable(stmt)) {
                Stmt.Let let = (Stmt.Let) stmt;
                Arm only = onlyArm(let.target(), usedIn);
                if (only != null) {
                    only.take(let);
                    for (Value operand : let.operands()) {
                        note(operand, only, 1, usedIn);
                    }
                    continue;
                }
            }
            List<Arm> own = armsOf(stmt);
            arms.put(stmt, own);
            for (Arm arm : own) {
                arm.uses.forEach((variable, count) -> note(variable, arm, count, usedIn));
            }
        }
        return original.with(moved(stmts, arms), original.yields());
    }

    private static List<Stmt> moved(List<Stmt> stmts, Map<Stmt, List<Arm>> arms) {
        Map<Stmt, Boolean> gone = new IdentityHashMap<>();
        for (List<Arm> both : arms.values()) {
            for (Arm arm : both) {
                if (arm.isWorthIt()) {
                    arm.taken.forEach(let -> gone.put(let, true));
                }
            }
        }
        if (gone.isEmpty()) {
            return stmts;
        }
        List<Stmt> out = new ArrayList<>(stmts.size());
        for (Stmt stmt : stmts) {
            if (!gone.containsKey(stmt)) {
                List<Arm> own = arms.getOrDefault(stmt, List.of());
                out.add(own.stream().anyMatch(Arm::isWorthIt) ? branch(stmt, own) : stmt);
            }
        }
        return out;
    }

    private static Stmt branch(Stmt stmt, List<Arm> arms) {
        Block then = arms.get(0).block();
        Block otherwise = arms.get(1).block();
        if (stmt instanceof Stmt.If choice) {
            return choice.with(choice.condition(), then, otherwise);
        }
        Value condition = stmt.operands().get(0);
        return new Stmt.If(condition, then, otherwise, stmt.results(), stmt.origin());
    }

    private static List<Arm> armsOf(Stmt stmt) {
        if (stmt instanceof Stmt.If choice) {
            return List.of(new Arm(choice.then()), new Arm(choice.otherwise()));
        } else if (stmt instanceof Stmt.Let let
                && let.expr() instanceof Expr.Apply apply
                && apply.op() == Primitive.SELECT
                && apply.type().isFloating()) {
            return List.of(armOf(apply.operand(1)), armOf(apply.operand(2)));
        }
        return List.of();
    }

    private static Arm armOf(Value value) {
        return new Arm(new Block(List.of(), List.of(value)));
    }

    private static void note(Value value, Arm arm, int count, Map<Value, Map<Arm, Integer>> usedIn) {
        usedIn.computeIfAbsent(value, v -> new IdentityHashMap<>()).merge(arm, count, Integer::sum);
    }

    /** The arm in which all uses of a variable are; null if there is none. */
    private @Nullable Arm onlyArm(Var variable, Map<Value, Map<Arm, Integer>> usedIn) {
        for (Map.Entry<Arm, Integer> found :
                usedIn.getOrDefault(variable, Collections.emptyMap()).entrySet()) {
            if (found.getValue().equals(uses.get(variable))) {
                return found.getKey();
            }
        }
        return null;
    }

    private static boolean isMovable(Stmt stmt) {
        return stmt instanceof Stmt.Let let
                && let.expr() instanceof Expr.Apply apply
                && !let.target().type().isArray()
                && !apply.mayThrow();
    }

    /** One arm of a branch, with the statements that may move into it. */
    private static final class Arm {
        private final Block block;
        private final Map<Var, Integer> uses;
        private final List<Stmt.Let> taken = new ArrayList<>();

        Arm(Block block) {
            this.block = block;
            this.uses = Walk.useCounts(block);
        }

        /** Takes a statement; called from the last to the first. */
        void take(Stmt.Let let) {
            taken.add(let);
        }

        boolean isWorthIt() {
            return taken.stream().anyMatch(let -> Hoisting.isDear(let.expr()))
                    || taken.stream().filter(Arm::isProduct).count() > 1;
        }

        /** Products of products overflow: in the arm, nothing that is not used can. */
        private static boolean isProduct(Stmt.Let let) {
            return let.target().type().isFloating()
                    && let.expr() instanceof Expr.Apply apply
                    && apply.op() == Primitive.MUL;
        }

        Block block() {
            if (!isWorthIt()) {
                return block;
            }
            List<Stmt> stmts = new ArrayList<>(taken);
            Collections.reverse(stmts);
            stmts.addAll(block.stmts());
            return block.with(stmts, block.yields());
        }
    }
}
