package dev.leibniz.processor.transform;

import dev.leibniz.processor.analysis.Activity;
import dev.leibniz.processor.analysis.Facts;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives of calls of other classes' methods, by calling the derivatives those have: a companion's, or a rule that
 * the user wrote.
 */
final class ExternalCalls {
    private ExternalCalls() {}

    /** The adjoint of a call. */
    static void adjoint(Stmt.Call call, Callee.External callee, BackwardScope scope, Recorder recorder, Facts facts) {
        Activity activity = facts.activity();
        boolean isReached = call.results().stream()
                .anyMatch(
                        result -> result.type().isArray() ? activity.hasShadow(result) : scope.adjoint(result) != null);
        if (!isReached || call.args().stream().noneMatch(activity::carries)) {
            return;
        }
        Callee.External reverse = required(callee.reverse(), call);
        List<Value> args = new ArrayList<>();
        for (int i = 0; i < call.args().size(); i++) {
            Value arg = call.args().get(i);
            args.add(arg.type().isArray() ? recorder.before(call, i, scope) : recorder.access(arg, scope));
        }
        for (Var result : call.results()) {
            if (result.type().isDifferentiable()) {
                args.add(cotangent(result, scope, recorder, activity));
            }
        }
        List<Value> gradients = gradients(call, callee, reverse, args, scope.out());
        List<Layout.Leaf> leaves = leaves(callee);
        int at = 0;
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i).differentiated()) {
                Value arg = call.args().get(i);
                Value gradient = gradients.get(at++);
                if (activity.carries(arg) && arg.type().isArray()) {
                    scope.out().add(new Stmt.AddInto(recorder.shadow(arg, scope), gradient, call.origin()));
                } else if (activity.carries(arg)) {
                    scope.contribute(arg, gradient);
                }
            } else if (activity.carries(call.args().get(i))) {
                throw new Refusal(
                        call.origin(), "`" + callee.name() + "` has no derivative for one of these arguments");
            }
        }
    }

    private static Value cotangent(Var result, BackwardScope scope, Recorder recorder, Activity activity) {
        if (result.type().isArray()) {
            return activity.hasShadow(result)
                    ? recorder.shadow(result, scope)
                    : scope.out().zerosLike("", recorder.access(result, scope));
        }
        Value adjoint = scope.adjoint(result);
        return adjoint == null ? Const.zero(result.type()) : adjoint;
    }

    /** Appends the call of a reverse derivative; its gradients, in the order of the differentiated leaves. */
    private static List<Value> gradients(
            Stmt.Call call, Callee.External callee, Callee.External reverse, List<Value> args, BlockBuilder out) {
        List<Var> results = new ArrayList<>();
        reverse.result().leaves().forEach(leaf -> results.add(Var.temporary(leaf.type())));
        out.add(new Stmt.Call(reverse, args, results, call.origin()));
        int count = (int)
                leaves(callee).stream().filter(Layout.Leaf::differentiated).count();
        return List.copyOf(results.subList(results.size() - count, results.size()));
    }

    /** The tangents of the results of a call that stands before, for the tangents of its arguments. */
    static List<Value> tangents(Stmt.Call call, Callee.External callee, List<Value> argTangents, BlockBuilder out) {
        List<Layout.Leaf> leaves = leaves(callee);
        if (callee.forward() != null) {
            List<Value> args = new ArrayList<>(call.args());
            for (int i = 0; i < leaves.size(); i++) {
                if (leaves.get(i).differentiated()) {
                    args.add(argTangents.get(i));
                }
            }
            List<Var> results = new ArrayList<>();
            callee.forward().result().leaves().forEach(leaf -> results.add(Var.temporary(leaf.type())));
            out.add(new Stmt.Call(callee.forward(), args, results, call.origin()));
            int count = (int) call.results().stream()
                    .filter(result -> result.type().isDifferentiable())
                    .count();
            return List.copyOf(results.subList(results.size() - count, results.size()));
        }
        Callee.External reverse = required(callee.reverse(), call);
        Var result = call.results().get(0);
        if (call.results().size() != 1 || result.type().rank() > 1) {
            throw new Refusal(
                    call.origin(),
                    "`" + callee.name()
                            + "` has only a reverse derivative, and its result is no number or array of numbers,"
                            + " so it has no forward mode");
        }
        if (!result.type().isArray()) {
            return List.of(rowTimes(call, callee, reverse, Const.number(1, result.type()), argTangents, out));
        }
        Type element = result.type().element();
        Value outputs = out.length(result);
        Var tangent = out.newArray(Names.tangent(result), result.type(), outputs);
        Var cotangent = out.newArray("cotangent", result.type(), outputs);
        Var row = new Var("row", Type.INT);
        BlockBuilder body = out.nested();
        body.store(cotangent, row, Const.number(1, element));
        Value product = rowTimes(call, callee, reverse, cotangent, argTangents, body);
        body.store(tangent, row, body.convert(product, element));
        body.store(cotangent, row, Const.zero(element));
        out.add(VectorTangents.loop(row, outputs, body, out));
        return List.of(tangent);
    }

    /** cotangentᵀ · Jacobian · tangents, by the reverse derivative. */
    private static Value rowTimes(
            Stmt.Call call,
            Callee.External callee,
            Callee.External reverse,
            Value cotangent,
            List<Value> argTangents,
            BlockBuilder out) {
        List<Layout.Leaf> leaves = leaves(callee);
        List<Value> args = new ArrayList<>(call.args());
        args.add(cotangent);
        List<Value> gradients = gradients(call, callee, reverse, args, out);
        Value sum = Const.zero(cotangent.type().leaf());
        int at = 0;
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i).differentiated()) {
                sum = InnerProduct.plus(sum, gradients.get(at++), argTangents.get(i), out);
            }
        }
        return sum;
    }

    private static List<Layout.Leaf> leaves(Callee.External callee) {
        List<Layout.Leaf> leaves = new ArrayList<>();
        callee.params().forEach(param -> leaves.addAll(param.leaves()));
        return leaves;
    }

    private static Callee.External required(Callee.@Nullable External derivative, Stmt.Call call) {
        if (derivative == null) {
            throw new Refusal(
                    call.origin(),
                    "a derivative of the derivative of `" + call.callee().name()
                            + "` would be needed, and its class does not have it");
        }
        return derivative;
    }
}
