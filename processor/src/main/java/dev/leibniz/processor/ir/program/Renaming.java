package dev.leibniz.processor.ir.program;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Equation;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.function.UnaryOperator;

/** Gives the functions that a function calls other names. */
public final class Renaming {
    private final UnaryOperator<String> names;

    public Renaming(UnaryOperator<String> names) {
        this.names = names;
    }

    /** The function under its new name, calling others by theirs. */
    public Function function(Function function) {
        return function.withName(names.apply(function.name())).withBody(block(function.body()));
    }

    /** The function under its own name, calling others by their new ones. */
    public Function callees(Function function) {
        return function.withBody(block(function.body()));
    }

    private Block block(Block block) {
        return block.with(Walk.map(block.stmts(), this::stmt), block.yields());
    }

    private Stmt stmt(Stmt stmt) {
        if (stmt instanceof Stmt.Call call) {
            Callee callee = callee(call.callee());
            return callee == call.callee() ? call : new Stmt.Call(callee, call.args(), call.results(), call.origin());
        }
        return Walk.rebuild(stmt, this::block);
    }

    private Callee callee(Callee callee) {
        if (callee instanceof Callee.Local local) {
            String name = names.apply(local.name());
            return name.equals(local.name()) ? local : new Callee.Local(name, local.stopGradient(), local.replay());
        } else if (callee instanceof Callee.DerivativeOf form) {
            return new Callee.DerivativeOf(signature(form.signature()), form.derivative(), form.isPrinted());
        } else if (callee instanceof Callee.External external
                && !external.derivedFrom().isEmpty()) {
            return external(external);
        }
        return callee;
    }

    private Callee.External external(Callee.External callee) {
        Callee.External reverse = callee.reverse();
        Callee.External forward = callee.forward();
        Equation equation = callee.equation();
        return new Callee.External(
                callee.owner(),
                callee.name(),
                callee.params(),
                callee.result(),
                callee.pure(),
                callee.written(),
                reverse == null ? null : rule(reverse),
                forward == null ? null : rule(forward),
                equation == null ? null : equation(equation),
                callee.body(),
                callee.lack());
    }

    private Callee.External rule(Callee.External rule) {
        boolean isOfTheProgram = !rule.body().isEmpty() && !Link.isLink(rule.body());
        return isOfTheProgram ? rule.withBody(names.apply(rule.body())) : rule;
    }

    private Equation equation(Equation equation) {
        return new Equation(
                signature(equation.residual()),
                equation.kind(),
                equation.solver(),
                equation.tolerance(),
                equation.method(),
                external(equation.solve()),
                external(equation.solveTransposed()));
    }

    /** The signature, of the function under its new name. */
    public Signature signature(Signature signature) {
        return new Signature(
                signature.name(),
                signature.method(),
                names.apply(signature.function()),
                signature.params(),
                signature.result(),
                signature.forms(),
                signature.position());
    }
}
