package dev.leibniz.processor.transform.reverse;

import dev.leibniz.processor.analysis.Activity;
import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.analysis.memory.Region;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.rules.Composition;
import dev.leibniz.processor.rules.DerivativeRules;
import dev.leibniz.processor.rules.Magnitude;
import dev.leibniz.processor.rules.Primal;
import dev.leibniz.processor.rules.Seed;
import dev.leibniz.processor.transform.record.BackwardScope;
import dev.leibniz.processor.transform.record.Recorder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The adjoint of one arithmetic operation: for each operand a contribution, made by the rules. */
final class OperationAdjoints {
    /** An adjoint that was divided by a constant no smaller than 1. */
    private record Quotient(Value adjoint, Const divisor) {}

    private final FunctionAnalysis facts;
    private final Activity activity;
    private final Recorder recorder;
    private final Map<Value, Quotient> quotients = new HashMap<>();

    OperationAdjoints(FunctionAnalysis facts, Recorder recorder) {
        this.facts = facts;
        this.activity = facts.activity();
        this.recorder = recorder;
    }

    /** Appends the contributions of {@code target = apply} to the adjoints of its operands. */
    void add(Expr.Apply apply, Var target, Value adjoint, BackwardScope scope) {
        Seed known = facts.extremes().adjointOf(target);
        Optional<Composition> composition = facts.compositionEndingIn(apply);
        if (composition.isPresent()) {
            Value inner = composition.get().inner();
            if (activity.isActive(inner)) {
                Primal mentioned = primal(composition.get().mentioned(), apply.type(), target, scope);
                scope.contribute(inner, composition.get().contribution(mentioned, adjoint, known, scope.out()));
            }
            return;
        }
        Primal primal = primal(apply.operands(), apply.type(), target, scope);
        boolean isSquare = apply.op() == Op.Primitive.MUL && apply.operand(0).equals(apply.operand(1));
        for (int i = 0; i < (isSquare ? 1 : apply.operands().size()); i++) {
            Value operand = apply.operand(i);
            if (activity.isActive(operand)) {
                contribution(apply, i, primal, adjoint, known, scope)
                        .map(part -> isSquare ? scope.out().times(Const.number(2, part.type()), part) : part)
                        .ifPresent(contribution -> scope.contribute(operand, contribution));
            }
        }
    }

    private Optional<Value> contribution(
            Expr.Apply apply, int i, Primal primal, Value adjoint, Seed known, BackwardScope scope) {
        if (apply.op() == Op.Primitive.MUL && quotients.containsKey(adjoint)) {
            Value factor = apply.operand(1 - i);
            if (isInvariant(factor, scope)) {
                return Optional.of(scaled(quotients.get(adjoint), recorder.access(factor, scope), scope));
            }
        }
        Optional<Value> contribution = DerivativeRules.contribution(
                apply, i, primal, adjoint, known, apply.operand(i).type(), scope.out());
        if (apply.op() == Op.Primitive.DIV && i == 0 && apply.operand(1) instanceof Const divisor) {
            boolean isLarge = divisor.value() instanceof Double d && Math.abs(d) >= 1;
            contribution
                    .filter(value -> isLarge)
                    .ifPresent(value -> quotients.put(value, new Quotient(adjoint, divisor)));
        }
        return contribution;
    }

    /** (adjoint / divisor) · factor with the division outside of the loop. */
    private static Value scaled(Quotient quotient, Value factor, BackwardScope scope) {
        return scope.out().times(quotient.adjoint(), scope.out().over(factor, quotient.divisor()));
    }

    /** Whether a value is the same in all iterations of the innermost loop. */
    private boolean isInvariant(Value value, BackwardScope scope) {
        Region loop = scope.region();
        while (loop.kind() != Region.Kind.LOOP) {
            Region parent = loop.parent();
            if (parent == null) {
                return false;
            }
            loop = parent;
        }
        return value instanceof Const
                || value instanceof Var variable
                        && !facts.places().definedIn(variable).isWithin(loop);
    }

    private Primal primal(List<Value> operands, Type type, Var target, BackwardScope scope) {
        return new Primal() {
            @Override
            public Value operand(int i) {
                return recorder.access(operands.get(i), scope);
            }

            @Override
            public Value result() {
                return recorder.access(target, scope);
            }

            @Override
            public boolean isActive(int i) {
                return activity.isActive(operands.get(i));
            }

            @Override
            public Optional<Value> computed(Op function, int operand) {
                return facts.functionValues()
                        .beside(target, new Expr.Apply(function, List.of(operands.get(operand)), type))
                        .map(value -> recorder.access(value, scope));
            }

            @Override
            public Magnitude magnitude(int i) {
                return facts.extremes().magnitudeAt(operands.get(i), target);
            }

            @Override
            public Magnitude resultMagnitude() {
                return facts.extremes().magnitude(target);
            }
        };
    }
}
