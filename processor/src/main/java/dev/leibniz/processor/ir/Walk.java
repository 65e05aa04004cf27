package dev.leibniz.processor.ir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Traversals that many passes share: visiting, counting uses, and rebuilding statements with other operands. */
public final class Walk {
    private Walk() {}

    /** Visits every statement of a block, outer before inner, in program order. */
    public static void forEach(Block block, Consumer<Stmt> visitor) {
        for (Stmt stmt : block.stmts()) {
            visitor.accept(stmt);
            stmt.blocks().forEach(inner -> forEach(inner, visitor));
        }
    }

    /** Visits every value used anywhere in a block, its yields included. */
    public static void forEachUse(Block block, Consumer<Value> visitor) {
        for (Stmt stmt : block.stmts()) {
            stmt.operands().forEach(visitor);
            stmt.blocks().forEach(inner -> forEachUse(inner, visitor));
        }
        block.yields().forEach(visitor);
    }

    /** Whether a statement, or one inside it, uses a variable. */
    public static boolean uses(Stmt stmt, Var variable) {
        return stmt.operands().contains(variable) || stmt.blocks().stream().anyMatch(block -> uses(block, variable));
    }

    /** Whether anything in a block uses a variable, its yields included. */
    public static boolean uses(Block block, Var variable) {
        return block.yields().contains(variable) || block.stmts().stream().anyMatch(stmt -> uses(stmt, variable));
    }

    /** How often each variable is used. */
    public static Map<Var, Integer> useCounts(Block block) {
        Map<Var, Integer> counts = new HashMap<>();
        forEachUse(block, value -> {
            if (value instanceof Var variable) {
                counts.merge(variable, 1, Integer::sum);
            }
        });
        return counts;
    }

    /** The variables that a statement makes visible inside its blocks only: loop index and loop parameters. */
    public static List<Var> blockParams(Stmt stmt) {
        if (stmt instanceof Stmt.For loop) {
            List<Var> all = new java.util.ArrayList<>(loop.params());
            all.add(loop.index());
            return all;
        }
        return stmt instanceof Stmt.While loop ? loop.params() : List.of();
    }

    /**
     * The statement with each operand and each block replaced. Operands of nested blocks are the business of
     * {@code blocks}.
     */
    public static Stmt rebuild(Stmt stmt, UnaryOperator<Value> operand, UnaryOperator<Block> blocks) {
        if (stmt instanceof Stmt.Let let) {
            return new Stmt.Let(let.target(), mapOperands(let.expr(), operand), let.origin());
        } else if (stmt instanceof Stmt.Store s) {
            return new Stmt.Store(
                    operand.apply(s.array()), operand.apply(s.index()), operand.apply(s.value()), s.origin());
        } else if (stmt instanceof Stmt.Accumulate s) {
            return new Stmt.Accumulate(
                    operand.apply(s.array()), operand.apply(s.index()), operand.apply(s.value()), s.origin());
        } else if (stmt instanceof Stmt.Fill s) {
            return new Stmt.Fill(
                    operand.apply(s.array()),
                    operand.apply(s.from()),
                    operand.apply(s.to()),
                    operand.apply(s.value()),
                    s.origin());
        } else if (stmt instanceof Stmt.CopyRange s) {
            return new Stmt.CopyRange(
                    operand.apply(s.source()),
                    operand.apply(s.sourceFrom()),
                    operand.apply(s.target()),
                    operand.apply(s.targetFrom()),
                    operand.apply(s.length()),
                    s.origin());
        } else if (stmt instanceof Stmt.AddInto s) {
            return new Stmt.AddInto(operand.apply(s.target()), operand.apply(s.source()), s.origin());
        } else if (stmt instanceof Stmt.If s) {
            return new Stmt.If(
                    operand.apply(s.condition()),
                    blocks.apply(s.then()),
                    blocks.apply(s.otherwise()),
                    s.results(),
                    s.origin());
        } else if (stmt instanceof Stmt.For s) {
            return new Stmt.For(
                    s.index(),
                    operand.apply(s.from()),
                    s.relation(),
                    operand.apply(s.bound()),
                    s.step(),
                    s.params(),
                    map(s.inits(), operand),
                    blocks.apply(s.body()),
                    s.results(),
                    s.origin());
        } else if (stmt instanceof Stmt.While s) {
            return new Stmt.While(
                    s.params(),
                    map(s.inits(), operand),
                    blocks.apply(s.condition()),
                    blocks.apply(s.body()),
                    s.results(),
                    s.origin());
        } else if (stmt instanceof Stmt.Call s) {
            return new Stmt.Call(s.callee(), map(s.args(), operand), s.results(), s.origin());
        } else if (stmt instanceof Stmt.Throw s) {
            return new Stmt.Throw(s.template(), map(s.operands(), operand), s.origin());
        } else if (stmt instanceof Stmt.Assert s) {
            return new Stmt.Assert(operand.apply(s.condition()), s.detail(), map(s.details(), operand), s.origin());
        }
        if (stmt instanceof Stmt.Marker) {
            return stmt;
        }
        throw new IllegalStateException("unknown statement " + stmt);
    }

    public static Expr mapOperands(Expr expr, UnaryOperator<Value> operand) {
        return expr.withOperands(map(expr.operands(), operand));
    }

    public static List<Value> map(List<Value> values, UnaryOperator<Value> operand) {
        return values.stream().map(operand).toList();
    }
}
