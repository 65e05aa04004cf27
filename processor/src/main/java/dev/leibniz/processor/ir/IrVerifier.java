package dev.leibniz.processor.ir;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks that a function is well formed: every variable is defined once and before its uses, and types agree. Runs
 * before and after each pass; what it throws is a bug in the pass.
 */
public final class IrVerifier {
    private final Function function;
    private final Set<Var> everDefined = new HashSet<>();

    private IrVerifier(Function function) {
        this.function = function;
    }

    /**
     * @throws IllegalStateException if the function is malformed
     */
    public static void verify(Function function) {
        IrVerifier verifier = new IrVerifier(function);
        Set<Var> scope = new HashSet<>();
        verifier.define(function.params(), scope);
        verifier.block(function.body(), scope);
        verifier.sameTypes("results", function.results(), function.body());
    }

    private void block(Block block, Set<Var> outer) {
        Set<Var> scope = new HashSet<>(outer);
        for (Stmt stmt : block.stmts()) {
            stmt.operands().forEach(operand -> use(operand, scope, stmt));
            if (stmt instanceof Stmt.If s) {
                require(s.condition().type() == Type.BOOLEAN, "condition is no boolean", stmt);
                s.blocks().forEach(inner -> {
                    block(inner, scope);
                    if (!endsInThrow(inner)) {
                        sameTypes("if", s.results(), inner);
                    }
                });
            } else if (stmt instanceof Stmt.For s) {
                loop(s.params(), s.inits(), s.body(), s.results(), withParams(s, scope));
            } else if (stmt instanceof Stmt.While s) {
                Set<Var> inner = withParams(s, scope);
                block(s.condition(), inner);
                require(
                        s.condition().yields().size() == 1
                                && s.condition().yields().get(0).type() == Type.BOOLEAN,
                        "loop test is no boolean",
                        s);
                loop(s.params(), s.inits(), s.body(), s.results(), inner);
            } else {
                types(stmt);
            }
            define(stmt.results(), scope);
        }
        block.yields().forEach(value -> use(value, scope, null));
    }

    private Set<Var> withParams(Stmt stmt, Set<Var> scope) {
        Set<Var> inner = new HashSet<>(scope);
        define(Walk.blockParams(stmt), inner);
        return inner;
    }

    private void loop(List<Var> params, List<Value> inits, Block body, List<Var> results, Set<Var> scope) {
        block(body, scope);
        require(params.size() == inits.size() && params.size() == results.size(), "carried values differ", null);
        if (!endsInThrow(body)) {
            sameTypes("loop", params, body);
        }
        for (int i = 0; i < params.size(); i++) {
            require(params.get(i).type().equals(inits.get(i).type()), "type of carried " + params.get(i), null);
            require(params.get(i).type().equals(results.get(i).type()), "type of result " + results.get(i), null);
        }
    }

    /** Whether control never reaches the end of the block; then what it yields does not matter. */
    public static boolean endsInThrow(Block block) {
        return !block.stmts().isEmpty() && block.stmts().get(block.stmts().size() - 1) instanceof Stmt.Throw;
    }

    private void types(Stmt stmt) {
        if (stmt instanceof Stmt.Let let) {
            require(let.target().type().equals(let.expr().type()), "type of " + let.target(), stmt);
            if (let.expr() instanceof Expr.Apply apply && apply.op() instanceof Op.Primitive p) {
                applyTypes(apply, p, stmt);
            }
        } else if (stmt instanceof Stmt.Store s) {
            require(s.array().type().element().equals(s.value().type()), "stored type", stmt);
        } else if (stmt instanceof Stmt.Accumulate s) {
            require(s.array().type().element().equals(s.value().type()), "accumulated type", stmt);
            require(s.value().type().isFloating(), "accumulated type is not floating", stmt);
        } else if (stmt instanceof Stmt.AddInto s) {
            require(s.target().type().equals(s.source().type()), "types of addInto", stmt);
        }
    }

    private void applyTypes(Expr.Apply apply, Op.Primitive op, Stmt stmt) {
        List<Value> args = apply.operands();
        switch (op) {
            case ADD, SUB, MUL, DIV, REM, AND, OR, XOR ->
                require(
                        args.size() == 2
                                && args.get(0).type().equals(apply.type())
                                && args.get(1).type().equals(apply.type()),
                        "operands of " + op,
                        stmt);
            case NEG, NOT, COMPLEMENT ->
                require(args.size() == 1 && args.get(0).type().equals(apply.type()), "operand of " + op, stmt);
            case EQ, NE, LT, LE, GT, GE ->
                require(
                        args.size() == 2
                                && args.get(0).type().equals(args.get(1).type()),
                        "operands of " + op,
                        stmt);
            case SELECT ->
                require(
                        args.size() == 3
                                && args.get(0).type() == Type.BOOLEAN
                                && args.get(1).type().equals(apply.type())
                                && args.get(2).type().equals(apply.type()),
                        "operands of select",
                        stmt);
            default -> {}
        }
    }

    private void sameTypes(String what, List<Var> expected, Block block) {
        List<Value> actual = block.yields();
        require(expected.size() == actual.size(), what + ": " + expected + " against " + actual, null);
        for (int i = 0; i < expected.size(); i++) {
            require(
                    expected.get(i).type().equals(actual.get(i).type()),
                    what + ": type of " + expected.get(i) + " against " + actual.get(i),
                    null);
        }
    }

    private void define(List<Var> variables, Set<Var> scope) {
        for (Var variable : variables) {
            require(everDefined.add(variable), "defined twice: " + variable, null);
            scope.add(variable);
        }
    }

    private void use(Value value, Set<Var> scope, @org.jspecify.annotations.Nullable Stmt stmt) {
        if (value instanceof Var variable) {
            require(scope.contains(variable), "not defined here: " + variable, stmt);
        }
    }

    private void require(boolean holds, String message, @org.jspecify.annotations.Nullable Stmt stmt) {
        if (!holds) {
            String where = stmt == null ? "" : "\nat " + stmt;
            throw new IllegalStateException("malformed IR: " + message + where + "\n" + IrPrinter.print(function));
        }
    }
}
