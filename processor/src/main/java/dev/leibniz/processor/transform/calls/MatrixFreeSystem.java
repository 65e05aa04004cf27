package dev.leibniz.processor.transform.calls;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Equation;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A linear system with the Jacobian of an equation, solved by products of the Jacobian with vectors, each of which is a derivative of the
 * residual. The function that does so takes the solution x of the equation, its parameters θ and the right-hand side b; its
 * result solves an equation itself, linear in the unknown, and is differentiated by that.
 */
public final class MatrixFreeSystem {
    private static final String KRYLOV = "dev.leibniz.runtime.solve.Krylov";
    private static final Type STATE = new Type.Opaque(KRYLOV);

    private final Equation equation;
    private final boolean isTransposed;
    private final String name;
    private final Type vector;

    public MatrixFreeSystem(Equation equation, boolean isTransposed) {
        this.equation = equation;
        this.isTransposed = isTransposed;
        this.vector = equation.residual().result().leaves().get(0).type();
        this.name = equation.residual().function() + "Of"
                + equation.method().substring(equation.method().lastIndexOf('.') + 1)
                + (isTransposed ? "Adjoint" : "Tangent");
    }

    /** The name of the function that solves. */
    public String solver() {
        return name;
    }

    /** The name of the function that is zero at the solution of the system, or gives it back. */
    public String residual() {
        return name + "Residual";
    }

    /** The equation that the solution of the system solves. */
    public Equation linear() {
        Layout.Leaf unknown = new Layout.Leaf(vector, true);
        List<Signature.Parameter> params = new ArrayList<>();
        params.add(new Signature.Parameter("unknown", unknown, "double[]", false));
        params.addAll(equation.residual().params());
        params.add(new Signature.Parameter("right", unknown, "double[]", false));
        Signature signature = new Signature(
                residual(),
                equation.residual().method(),
                residual(),
                params,
                equation.residual().result(),
                Set.of(),
                -1);
        return new Equation(
                signature,
                equation.kind(),
                equation.solver(),
                equation.tolerance(),
                equation.method(),
                equation.solve(),
                equation.solveTransposed());
    }

    /** (unknown, x, θ…, b) → A·unknown − b, or for a fixed point G′·unknown + b. */
    public Function residualFunction() {
        Var unknown = new Var("unknown", vector);
        List<Var> given = given();
        Var right = new Var("right", vector);
        BlockBuilder out = new BlockBuilder();
        Value product = product(given, unknown, out);
        Op.Primitive op = equation.kind() == Equation.Kind.ROOT ? Op.Primitive.SUB : Op.Primitive.ADD;
        Value result = combined(op, product, right, out);
        List<Var> params = new ArrayList<>(List.of(unknown));
        params.addAll(given);
        params.add(right);
        return new Function(residual(), params, List.of(Var.temporary(vector)), out.build(result));
    }

    /** (x, θ…, b) → the solution. */
    public Function solverFunction() {
        List<Var> given = given();
        Var right = new Var("right", vector);
        BlockBuilder out = new BlockBuilder();
        Value solution = equation.solver() == Equation.Solver.GMRES
                ? byKrylov(given, right, out)
                : byIteration(given, right, out);
        List<Var> params = new ArrayList<>(given);
        params.add(right);
        return new Function(name, params, List.of(Var.temporary(vector)), out.build(solution));
    }

    private List<Var> given() {
        List<Var> given = new ArrayList<>();
        for (Signature.Parameter param : equation.residual().params()) {
            param.layout().leaves().forEach(leaf -> given.add(new Var(param.name(), leaf.type())));
        }
        return given;
    }

    /** The derivative of the residual by the solution, or its transpose, times a vector. */
    private Value product(List<Var> given, Value factor, BlockBuilder out) {
        List<Value> args = new ArrayList<>(given);
        args.add(factor);
        Var product = Var.temporary(vector);
        List<Var> results = List.of(Var.temporary(vector), product);
        Derivative derivative = isTransposed ? Derivative.VJP : Derivative.JVP;
        out.add(new Stmt.Call(new Callee.DerivativeOf(equation.bySolution(), derivative), args, results, Origin.NONE));
        return product;
    }

    private Value combined(Op.Primitive op, Value a, Value b, BlockBuilder out) {
        Value n = out.length(a);
        Var result = out.newArray("", vector, n);
        Var i = new Var("i", Type.INT);
        BlockBuilder body = out.nested();
        body.store(result, i, body.apply(op, vector.element(), body.load(a, i), body.load(b, i)));
        out.loop(i, n, body);
        return result;
    }

    /** Repeats unknown = G′·unknown + b. */
    private Value byIteration(List<Var> given, Var right, BlockBuilder out) {
        Var start = out.let("", new Expr.CloneArray(right, false));
        Var unknown = new Var("unknown", vector);
        Var isMoving = new Var("isMoving", Type.BOOLEAN);
        Var steps = new Var("steps", Type.INT);
        BlockBuilder body = out.nested();
        Value next = combined(Op.Primitive.ADD, product(given, unknown, body), right, body);
        String test = "dev.leibniz.runtime.Systems.isMoving($0, $1, " + equation.tolerance() + ", $2, \""
                + SolutionChecks.describe(equation) + "\")";
        Value goOn = body.let(new Expr.Opaque(test, List.of(next, unknown, steps), Type.BOOLEAN, false));
        Value count = body.apply(Op.Primitive.ADD, Type.INT, steps, Const.of(1));
        Var found = new Var("unknown", vector);
        Block condition = out.nested().build(isMoving);
        out.add(new Loop.While(
                List.of(unknown, isMoving, steps),
                List.of(start, Const.TRUE, Const.of(0)),
                condition,
                body.build(next, goOn, count),
                List.of(found, new Var("isMoving", Type.BOOLEAN), new Var("steps", Type.INT)),
                out.origin()));
        return found;
    }

    private Value byKrylov(List<Var> given, Var right, BlockBuilder out) {
        Layout.Leaf numbers = new Layout.Leaf(vector, false);
        Layout.Leaf state = new Layout.Leaf(STATE, false);
        Layout.Leaf flag = new Layout.Leaf(Type.BOOLEAN, false);
        Layout.Leaf text = new Layout.Leaf(new Type.Opaque("java.lang.String"), false);
        Layout.Leaf number = new Layout.Leaf(Type.DOUBLE, false);
        Const what = new Const(SolutionChecks.describe(equation), text.type(), "");
        Var krylov = new Var("krylov", STATE);
        krylov(
                "start",
                List.of(numbers, number, text),
                state,
                List.of(right, Const.of(equation.tolerance()), what),
                krylov,
                out);
        Var isOpen = Var.temporary(Type.BOOLEAN);
        krylov("isOpen", List.of(state), flag, List.of(krylov), isOpen, out);
        Var goesOn = new Var("isOpen", Type.BOOLEAN);
        BlockBuilder body = out.nested();
        Var direction = new Var("direction", vector);
        krylov("direction", List.of(state), numbers, List.of(krylov), direction, body);
        Value product = product(given, direction, body);
        if (equation.kind() == Equation.Kind.FIXED_POINT) {
            product = combined(Op.Primitive.SUB, direction, product, body);
        }
        Var isStillOpen = Var.temporary(Type.BOOLEAN);
        krylov("take", List.of(state, numbers), flag, List.of(krylov, product), isStillOpen, body);
        Block condition = out.nested().build(goesOn);
        out.add(new Loop.While(
                List.of(goesOn),
                List.of(isOpen),
                condition,
                body.build(isStillOpen),
                List.of(new Var("isOpen", Type.BOOLEAN)),
                out.origin()));
        Var solution = new Var("solution", vector);
        krylov("solution", List.of(state), numbers, List.of(krylov), solution, out);
        return solution;
    }

    private static void krylov(
            String method,
            List<? extends Layout> params,
            Layout result,
            List<Value> args,
            Var target,
            BlockBuilder out) {
        Callee callee = Callee.External.acting(KRYLOV, method, List.copyOf(params), result, Set.of());
        out.add(new Stmt.Call(callee, args, List.of(target), out.origin()));
    }
}
