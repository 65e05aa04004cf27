package dev.leibniz.processor.transform.trace;

import dev.leibniz.processor.analysis.Activity;
import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.rules.Composition;
import dev.leibniz.processor.rules.DerivativeRules;
import dev.leibniz.processor.rules.FormulaText;
import dev.leibniz.processor.rules.Primal;
import dev.leibniz.processor.rules.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The record of an operation on numbers in a trace: its value, its operands, and the derivative by each, from the table of rules. */
final class TraceOperations {
    private static final Map<Op.Primitive, String> NEGATED = Map.of(
            Op.Primitive.EQ, "!=",
            Op.Primitive.NE, "==",
            Op.Primitive.LT, ">=",
            Op.Primitive.LE, ">",
            Op.Primitive.GT, "<=",
            Op.Primitive.GE, "<");

    private final TraceCalls calls;
    private final FunctionAnalysis facts;
    private final Activity activity;
    private final UnaryOperator<Value> nodes;

    /** @param nodes the node of a number */
    TraceOperations(TraceCalls calls, FunctionAnalysis facts, UnaryOperator<Value> nodes) {
        this.calls = calls;
        this.facts = facts;
        this.activity = facts.activity();
        this.nodes = nodes;
    }

    /** Appends the code that records the operation that gave {@code target}; its node. */
    Value step(Expr.Apply apply, Var target, BlockBuilder out) {
        return apply.op() == Op.Primitive.SELECT ? choice(apply, target, out) : operation(apply, target, out);
    }

    /** The operand that was chosen; the step says that it was. */
    private Value choice(Expr.Apply apply, Var target, BlockBuilder out) {
        Value condition = apply.operand(0);
        Value node = out.select(condition, nodes.apply(apply.operand(1)), nodes.apply(apply.operand(2)));
        Const partial = Const.of(activity.isActive(target) ? 1.0 : 0.0);
        List<Value> args = new ArrayList<>(List.of(TraceCalls.string(target.name())));
        Optional<Expr.Apply> test = facts.operationOf(condition).filter(TraceOperations::isComparisonOfNumbers);
        Value rule = test.map(comparison ->
                        out.select(condition, ruleOfChoice(comparison, false), ruleOfChoice(comparison, true)))
                .orElse(TraceCalls.string("a;1"));
        args.addAll(List.of(rule, target, node, target, partial));
        test.ifPresent(comparison -> comparison
                .operands()
                .forEach(operand -> args.addAll(List.of(nodes.apply(operand), operand, Const.of(0.0)))));
        return calls.node("step", target.name(), Type.INT, out, args);
    }

    private static boolean isComparisonOfNumbers(Expr.Apply apply) {
        return apply.op() instanceof Op.Primitive operator
                && operator.isComparison()
                && apply.operands().stream().allMatch(operand -> operand.type().isFloating());
    }

    /** The derivative by the operand that was chosen is 1, where the condition holds that it was chosen for. */
    private static Const ruleOfChoice(Expr.Apply comparison, boolean isNegated) {
        Op.Primitive operator = (Op.Primitive) comparison.op();
        String symbol = isNegated ? NEGATED.get(operator) : operator.symbol();
        return TraceCalls.string("a;(? (" + symbol + " b c) 1 0)");
    }

    private Value operation(Expr.Apply apply, Var target, BlockBuilder out) {
        Primal primal = Primal.of(apply::operand, () -> target, i -> activity.isActive(apply.operand(i)));
        String rule = FormulaText.of(apply, primal::isActive);
        List<Value> args = new ArrayList<>(List.of(TraceCalls.string(target.name()), TraceCalls.string(rule), target));
        for (int i = 0; i < apply.operands().size(); i++) {
            Value operand = apply.operand(i);
            args.add(operand.type().isFloating() ? nodes.apply(operand) : Const.of(0));
            args.add(operand);
            args.add(primal.isActive(i) ? partial(apply, i, primal, out) : Const.of(0.0));
        }
        Var node = calls.node("step", target.name(), Type.INT, out, args);
        facts.compositionEndingIn(apply)
                .filter(composition -> activity.isActive(composition.inner()))
                .ifPresent(composition -> shortcut(composition, target, node, out));
        return node;
    }

    private Value partial(Expr.Apply apply, int operand, Primal primal, BlockBuilder out) {
        Const one = Const.number(1, apply.type());
        Optional<Value> partial =
                DerivativeRules.contribution(apply, operand, primal, one, Seed.UNKNOWN, apply.type(), out);
        return partial.orElse(Const.of(0.0));
    }

    private void shortcut(Composition composition, Var target, Var node, BlockBuilder out) {
        List<Value> mentioned = composition.mentioned();
        Primal primal = Primal.of(mentioned::get, () -> target, i -> activity.isActive(mentioned.get(i)));
        Value partial = composition.contribution(primal, Const.number(1, target.type()), Seed.UNKNOWN, out);
        List<Value> args = new ArrayList<>(
                List.of(node, nodes.apply(composition.inner()), partial, TraceCalls.string(composition.formula())));
        for (int i = 0; i < 2; i++) {
            args.add(i < mentioned.size() ? nodes.apply(mentioned.get(i)) : Const.of(0));
            args.add(i < mentioned.size() ? mentioned.get(i) : Const.of(0.0));
        }
        calls.act("shortcut", out, args.toArray(Value[]::new));
    }
}
