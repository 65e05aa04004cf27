package dev.leibniz.processor.transform.forms;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.transform.derivation.Refusal;
import dev.leibniz.processor.transform.reverse.AdjointTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reverse mode for several cotangents, with the convention of {@link Derivative#VJPS}: one forward sweep, and then for each
 * cotangent a backward sweep.
 */
final class CotangentSweeps {
    private final boolean acts;
    private final Signature method;
    private final Function primal;
    private final Optional<AdjointTransform.RowSweeps> sweeps;
    private final List<Var> leaves;
    private final List<Var> cotangents = new ArrayList<>();
    private final List<Var> single;

    /** @param acts whether the method does something that must be done once */
    CotangentSweeps(Signature method, Function primal, Optional<AdjointTransform.RowSweeps> sweeps, boolean acts) {
        this.acts = acts;
        this.method = method;
        this.primal = primal;
        this.sweeps = sweeps;
        this.leaves = DerivativeForms.leaves(method, primal);
        Mask dependent = DerivativeForms.differentiatedResults(method);
        for (int i = 0; i < dependent.size(); i++) {
            if (dependent.has(i)) {
                Var result = primal.results().get(i);
                String name = dependent.size() > 1 ? "cotangents" + (i + 1) : "cotangents";
                cotangents.add(new Var(name, Type.arrayOf(result.type())));
            }
        }
        this.single = sweeps.isPresent()
                ? sweeps.get().cotangents()
                : cotangents.stream()
                        .map(several -> new Var("cotangent", several.type().element()))
                        .toList();
    }

    /** Whether the forward sweep is run once for all cotangents. */
    boolean sharesOneForwardSweep() {
        return sweeps.isPresent();
    }

    Function make() {
        List<Var> params = new ArrayList<>(primal.params());
        params.addAll(cotangents);
        BlockBuilder out = new BlockBuilder();
        List<Value> values = new ArrayList<>(forward(out));
        Value count = out.length(cotangents.get(0));
        List<Var> rows = rowArrays(leaves, count, out);
        Var row = new Var("row", Type.INT);
        BlockBuilder body = out.nested();
        for (int i = 0; i < cotangents.size(); i++) {
            Expr cotangent = new Expr.Load(cotangents.get(i), row);
            body.add(new Stmt.Let(single.get(i), cotangent, body.origin()));
        }
        backward(rows, row, false, body);
        out.loop(row, count, body);
        List<Var> results = new ArrayList<>(primal.results());
        rows.forEach(rowArray -> results.add(rowArray.fresh()));
        values.addAll(rows);
        return new Copier().function(new Function(method.name() + "Vjps", params, results, out.build(values)));
    }

    /**
     * The rows of the Jacobian of a method with an array result: one array is all cotangents, one after the other.
     *
     * @param given the arrays to write them into; empty if they are to be made
     */
    Block unitRows(List<Var> given, BlockBuilder out) {
        List<Value> values = new ArrayList<>(forward(out));
        Value outputs = out.length(values.get(0));
        List<Var> rows = given.isEmpty() ? rowArrays(leaves, outputs, out) : given;
        Var cotangent = single.get(0);
        Type element = cotangent.type().element();
        out.add(new Stmt.Let(cotangent, new Expr.NewArray(cotangent.type(), List.of(outputs)), out.origin()));
        Var row = new Var("row", Type.INT);
        BlockBuilder body = out.nested();
        body.store(cotangent, row, Const.number(1, element));
        backward(rows, row, !given.isEmpty(), body);
        body.store(cotangent, row, Const.zero(element));
        out.loop(row, outputs, body);
        if (given.isEmpty()) {
            values.addAll(rows);
        }
        return new Copier().block(out.build(values));
    }

    /** Appends the forward sweep; the results of the method. */
    private List<? extends Value> forward(BlockBuilder out) {
        if (sweeps.isPresent()) {
            out.addAll(sweeps.get().forward().stmts());
            out.at(Origin.NONE);
            return sweeps.get().values();
        }
        if (acts) {
            throw new Refusal(
                    Origin.NONE,
                    "`" + method.method()
                            + "` prints, or does something else that must be done once, and its derivative for "
                            + "several cotangents would run it once for each");
        }
        List<Var> results = primal.results().stream().map(Var::fresh).toList();
        Callee callee = new Callee.Local(method.function());
        out.add(new Stmt.Call(callee, List.copyOf(primal.params()), results, out.origin()));
        return results;
    }

    /** An array of rows for each of the parameters. */
    static List<Var> rowArrays(List<Var> leaves, Value count, BlockBuilder out) {
        List<Var> rows = new ArrayList<>();
        leaves.forEach(leaf -> rows.add(out.newArray(leaf.name() + "Rows", Type.arrayOf(leaf.type()), count)));
        return rows;
    }

    private void backward(List<Var> rows, Var row, boolean areGiven, BlockBuilder body) {
        sweeps.ifPresent(found -> body.addAll(found.row().stmts()));
        List<Value> gradients = sweeps.isPresent() ? sweeps.get().gradients() : byCall(body);
        body.at(Origin.NONE);
        put(gradients, rows, row, areGiven, body);
    }

    /** Puts gradients into a row, or their numbers into the arrays that are there. */
    static void put(List<? extends Value> gradients, List<Var> rows, Var row, boolean areGiven, BlockBuilder body) {
        for (int i = 0; i < rows.size(); i++) {
            if (areGiven && gradients.get(i).type().isArray()) {
                overwrite(body.load(rows.get(i), row), gradients.get(i), body);
            } else {
                body.store(rows.get(i), row, gradients.get(i));
            }
        }
    }

    private static void overwrite(Value target, Value source, BlockBuilder out) {
        if (source.type().rank() == 1) {
            Const first = Const.of(0);
            out.add(new Stmt.CopyRange(source, first, target, first, out.length(source), out.origin()));
            return;
        }
        Var i = new Var("i", Type.INT);
        BlockBuilder body = out.nested();
        overwrite(body.load(target, i), body.load(source, i), body);
        out.loop(i, out.length(source), body);
    }

    /** The gradients by a call, for arrays of adjoints made in the forward sweep, which then can serve one backward sweep only. */
    private List<Value> byCall(BlockBuilder body) {
        List<Value> args = new ArrayList<>(primal.params());
        args.addAll(single);
        List<Var> results =
                new ArrayList<>(primal.results().stream().map(Var::fresh).toList());
        List<Var> gradients =
                leaves.stream().map(leaf -> Var.temporary(leaf.type())).toList();
        results.addAll(gradients);
        body.add(new Stmt.Call(new Callee.DerivativeOf(method, Derivative.VJP), args, results, body.origin()));
        return List.copyOf(gradients);
    }
}
