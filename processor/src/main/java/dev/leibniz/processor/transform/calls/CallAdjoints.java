package dev.leibniz.processor.transform.calls;

import dev.leibniz.processor.analysis.Activity;
import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.analysis.SharedArrays;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Equation;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.transform.derivation.DerivedFunctions;
import dev.leibniz.processor.transform.derivation.OptionalArrays;
import dev.leibniz.processor.transform.derivation.Refusal;
import dev.leibniz.processor.transform.derivation.SplitCall;
import dev.leibniz.processor.transform.record.BackwardScope;
import dev.leibniz.processor.transform.record.Recorder;
import dev.leibniz.processor.transform.record.ValueStacks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The adjoint of a call that was not inlined: a call of the callee's own backward sweep, which takes the values it needs from the
 * {@link ValueStacks}; or of its reverse derivative, which runs the callee again on the arguments as they were.
 */
public final class CallAdjoints {
    private final DerivedFunctions derived;
    private final boolean repeated;
    private final boolean splitting;

    private CallAdjoints(DerivedFunctions derived, boolean repeated, boolean splitting) {
        this.derived = derived;
        this.repeated = repeated;
        this.splitting = splitting;
    }

    /**
     * @param splitting whether functions may be taken apart
     */
    public static CallAdjoints once(DerivedFunctions derived, boolean splitting) {
        return new CallAdjoints(derived, false, splitting);
    }

    /** The adjoints for backward sweeps that follow one forward sweep one after the other: the kept values have to last for all. */
    public static CallAdjoints repeated(DerivedFunctions derived) {
        return new CallAdjoints(derived, true, false);
    }

    public void adjoint(Stmt.Call call, BackwardScope scope, Recorder recorder, FunctionAnalysis facts) {
        if (call.callee() instanceof Callee.External external) {
            ExternalCalls.adjoint(call, external, scope, recorder, facts, derived);
            return;
        }
        if (!(call.callee() instanceof Callee.Local callee)) {
            throw new Refusal(
                    call.origin(), "the derivative of " + call.callee().name() + " is not available here");
        }
        Optional<Equation> equation = derived.equation(callee.name());
        if (equation.isPresent()) {
            new EquationCalls(call, equation.get(), derived).adjoint(scope, recorder, facts);
            return;
        }
        Activity activity = facts.activity();
        Mask mask = Mask.of(call.args(), activity::carries);
        boolean wanted = call.results().stream().anyMatch(result -> isWanted(result, scope, activity))
                || call.args().stream().anyMatch(arg -> arg.type().isArray() && activity.carries(arg));
        if (!wanted || !mask.any()) {
            return;
        }
        if (facts.summaries().mayAct(callee)) {
            throw new Refusal(
                    call.origin(),
                    "`" + callee.name()
                            + "` calls itself, so that its backward sweep runs it again; but it calls a method that"
                            + " may return something else, or do more than that, when it runs twice");
        }
        new SharedArrays(facts).objection(call).ifPresent(objection -> {
            throw new Refusal(call.origin(), "the call of `" + callee.name() + "` is not inlined, and it " + objection);
        });
        Optional<SplitCall> parts = splitting ? split(call, callee, mask, scope, recorder, facts) : Optional.empty();
        parts.ifPresent(split -> recorder.keepOnStacks(call, split));
        List<Value> args = new ArrayList<>();
        for (int i = 0; i < call.args().size(); i++) {
            Value arg = call.args().get(i);
            boolean isAsItWas = !arg.type().isArray() || parts.isPresent();
            args.add(isAsItWas ? recorder.access(arg, scope) : before(call, i, scope, recorder, facts));
        }
        for (int i = 0; i < mask.size(); i++) {
            if (mask.has(i) && call.args().get(i).type().isArray()) {
                args.add(recorder.shadow(call.args().get(i), scope));
            }
        }
        for (Var result : call.results()) {
            if (result.type().isArray()) {
                if (result.type().isDifferentiable()) {
                    args.add(
                            activity.hasShadow(result)
                                    ? recorder.shadow(result, scope)
                                    : new OptionalArrays(facts)
                                            .zerosLike("", recorder.access(result, scope), scope.out()));
                }
            } else if (result.type().isFloating()) {
                Value adjoint = scope.adjoint(result);
                args.add(adjoint == null ? Const.zero(result.type()) : adjoint);
            }
        }
        List<Var> results = new ArrayList<>();
        if (parts.isEmpty()) {
            call.results().forEach(result -> results.add(Var.temporary(result.type())));
        }
        List<Var> gradients = new ArrayList<>();
        for (int i = 0; i < mask.size(); i++) {
            Value arg = call.args().get(i);
            if (mask.has(i) && !arg.type().isArray()) {
                gradients.add(Var.temporary(arg.type()));
            }
        }
        results.addAll(gradients);
        parts.ifPresent(split -> args.addAll(recorder.stacks().of(split.layout())));
        String reverse = parts.map(SplitCall::backward).orElseGet(() -> derived.reverse(callee.name(), mask));
        scope.out().add(new Stmt.Call(new Callee.Local(reverse), args, results, call.origin()));
        int at = 0;
        for (int i = 0; i < mask.size(); i++) {
            if (mask.has(i) && !call.args().get(i).type().isArray()) {
                scope.contribute(call.args().get(i), gradients.get(at++));
            }
        }
    }

    private Optional<SplitCall> split(
            Stmt.Call call,
            Callee.Local callee,
            Mask mask,
            BackwardScope scope,
            Recorder recorder,
            FunctionAnalysis facts) {
        List<Boolean> lasting = new ArrayList<>();
        for (int i = 0; i < mask.size(); i++) {
            Value arg = call.args().get(i);
            lasting.add(arg.type().isArray()
                    && !facts.summaries().mayWriteArgument(callee, i)
                    && recorder.isUntouchedAfter(call, arg, scope));
        }
        return derived.split(new SplitCall.Key(callee.name(), mask, new Mask(lasting)));
    }

    /** An array argument as it was, for the callee to run on once more. */
    private Value before(Stmt.Call call, int arg, BackwardScope scope, Recorder recorder, FunctionAnalysis facts) {
        Value array = call.args().get(arg);
        Value before = recorder.before(call, arg, scope);
        boolean isOverwritten = !Collections.disjoint(
                facts.memory().effects(call).writes(), facts.pointsTo().reachable(array));
        return repeated && isOverwritten
                ? new OptionalArrays(facts)
                        .define(Var.temporary(array.type()), new Expr.CloneArray(before, true), scope.out())
                : before;
    }

    private static boolean isWanted(Var result, BackwardScope scope, Activity activity) {
        return result.type().isArray() ? activity.hasShadow(result) : scope.adjoint(result) != null;
    }
}
