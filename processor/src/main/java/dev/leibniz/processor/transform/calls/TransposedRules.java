package dev.leibniz.processor.transform.calls;

import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.transform.derivation.DerivedFunctions;
import dev.leibniz.processor.transform.derivation.Names;
import dev.leibniz.processor.transform.record.BackwardScope;
import dev.leibniz.processor.transform.record.Recorder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules run in the other direction. A reverse rule is linear in the cotangent, <i>g(c) = Jᵀ·c</i>, so that its own reverse derivative by
 * the cotangent is <i>J·t</i> for any c; a forward rule is linear in the tangents, and its reverse derivative by these is
 * <i>Jᵀ·c</i>. So one run of a rule makes the other one, however many numbers there are.
 */
final class TransposedRules {
    private TransposedRules() {}

    /**
     * The tangent of the one result, an array, of a call of a method that has a reverse rule whose body is at hand.
     *
     * @param tangents one for each argument
     */
    static Value tangent(
            Stmt.Call call, Callee.External reverse, List<Value> tangents, BlockBuilder out, DerivedFunctions derived) {
        Var result = call.results().get(0);
        List<Value> args = new ArrayList<>(call.args());
        Var tangent = out.zerosLike(Names.tangent(result), result);
        args.add(out.zerosLike("cotangent", result));
        args.add(tangent);
        int at = 0;
        for (Layout param : ((Callee.External) call.callee()).params()) {
            for (Layout.Leaf leaf : param.leaves()) {
                if (param.hasDifferentiatedLeaf() && leaf.type().isDifferentiable()) {
                    args.add(tangents.get(at));
                }
                at++;
            }
        }
        Mask mask = Mask.none(call.args().size()).and(Mask.all(1));
        List<Var> results = new ArrayList<>();
        reverse.result().leaves().forEach(leaf -> results.add(Var.temporary(leaf.type())));
        out.add(new Stmt.Call(
                new Callee.Local(derived.transposed(reverse.body(), mask)), args, results, call.origin()));
        return tangent;
    }

    /** The adjoint of a call of a method that has a forward rule only. */
    static void adjoint(
            Stmt.Call call,
            Callee.External callee,
            Callee.External forward,
            BackwardScope scope,
            Recorder recorder,
            FunctionAnalysis facts,
            DerivedFunctions derived) {
        BlockBuilder out = scope.out();
        List<Value> args = new ArrayList<>();
        for (int i = 0; i < call.args().size(); i++) {
            Value arg = call.args().get(i);
            args.add(arg.type().isArray() ? recorder.before(call, i, scope) : recorder.access(arg, scope));
        }
        List<Value> own = List.copyOf(args);
        if (ExternalCalls.forwardTakesResult(callee, forward)) {
            call.results().forEach(result -> args.add(recorder.access(result, scope)));
        }
        List<Integer> leaves = new ArrayList<>(); // for each tangent the argument that it belongs to
        List<Boolean> flags = new ArrayList<>();
        int at = 0;
        for (Layout param : callee.params()) {
            for (Layout.Leaf leaf : param.leaves()) {
                if (param.hasDifferentiatedLeaf()) {
                    Value arg = own.get(at);
                    boolean isNumber = leaf.type().isDifferentiable();
                    args.add(!isNumber ? arg : zeros(arg, out));
                    leaves.add(at);
                    flags.add(leaf.differentiated()
                            && facts.activity().carries(call.args().get(at)));
                }
                at++;
            }
        }
        Mask wanted = new Mask(flags);
        List<Value> cotangents = new ArrayList<>();
        for (Var result : call.results()) {
            if (result.type().isDifferentiable()) {
                cotangents.add(ExternalCalls.cotangent(result, scope, recorder, facts));
            }
        }
        if (derived.has(forward.body())) {
            byBody(call, forward, args, leaves, wanted, cotangents, scope, recorder, derived);
            return;
        }
        args.addAll(cotangents);
        Callee.External reverse = ExternalCalls.required(forward.reverse(), call, forward);
        List<@Nullable Var> gradients = ExternalCalls.gradients(call, forward, reverse, args, out);
        for (int i = 0; i < leaves.size(); i++) {
            Var gradient = gradients.get(own.size() + i);
            Value arg = call.args().get(leaves.get(i));
            if (gradient != null && wanted.has(i)) {
                if (arg.type().isArray()) {
                    ExternalCalls.add(gradient, arg, scope, recorder, facts);
                } else {
                    scope.contribute(arg, gradient);
                }
            }
        }
    }

    private static void byBody(
            Stmt.Call call,
            Callee.External forward,
            List<Value> args,
            List<Integer> leaves,
            Mask wanted,
            List<Value> cotangents,
            BackwardScope scope,
            Recorder recorder,
            DerivedFunctions derived) {
        Mask mask = Mask.none(args.size() - leaves.size()).and(wanted);
        List<Var> results = new ArrayList<>();
        forward.result().leaves().forEach(leaf -> results.add(Var.temporary(leaf.type())));
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            Value arg = call.args().get(leaves.get(i));
            if (wanted.has(i) && arg.type().isArray()) {
                args.add(recorder.shadow(arg, scope));
            } else if (wanted.has(i)) {
                numbers.add(leaves.get(i));
                results.add(Var.temporary(arg.type()));
            }
        }
        args.addAll(cotangents);
        scope.out()
                .add(new Stmt.Call(
                        new Callee.Local(derived.transposed(forward.body(), mask)), args, results, call.origin()));
        int first = results.size() - numbers.size();
        for (int i = 0; i < numbers.size(); i++) {
            scope.contribute(call.args().get(numbers.get(i)), results.get(first + i));
        }
    }

    private static Value zeros(Value value, BlockBuilder out) {
        return value.type().isArray() ? out.zerosLike("", value) : Const.zero(value.type());
    }
}
