package dev.leibniz.processor.transform.calls;

import dev.leibniz.processor.analysis.Activity;
import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.transform.derivation.DerivedFunctions;
import dev.leibniz.processor.transform.derivation.Names;
import dev.leibniz.processor.transform.derivation.OptionalArrays;
import dev.leibniz.processor.transform.derivation.Refusal;
import dev.leibniz.processor.transform.record.BackwardScope;
import dev.leibniz.processor.transform.record.Recorder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives of calls of other classes' methods, by calling the derivatives those have: a companion's, or a rule that
 * the user wrote.
 */
public final class ExternalCalls {
    private ExternalCalls() {}

    /** The adjoint of a call. */
    static void adjoint(
            Stmt.Call call,
            Callee.External callee,
            BackwardScope scope,
            Recorder recorder,
            FunctionAnalysis facts,
            DerivedFunctions derived) {
        if (callee.equation() != null) {
            new EquationCalls(call, callee.equation(), derived).adjoint(scope, recorder, facts);
            return;
        }
        Activity activity = facts.activity();
        requireUnwritten(call, callee, activity);
        boolean isReached = call.results().stream()
                .anyMatch(
                        result -> result.type().isArray() ? activity.hasShadow(result) : scope.adjoint(result) != null);
        if (!isReached || call.args().stream().noneMatch(activity::carries)) {
            return;
        }
        requireDerivatives(call, callee, activity);
        if (callee.reverse() == null && callee.forward() != null) {
            TransposedRules.adjoint(call, callee, callee.forward(), scope, recorder, facts, derived);
            return;
        }
        Callee.External reverse = required(callee.reverse(), call);
        List<Value> args = new ArrayList<>();
        for (int i = 0; i < call.args().size(); i++) {
            Value arg = call.args().get(i);
            args.add(arg.type().isArray() ? recorder.before(call, i, scope) : recorder.access(arg, scope));
        }
        if (reverseTakesResult(callee, reverse)) {
            call.results().forEach(result -> args.add(recorder.access(result, scope)));
        }
        for (Var result : call.results()) {
            args.add(
                    result.type().isDifferentiable()
                            ? cotangent(result, scope, recorder, facts)
                            : recorder.access(result, scope));
        }
        List<@Nullable Var> gradients = gradients(call, callee, reverse, args, scope.out());
        for (int i = 0; i < gradients.size(); i++) {
            Value arg = call.args().get(i);
            Var gradient = gradients.get(i);
            if (gradient == null || !activity.carries(arg)) {
                continue;
            } else if (arg.type().isArray()) {
                add(gradient, arg, scope, recorder, facts);
            } else {
                scope.contribute(arg, gradient);
            }
        }
    }

    /** Whether a forward rule takes the result of the method, between its arguments and the tangents of them. */
    static boolean forwardTakesResult(Callee.External callee, Callee.External forward) {
        long tangents =
                callee.params().stream().filter(Layout::hasDifferentiatedLeaf).count();
        return takesResult(callee, forward, tangents);
    }

    /** Whether a reverse rule takes the result of the method, between its arguments and the cotangent of it. */
    public static boolean reverseTakesResult(Callee.External callee, Callee.External reverse) {
        return takesResult(callee, reverse, 1);
    }

    private static boolean takesResult(Callee.External callee, Callee.External rule, long derivatives) {
        return rule.params().size() > callee.params().size() + derivatives;
    }

    /** Requires the arguments for which a method has no derivative to be constants. */
    public static void requireDerivatives(Stmt.Call call, Callee.External callee, Activity activity) {
        if (callee.equation() != null) {
            return; // a guess may be anything: EquationCalls looks closer
        }
        requireUnwritten(call, callee, activity);
        List<Layout.Leaf> leaves = callee.params().stream()
                .flatMap(param -> param.leaves().stream())
                .toList();
        for (int i = 0; i < leaves.size(); i++) {
            if (!leaves.get(i).differentiated()
                    && activity.isActiveWithin(call.args().get(i))) {
                throw new Refusal(
                        call.origin(),
                        "`" + callee.label()
                                + "` has no derivative for one of these arguments: its parameter is @NoDerivative,"
                                + " and the argument depends on what is differentiated");
            }
        }
    }

    /** The additions of a derivative to arrays are differentiated where its code is at hand, or not at all. */
    private static void requireUnwritten(Stmt.Call call, Callee.External callee, Activity activity) {
        if (callee.pure() && !callee.written().isEmpty() && call.args().stream().anyMatch(activity::isActiveWithin)) {
            required(null, call);
        }
    }

    /** Adds a gradient to the shadow of an argument. */
    static void add(Var gradient, Value arg, BackwardScope scope, Recorder recorder, FunctionAnalysis facts) {
        Value shadow = recorder.shadow(arg, scope);
        Stmt.AddInto add = new Stmt.AddInto(shadow, gradient, scope.out().origin());
        if (facts.mayBeNull(arg)) {
            OptionalArrays.ifPresent(shadow, add, scope.out());
        } else {
            scope.out().add(add);
        }
    }

    /** The derivative by a result, zeros where there is none. */
    static Value cotangent(Var result, BackwardScope scope, Recorder recorder, FunctionAnalysis facts) {
        if (result.type().isArray()) {
            return facts.activity().hasShadow(result)
                    ? recorder.shadow(result, scope)
                    : new OptionalArrays(facts).zerosLike("", recorder.access(result, scope), scope.out());
        }
        Value adjoint = scope.adjoint(result);
        return adjoint == null ? Const.zero(result.type()) : adjoint;
    }

    /**
     * Appends the call of a reverse derivative; the gradient by each argument, null for those by which it has none. The last results
     * of a reverse derivative are the leaves of all parameters that have a gradient.
     */
    public static List<@Nullable Var> gradients(
            Stmt.Call call, Callee.External callee, Callee.External reverse, List<Value> args, BlockBuilder out) {
        List<Var> results = new ArrayList<>();
        reverse.result().leaves().forEach(leaf -> results.add(Var.temporary(leaf.type())));
        out.add(new Stmt.Call(reverse, args, results, call.origin()));
        int at = results.size();
        for (Layout param : callee.params()) {
            at -= param.hasDifferentiatedLeaf() ? param.leaves().size() : 0;
        }
        List<@Nullable Var> gradients = new ArrayList<>();
        for (Layout param : callee.params()) {
            boolean hasGradient = param.hasDifferentiatedLeaf();
            for (Layout.Leaf leaf : param.leaves()) {
                gradients.add(leaf.differentiated() ? results.get(at) : null);
                at += hasGradient ? 1 : 0;
            }
        }
        return gradients;
    }

    /** A call in forward mode, for any number of directions. */
    public interface Forward {
        /**
         * @param tangents one for each argument; not looked at for an argument that has none
         * @return the tangents of the floating-point results
         */
        List<Value> along(List<Value> tangents, BlockBuilder out);
    }

    /** Forward mode for a call that stands before; the code that does not depend on the direction is appended at once. */
    public static Forward forward(
            Stmt.Call call, Callee.External callee, Activity activity, BlockBuilder before, DerivedFunctions derived) {
        if (callee.equation() != null) {
            return new EquationCalls(call, callee.equation(), derived).forward(activity, before);
        }
        if (callee.forward() != null) {
            Callee.External forward = callee.forward();
            return (tangents, out) -> byTangents(call, callee, forward, tangents, out);
        }
        Callee.External reverse = required(callee.reverse(), call);
        Var result = call.results().get(0);
        if (call.results().size() == 1 && result.type().isArray() && derived.has(reverse.body())) {
            return (tangents, out) -> List.of(TransposedRules.tangent(call, reverse, tangents, out, derived));
        }
        if (call.results().size() != 1 || result.type().rank() > 1) {
            throw new Refusal(
                    call.origin(),
                    "`" + callee.label()
                            + "` has only a reverse derivative, and its result is no number or array of numbers,"
                            + " so it has no forward mode");
        }
        if (!result.type().isArray()) {
            List<Value> args = new ArrayList<>(call.args());
            if (reverseTakesResult(callee, reverse)) {
                args.add(result);
            }
            args.add(Const.number(1, result.type()));
            List<@Nullable Var> gradient = gradients(call, callee, reverse, args, before);
            return (tangents, out) -> List.of(product(gradient, tangents, result.type(), out));
        }
        return (tangents, out) -> List.of(byRows(call, callee, reverse, tangents, out));
    }

    /** A parameter that has a tangent takes it as a whole: in the place of a leaf that is not differentiated stands anything. */
    private static List<Value> byTangents(
            Stmt.Call call, Callee.External callee, Callee.External forward, List<Value> tangents, BlockBuilder out) {
        List<Value> args = new ArrayList<>(call.args());
        if (forwardTakesResult(callee, forward)) {
            args.addAll(call.results());
        }
        int at = 0;
        for (Layout param : callee.params()) {
            for (Layout.Leaf leaf : param.leaves()) {
                if (param.hasDifferentiatedLeaf()) {
                    args.add(
                            leaf.differentiated()
                                    ? tangents.get(at)
                                    : call.args().get(at));
                }
                at++;
            }
        }
        List<Var> results = new ArrayList<>();
        forward.result().leaves().forEach(leaf -> results.add(Var.temporary(leaf.type())));
        out.add(new Stmt.Call(forward, args, results, call.origin()));
        int count = call.results().size();
        List<Value> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (call.results().get(i).type().isDifferentiable()) {
                found.add(results.get(results.size() - count + i));
            }
        }
        return found;
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
        List<@Nullable Var> gradient = gradients(call, callee, reverse, args, body);
        body.store(tangent, row, product(gradient, tangents, element, body));
        body.store(cotangent, row, Const.zero(element));
        out.loop(row, outputs, body);
        return tangent;
    }

    private static Value product(List<@Nullable Var> gradient, List<Value> tangents, Type type, BlockBuilder out) {
        Value sum = Const.zero(type);
        for (int i = 0; i < gradient.size(); i++) {
            Var by = gradient.get(i);
            sum = by == null ? sum : InnerProduct.plus(sum, by, tangents.get(i), false, out);
        }
        return sum;
    }

    /** A derivative of the method that is called, if it has one. */
    static Callee.External required(Callee.@Nullable External derivative, Stmt.Call call) {
        return required(derivative, call, (Callee.External) call.callee());
    }

    /** A derivative of {@code callee}, which the call needs, if there is one. */
    static Callee.External required(Callee.@Nullable External derivative, Stmt.Call call, Callee.External callee) {
        if (derivative == null) {
            String owner = callee.owner().substring(callee.owner().lastIndexOf('.') + 1);
            throw new Refusal(
                    call.origin(),
                    "`" + owner + "." + callee.label() + "` would have to be differentiated, and " + callee.lack());
        }
        return derivative;
    }
}
