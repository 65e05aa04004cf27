package dev.leibniz.processor.ir.walk;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Copies code so that every variable it defines is a new one, under a substitution for the variables that come from
 * outside. Needed wherever code appears twice: inlining, and forward code that runs again in the backward sweep.
 */
public final class Copier {
    private final Map<Var, Value> substitution = new HashMap<>();
    private final UnaryOperator<Var> copy;

    public Copier() {
        this(Var::fresh);
    }

    /**
     * @param copy makes the new variable that stands for another
     */
    public Copier(UnaryOperator<Var> copy) {
        this.copy = copy;
    }

    /** From now on {@code to} stands wherever {@code from} stood. */
    public Copier map(Var from, Value to) {
        substitution.put(from, to);
        return this;
    }

    /** The counterpart of a value in the copy; a variable that was never mapped or copied stands for itself. */
    public Value value(Value value) {
        return value instanceof Var variable ? substitution.getOrDefault(variable, variable) : value;
    }

    public List<Value> values(List<? extends Value> values) {
        List<Value> copies = new ArrayList<>(values.size());
        for (Value value : values) {
            copies.add(value(value));
        }
        return copies;
    }

    public Block block(Block block) {
        List<Stmt> stmts = new ArrayList<>(block.stmts().size());
        for (Stmt stmt : block.stmts()) {
            stmts.add(stmt(stmt));
        }
        return new Block(stmts, values(block.yields()));
    }

    /** Copies a statement; its results are new variables, found by {@link #value}. */
    public Stmt stmt(Stmt stmt) {
        if (stmt instanceof Stmt.Let let) {
            Expr expr = Walk.mapOperands(let.expr(), this::value);
            return new Stmt.Let(fresh(let.target()), expr, let.origin());
        } else if (stmt instanceof Stmt.If s) {
            Value condition = value(s.condition());
            Block then = block(s.then());
            Block otherwise = block(s.otherwise());
            return new Stmt.If(condition, then, otherwise, fresh(s.results()), s.origin());
        } else if (stmt instanceof Loop.For s) {
            Value from = value(s.from());
            Value bound = value(s.bound());
            List<Value> inits = values(s.inits());
            Var index = fresh(s.index());
            List<Var> params = fresh(s.params());
            Block body = block(s.body());
            return new Loop.For(
                    index, from, s.relation(), bound, s.step(), params, inits, body, fresh(s.results()), s.origin());
        } else if (stmt instanceof Loop.While s) {
            List<Value> inits = values(s.inits());
            List<Var> params = fresh(s.params());
            Block condition = block(s.condition());
            Block body = block(s.body());
            return new Loop.While(params, inits, condition, body, fresh(s.results()), s.origin());
        } else if (stmt instanceof Stmt.Call s) {
            List<Value> args = values(s.args());
            return new Stmt.Call(s.callee(), args, fresh(s.results()), s.origin());
        }
        return stmt.with(values(stmt.operands()), List.of());
    }

    /** A copy of a whole function; its parameters are new variables unless they were mapped before. */
    public Function function(Function function) {
        List<Var> params = fresh(function.params());
        return new Function(function.name(), params, function.results(), block(function.body()));
    }

    private List<Var> fresh(List<Var> variables) {
        List<Var> copies = new ArrayList<>(variables.size());
        for (Var variable : variables) {
            copies.add(fresh(variable));
        }
        return copies;
    }

    private Var fresh(Var variable) {
        Var fresh = copy.apply(variable);
        substitution.put(variable, fresh);
        return fresh;
    }
}
