package dev.leibniz.processor.simplify;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrVerifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computes what is constant, applies {@link Algebra}, and resolves branches and loops whose outcome is known. */
public final class ConstantFolding extends Rewriter {
    private final Algebra algebra = new Algebra();
    private final Map<Var, Expr> allocations = new HashMap<>();

    /** Conditions that are false for the rest of a block, since it was left by an exception where they held. */
    private List<Var> excluded = new ArrayList<>();

    /** The same function with what is known computed. */
    public static Function in(Function function) {
        return new ConstantFolding().function(function);
    }

    @Override
    Block block(Block block) {
        List<Var> around = excluded;
        excluded = new ArrayList<>();
        Block folded = super.block(block);
        for (Var variable : excluded) {
            forget(variable);
        }
        excluded = around;
        return folded;
    }

    @Override
    void stmt(Stmt stmt, List<Stmt> out) {
        if (stmt instanceof Stmt.Let let) {
            let(let, out);
        } else if (stmt instanceof Stmt.If s) {
            branch(s, out);
        } else if (stmt instanceof Loop.For s && neverRuns(s)) {
            replaceAll(s.results(), values(s.inits()));
        } else if (stmt instanceof Loop.While s && s.condition().yields().get(0).equals(Const.FALSE)) {
            replaceAll(s.results(), values(s.inits()));
        } else {
            super.stmt(stmt, out);
        }
    }

    private void let(Stmt.Let let, List<Stmt> out) {
        Expr expr = expr(let.expr());
        if (expr instanceof Expr.Length length) {
            expr = length(length);
        }
        if (expr instanceof Expr.Apply apply) {
            Expr.Apply simpler = rewritten(apply);
            Optional<Value> value = algebra.value(simpler);
            if (value.isPresent()) {
                replace(let.target(), value.get());
                return;
            }
            algebra.define(let.target(), simpler);
            expr = simpler;
        } else if (expr instanceof Expr.NewArray || expr instanceof Expr.ZerosLike || expr instanceof Expr.CloneArray) {
            allocations.put(let.target(), expr);
        } else if (expr instanceof Expr.Length length && knownLength(length).isPresent()) {
            replace(let.target(), knownLength(length).get());
            return;
        } else if (expr instanceof Expr.Opaque opaque && nullness(opaque).isPresent()) {
            replace(let.target(), nullness(opaque).get());
            return;
        } else if (expr instanceof Expr.Opaque opaque && sameness(opaque).isPresent()) {
            replace(let.target(), sameness(opaque).get());
            return;
        }
        out.add(expr == let.expr() ? let : new Stmt.Let(let.target(), expr, let.origin()));
    }

    private Expr.Apply rewritten(Expr.Apply apply) {
        Expr.Apply current = apply;
        for (Expr.Apply next = algebra.rewrite(current); next != current; next = algebra.rewrite(current)) {
            current = next;
        }
        return current;
    }

    /** The length of a copy is that of its original. */
    private Expr.Length length(Expr.Length length) {
        Expr allocation = allocations.get(length.array());
        if (allocation instanceof Expr.ZerosLike || allocation instanceof Expr.CloneArray) {
            return length(new Expr.Length(allocation.operands().get(0)));
        }
        return length;
    }

    private Optional<Value> knownLength(Expr.Length length) {
        return allocations.get(length.array()) instanceof Expr.NewArray array
                ? Optional.of(array.operands().get(0))
                : Optional.empty();
    }

    /** The result of a comparison of two constants of an enum. */
    private static Optional<Value> sameness(Expr.Opaque test) {
        boolean equal = test.template().equals("$0 == $1");
        if (!equal && !test.template().equals("$0 != $1")
                || !(test.operands().get(0) instanceof Const first)
                || !(test.operands().get(1) instanceof Const second)) {
            return Optional.empty();
        }
        boolean areOfEnum = first.value() == null
                && second.value() == null
                && !first.text().isEmpty()
                && !second.text().isEmpty();
        return areOfEnum ? Optional.of(Const.of(first.text().equals(second.text()) == equal)) : Optional.empty();
    }

    /** The result of a test for null, if it is known. */
    private Optional<Value> nullness(Expr.Opaque test) {
        boolean equal = test.template().equals(Expr.Opaque.IS_NULL);
        if (!equal && !test.template().equals(Expr.Opaque.IS_NOT_NULL)) {
            return Optional.empty();
        }
        Value tested = test.operands().get(0);
        if (tested instanceof Const constant) {
            return Optional.of(Const.of(constant.isNull() == equal));
        }
        return allocations.containsKey(tested) ? Optional.of(Const.of(!equal)) : Optional.empty();
    }

    private void branch(Stmt.If s, List<Stmt> out) {
        Value condition = value(s.condition());
        if (condition instanceof Const c && c.value() != null) {
            Block taken = block(c.isTrue() ? s.then() : s.otherwise());
            if (!IrVerifier.endsInThrow(taken)) {
                out.addAll(taken.stmts());
                replaceAll(s.results(), taken.yields());
                return;
            }
        }
        Block then = under(condition, Const.TRUE, s.then());
        Block otherwise = under(condition, Const.FALSE, s.otherwise());
        if (IrVerifier.endsInThrow(then) || IrVerifier.endsInThrow(otherwise)) {
            out.add(s.with(condition, then, otherwise));
            if (condition instanceof Var variable && IrVerifier.endsInThrow(then)) {
                replace(variable, Const.FALSE);
                excluded.add(variable);
            }
            return;
        }
        addWithoutEqualYields(s, condition, then, otherwise, out);
    }

    /** A block that runs only if a condition has a certain outcome. */
    private Block under(Value condition, Const outcome, Block block) {
        if (!(condition instanceof Var variable)) {
            return block(block);
        }
        replace(variable, outcome);
        Block result = block(block);
        forget(variable);
        return result;
    }

    private void addWithoutEqualYields(Stmt.If s, Value condition, Block then, Block otherwise, List<Stmt> out) {
        List<Var> results = new ArrayList<>();
        List<Value> thenYields = new ArrayList<>();
        List<Value> otherwiseYields = new ArrayList<>();
        for (int i = 0; i < s.results().size(); i++) {
            Value fromThen = then.yields().get(i);
            Value fromOtherwise = otherwise.yields().get(i);
            if (fromThen.equals(fromOtherwise)) {
                replace(s.results().get(i), fromThen);
            } else if (fromThen.equals(Const.TRUE) && fromOtherwise.equals(Const.FALSE)) {
                replace(s.results().get(i), condition);
            } else {
                results.add(s.results().get(i));
                thenYields.add(fromThen);
                otherwiseYields.add(fromOtherwise);
            }
        }
        if (results.size() == s.results().size()) {
            out.add(s.with(condition, then, otherwise));
            return;
        }
        out.add(new Stmt.If(
                condition,
                new Block(then.stmts(), thenYields),
                new Block(otherwise.stmts(), otherwiseYields),
                results,
                s.origin()));
    }

    private boolean neverRuns(Loop.For s) {
        Value first = value(s.from());
        Value bound = value(s.bound());
        return first.equals(bound) && (s.relation() == Op.Primitive.LT || s.relation() == Op.Primitive.GT)
                || algebra.value(new Expr.Apply(s.relation(), List.of(first, bound), Type.BOOLEAN))
                        .equals(Optional.of(Const.FALSE));
    }

    private void replaceAll(List<Var> variables, List<Value> by) {
        for (int i = 0; i < variables.size(); i++) {
            replace(variables.get(i), by.get(i));
        }
    }
}
