package dev.leibniz.processor.transform.derivation;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrVerifier;
import java.util.ArrayList;
import java.util.List;

/**
 * The control flow of a transform that puts a partner beside values: a tangent, a set of indices, a node of a trace. Blocks yield the
 * partners after the values, branches and loops have them among their results. What a single statement does to the partners is for the
 * transform to say.
 */
public abstract class PairedStatements {

    /** Whether a variable has a partner. */
    protected abstract boolean isPaired(Var variable);

    /** A new variable for the partner of another. */
    protected abstract Var declare(Var primal);

    /** The partner of a value, or its substitute where it has none. */
    protected abstract Value partner(Value primal);

    /** The substitute for a partner where control does not pass. */
    protected abstract Const nothing(Var primal);

    protected abstract void call(Stmt.Call call, BlockBuilder out);

    /** Appends a statement without blocks that calls nothing. */
    protected abstract void simple(Stmt stmt, BlockBuilder out);

    protected final void statement(Stmt stmt, BlockBuilder out) {
        out.at(stmt.origin());
        if (stmt instanceof Stmt.If choice) {
            branch(choice, out);
        } else if (stmt instanceof Loop loop) {
            loop(loop, out);
        } else if (stmt instanceof Stmt.Call call) {
            call(call, out);
        } else {
            simple(stmt, out);
        }
    }

    /** Appends the statements of a block. */
    protected void statements(List<Stmt> stmts, BlockBuilder out) {
        for (Stmt stmt : stmts) {
            statement(stmt, out);
        }
    }

    private Block block(Block block, List<Var> targets, BlockBuilder out) {
        statements(block.stmts(), out);
        List<Value> yields = new ArrayList<>(block.yields());
        boolean completes = !IrVerifier.endsInThrow(block);
        for (int i = 0; i < targets.size(); i++) {
            if (isPaired(targets.get(i))) {
                yields.add(completes ? partner(block.yields().get(i)) : nothing(targets.get(i)));
            }
        }
        return out.build(yields);
    }

    private void branch(Stmt.If choice, BlockBuilder out) {
        Block then = block(choice.then(), choice.results(), out.nested());
        Block otherwise = block(choice.otherwise(), choice.results(), out.nested());
        List<Var> results = withPartners(choice.results());
        out.add(new Stmt.If(choice.condition(), then, otherwise, results, choice.origin()));
    }

    private void loop(Loop loop, BlockBuilder out) {
        List<Value> inits = new ArrayList<>(loop.inits());
        for (int i = 0; i < loop.params().size(); i++) {
            if (isPaired(loop.params().get(i))) {
                inits.add(partner(loop.inits().get(i)));
            }
        }
        List<Var> params = withPartners(loop.params());
        Block body = block(loop.body(), loop.params(), out.nested());
        // A loop carries a partner where its parameter has one, even if the partner of the result is not needed.
        out.add(loop.carrying(params, inits, body, withPartners(loop.results(), loop.params())));
    }

    /** Variables, followed by new ones for the partners of those that have one. */
    protected final List<Var> withPartners(List<Var> variables) {
        return withPartners(variables, variables);
    }

    private List<Var> withPartners(List<Var> variables, List<Var> paired) {
        List<Var> all = new ArrayList<>(variables);
        for (int i = 0; i < variables.size(); i++) {
            if (isPaired(paired.get(i))) {
                all.add(declare(variables.get(i)));
            }
        }
        return all;
    }
}
