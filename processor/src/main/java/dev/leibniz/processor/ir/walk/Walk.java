package dev.leibniz.processor.ir.walk;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Traversals that many passes share: visiting, counting uses, and rebuilding statements with other operands. */
public final class Walk {
    private Walk() {}

    /** Visits every statement of a block, outer before inner, in program order. */
    public static void forEach(Block block, Consumer<Stmt> visitor) {
        List<Stmt> stmts = block.stmts();
        for (int i = 0; i < stmts.size(); i++) {
            Stmt stmt = stmts.get(i);
            visitor.accept(stmt);
            List<Block> blocks = stmt.blocks();
            for (int j = 0; j < blocks.size(); j++) {
                forEach(blocks.get(j), visitor);
            }
        }
    }

    /** Every statement of a block, outer before inner, in program order. */
    public static List<Stmt> statements(Block block) {
        List<Stmt> all = new ArrayList<>();
        addStatements(block, all);
        return all;
    }

    private static void addStatements(Block block, List<Stmt> all) {
        for (Stmt stmt : block.stmts()) {
            all.add(stmt);
            for (Block inner : stmt.blocks()) {
                addStatements(inner, all);
            }
        }
    }

    /** The statement that defines each variable, but for parameters. */
    public static Map<Var, Stmt> definitions(Block block) {
        Map<Var, Stmt> definitions = new HashMap<>();
        define(block, definitions);
        return definitions;
    }

    private static void define(Block block, Map<Var, Stmt> definitions) {
        for (Stmt stmt : block.stmts()) {
            for (Var result : stmt.results()) {
                definitions.put(result, stmt);
            }
            for (Block inner : stmt.blocks()) {
                define(inner, definitions);
            }
        }
    }

    /** Whether a statement of a block, at any depth, is of some kind. */
    public static boolean any(Block block, Predicate<Stmt> kind) {
        List<Stmt> stmts = block.stmts();
        for (int i = 0; i < stmts.size(); i++) {
            Stmt stmt = stmts.get(i);
            if (kind.test(stmt)) {
                return true;
            }
            List<Block> blocks = stmt.blocks();
            for (int j = 0; j < blocks.size(); j++) {
                if (any(blocks.get(j), kind)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The number of statements of a block, at any depth, that are of some kind. */
    public static int count(Block block, Predicate<Stmt> kind) {
        int count = 0;
        for (Stmt stmt : statements(block)) {
            count += kind.test(stmt) ? 1 : 0;
        }
        return count;
    }

    /** The greatest depth to which loops in a block are nested. */
    public static int loopDepth(Block block) {
        int deepest = 0;
        for (Stmt stmt : block.stmts()) {
            int own = stmt instanceof Loop ? 1 : 0;
            for (Block inner : stmt.blocks()) {
                deepest = Math.max(deepest, own + loopDepth(inner));
            }
        }
        return deepest;
    }

    /** Visits every value used anywhere in a block, its yields included. */
    public static void forEachUse(Block block, Consumer<Value> visitor) {
        List<Stmt> stmts = block.stmts();
        for (int i = 0; i < stmts.size(); i++) {
            Stmt stmt = stmts.get(i);
            visit(stmt.operands(), visitor);
            List<Block> blocks = stmt.blocks();
            for (int j = 0; j < blocks.size(); j++) {
                forEachUse(blocks.get(j), visitor);
            }
        }
        visit(block.yields(), visitor);
    }

    private static void visit(List<Value> values, Consumer<Value> visitor) {
        for (int i = 0; i < values.size(); i++) {
            visitor.accept(values.get(i));
        }
    }

    /** Whether a statement, or one inside it, uses a variable. */
    public static boolean uses(Stmt stmt, Var variable) {
        if (stmt.operands().contains(variable)) {
            return true;
        }
        for (Block block : stmt.blocks()) {
            if (uses(block, variable)) {
                return true;
            }
        }
        return false;
    }

    /** Whether anything in a block uses a variable, its yields included. */
    public static boolean uses(Block block, Var variable) {
        if (block.yields().contains(variable)) {
            return true;
        }
        for (Stmt stmt : block.stmts()) {
            if (uses(stmt, variable)) {
                return true;
            }
        }
        return false;
    }

    /** The number of uses of each variable. */
    public static Map<Var, Integer> useCounts(Block block) {
        Map<Var, Integer> counts = new HashMap<>();
        forEachUse(block, value -> {
            if (value instanceof Var variable) {
                counts.merge(variable, 1, Integer::sum);
            }
        });
        return counts;
    }

    /** The number of uses of each array other than to write to it. */
    public static Map<Var, Integer> readCounts(Block block) {
        Map<Var, Integer> counts = useCounts(block);
        for (Stmt stmt : statements(block)) {
            if (written(stmt) instanceof Var array) {
                counts.merge(array, -1, Integer::sum);
            }
        }
        return counts;
    }

    private static @Nullable Value written(Stmt stmt) {
        if (stmt instanceof Stmt.Store store) {
            return store.array();
        } else if (stmt instanceof Stmt.Fill fill) {
            return fill.array();
        }
        return stmt instanceof Stmt.CopyRange copy ? copy.target() : null;
    }

    /** The variables that a statement makes visible inside its blocks only: loop index and loop parameters. */
    public static List<Var> blockParams(Stmt stmt) {
        if (stmt instanceof Loop.For loop) {
            List<Var> all = new ArrayList<>(loop.params());
            all.add(loop.index());
            return all;
        }
        return stmt instanceof Loop.While loop ? loop.params() : List.of();
    }

    /**
     * The statement with each operand and each block replaced; itself if nothing changes. Operands of nested blocks are the
     * business of {@code blocks}.
     */
    public static Stmt rebuild(Stmt stmt, UnaryOperator<Value> operand, UnaryOperator<Block> blocks) {
        if (stmt instanceof Stmt.Let let) {
            Expr expr = mapOperands(let.expr(), operand);
            return expr == let.expr() ? let : new Stmt.Let(let.target(), expr, let.origin());
        }
        List<Value> operands = stmt.operands();
        List<Value> newOperands = map(operands, operand);
        List<Block> inner = stmt.blocks();
        List<Block> newInner = map(inner, blocks);
        return newOperands == operands && newInner == inner ? stmt : stmt.with(newOperands, newInner);
    }

    /** The statement with each of its blocks replaced; itself if nothing changes. */
    public static Stmt rebuild(Stmt stmt, UnaryOperator<Block> blocks) {
        return stmt.blocks().isEmpty() ? stmt : rebuild(stmt, operand -> operand, blocks);
    }

    /** The expression on other operands; itself if none changes. */
    public static Expr mapOperands(Expr expr, UnaryOperator<Value> operand) {
        List<Value> operands = expr.operands();
        List<Value> mapped = map(operands, operand);
        return mapped == operands ? expr : expr.withOperands(mapped);
    }

    /** The results of a function for each element; the list itself if these are the very same objects. */
    public static <T> List<T> map(List<T> all, UnaryOperator<T> function) {
        int size = all.size();
        List<T> mapped = all;
        for (int i = 0; i < size; i++) {
            T before = all.get(i);
            T after = function.apply(before);
            if (mapped != all) {
                mapped.add(after);
            } else if (after != before) {
                mapped = new ArrayList<>(size);
                mapped.addAll(all.subList(0, i));
                mapped.add(after);
            }
        }
        return mapped;
    }
}
