package dev.leibniz.processor.transform.forward;

import dev.leibniz.processor.analysis.Activity;
import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Equation;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.rules.Composition;
import dev.leibniz.processor.rules.DerivativeRules;
import dev.leibniz.processor.rules.Seed;
import dev.leibniz.processor.transform.calls.EquationCalls;
import dev.leibniz.processor.transform.calls.ExternalCalls;
import dev.leibniz.processor.transform.derivation.Derivation;
import dev.leibniz.processor.transform.derivation.DerivedFunctions;
import dev.leibniz.processor.transform.derivation.Names;
import dev.leibniz.processor.transform.derivation.OptionalArrays;
import dev.leibniz.processor.transform.derivation.PairedStatements;
import dev.leibniz.processor.transform.derivation.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Forward mode: from a function to the function that also computes Jacobian · tangent. Each active value is followed by
 * its tangent; arrays of tangents travel beside the arrays they belong to. The calling convention is that of
 * {@link DerivedFunctions#forward}.
 */
public final class TangentTransform {
    private final DerivedFunctions derived;

    private TangentTransform(DerivedFunctions derived) {
        this.derived = derived;
    }

    /** Each differentiated parameter gets a tangent parameter, each differentiated result a tangent among the results. */
    public static Function of(Function function, Derivation derivation) {
        return new TangentTransform(derivation.functions()).apply(function, derivation);
    }

    private Function apply(Function function, Derivation derivation) {
        Mask independent = derivation.independent();
        Mask dependent = derivation.dependent();
        return new Transformation(derived.facts(function, independent, dependent))
                .apply(derivation.name(), independent, dependent);
    }

    /** The transformation of one function. */
    private final class Transformation extends PairedStatements {
        private final FunctionAnalysis facts;
        private final Function function;
        private final Activity activity;
        private final OptionalArrays optional;
        private final Map<Var, Value> tangents = new HashMap<>();

        Transformation(FunctionAnalysis facts) {
            this.facts = facts;
            this.function = facts.function();
            this.activity = facts.activity();
            this.optional = new OptionalArrays(facts);
        }

        Function apply(String name, Mask independent, Mask dependent) {
            List<Var> params = new ArrayList<>(function.params());
            BlockBuilder out = new BlockBuilder();
            for (int i = 0; i < function.params().size(); i++) {
                Var param = function.params().get(i);
                if (independent.has(i)) {
                    params.add(declare(param));
                } else if (activity.carries(param)) {
                    tangents.put(param, optional.zerosLike(Names.tangent(param), param, out));
                }
            }
            statements(function.body().stmts(), out);
            List<Value> yields = new ArrayList<>(function.body().yields());
            List<Var> results = new ArrayList<>(function.results());
            for (int i = 0; i < function.results().size(); i++) {
                if (dependent.has(i)) {
                    yields.add(tangentOrZeros(function.body().yields().get(i), out));
                    results.add(new Var(
                            Names.tangent(function.results().get(i)),
                            function.results().get(i).type()));
                }
            }
            return new Function(name, params, results, out.build(yields));
        }

        /** A new variable for the tangent of {@code primal}. */
        @Override
        protected Var declare(Var primal) {
            Var tangent = new Var(Names.tangent(primal), primal.type());
            tangents.put(primal, tangent);
            return tangent;
        }

        /** The tangent of a value that has one, or zero. */
        private Value tangent(Value primal) {
            Value known = primal instanceof Var variable ? tangents.get(variable) : null;
            return known == null || !activity.carries(primal) ? Const.zero(primal.type()) : known;
        }

        private Value tangentOrZeros(Value primal, BlockBuilder out) {
            boolean isInactiveArray = primal instanceof Var variable
                    && variable.type().isArray()
                    && !(tangents.containsKey(variable) && activity.carries(variable));
            return isInactiveArray ? optional.zerosLike("", primal, out) : tangent(primal);
        }

        @Override
        protected boolean isPaired(Var variable) {
            return activity.carries(variable);
        }

        @Override
        protected Value partner(Value primal) {
            return tangent(primal);
        }

        @Override
        protected Const nothing(Var primal) {
            return Const.zero(primal.type());
        }

        @Override
        protected void simple(Stmt stmt, BlockBuilder out) {
            if (stmt instanceof Stmt.Let let) {
                out.add(let);
                if (activity.carries(let.target())) {
                    let(let, out);
                }
                return;
            }
            if (stmt instanceof Stmt.Store s && activity.hasShadow(s.array())) {
                out.store(tangent(s.array()), s.index(), tangent(s.value()));
            } else if (stmt instanceof Stmt.Accumulate s && activity.hasShadow(s.array())) {
                if (activity.carries(s.value())) {
                    out.accumulate(tangent(s.array()), s.index(), tangent(s.value()));
                }
            } else if (stmt instanceof Stmt.Fill s && activity.hasShadow(s.array())) {
                out.add(new Stmt.Fill(tangent(s.array()), s.from(), s.to(), tangent(s.value()), s.origin()));
            } else if (stmt instanceof Stmt.CopyRange s && activity.hasShadow(s.target())) {
                copyRange(s, out);
            } else if (stmt instanceof Stmt.AddInto s && activity.hasShadow(s.target())) {
                if (activity.hasShadow(s.source())) {
                    out.add(new Stmt.AddInto(tangent(s.target()), tangent(s.source()), s.origin()));
                }
            } else {
                activity.requireNoShadow(stmt);
            }
            out.add(stmt);
        }

        private void copyRange(Stmt.CopyRange copy, BlockBuilder out) {
            Value target = tangent(copy.target());
            if (activity.hasShadow(copy.source())) {
                out.add(new Stmt.CopyRange(
                        tangent(copy.source()),
                        copy.sourceFrom(),
                        target,
                        copy.targetFrom(),
                        copy.length(),
                        copy.origin()));
            } else {
                Value end = out.plus(copy.targetFrom(), copy.length());
                Const zero = Const.zero(target.type().element());
                out.add(new Stmt.Fill(target, copy.targetFrom(), end, zero, copy.origin()));
            }
        }

        private void let(Stmt.Let let, BlockBuilder out) {
            Var target = let.target();
            if (let.expr() instanceof Expr.Apply apply && !target.type().isArray()) {
                apply(apply, target, out);
            } else {
                Var tangent = declare(target);
                out.add(new Stmt.Let(tangent, tangentOfArrayOrLoad(let), let.origin()));
            }
        }

        private Expr tangentOfArrayOrLoad(Stmt.Let let) {
            Expr expr = let.expr();
            boolean sourceHasTangent = !expr.operands().isEmpty()
                    && activity.hasShadow(expr.operands().get(0));
            if (expr instanceof Expr.Load load) {
                return new Expr.Load(tangent(load.array()), load.index());
            } else if (expr instanceof Expr.NewArray) {
                return expr;
            } else if (expr instanceof Expr.CloneArray clone && sourceHasTangent) {
                return new Expr.CloneArray(tangent(clone.array()), clone.deep());
            } else if (expr instanceof Expr.CopyOfRange copy && sourceHasTangent) {
                return new Expr.CopyOfRange(tangent(copy.array()), copy.from(), copy.to());
            } else if (expr instanceof Expr.Apply apply) {
                List<Value> operands = new ArrayList<>(apply.operands());
                operands.replaceAll(operand -> operand.type().isArray() ? tangent(operand) : operand);
                return apply.withOperands(operands);
            }
            return new Expr.ZerosLike(let.target());
        }

        private void apply(Expr.Apply apply, Var target, BlockBuilder out) {
            Optional<Composition> composition = facts.compositionEndingIn(apply);
            if (composition.isPresent() && activity.isActive(composition.get().inner())) {
                Value inner = composition.get().inner();
                ForwardValues mentioned =
                        new ForwardValues(facts, composition.get().mentioned(), target);
                Value product = composition
                        .get()
                        .contribution(
                                mentioned, tangent(inner), facts.extremes().tangentOf(inner), out);
                tangents.put(target, product);
                return;
            }
            ForwardValues primal = new ForwardValues(facts, apply.operands(), target);
            Value sum = null;
            for (int i = 0; i < apply.operands().size(); i++) {
                Value operand = apply.operand(i);
                if (activity.isActive(operand)) {
                    Seed known = facts.extremes().tangentOf(operand);
                    Value part = DerivativeRules.contribution(
                                    apply, i, primal, tangent(operand), known, target.type(), out)
                            .orElse(null);
                    if (part != null) {
                        sum = sum == null ? part : out.plus(sum, part);
                    }
                }
            }
            if (sum instanceof Var variable) {
                variable.suggestName(Names.tangent(target));
            }
            tangents.put(target, sum == null ? Const.zero(target.type()) : sum);
        }

        @Override
        protected void call(Stmt.Call call, BlockBuilder out) {
            Mask mask = Mask.of(call.args(), activity::carries);
            if (Activity.stopsGradient(call) || !mask.any()) {
                out.add(call);
                call.results().stream()
                        .filter(result -> result.type().isArray() && activity.carries(result))
                        .forEach(result -> tangents.put(result, optional.zerosLike("", result, out)));
                return;
            }
            if (call.callee() instanceof Callee.External external) {
                external(call, external, out);
                return;
            }
            Optional<Equation> equation = derived.equation(call.callee().name());
            if (equation.isPresent()) {
                out.add(call);
                solved(call, new EquationCalls(call, equation.get(), derived).forward(activity, out), out);
                return;
            }
            if (!(call.callee() instanceof Callee.Local callee)) {
                throw new Refusal(
                        call.origin(), "the derivative of " + call.callee().name() + " is not available here");
            }
            List<Value> args = new ArrayList<>(call.args());
            for (int i = 0; i < mask.size(); i++) {
                if (mask.has(i)) {
                    args.add(tangent(call.args().get(i)));
                }
            }
            List<Var> results = new ArrayList<>(call.results());
            for (Var result : call.results()) {
                if (result.type().isDifferentiable()) {
                    results.add(declare(result));
                }
            }
            Callee.Local forward = new Callee.Local(derived.forward(callee.name(), mask));
            out.add(new Stmt.Call(forward, args, results, call.origin()));
        }

        private void external(Stmt.Call call, Callee.External callee, BlockBuilder out) {
            ExternalCalls.requireDerivatives(call, callee, activity);
            out.add(call);
            solved(call, ExternalCalls.forward(call, callee, activity, out, derived), out);
        }

        private void solved(Stmt.Call call, ExternalCalls.Forward forward, BlockBuilder out) {
            List<Value> argTangents = new ArrayList<>();
            call.args()
                    .forEach(arg -> argTangents.add(
                            arg.type().isDifferentiable() ? tangentOrZeros(arg, out) : Const.zero(arg.type())));
            List<Value> resultTangents = forward.along(argTangents, out);
            int at = 0;
            for (Var result : call.results()) {
                if (result.type().isDifferentiable()) {
                    tangents.put(result, resultTangents.get(at++));
                }
            }
        }
    }
}
