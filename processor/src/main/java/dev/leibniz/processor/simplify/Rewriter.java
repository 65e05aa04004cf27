package dev.leibniz.processor.simplify;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One walk over a function in program order that replaces values by others and statements by what a subclass says. As
 * definitions come before uses, a replacement is known wherever it is needed. What does not change stays the same object, so
 * that a function in which there was nothing to do is known by its identity.
 */
abstract class Rewriter {
    private final Map<Var, Value> replacements = new HashMap<>();
    private final UnaryOperator<Value> replacement = this::value;
    private final UnaryOperator<Block> inner = this::block;

    Function function(Function function) {
        return function.withBody(block(function.body()));
    }

    /** From here on {@code by} stands for {@code variable}; a temporary takes over the name. */
    final void replace(Var variable, Value by) {
        if (by instanceof Var other) {
            other.suggestName(variable.name());
        }
        replacements.put(variable, by);
    }

    final void forget(Var variable) {
        replacements.remove(variable);
    }

    final Value value(Value value) {
        if (replacements.isEmpty() || !(value instanceof Var)) {
            return value;
        }
        Value by = replacements.get(value);
        return by == null ? value : by;
    }

    /** An expression with its operands replaced; itself if there is nothing to replace. */
    final Expr expr(Expr expr) {
        return Walk.mapOperands(expr, replacement);
    }

    final List<Value> values(List<Value> values) {
        return Walk.map(values, replacement);
    }

    Block block(Block block) {
        List<Stmt> out = new ArrayList<>(block.stmts().size());
        for (Stmt stmt : block.stmts()) {
            stmt(stmt, out);
        }
        return block.with(out, values(block.yields()));
    }

    /** Appends the statements that replace a statement. */
    void stmt(Stmt stmt, List<Stmt> out) {
        out.add(Walk.rebuild(stmt, replacement, inner));
    }
}
