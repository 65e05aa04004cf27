package dev.leibniz.processor.rules;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The access of the transforms to the {@link RuleTable}: both modes ask for seed · ∂result/∂operand and get the code for it. In
 * reverse mode the seed is the cotangent of the result, in forward mode the tangent of the operand.
 */
public final class DerivativeRules {
    private DerivativeRules() {}

    /**
     * Appends the code for seed · ∂result/∂operand.
     *
     * @param known the facts known about the seed
     * @param type the type of the contribution: that of the operand in reverse mode, that of the result in forward mode
     * @return the value of the contribution; empty if the derivative is zero
     * @throws IllegalStateException if there is no rule for the operation
     */
    public static Optional<Value> contribution(
            Expr.Apply apply, int operand, Primal primal, Value seed, Seed known, Type type, BlockBuilder out) {
        Sym partial = partial(apply, operand);
        if (partial.is(0)) {
            return Optional.empty();
        }
        Value product =
                Contribution.to(operand, apply.op(), primal, seed, known, out).of(partial);
        return Optional.of(out.convert(product, type));
    }

    /** The range of an operation's result. */
    public static Magnitude magnitude(Expr.Apply apply, Function<Value, Magnitude> operands) {
        return Magnitude.of(apply.op(), magnitudes(apply, operands), isSquare(apply), second(apply));
    }

    /** Whether the result can have an infinite slope where it is finite. */
    public static boolean isSteep(Expr.Apply apply, Function<Value, Magnitude> operands) {
        return Magnitude.isSteep(apply.op(), magnitudes(apply, operands), second(apply));
    }

    /** Whether an infinite operand can give a finite result. */
    public static boolean absorbs(Op op, int operand) {
        return Magnitude.absorbs(op, operand);
    }

    private static List<Magnitude> magnitudes(Expr.Apply apply, Function<Value, Magnitude> operands) {
        List<Magnitude> magnitudes = new ArrayList<>();
        for (Value operand : apply.operands()) {
            magnitudes.add(operands.apply(operand));
        }
        return magnitudes;
    }

    private static boolean isSquare(Expr.Apply apply) {
        return apply.operands().size() == 2 && apply.operand(0).equals(apply.operand(1));
    }

    private static @Nullable Double second(Expr.Apply apply) {
        return apply.operands().size() == 2 ? number(apply.operand(1)) : null;
    }

    /** Whether changes of the operand never change the result to first order. */
    public static boolean hasZeroDerivative(Expr.Apply apply, int operand) {
        return !isArithmetic(apply)
                && isSupported(apply.op())
                && partial(apply, operand).is(0);
    }

    /** Whether the derivative by one operand depends on another one, or the same: as far as the formula says. */
    public static boolean isPartialChangedBy(Expr.Apply apply, int by, int other) {
        return !isSupported(apply.op()) || mentions(partial(apply, by), apply, other);
    }

    /** Conditions, and functions that are constant but for jumps, do not count. */
    private static boolean mentions(Sym formula, Expr.Apply apply, int operand) {
        if (formula instanceof Sym.Operand mentioned) {
            return mentioned.index() == operand && mentioned.constant() == null;
        } else if (formula instanceof Sym.Result) {
            return !partial(apply, operand).is(0);
        } else if (formula instanceof Sym.NonZero inner) {
            return mentions(inner.formula(), apply, operand);
        } else if (formula instanceof Sym.Pole inner) {
            return mentions(inner.formula(), apply, operand);
        } else if (formula instanceof Sym.IfActive choice) {
            return mentions(choice.then(), apply, operand) || mentions(choice.otherwise(), apply, operand);
        } else if (formula instanceof Sym.Apply inner) {
            Rule rule = rule(inner.op());
            boolean isConstant = rule != null && rule.partials().isEmpty();
            int first = inner.op() == Op.Primitive.SELECT ? 1 : 0;
            return !isConstant
                    && inner.args().subList(first, inner.args().size()).stream()
                            .anyMatch(arg -> mentions(arg, apply, operand));
        }
        return false;
    }

    /** Whether it is a sum, difference, product or quotient of variables, as most operations are; told without a rule. */
    private static boolean isArithmetic(Expr.Apply apply) {
        return apply.op() instanceof Op.Primitive op
                && op.compareTo(Op.Primitive.DIV) <= 0
                && apply.type().isFloating()
                && apply.operand(0) instanceof Var
                && apply.operand(1) instanceof Var;
    }

    /** Whether there is a rule, be it that the derivative is zero. */
    public static boolean isSupported(Op op) {
        return rule(op) != null;
    }

    /** The reason why there is no rule; fits after "cannot be differentiated: ". */
    public static String whyUnsupported(Op op) {
        String refusal = RuleTable.refusal(key(op));
        return refusal == null ? "no derivative is known for " + op : refusal;
    }

    /** The rule of an operation; null if there is none. Those of {@code StrictMath} are the same as those of {@code Math}. */
    static @Nullable Rule rule(Op op) {
        return RuleTable.of(key(op));
    }

    static Sym partial(Expr.Apply apply, int operand) {
        Rule rule = rule(apply.op());
        if (rule == null) {
            throw new IllegalStateException("no rule for " + apply.op() + ": " + whyUnsupported(apply.op()));
        }
        boolean isSmooth =
                apply.type().isFloating() && apply.operand(operand).type().isFloating();
        if (!isSmooth || operand >= rule.partials().size()) {
            return Sym.zero();
        }
        return rule.partials().get(operand).of(operands(apply), Sym.Result.RESULT);
    }

    private static List<Sym> operands(Expr.Apply apply) {
        List<Sym> operands = new ArrayList<>();
        for (Value value : apply.operands()) {
            operands.add(new Sym.Operand(operands.size(), number(value)));
        }
        return operands;
    }

    /** The floating-point number that a value is known to be. */
    private static @Nullable Double number(Value value) {
        return value instanceof Const c
                        && c.value() instanceof Number n
                        && c.type().isFloating()
                ? (Double) n.doubleValue()
                : null;
    }

    private static Op key(Op op) {
        return op instanceof Op.MathCall call
                        && (call.owner().equals("StrictMath") || MathLibraries.contains(call.owner()))
                ? Op.math(call.method())
                : op;
    }
}
