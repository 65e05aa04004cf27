package dev.leibniz.processor.simplify;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One walk over a function in program order that replaces values by others and statements by what a subclass says. As
 * definitions come before uses, a replacement is known wherever it is needed.
 */
abstract class Rewriter {
    private final Map<Var, Value> replacements = new HashMap<>();

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
        return value instanceof Var variable ? replacements.getOrDefault(variable, variable) : value;
    }

    final List<Value> values(List<Value> values) {
        return Walk.map(values, this::value);
    }

    Block block(Block block) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt stmt : block.stmts()) {
            stmt(stmt, out);
        }
        return new Block(out, values(block.yields()));
    }

    /** Appends what stands for a statement. */
    void stmt(Stmt stmt, List<Stmt> out) {
        out.add(Walk.rebuild(stmt, this::value, this::block));
    }
}
