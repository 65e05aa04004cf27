package dev.leibniz.processor.transform;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Copier;
import dev.leibniz.processor.ir.Derivative;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reverse mode for several cotangents, with the convention of {@link Derivative#VJPS}: one forward sweep, and then for each
 * cotangent a backward sweep.
 */
final class CotangentSweeps {
    private final Signature method;
    private final Function primal;
    private final AdjointTransform adjoint;
    private final List<Var> leaves;
    private final List<Var> cotangents = new ArrayList<>();

    CotangentSweeps(Signature method, Function primal, AdjointTransform adjoint) {
        this.method = method;
        this.primal = primal;
        this.adjoint = adjoint;
        this.leaves = DerivativeForms.leaves(method, primal);
        List<Boolean> dependent = DerivativeForms.differentiatedResults(method);
        for (int i = 0; i < dependent.size(); i++) {
            if (dependent.get(i)) {
                Var result = primal.results().get(i);
                String name = dependent.size() > 1 ? "cotangents" + (i + 1) : "cotangents";
                cotangents.add(new Var(name, Type.arrayOf(result.type())));
            }
        }
    }

    Function make() {
        List<Var> params = new ArrayList<>(primal.params());
        params.addAll(cotangents);
        Optional<AdjointTransform.RowSweeps> sweeps = adjoint.rows(
                primal, DerivativeForms.differentiated(method), DerivativeForms.differentiatedResults(method));
        BlockBuilder out = new BlockBuilder();
        List<Value> values = new ArrayList<>();
        if (sweeps.isPresent()) {
            out.addAll(sweeps.get().forward().stmts());
            values.addAll(sweeps.get().values());
        } else {
            List<Var> results = primal.results().stream().map(Var::fresh).toList();
            out.add(new Stmt.Call(
                    new Callee.Local(method.function()), List.copyOf(primal.params()), results, out.origin()));
            values.addAll(results);
        }
        out.at(Origin.NONE);
        Value count = out.length(cotangents.get(0));
        List<Var> rows = new ArrayList<>();
        leaves.forEach(leaf -> rows.add(out.newArray(leaf.name() + "Rows", Type.arrayOf(leaf.type()), count)));
        Var row = new Var("row", Type.INT);
        BlockBuilder body = out.nested();
        List<Value> gradients = sweeps.isPresent() ? backward(sweeps.get(), row, body) : byCall(row, body);
        body.at(Origin.NONE);
        for (int i = 0; i < rows.size(); i++) {
            body.store(rows.get(i), row, gradients.get(i));
        }
        out.add(VectorTangents.loop(row, count, body, out));
        List<Var> results = new ArrayList<>(primal.results());
        rows.forEach(rowArray -> results.add(rowArray.fresh()));
        values.addAll(rows);
        return new Copier().function(new Function(method.name() + "Sweeps", params, results, out.build(values)));
    }

    private List<Value> backward(AdjointTransform.RowSweeps sweeps, Var row, BlockBuilder body) {
        for (int i = 0; i < cotangents.size(); i++) {
            Expr cotangent = new Expr.Load(cotangents.get(i), row);
            body.add(new Stmt.Let(sweeps.cotangents().get(i), cotangent, body.origin()));
        }
        body.addAll(sweeps.row().stmts());
        return sweeps.gradients();
    }

    /** Where arrays of adjoints are made in the forward sweep, so that it can serve one backward sweep only. */
    private List<Value> byCall(Var row, BlockBuilder body) {
        List<Value> args = new ArrayList<>(primal.params());
        cotangents.forEach(cotangent -> args.add(body.load(cotangent, row)));
        List<Var> results =
                new ArrayList<>(primal.results().stream().map(Var::fresh).toList());
        List<Var> gradients =
                leaves.stream().map(leaf -> Var.temporary(leaf.type())).toList();
        results.addAll(gradients);
        body.add(new Stmt.Call(new Callee.DerivativeOf(method, Derivative.VJP), args, results, body.origin()));
        return List.copyOf(gradients);
    }
}
