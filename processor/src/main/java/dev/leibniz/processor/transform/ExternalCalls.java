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
        requireDerivatives(call, callee, activity);
        Callee.External reverse = required(callee.reverse(), call);
        List<Value> args = new ArrayList<>();
        for (int i = 0; i < call.args().size(); i++) {
            Value arg = call.args().get(i);
            args.add(arg.type().isArray() ? recorder.before(call, i, scope) : recorder.access(arg, scope));
        }
        for (Var result : call.results()) {
            args.add(
                    result.type().isDifferentiable()
                            ? cotangent(result, scope, recorder, activity)
                            : recorder.access(result, scope));
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
            }
        }
    }

    /** What a method has no derivative for must be a constant. */
    static void requireDerivatives(Stmt.Call call, Callee.External callee, Activity activity) {
        List<Layout.Leaf> leaves = leaves(callee);
        for (int i = 0; i < leaves.size(); i++) {
            if (!leaves.get(i).differentiated()
                    && activity.isActiveWithin(call.args().get(i))) {
                throw new Refusal(
                        call.origin(),
                        "`" + callee.name()
                                + "` has no derivative for one of these arguments: its parameter is @NoDerivative,"
                                + " and the argument depends on what is differentiated");
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

    /**
     * Appends the call of a reverse derivative; its gradients, in the order of the differentiated leaves. The gradient of a
     * record has all of its components, the constant ones as well.
     */
    private static List<Value> gradients(
            Stmt.Call call, Callee.External callee, Callee.External reverse, List<Value> args, BlockBuilder out) {
        List<Var> results = new ArrayList<>();
        reverse.result().leaves().forEach(leaf -> results.add(Var.temporary(leaf.type())));
        out.add(new Stmt.Call(reverse, args, results, call.origin()));
        List<Value> gradients = new ArrayList<>();
        List<Layout.Leaf> components = callee.params().stream()
                .filter(Layout::hasDifferentiatedLeaf)
                .flatMap(param -> param.leaves().stream())
                .toList();
        int at = results.size() - components.size();
        for (Layout.Leaf component : components) {
            Var result = results.get(at++);
            if (component.differentiated()) {
                gradients.add(result);
            }
        }
        return gradients;
    }

    /** A call in forward mode, for any number of directions. */
    interface Forward {
        /**
         * @param tangents one for each argument; that of an argument that has none is not looked at
         * @return those of the floating-point results
         */
        List<Value> along(List<Value> tangents, BlockBuilder out);
    }

    /** Forward mode for a call that stands before; what does not depend on the direction is appended at once. */
    static Forward forward(Stmt.Call call, Callee.External callee, BlockBuilder before) {
        if (callee.forward() != null) {
            Callee.External forward = callee.forward();
            return (tangents, out) -> byTangents(call, callee, forward, tangents, out);
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
            List<Value> args = new ArrayList<>(call.args());
            args.add(Const.number(1, result.type()));
            List<Value> gradient = gradients(call, callee, reverse, args, before);
            return (tangents, out) -> List.of(product(callee, gradient, tangents, result.type(), out));
        }
        return (tangents, out) -> List.of(byRows(call, callee, reverse, tangents, out));
    }

    private static List<Value> byTangents(
            Stmt.Call call, Callee.External callee, Callee.External forward, List<Value> tangents, BlockBuilder out) {
        List<Layout.Leaf> leaves = leaves(callee);
        List<Value> args = new ArrayList<>(call.args());
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i).differentiated()) {
                args.add(tangents.get(i));
            }
        }
        List<Var> results = new ArrayList<>();
        forward.result().leaves().forEach(leaf -> results.add(Var.temporary(leaf.type())));
        out.add(new Stmt.Call(forward, args, results, call.origin()));
        return List.copyOf(results.subList(results.size() - call.results().size(), results.size()).stream()
                .filter(result -> result.type().isDifferentiable())
                .toList());
    }

    /** Jacobian · tangents, row by row. */
    private static Value byRows(
            Stmt.Call call, Callee.External callee, Callee.External reverse, List<Value> tangents, BlockBuilder out) {
        Var result = call.results().get(0);
        Type element = result.type().element();
        Value outputs = out.length(result);
        Var tangent = out.newArray(Names.tangent(result), result.type(), outputs);
        Var cotangent = out.newArray("cotangent", result.type(), outputs);
        Var row = new Var("row", Type.INT);
        BlockBuilder body = out.nested();
        body.store(cotangent, row, Const.number(1, element));
        List<Value> args = new ArrayList<>(call.args());
        args.add(cotangent);
        List<Value> gradient = gradients(call, callee, reverse, args, body);
        body.store(tangent, row, product(callee, gradient, tangents, element, body));
        body.store(cotangent, row, Const.zero(element));
        out.loop(row, outputs, body);
        return tangent;
    }

    private static Value product(
            Callee.External callee, List<Value> gradient, List<Value> tangents, Type type, BlockBuilder out) {
        List<Layout.Leaf> leaves = leaves(callee);
        Value sum = Const.zero(type);
        int at = 0;
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i).differentiated()) {
                sum = InnerProduct.plus(sum, gradient.get(at++), tangents.get(i), false, out);
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
            Callee.External callee = (Callee.External) call.callee();
            String owner = callee.owner().substring(callee.owner().lastIndexOf('.') + 1);
            throw new Refusal(
                    call.origin(),
                    "`" + owner + "." + callee.name() + "` would have to be differentiated, and " + callee.lack());
        }
        return derivative;
    }
}
