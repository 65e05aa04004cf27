package dev.leibniz.processor.transform;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Copier;
import dev.leibniz.processor.ir.Derivative;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Op;
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
 * The Jacobian of a method with an array result. With more inputs than outputs it is made row by row, by one backward
 * sweep for each output after a single forward sweep; otherwise all columns at once, by forward mode in as many
 * directions as there are inputs.
 */
final class JacobianForm {
    private final Signature method;
    private final Function primal;
    private final List<Boolean> differentiated;
    private final FunctionSet functions;
    private final AdjointTransform adjoint;

    JacobianForm(Signature method, FunctionSet functions, AdjointTransform adjoint) {
        this.method = method;
        this.primal = functions.function(method.function());
        this.differentiated = DerivativeForms.differentiated(method);
        this.functions = functions;
        this.adjoint = adjoint;
    }

    Function make() {
        Optional<AdjointTransform.RowSweeps> sweeps = adjoint.rows(primal, differentiated);
        BlockBuilder out = new BlockBuilder();
        List<Var> params = primal.params();
        Value value;
        if (sweeps.isPresent()) {
            out.addAll(sweeps.get().forward().stmts());
            value = sweeps.get().value();
        } else {
            Var result = new Var("value", primal.results().get(0).type());
            out.add(new Stmt.Call(
                    new Callee.Local(method.function()), List.copyOf(params), List.of(result), out.origin()));
            value = result;
        }
        List<Var> leaves = new ArrayList<>();
        for (int i = 0; i < params.size(); i++) {
            if (differentiated.get(i)) {
                leaves.add(params.get(i));
            }
        }
        Value outputs = out.length(value);
        List<Var> results = new ArrayList<>(primal.results());
        List<Value> yields = new ArrayList<>(List.of(value));
        leaves.forEach(leaf -> results.add(new Var(leaf.name() + "Rows", Type.arrayOf(leaf.type()))));
        BlockBuilder byRows = out.nested();
        Block rows = sweeps.isPresent()
                ? rowsOf(sweeps.get(), leaves, outputs, byRows)
                : rowsByCalls(params, leaves, value, outputs, byRows);
        ColumnSeeds seeds = new ColumnSeeds(leaves, value.type().element());
        if (seeds.arePossible()) {
            Value inputs = seeds.count(out);
            List<Var> jacobians = leaves.stream()
                    .map(leaf -> new Var(leaf.name() + "Rows", Type.arrayOf(leaf.type())))
                    .toList();
            Value isTall = out.compare(Op.Primitive.LE, inputs, outputs);
            Block columns = columns(params, seeds, value, inputs, outputs, out.nested());
            out.add(new Stmt.If(isTall, columns, rows, jacobians, out.origin()));
            yields.addAll(jacobians);
        } else {
            out.addAll(rows.stmts());
            yields.addAll(rows.yields());
        }
        Function whole = new Function(method.name() + "Jacobian", params, results, out.build(yields));
        return new Copier().function(whole);
    }

    private static List<Var> rowArrays(List<Var> leaves, Value outputs, BlockBuilder out) {
        List<Var> arrays = new ArrayList<>();
        leaves.forEach(leaf -> arrays.add(out.newArray(leaf.name() + "Rows", Type.arrayOf(leaf.type()), outputs)));
        return arrays;
    }

    private static Block rowsOf(AdjointTransform.RowSweeps sweeps, List<Var> leaves, Value outputs, BlockBuilder out) {
        List<Var> jacobians = rowArrays(leaves, outputs, out);
        Var cotangent = sweeps.cotangent();
        out.add(new Stmt.Let(cotangent, new Expr.NewArray(cotangent.type(), List.of(outputs)), out.origin()));
        BlockBuilder body = out.nested();
        Var row = new Var("row", Type.INT);
        body.store(cotangent, row, Const.number(1, cotangent.type().element()));
        body.addAll(sweeps.row().stmts());
        body.at(Origin.NONE);
        for (int i = 0; i < jacobians.size(); i++) {
            body.store(jacobians.get(i), row, sweeps.gradients().get(i));
        }
        body.store(cotangent, row, Const.zero(cotangent.type().element()));
        out.add(VectorTangents.loop(row, outputs, body, out));
        return out.build(jacobians);
    }

    private Block rowsByCalls(List<Var> params, List<Var> leaves, Value value, Value outputs, BlockBuilder out) {
        List<Var> jacobians = rowArrays(leaves, outputs, out);
        Var cotangent = out.newArray("cotangent", value.type(), outputs);
        Var row = new Var("row", Type.INT);
        BlockBuilder body = out.nested();
        body.store(cotangent, row, Const.number(1, value.type().element()));
        List<Value> args = new ArrayList<>(params);
        args.add(cotangent);
        List<Var> results = new ArrayList<>(List.of(Var.temporary(value.type())));
        leaves.forEach(leaf -> results.add(Var.temporary(leaf.type())));
        body.add(new Stmt.Call(new Callee.DerivativeOf(method, Derivative.VJP), args, results, body.origin()));
        for (int i = 0; i < jacobians.size(); i++) {
            body.store(jacobians.get(i), row, results.get(i + 1));
        }
        body.store(cotangent, row, Const.zero(value.type().element()));
        out.add(VectorTangents.loop(row, outputs, body, out));
        return out.build(jacobians);
    }

    private Block columns(
            List<Var> params, ColumnSeeds seeds, Value value, Value inputs, Value outputs, BlockBuilder out) {
        List<Value> args = new ArrayList<>(params);
        args.add(inputs);
        args.addAll(seeds.tangents(inputs, out));
        Var tangents = new Var("columns", Type.arrayOf(value.type()));
        Callee forward = new Callee.Local(functions.vectorForward(method.function(), differentiated));
        out.add(new Stmt.Call(forward, args, List.of(Var.temporary(value.type()), tangents), out.origin()));
        return out.build(seeds.split(tangents, outputs, out));
    }
}
