package dev.leibniz.processor.transform.forms;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.transform.derivation.Names;
import dev.leibniz.processor.transform.derivation.ProgramFunctions;
import dev.leibniz.processor.transform.forward.PatternTransform;
import dev.leibniz.processor.transform.forward.RuntimeCalls;
import dev.leibniz.processor.transform.forward.VectorTangents;
import java.util.ArrayList;
import java.util.List;

/**
 * Sparse Jacobians and Hessians: their patterns, by running the method on index sets, and their elements, by vector mode in as
 * many directions as a pattern has colours. One direction more has something of each number: if its result is not that of
 * the elements, the pattern lacks one. {@code CompressedSweeps} of the runtime knows the colours, and their meaning.
 */
final class SparseForms {
    private final Signature method;
    private final ProgramFunctions functions;
    private final Function primal;
    private final Mask differentiated;
    private final List<Var> leaves;
    private final BlockBuilder out = new BlockBuilder();
    private final Var matrix = new Var("matrix", RuntimeCalls.MATRIX);

    SparseForms(Signature method, ProgramFunctions functions) {
        this.method = method;
        this.functions = functions;
        this.primal = functions.function(method.function());
        this.differentiated = DerivativeForms.differentiated(method);
        this.leaves = DerivativeForms.leaves(method, primal);
    }

    /** p… → the pattern. */
    Function pattern(boolean isSecond) {
        Value size = ParameterNumbers.count(leaves, out);
        Var sets = RuntimeCalls.ofSets("over", "sets", RuntimeCalls.SETS, out, size);
        List<Value> args = new ArrayList<>(primal.params());
        args.add(sets);
        args.addAll(singles());
        List<Var> results =
                new ArrayList<>(primal.results().stream().map(Var::fresh).toList());
        Var rows =
                new Var("rows", PatternTransform.typeOf(primal.results().get(0).type()));
        results.add(rows);
        Callee onSets = new Callee.Local(functions.pattern(method.function(), differentiated, isSecond));
        out.add(new Stmt.Call(onSets, args, results, out.origin()));
        Var found = isSecond
                ? RuntimeCalls.ofSets("hessian", "found", RuntimeCalls.PATTERN, out, sets)
                : RuntimeCalls.ofSets("jacobian", "found", RuntimeCalls.PATTERN, out, sets, rows);
        String name = method.name() + (isSecond ? "HessianSparsity" : "Sparsity");
        Var pattern = new Var("pattern", RuntimeCalls.PATTERN);
        return new Copier().function(new Function(name, primal.params(), List.of(pattern), out.build(found)));
    }

    /** The set of each number alone. */
    private List<Value> singles() {
        List<Value> singles = new ArrayList<>();
        leaves.forEach(
                leaf -> singles.add(leaf.type().isArray() ? PatternTransform.emptyLike(leaf, out) : Const.of(0)));
        ParameterNumbers.forEach(leaves, out, (leaf, indices, position, inner) -> {
            Value single = inner.plus(position, Const.of(1));
            if (indices.isEmpty()) {
                singles.set(leaf, single);
            } else {
                Value row = singles.get(leaf);
                for (Value index : indices.subList(0, indices.size() - 1)) {
                    row = inner.load(row, index);
                }
                inner.store(row, indices.get(indices.size() - 1), single);
            }
        });
        return singles;
    }

    /** p…, the matrix to be filled → the value, the matrix. */
    Function jacobian() {
        Value size = ParameterNumbers.count(leaves, out);
        Var value = primal.results().get(0).fresh();
        Var jacobian = new Var("jacobian", RuntimeCalls.MATRIX);
        boolean isSingle = isSingle(value.type());
        BlockBuilder byColumns = out.nested();
        Block columns = columns(value.type(), size, isSingle, byColumns);
        if (isSingle) {
            out.addAll(columns.stmts());
            return form("SparseJacobianInto", List.of(value, jacobian), columns.yields());
        }
        Block rows = rows(value.type(), size, out.nested());
        Value isByRows = RuntimeCalls.ofSweeps("isByRows", "isByRows", Type.BOOLEAN, out, matrix);
        out.add(new Stmt.If(isByRows, rows, columns, List.of(value, jacobian), out.origin()));
        return form("SparseJacobianInto", List.of(value.fresh(), jacobian.fresh()), List.of(value, jacobian));
    }

    /** Whether numbers of single precision are among those that are differentiated, or among the results. */
    private boolean isSingle(Type result) {
        return result.leaf() == Type.FLOAT
                || leaves.stream().anyMatch(leaf -> leaf.type().leaf() == Type.FLOAT);
    }

    private Block columns(Type type, Value size, boolean isSingle, BlockBuilder body) {
        Var colours = RuntimeCalls.ofSweeps("columnColours", "colours", Type.arrayOf(Type.INT), body, matrix, size);
        Var directions = RuntimeCalls.ofSweeps("directions", "directions", Type.INT, body, colours);
        List<Value> args = new ArrayList<>(primal.params());
        args.add(directions);
        args.addAll(seeds(colours, directions, body));
        Var value = primal.results().get(0).fresh();
        Var products = new Var("products", Type.arrayOf(type));
        Callee forward = new Callee.Local(functions.vectorForward(method.function(), differentiated));
        body.add(new Stmt.Call(forward, args, List.of(value, products), body.origin()));
        Var filled = RuntimeCalls.ofSweeps(
                "byColumns", "jacobian", RuntimeCalls.MATRIX, body, matrix, products, Const.of(isSingle));
        return body.build(value, filled);
    }

    /** The directions of the colours, and the last one. */
    private List<Value> seeds(Value colours, Value directions, BlockBuilder body) {
        List<Value> seeds = new ArrayList<>();
        leaves.forEach(leaf -> seeds.add(VectorTangents.zeros(leaf, Names.tangent(leaf), directions, body)));
        Value last = body.minus(directions, Const.of(1));
        ParameterNumbers.forEach(leaves, body, (leaf, indices, position, inner) -> {
            Value row = seeds.get(leaf);
            for (Value index : indices) {
                row = inner.load(row, index);
            }
            Type type = row.type().element();
            inner.store(row, inner.load(colours, position), Const.number(1, type));
            Value weight = RuntimeCalls.ofSweeps("weight", "weight", Type.DOUBLE, inner, position);
            inner.store(row, last, inner.convert(weight, type));
        });
        return seeds;
    }

    private Block rows(Type type, Value size, BlockBuilder body) {
        Var cotangents = RuntimeCalls.ofSweeps("cotangents", "cotangents", Type.arrayOf(type), body, matrix);
        List<Value> args = new ArrayList<>(primal.params());
        args.add(cotangents);
        Var value = primal.results().get(0).fresh();
        List<Var> results = new ArrayList<>(List.of(value));
        List<Var> gradients = leaves.stream()
                .map(leaf -> new Var(leaf.name() + "Rows", Type.arrayOf(leaf.type())))
                .toList();
        results.addAll(gradients);
        body.add(new Stmt.Call(new Callee.DerivativeOf(method, Derivative.VJPS), args, results, body.origin()));
        Value count = body.length(cotangents);
        Var products = body.newArray("products", Type.arrayOf(Type.arrayOf(Type.DOUBLE)), count, size);
        Var d = new Var("d", Type.INT);
        BlockBuilder row = body.nested();
        Value product = row.load(products, d);
        ParameterNumbers.forEach(leaves, row, (leaf, indices, position, inner) -> {
            Value element = inner.load(gradients.get(leaf), d);
            for (Value index : indices) {
                element = inner.load(element, index);
            }
            inner.store(product, position, element);
        });
        body.loop(d, count, row);
        Var filled = RuntimeCalls.ofSweeps("byRows", "jacobian", RuntimeCalls.MATRIX, body, matrix, products);
        return body.build(value, filled);
    }

    /** p…, the matrix to be filled → the value, the gradient, the matrix. */
    Function hessian(String gradientTangents, boolean isPrinted) {
        Var value = new Var("value", primal.results().get(0).type());
        List<Var> yields = new ArrayList<>(List.of(value));
        leaves.forEach(leaf -> yields.add(new Var(Names.adjoint(leaf), leaf.type())));
        Callee grad = new Callee.DerivativeOf(method, Derivative.GRAD, isPrinted);
        out.add(new Stmt.Call(grad, List.copyOf(primal.params()), List.copyOf(yields), out.origin()));
        Value size = ParameterNumbers.count(leaves, out);
        Var colours = RuntimeCalls.ofSweeps("symmetricColours", "colours", Type.arrayOf(Type.INT), out, matrix, size);
        Var directions = RuntimeCalls.ofSweeps("directions", "directions", Type.INT, out, colours);
        List<Value> args = new ArrayList<>(primal.params());
        args.add(directions);
        args.addAll(seeds(colours, directions, out));
        List<Var> tangents = leaves.stream()
                .map(leaf -> new Var(Names.adjoint(leaf) + "Dot", Type.arrayOf(leaf.type())))
                .toList();
        out.add(new Stmt.Call(new Callee.Local(gradientTangents), args, tangents, out.origin()));
        Var products = out.newArray("products", Type.arrayOf(Type.arrayOf(Type.DOUBLE)), size);
        ParameterNumbers.forEach(leaves, out, (leaf, indices, position, inner) -> {
            Value row = tangents.get(leaf);
            for (Value index : indices) {
                row = inner.load(row, index);
            }
            inner.store(products, position, widened(row, directions, inner));
        });
        Var filled = RuntimeCalls.ofSweeps(
                "symmetric", "hessian", RuntimeCalls.MATRIX, out, matrix, products, Const.of(isSingle(value.type())));
        List<Value> all = new ArrayList<>(yields);
        all.add(filled);
        List<Var> results = new ArrayList<>(yields.stream().map(Var::fresh).toList());
        results.add(new Var("hessian", RuntimeCalls.MATRIX));
        return form("SparseHessianInto", results, all);
    }

    private static Value widened(Value row, Value directions, BlockBuilder inner) {
        if (row.type().element() == Type.DOUBLE) {
            return row;
        }
        Var wide = inner.newArray("", Type.arrayOf(Type.DOUBLE), directions);
        Var d = new Var("d", Type.INT);
        BlockBuilder body = inner.nested();
        body.store(wide, d, body.convert(body.load(row, d), Type.DOUBLE));
        inner.loop(d, directions, body);
        return wide;
    }

    private Function form(String suffix, List<Var> results, List<? extends Value> yields) {
        List<Var> params = new ArrayList<>(primal.params());
        params.add(matrix);
        return new Copier()
                .function(new Function(method.name() + suffix, params, results, out.build(List.copyOf(yields))));
    }
}
