package dev.leibniz.processor.transform.forms;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.transform.calls.InnerProduct;
import dev.leibniz.processor.transform.derivation.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * Several tangents or cotangents of a method with one number as its result: its Jacobian is its gradient, so that one
 * gradient is enough for any number of them. What is a product with zero in each of them is zero here, too, even where the
 * gradient is not finite.
 */
final class GradientMultiples {
    private final Signature method;
    private final Function primal;
    private final List<Var> leaves;
    private final List<Value> gradients = new ArrayList<>();
    private final BlockBuilder out = new BlockBuilder();
    private final Var value;

    /**
     * @param isPrinted whether to call the method that is generated for the gradient, instead of repeating its code
     */
    GradientMultiples(Signature method, Function primal, boolean isPrinted) {
        this.method = method;
        this.primal = primal;
        Var result = primal.results().get(0);
        this.value = new Var(result.isNamed() ? result.name() : "value", result.type());
        this.leaves = DerivativeForms.leaves(method, primal);
        List<Var> results = new ArrayList<>(List.of(value));
        for (Var leaf : leaves) {
            Var gradient = new Var(Names.adjoint(leaf), leaf.type());
            gradients.add(gradient);
            results.add(gradient);
        }
        Callee grad = new Callee.DerivativeOf(method, Derivative.GRAD, isPrinted);
        out.add(new Stmt.Call(grad, List.copyOf(primal.params()), results, out.origin()));
    }

    /** ⟨gradient, tangent⟩ for each of several tangents. */
    Function tangents() {
        SeveralTangents given = new SeveralTangents(method, leaves);
        Value directions = given.count(out);
        Var products = out.newArray("tangents", Type.arrayOf(value.type()), directions);
        Var d = new Var("d", Type.INT);
        BlockBuilder body = out.nested();
        Value sum = Const.zero(Type.DOUBLE);
        for (int i = 0; i < leaves.size(); i++) {
            Value tangent = body.load(given.params().get(i), d);
            sum = InnerProduct.plus(sum, gradients.get(i), tangent, true, body);
        }
        body.store(products, d, body.convert(sum, value.type()));
        out.loop(d, directions, body);
        return form("Jvps", given.params(), List.of(products));
    }

    /** cotangent · gradient for each of several cotangents. */
    Function cotangents() {
        Var cotangents = new Var("cotangents", Type.arrayOf(value.type()));
        Value count = out.length(cotangents);
        List<Var> rows = new ArrayList<>();
        for (Var leaf : leaves) {
            rows.add(out.newArray(leaf.name() + "Rows", Type.arrayOf(leaf.type()), count));
        }
        Var d = new Var("d", Type.INT);
        BlockBuilder body = out.nested();
        Value cotangent = body.load("cotangent", cotangents, d);
        for (int i = 0; i < leaves.size(); i++) {
            Value gradient = gradients.get(i);
            if (gradient.type().isArray()) {
                Var row = body.zerosLike(leaves.get(i).name() + "Row", gradient);
                body.store(rows.get(i), d, row);
                multiply(gradient, cotangent, row, body);
            } else {
                Value factor = body.convert(cotangent, gradient.type());
                body.store(rows.get(i), d, body.gatedTimes(factor, gradient));
            }
        }
        out.loop(d, count, body);
        return form("Vjps", List.of(cotangents), rows);
    }

    private static void multiply(Value gradient, Value factor, Value product, BlockBuilder out) {
        Var i = new Var("i", Type.INT);
        BlockBuilder body = out.nested();
        Value element = body.load(gradient, i);
        if (element.type().isArray()) {
            multiply(element, factor, body.load(product, i), body);
        } else {
            body.store(product, i, body.gatedTimes(body.convert(factor, element.type()), element));
        }
        out.loop(i, out.length(gradient), body);
    }

    private Function form(String suffix, List<Var> more, List<Var> derivatives) {
        List<Var> params = new ArrayList<>(primal.params());
        params.addAll(more);
        List<Var> results = new ArrayList<>(List.of(value));
        results.addAll(derivatives);
        List<Var> names = results.stream().map(Var::fresh).toList();
        return new Copier().function(new Function(method.name() + suffix, params, names, out.build(results)));
    }
}
