package dev.leibniz.processor.transform;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Derivative;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * The Jacobian of a method with an array result, row by row: one reverse sweep for each output, whose gradients are the
 * rows.
 */
final class JacobianForm {
    private final Signature method;
    private final Function primal;
    private final List<Boolean> differentiated;

    JacobianForm(Signature method, FunctionSet functions) {
        this.method = method;
        this.primal = functions.function(method.function());
        this.differentiated = DerivativeForms.differentiated(method);
    }

    Function make() {
        List<Var> params = primal.params().stream().map(Var::fresh).toList();
        BlockBuilder out = new BlockBuilder();
        Var value = new Var("value", primal.results().get(0).type());
        out.add(new Stmt.Call(new Callee.Local(method.function()), List.copyOf(params), List.of(value), out.origin()));
        Value outputs = out.length(value);
        Var cotangent = out.newArray("cotangent", value.type(), outputs);

        List<Var> jacobians = new ArrayList<>();
        for (int i = 0; i < params.size(); i++) {
            if (differentiated.get(i)) {
                Type type = params.get(i).type();
                jacobians.add(out.newArray(params.get(i).name() + "Rows", Type.arrayOf(type), outputs));
            }
        }
        Var row = new Var("row", Type.INT);
        BlockBuilder body = out.nested();
        body.store(cotangent, row, Const.number(1, value.type().element()));
        List<Value> args = new ArrayList<>(params);
        args.add(cotangent);
        List<Var> results = new ArrayList<>(List.of(value.fresh()));
        for (Var jacobian : jacobians) {
            results.add(Var.temporary(jacobian.type().element()));
        }
        body.add(new Stmt.Call(
                new Callee.DerivativeOf(method, Derivative.VJP), args, results, body.origin()));
        for (int i = 0; i < jacobians.size(); i++) {
            body.store(jacobians.get(i), row, results.get(i + 1));
        }
        body.store(cotangent, row, Const.zero(value.type().element()));
        out.add(new Stmt.For(
                row,
                Const.of(0),
                Op.Primitive.LT,
                outputs,
                1,
                List.of(),
                List.of(),
                body.build(),
                List.of(),
                out.origin()));
        List<Var> resultNames = new ArrayList<>(primal.results());
        resultNames.addAll(jacobians);
        List<Value> yields = new ArrayList<>(List.of(value));
        yields.addAll(jacobians);
        return new Function(method.name() + "Jacobian", params, resultNames, out.build(yields));
    }

}
