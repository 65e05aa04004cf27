package dev.leibniz.processor.transform.calls;

import dev.leibniz.processor.analysis.Activity;
import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Equation;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.transform.derivation.DerivedFunctions;
import dev.leibniz.processor.transform.derivation.Refusal;
import dev.leibniz.processor.transform.record.BackwardScope;
import dev.leibniz.processor.transform.record.Recorder;
import java.util.ArrayList;
import java.util.List;

/**
 * Derivatives of calls that solve an equation <i>F(x, θ) = 0</i>, by the implicit function theorem. Forward mode solves
 * <i>∂F/∂x ẋ = −∂F/∂θ θ̇</i>; reverse mode solves <i>(∂F/∂x)ᵀ λ = x̄</i>, and adds <i>−(∂F/∂θ)ᵀ λ</i> to the adjoint of θ.
 *
 * <p>All that is written are derivatives of F, calls of functions that solve linear systems, and the solution x itself, which depends on θ
 * as the call says: so the code made here can be differentiated like any other code, as often as one likes.
 */
public final class EquationCalls {
    private final Stmt.Call call;
    private final Equation equation;
    private final DerivedFunctions derived;

    public EquationCalls(Stmt.Call call, Equation equation, DerivedFunctions derived) {
        this.call = call;
        this.equation = equation;
        this.derived = derived;
    }

    /** The adjoint of the call, for the parameters that are active. */
    void adjoint(BackwardScope scope, Recorder recorder, FunctionAnalysis facts) {
        Var result = call.results().get(0);
        Activity activity = facts.activity();
        boolean isReached = result.type().isArray() ? activity.hasShadow(result) : scope.adjoint(result) != null;
        Mask mask = mask(activity);
        if (!isReached || !mask.any()) {
            return;
        }
        if (result.type().isArray() && !facts.memory().isDeeplyStable(result, call, recorder.jointOf(scope.region()))) {
            throw new Refusal(call.origin(), "the solution that `" + equation.method() + "` returned is written to");
        }
        BlockBuilder out = scope.out();
        List<Value> args = new ArrayList<>();
        if (result.type().isArray()) {
            recorder.noteReads(facts.pointsTo().reachable(result));
        }
        args.add(recorder.access(result, scope));
        for (int i = 0; i < call.args().size(); i++) {
            Value arg = call.args().get(i);
            args.add(arg.type().isArray() ? recorder.before(call, i, scope) : recorder.access(arg, scope));
        }
        Value cotangent = ExternalCalls.cotangent(result, scope, recorder, facts);
        Value lambda = system(args, scope.once()).solve(cotangent, true, out);
        List<Value> given = new ArrayList<>(args);
        given.add(equation.kind() == Equation.Kind.ROOT ? negated(lambda, out) : lambda);
        List<Var> results = new ArrayList<>(List.of(Var.temporary(result.type())));
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < mask.size(); i++) {
            Value arg = call.args().get(i);
            if (mask.has(i) && arg.type().isArray()) {
                given.add(recorder.shadow(arg, scope));
            } else if (mask.has(i)) {
                numbers.add(i);
                results.add(Var.temporary(arg.type()));
            }
        }
        derivative(equation.byParameters(mask), Derivative.VJP_INTO, given, results, out);
        for (int i = 0; i < numbers.size(); i++) {
            scope.contribute(call.args().get(numbers.get(i)), results.get(i + 1));
        }
    }

    /** The call in forward mode; the system is made at once, and solved for each direction. */
    public ExternalCalls.Forward forward(Activity activity, BlockBuilder before) {
        Mask mask = mask(activity);
        Var result = call.results().get(0);
        List<Value> args = new ArrayList<>(List.of(result));
        args.addAll(call.args());
        System system = system(args, before);
        return (tangents, out) -> {
            List<Value> given = new ArrayList<>(args);
            for (int i = 0; i < mask.size(); i++) {
                if (mask.has(i)) {
                    given.add(tangents.get(i));
                }
            }
            Var right = Var.temporary(result.type());
            List<Var> results = List.of(Var.temporary(result.type()), right);
            derivative(equation.byParameters(mask), Derivative.JVP, given, results, out);
            Value moved = equation.kind() == Equation.Kind.ROOT ? negated(right, out) : right;
            return List.of(system.solve(moved, false, out));
        };
    }

    /** For each argument whether the function that is zero is differentiated by it. */
    private Mask mask(Activity activity) {
        List<Boolean> flags = new ArrayList<>();
        for (Layout.Leaf leaf : leaves(equation)) {
            Value arg = call.args().get(flags.size());
            boolean isGuess = !leaf.differentiated()
                    && derived.ignores(equation.residual().function(), flags.size() + 1);
            if (!leaf.differentiated() && !isGuess && activity.isActiveWithin(arg)) {
                throw new Refusal(
                        call.origin(),
                        "`" + equation.method() + "` has no derivative for one of these arguments: its parameter is"
                                + " @NoDerivative, `" + equation.residual().method()
                                + "` uses it, and the argument depends on what is differentiated");
            }
            flags.add(leaf.differentiated() && activity.carries(arg));
        }
        return new Mask(flags);
    }

    private static List<Layout.Leaf> leaves(Equation equation) {
        List<Signature.Parameter> params = equation.residual().params();
        return params.subList(1, params.size()).stream()
                .flatMap(param -> param.layout().leaves().stream())
                .toList();
    }

    /** The linear system with the Jacobian by the solution. */
    private interface System {
        /** @param isTransposed whether the transposed matrix is meant */
        Value solve(Value right, boolean isTransposed, BlockBuilder out);
    }

    private System system(List<Value> args, BlockBuilder out) {
        if (equation.isScalar()) {
            return slope(args, out);
        }
        return equation.hasMatrix() ? factorised(args, out) : matrixFree(args, out);
    }

    private System matrixFree(List<Value> args, BlockBuilder before) {
        Var value = Var.temporary(call.results().get(0).type());
        before.add(
                new Stmt.Call(new Callee.Local(equation.residual().function()), args, List.of(value), call.origin()));
        boolean isRoot = equation.kind() == Equation.Kind.ROOT;
        SolutionChecks.ofArray(equation, isRoot ? value : difference(args.get(0), value, before), args.get(0), before);
        return (right, isTransposed, out) -> {
            List<Value> given = new ArrayList<>(args);
            given.add(right);
            Var solution = Var.temporary(right.type());
            String solver = derived.solver(equation, isTransposed);
            out.add(new Stmt.Call(new Callee.Local(solver), given, List.of(solution), call.origin()));
            return solution;
        };
    }

    /** One equation for one number. */
    private System slope(List<Value> args, BlockBuilder out) {
        Type type = call.results().get(0).type();
        List<Value> given = new ArrayList<>(args);
        given.add(Const.number(1, type));
        Var residual = Var.temporary(type);
        Var partial = Var.temporary(type);
        derivative(equation.bySolution(), Derivative.JVP, given, List.of(residual, partial), out);
        boolean isRoot = equation.kind() == Equation.Kind.ROOT;
        Value error = isRoot ? residual : out.minus(args.get(0), residual);
        Value slope = isRoot ? partial : out.minus(Const.number(1, type), partial);
        SolutionChecks.ofNumber(equation, slope, error, args.get(0), out);
        return (right, isTransposed, at) -> at.over(right, slope);
    }

    private System factorised(List<Value> args, BlockBuilder out) {
        Type vector = call.results().get(0).type();
        Var residual = Var.temporary(vector);
        Var rows = Var.temporary(Type.arrayOf(vector));
        derivative(equation.bySolution(), Derivative.JACOBIAN, args, List.of(residual, rows), out);
        Value matrix = rows;
        Value error = residual;
        if (equation.kind() == Equation.Kind.FIXED_POINT) {
            matrix = oneMinus(rows, out);
            error = difference(args.get(0), residual, out);
        }
        Value factors = SolutionChecks.factorised(equation, matrix, error, args.get(0), out);
        Value a = matrix;
        return (right, isTransposed, at) -> {
            Var solution = Var.temporary(vector);
            Callee.External solve = isTransposed ? equation.solveTransposed() : equation.solve();
            at.add(new Stmt.Call(solve, List.of(a, right, factors), List.of(solution), call.origin()));
            return solution;
        };
    }

    private void derivative(
            Signature function, Derivative derivative, List<Value> args, List<Var> results, BlockBuilder out) {
        out.add(new Stmt.Call(new Callee.DerivativeOf(function, derivative), args, results, call.origin()));
    }

    private static Value oneMinus(Value rows, BlockBuilder out) {
        Value n = out.length(rows);
        Var matrix = out.newArray("matrix", rows.type(), n, n);
        Var i = new Var("i", Type.INT);
        BlockBuilder outer = out.nested();
        Value from = outer.load(rows, i);
        Value to = outer.load(matrix, i);
        Var j = new Var("j", Type.INT);
        BlockBuilder inner = outer.nested();
        inner.store(to, j, inner.negate(inner.load(from, j)));
        outer.loop(j, n, inner);
        outer.accumulate(to, i, Const.of(1.0));
        out.loop(i, n, outer);
        return matrix;
    }

    private static Value difference(Value a, Value b, BlockBuilder out) {
        Value n = out.length(a);
        Var difference = out.newArray("difference", a.type(), n);
        Var i = new Var("i", Type.INT);
        BlockBuilder body = out.nested();
        body.store(difference, i, body.minus(body.load(a, i), body.load(b, i)));
        out.loop(i, n, body);
        return difference;
    }

    private static Value negated(Value value, BlockBuilder out) {
        if (!value.type().isArray()) {
            return out.negate(value);
        }
        Value n = out.length(value);
        Var negated = out.newArray("", value.type(), n);
        Var i = new Var("i", Type.INT);
        BlockBuilder body = out.nested();
        body.store(negated, i, body.negate(body.load(value, i)));
        out.loop(i, n, body);
        return negated;
    }
}
