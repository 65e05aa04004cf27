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
import java.util.function.BiFunction;

/**
 * The Hessian as the Hessian-vector products with all unit vectors: parameters in order, arrays row by row.
 */
final class HessianForm {
    private final Signature method;
    private final Function primal;
    private final List<Boolean> differentiated;
    private final List<Var> params = new ArrayList<>();
    private final List<Var> leaves = new ArrayList<>();
    private final List<Value> tangents = new ArrayList<>();

    HessianForm(Signature method, FunctionSet functions) {
        this.method = method;
        this.primal = functions.function(method.function());
        this.differentiated = DerivativeForms.differentiated(method);
    }

    Function make() {
        BlockBuilder out = new BlockBuilder();
        primal.params().forEach(param -> params.add(param.fresh()));
        List<Var> gradients = new ArrayList<>();
        for (int i = 0; i < params.size(); i++) {
            Var param = params.get(i);
            if (differentiated.get(i)) {
                leaves.add(param);
                gradients.add(new Var(Names.adjoint(param), param.type()));
                tangents.add(
                        param.type().isArray() ? out.zerosLike(Names.tangent(param), param) : Const.zero(param.type()));
            }
        }
        Var value = primal.results().get(0).fresh();
        List<Var> gradResults = new ArrayList<>(List.of(value));
        gradResults.addAll(gradients);
        out.add(new Stmt.Call(
                new Callee.DerivativeOf(method, Derivative.GRAD), List.copyOf(params), gradResults, out.origin()));
        Value size = Const.of(0);
        for (Var leaf : leaves) {
            size = forEachElement(leaf, size, out, (indices, position) -> new BlockBuilder());
        }
        Type matrixType = Type.arrayOf(Type.arrayOf(Type.DOUBLE));
        Var matrix = out.newArray("matrix", matrixType, size, size);
        Value position = Const.of(0);
        for (int i = 0; i < leaves.size(); i++) {
            position = rowsOf(i, matrix, position, out);
        }
        List<Value> yields = new ArrayList<>(List.of(value));
        yields.addAll(gradients);
        yields.add(matrix);
        List<Var> results = new ArrayList<>(List.of(value.fresh()));
        gradients.forEach(gradient -> results.add(gradient.fresh()));
        results.add(matrix.fresh());
        return new Function(method.name() + "Hessian", params, results, out.build(yields));
    }

    /** The rows for all elements of one leaf; the position after them is returned. */
    private Value rowsOf(int leaf, Var matrix, Value start, BlockBuilder out) {
        Value tangent = tangents.get(leaf);
        return forEachElement(leaves.get(leaf), start, out, (indices, position) -> {
            BlockBuilder body = out.nested();
            List<Value> directions = new ArrayList<>(tangents);
            Value target = tangent;
            if (indices.isEmpty()) {
                directions.set(leaf, Const.number(1, tangent.type()));
            } else {
                for (Value index : indices.subList(0, indices.size() - 1)) {
                    target = body.load(target, index);
                }
                Value last = indices.get(indices.size() - 1);
                body.store(target, last, Const.number(1, target.type().element()));
            }
            product(directions, body.load("row", matrix, position), body);
            if (!indices.isEmpty()) {
                Value last = indices.get(indices.size() - 1);
                body.store(target, last, Const.zero(target.type().element()));
            }
            return body;
        });
    }

    /** Appends a Hessian-vector product and writes it into a row of the matrix. */
    private void product(List<Value> directions, Value row, BlockBuilder body) {
        List<Value> args = new ArrayList<>(params);
        args.addAll(directions);
        List<Var> results = new ArrayList<>(List.of(primal.results().get(0).fresh()));
        leaves.forEach(leaf -> results.add(Var.temporary(leaf.type())));
        List<Var> products = new ArrayList<>();
        leaves.forEach(leaf -> products.add(Var.temporary(leaf.type())));
        results.addAll(products);
        body.add(new Stmt.Call(new Callee.DerivativeOf(method, Derivative.HVP), args, results, body.origin()));
        Value column = Const.of(0);
        for (int i = 0; i < leaves.size(); i++) {
            Var product = products.get(i);
            column = forEachElement(product, column, body, (indices, position) -> {
                BlockBuilder copy = body.nested();
                Value element = product;
                for (Value index : indices) {
                    element = copy.load(element, index);
                }
                copy.store(row, position, copy.convert(element, Type.DOUBLE));
                return copy;
            });
        }
    }

    /**
     * Runs code for each number in an array (or for the number itself) with its indices and its position, counted from
     * {@code start}; gives the position after the last.
     */
    private static Value forEachElement(
            Value array, Value start, BlockBuilder out, BiFunction<List<Value>, Value, BlockBuilder> code) {
        return forEachElement(array, List.of(), start, out, code);
    }

    private static Value forEachElement(
            Value array,
            List<Value> indices,
            Value start,
            BlockBuilder out,
            BiFunction<List<Value>, Value, BlockBuilder> code) {
        if (!array.type().isArray()) {
            out.addAll(code.apply(indices, start).stmts());
            return out.plus(start, Const.of(1));
        }
        Var i = new Var(List.of("i", "j", "k").get(Math.min(indices.size(), 2)), Type.INT);
        Var position = new Var("at", Type.INT);
        List<Value> inner = new ArrayList<>(indices);
        inner.add(i);
        BlockBuilder body = out.nested();
        Value next;
        if (array.type().rank() == 1) {
            body.addAll(code.apply(inner, position).stmts());
            next = body.plus(position, Const.of(1));
        } else {
            next = forEachElement(body.load(array, i), inner, position, body, code);
        }
        Var end = new Var("at", Type.INT);
        out.add(new Stmt.For(
                i,
                Const.of(0),
                Op.Primitive.LT,
                out.length(array),
                1,
                List.of(position),
                List.of(start),
                body.build(next),
                List.of(end),
                out.origin()));
        return end;
    }
}
