package dev.leibniz.processor.transform.forms;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.transform.derivation.Names;
import dev.leibniz.processor.transform.forward.VectorTangents;
import java.util.ArrayList;
import java.util.List;

/**
 * The Hessian: forward over reverse, in vector mode. All unit vectors are directions, and the tangents of the gradient are
 * the columns of the matrix. They are taken in strips of some tens, so that the tangents of the values stored between the
 * sweeps do not grow with the number of parameters.
 */
final class HessianForm {
    /** The number of directions that makes the primal part of the work small; more of them only need more memory. */
    static final int STRIP = 64;

    /** A number of directions so small that the loops over them cost more than the work they share. */
    private static final int FEW = 8;

    private static final Type MATRIX = Type.arrayOf(Type.arrayOf(Type.DOUBLE));

    private final Signature method;
    private final Function primal;
    private final List<Var> leaves;
    private final BlockBuilder out = new BlockBuilder();

    HessianForm(Signature method, Function primal) {
        this.method = method;
        this.primal = primal;
        this.leaves = DerivativeForms.leaves(method, primal);
    }

    /**
     * @param gradientTangents the name of the function with the tangents of the gradient in several directions
     * @param isPrinted whether to call the method that is generated for the gradient, instead of repeating its code
     */
    Function make(String gradientTangents, boolean isPrinted) {
        Var value = new Var("value", primal.results().get(0).type());
        List<Var> yields = new ArrayList<>(List.of(value));
        leaves.forEach(leaf -> yields.add(new Var(Names.adjoint(leaf), leaf.type())));
        Callee grad = new Callee.DerivativeOf(method, Derivative.GRAD, isPrinted);
        out.add(new Stmt.Call(grad, List.copyOf(primal.params()), List.copyOf(yields), out.origin()));
        boolean isOfFewNumbers = leaves.size() <= STRIP
                && leaves.stream().noneMatch(leaf -> leaf.type().isArray());
        yields.add(isOfFewNumbers ? ofNumbers(gradientTangents) : inStrips(gradientTangents, out));
        return form(yields);
    }

    private Function form(List<Var> yields) {
        List<Var> results = yields.stream().map(Var::fresh).toList();
        return new Copier()
                .function(new Function(method.name() + "Hessian", primal.params(), results, out.build(yields)));
    }

    /**
     * Whether it is cheaper to call the method that is generated for Hessian-vector products: where the parameters are a few numbers,
     * and the work is done in loops, as a loop over so few directions in the innermost loop costs more than the work the directions share.
     */
    boolean isOfProducts() {
        return leaves.size() <= FEW
                && method.params().stream().allMatch(param -> param.layout() instanceof Layout.Leaf)
                && leaves.stream().noneMatch(leaf -> leaf.type().isArray())
                && Walk.any(primal.body(), HessianForm::storesInLoop);
    }

    private static boolean storesInLoop(Stmt stmt) {
        return stmt instanceof Loop
                && stmt.blocks().stream()
                        .anyMatch(block -> Walk.any(
                                block,
                                inner -> inner instanceof Stmt.Store store
                                        && store.value().type().isFloating()));
    }

    /** The Hessian by one Hessian-vector product for each parameter. */
    Function makeOfProducts() {
        int size = leaves.size();
        Var matrix = out.newArray("matrix", MATRIX, Const.of(size), Const.of(size));
        List<Var> yields = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Value> args = new ArrayList<>(primal.params());
            for (int k = 0; k < size; k++) {
                args.add(Const.number(k == i ? 1 : 0, leaves.get(k).type()));
            }
            List<Var> found = product(args, out);
            Value row = out.load("row", matrix, Const.of(i));
            for (int k = 0; k < size; k++) {
                out.store(row, Const.of(k), out.convert(found.get(1 + size + k), Type.DOUBLE));
            }
            if (i == 0) {
                yields.addAll(found.subList(0, 1 + size));
            }
        }
        yields.add(matrix);
        return form(yields);
    }

    /** The value, the gradient and the product: the results of the printed method for Hessian-vector products. */
    private List<Var> product(List<Value> args, BlockBuilder at) {
        List<Var> found = new ArrayList<>(valueAndGradient());
        leaves.forEach(leaf -> found.add(new Var(Names.adjoint(leaf) + "Dot", leaf.type())));
        Callee product = new Callee.DerivativeOf(method, Derivative.HVP, true);
        at.add(new Stmt.Call(product, args, found, at.origin()));
        return found;
    }

    private List<Var> valueAndGradient() {
        List<Var> found =
                new ArrayList<>(List.of(new Var("value", primal.results().get(0).type())));
        leaves.forEach(leaf -> found.add(new Var(Names.adjoint(leaf), leaf.type())));
        return found;
    }

    /** As {@link #isOfProducts}, where the numbers are in an array and are counted when the method runs. */
    boolean mayBeOfProducts() {
        return leaves.size() == 1
                && leaves.get(0).type().rank() == 1
                && method.params().stream().allMatch(param -> param.layout() instanceof Layout.Leaf)
                && Walk.any(primal.body(), HessianForm::storesInLoop);
    }

    /** The Hessian by products if there are few numbers, else in strips. */
    Function makeEither(String gradientTangents) {
        Var leaf = leaves.get(0);
        Value size = out.length(leaf);
        Value isFew = out.apply(
                Op.Primitive.AND,
                Type.BOOLEAN,
                out.compare(Op.Primitive.GT, size, Const.of(0)),
                out.compare(Op.Primitive.LE, size, Const.of(FEW)));
        BlockBuilder few = out.nested();
        Var matrix = few.newArray("matrix", MATRIX, size, size);
        Var d = new Var("d", Type.INT);
        BlockBuilder body = few.nested();
        Var unit = body.newArray(Names.tangent(leaf), leaf.type(), size);
        body.store(unit, d, Const.number(1, leaf.type().element()));
        List<Value> args = new ArrayList<>(primal.params());
        args.add(unit);
        List<Var> found = product(args, body);
        copy(found.get(2), body.load("row", matrix, d), Const.of(0), size, body);
        List<Var> last = valueAndGradient();
        List<Value> inits = List.of(Const.zero(last.get(0).type()), Const.zero(leaf.type()));
        few.add(Loop.For.upTo(d, size, valueAndGradient(), inits, body.build(found.subList(0, 2)), last, few.origin()));
        BlockBuilder many = out.nested();
        List<Var> once = valueAndGradient();
        Callee grad = new Callee.DerivativeOf(method, Derivative.GRAD, true);
        many.add(new Stmt.Call(grad, List.copyOf(primal.params()), once, many.origin()));
        Var strips = inStrips(gradientTangents, many);
        List<Var> yields = valueAndGradient();
        yields.add(new Var("matrix", MATRIX));
        Block then = few.build(last.get(0), last.get(1), matrix);
        Block otherwise = many.build(once.get(0), once.get(1), strips);
        out.add(new Stmt.If(isFew, then, otherwise, yields, out.origin()));
        return form(yields);
    }

    /**
     * The Hessian in one sweep, for a method with an action that must be done once.
     *
     * @param gradientAndTangents the name of the function with the gradient and its tangents in several directions
     */
    Function makeAtOnce(String gradientAndTangents) {
        Value size = ParameterNumbers.count(leaves, out);
        Var matrix = out.newArray("matrix", MATRIX, size, size);
        List<Value> args = new ArrayList<>(primal.params());
        args.add(size);
        args.addAll(units(Const.of(0), size, out));
        List<Var> yields =
                new ArrayList<>(List.of(new Var("value", primal.results().get(0).type())));
        leaves.forEach(leaf -> yields.add(new Var(Names.adjoint(leaf), leaf.type())));
        List<Var> tangents = tangents();
        List<Var> found = new ArrayList<>(yields);
        found.addAll(tangents);
        out.add(new Stmt.Call(new Callee.Local(gradientAndTangents), args, found, out.origin()));
        ParameterNumbers.forEach(leaves, out, (leaf, indices, position, inner) -> {
            Value row = tangents.get(leaf);
            for (Value index : indices) {
                row = inner.load(row, index);
            }
            copy(row, inner.load("row", matrix, position), Const.of(0), size, inner);
        });
        yields.add(matrix);
        return form(yields);
    }

    /** The matrix of a method whose parameters are single numbers: all directions in one strip of known width. */
    private Var ofNumbers(String gradientTangents) {
        Const size = Const.of(leaves.size());
        List<Value> args = new ArrayList<>(primal.params());
        args.add(size);
        for (int i = 0; i < leaves.size(); i++) {
            Type type = leaves.get(i).type();
            Var unit = out.newArray(Names.tangent(leaves.get(i)), Type.arrayOf(type), size);
            out.store(unit, Const.of(i), Const.number(1, type));
            args.add(unit);
        }
        List<Var> tangents = tangents();
        out.add(new Stmt.Call(new Callee.Local(gradientTangents), args, tangents, out.origin()));
        Var matrix = out.newArray("matrix", MATRIX, size, size);
        for (int i = 0; i < leaves.size(); i++) {
            copy(tangents.get(i), out.load("row", matrix, Const.of(i)), Const.of(0), size, out);
        }
        return matrix;
    }

    private Var inStrips(String gradientTangents, BlockBuilder out) {
        Value size = ParameterNumbers.count(leaves, out);
        Var matrix = out.newArray("matrix", MATRIX, size, size);
        Var start = new Var("start", Type.INT);
        BlockBuilder body = out.nested();
        strip(gradientTangents, matrix, size, start, body);
        out.add(new Loop.For(
                start,
                Const.of(0),
                Op.Primitive.LT,
                size,
                STRIP,
                List.of(),
                List.of(),
                body.build(),
                List.of(),
                out.origin()));
        return matrix;
    }

    private List<Var> tangents() {
        return leaves.stream()
                .map(leaf -> new Var(Names.adjoint(leaf) + "Dot", Type.arrayOf(leaf.type())))
                .toList();
    }

    /** The columns from {@code start} on: they are written as rows, for the matrix is symmetric. */
    private void strip(String gradientTangents, Var matrix, Value size, Var start, BlockBuilder body) {
        Value left = body.minus(size, start);
        Value width = body.let("width", new Expr.Apply(Op.math("min"), List.of(Const.of(STRIP), left), Type.INT));
        List<Value> args = new ArrayList<>(primal.params());
        args.add(width);
        args.addAll(units(start, width, body));
        List<Var> tangents = tangents();
        body.add(new Stmt.Call(new Callee.Local(gradientTangents), args, tangents, body.origin()));
        ParameterNumbers.forEach(leaves, body, (leaf, indices, position, inner) -> {
            Value row = tangents.get(leaf);
            for (Value index : indices) {
                row = inner.load(row, index);
            }
            copy(row, inner.load("row", matrix, position), start, width, inner);
        });
    }

    private static void copy(Value row, Value into, Value start, Value width, BlockBuilder out) {
        if (row.type().element().equals(Type.DOUBLE)) {
            out.add(new Stmt.CopyRange(row, Const.of(0), into, start, width, out.origin()));
        } else {
            widen(row, into, start, width, out);
        }
    }

    private static void widen(Value row, Value into, Value start, Value width, BlockBuilder out) {
        Var d = new Var("d", Type.INT);
        BlockBuilder body = out.nested();
        body.store(into, body.plus(start, d), body.convert(body.load(row, d), Type.DOUBLE));
        out.loop(d, width, body);
    }

    /** The unit vectors from {@code start} on. */
    private List<Value> units(Value start, Value width, BlockBuilder body) {
        List<Value> units = new ArrayList<>();
        leaves.forEach(leaf -> units.add(VectorTangents.zeros(leaf, Names.tangent(leaf), width, body)));
        ParameterNumbers.forEach(leaves, body, (leaf, indices, position, inner) -> {
            Value d = inner.minus(position, start);
            BlockBuilder set = inner.nested();
            Value row = units.get(leaf);
            for (Value index : indices) {
                row = set.load(row, index);
            }
            set.store(row, d, Const.number(1, row.type().element()));
            Value isInside = inner.apply(
                    Op.Primitive.AND,
                    Type.BOOLEAN,
                    inner.compare(Op.Primitive.GE, d, Const.of(0)),
                    inner.compare(Op.Primitive.LT, d, width));
            inner.add(new Stmt.If(isInside, set.build(), inner.nested().build(), List.of(), inner.origin()));
        });
        return units;
    }
}
