package dev.leibniz.processor.ir.walk;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a function is well formed: every variable is defined once and before its uses, and types agree. Runs on
 * each function that was made, when all passes are through; with assertions on, before them, too. What it throws is a bug.
 */
public final class IrVerifier {
    private final Function function;
    private final Set<Var> everDefined = new HashSet<>();
    private final Set<Var> visible = new HashSet<>();

    private IrVerifier(Function function) {
        this.function = function;
    }

    /**
     * @throws IllegalStateException if the function is malformed
     */
    public static void verify(Function function) {
        IrVerifier verifier = new IrVerifier(function);
        verifier.define(function.params());
        verifier.block(function.body());
        verifier.sameTypes("results", function.results(), function.body());
    }

    /** The same as {@link #verify}, for an {@code assert}: never false. */
    public static boolean isWellFormed(Function function) {
        verify(function);
        return true;
    }

    /** Checks a block; what it defines is visible in it and no longer when it ends. */
    private void block(Block block) {
        for (Stmt stmt : block.stmts()) {
            for (Value operand : stmt.operands()) {
                use(operand, stmt);
            }
            if (stmt instanceof Stmt.If s) {
                require(s.condition().type() == Type.BOOLEAN, "condition is no boolean", stmt);
                branch(s.then(), s.results());
                branch(s.otherwise(), s.results());
            } else if (stmt instanceof Loop.For s) {
                define(Walk.blockParams(s));
                loop(s.params(), s.inits(), s.body(), s.results());
                visible.remove(s.index());
            } else if (stmt instanceof Loop.While s) {
                define(s.params());
                block(s.condition());
                require(
                        s.condition().yields().size() == 1
                                && s.condition().yields().get(0).type() == Type.BOOLEAN,
                        "loop test is no boolean",
                        s);
                loop(s.params(), s.inits(), s.body(), s.results());
            } else {
                types(stmt);
            }
            define(stmt.results());
        }
        for (Value value : block.yields()) {
            use(value, null);
        }
        for (Stmt stmt : block.stmts()) {
            hide(stmt.results());
        }
    }

    private void branch(Block block, List<Var> results) {
        block(block);
        if (!endsInThrow(block)) {
            sameTypes("if", results, block);
        }
    }

    private void loop(List<Var> params, List<Value> inits, Block body, List<Var> results) {
        block(body);
        hide(params);
        require(params.size() == inits.size() && params.size() == results.size(), "carried values differ", null);
        if (!endsInThrow(body)) {
            sameTypes("loop", params, body);
        }
        for (int i = 0; i < params.size(); i++) {
            sameType(params.get(i), inits.get(i), "carried value", null);
            sameType(params.get(i), results.get(i), "result of a loop", null);
        }
    }

    /** Whether control never reaches the end of the block; then what it yields does not matter. */
    public static boolean endsInThrow(Block block) {
        return !block.stmts().isEmpty() && block.stmts().get(block.stmts().size() - 1) instanceof Stmt.Throw;
    }

    private void types(Stmt stmt) {
        if (stmt instanceof Stmt.Let let) {
            require(let.target().type().equals(let.expr().type()), "type of the defined value", stmt);
            if (let.expr() instanceof Expr.Apply apply && apply.op() instanceof Op.Primitive p) {
                applyTypes(apply, p, stmt);
            } else if (let.expr() instanceof Expr.GetField read) {
                require(hasField(read.frame(), read.field(), read.type()), "field that is read", stmt);
            }
        } else if (stmt instanceof Stmt.Store s) {
            require(s.array().type().element().equals(s.value().type()), "stored type", stmt);
        } else if (stmt instanceof Stmt.SetField s) {
            require(hasField(s.frame(), s.field(), s.value().type()), "field that is written", stmt);
        } else if (stmt instanceof Stmt.Accumulate s) {
            require(s.array().type().element().equals(s.value().type()), "accumulated type", stmt);
            require(s.value().type().isFloating(), "accumulated type is not floating", stmt);
        } else if (stmt instanceof Stmt.AddInto s) {
            require(s.target().type().equals(s.source().type()), "types of addInto", stmt);
        }
    }

    private static boolean hasField(Value frame, String field, Type type) {
        return frame.type() instanceof Type.Frame frameType
                && type.equals(frameType.fields().get(field));
    }

    private void applyTypes(Expr.Apply apply, Op.Primitive op, Stmt stmt) {
        List<Value> args = apply.operands();
        switch (op) {
            case ADD, SUB, MUL, DIV, REM, STRONG_MUL, GATED_MUL, GATED_DIV, AND, OR, XOR ->
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
        if (expected.size() != actual.size()) {
            throw malformed(what + ": " + expected + " against " + actual, null);
        }
        for (int i = 0; i < expected.size(); i++) {
            sameType(expected.get(i), actual.get(i), what, null);
        }
    }

    private void sameType(Var expected, Value actual, String what, @Nullable Stmt stmt) {
        if (!expected.type().equals(actual.type())) {
            throw malformed(what + ": type of " + expected + " against " + actual, stmt);
        }
    }

    private void define(List<Var> variables) {
        for (Var variable : variables) {
            if (!everDefined.add(variable)) {
                throw malformed("defined twice: " + variable, null);
            }
            visible.add(variable);
        }
    }

    private void hide(List<Var> variables) {
        for (Var variable : variables) {
            visible.remove(variable);
        }
    }

    private void use(Value value, @Nullable Stmt stmt) {
        if (value instanceof Var variable && !visible.contains(variable)) {
            throw malformed("not defined here: " + variable, stmt);
        }
    }

    private void require(boolean holds, String message, @Nullable Stmt stmt) {
        if (!holds) {
            throw malformed(message, stmt);
        }
    }

    private IllegalStateException malformed(String message, @Nullable Stmt stmt) {
        String where = stmt == null ? "" : "\nat " + stmt;
        return new IllegalStateException("malformed IR: " + message + where + "\n" + IrPrinter.print(function));
    }
}
