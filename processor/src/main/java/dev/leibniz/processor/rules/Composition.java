package dev.leibniz.processor.rules;

import static dev.leibniz.processor.rules.Sym.math;
import static dev.leibniz.processor.rules.Sym.one;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An operation together with those that compute its operand, where the derivative of the whole is simpler than the
 * product of the parts: factors cancel that would be costly, or 0 · ∞. The derivative passes from the result straight to
 * {@link #inner}.
 */
public final class Composition {
    private static final String ACTIVATIONS = "dev.leibniz.runtime.Activations";

    private final Value inner;
    private final List<Value> mentioned;
    private final Sym partial;

    /**
     * @param mentioned the values that the formula's operands stand for
     */
    private Composition(Value inner, List<Value> mentioned, Sym partial) {
        this.inner = inner;
        this.mentioned = mentioned;
        this.partial = partial;
    }

    /** The value that the derivative passes to. */
    public Value inner() {
        return inner;
    }

    /**
     * The composition that ends in {@code apply}, if it is one of those known here.
     *
     * @param definition how a value is computed, if by a pure operation
     * @param isActive whether a derivative is wanted for a value
     */
    public static Optional<Composition> endingIn(
            Expr.Apply apply, Function<Value, Optional<Expr.Apply>> definition, Predicate<Value> isActive) {
        Matcher matcher = new Matcher(definition);
        if (apply.op() == Primitive.ADD || apply.op() == Primitive.SUB) {
            return matcher.crossEntropy(apply, isActive);
        }
        if (isMath(apply, "log")) {
            return matcher.logarithm(apply);
        } else if (isMath(apply, "log1p")) {
            return matcher.argumentOf(apply.operand(0), "exp").map(Composition::softplus);
        } else if (isMath(apply, "sqrt")) {
            return matcher.squared(apply.operand(0));
        } else if (apply.op() == Primitive.DIV) {
            return matcher.sigmoid(apply)
                    .map(z -> new Composition(z, List.of(), Sym.Result.RESULT.times(one().minus(Sym.Result.RESULT))));
        }
        return Optional.empty();
    }

    /** The values that the formula of the derivative mentions. */
    public List<Value> mentioned() {
        return mentioned;
    }

    /**
     * Appends seed · ∂result/∂inner.
     *
     * @param primal its operands are the {@linkplain #mentioned() mentioned} values
     * @param known the facts known about the seed
     */
    public Value contribution(Primal primal, Value seed, Seed known, BlockBuilder out) {
        return Contribution.toInner(primal, seed, known, out).of(partial);
    }

    /** The derivative by {@link #inner} as text, in the letters of {@link FormulaText}. */
    public String formula() {
        return FormulaText.of(partial, operand -> true);
    }

    /** log(1 + exp(z)): the sigmoid of z, also where exp(z) overflows. */
    private static Composition softplus(Value z) {
        return new Composition(z, List.of(z), Sym.runtime(ACTIVATIONS, "sigmoid", operand(0)));
    }

    private static Sym operand(int i) {
        return new Sym.Operand(i, null);
    }

    private static boolean isMath(Expr.Apply apply, String method) {
        return apply.op() instanceof Op.MathCall call
                && call.method().equals(method)
                && call.owner().equals("Math");
    }

    /** ±weight · log(argument). */
    private record WeightedLog(Value weight, Value argument, boolean negated) {}

    /** Looks at how values are computed. */
    private record Matcher(Function<Value, Optional<Expr.Apply>> definition) {

        private Optional<Composition> logarithm(Expr.Apply log) {
            Value argument = log.operand(0);
            Optional<Expr.Apply> found = definition.apply(argument);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Expr.Apply inner = found.get();
            if (isMath(inner, "exp")) {
                return Optional.of(new Composition(inner.operand(0), List.of(), one()));
            } else if (inner.op() == Primitive.DIV) {
                return sigmoid(inner).map(z -> new Composition(z, List.of(argument), one().minus(operand(0))));
            } else if (inner.op() == Primitive.SUB && isOne(inner.operand(0))) {
                Value p = inner.operand(1);
                return definition
                        .apply(p)
                        .flatMap(this::sigmoid)
                        .map(z -> new Composition(z, List.of(p), operand(0).negate()));
            } else if (inner.op() == Primitive.ADD) {
                return otherThanOne(inner).flatMap(e -> argumentOf(e, "exp")).map(Composition::softplus);
            }
            return Optional.empty();
        }

        /** z, if the quotient is 1 / (1 + exp(−z)) or exp(z) / (1 + exp(z)). */
        private Optional<Value> sigmoid(Expr.Apply quotient) {
            if (quotient.op() != Primitive.DIV) {
                return Optional.empty();
            }
            Optional<Value> exp = definition
                    .apply(quotient.operand(1))
                    .filter(sum -> sum.op() == Primitive.ADD)
                    .flatMap(this::otherThanOne);
            if (exp.isEmpty()) {
                return Optional.empty();
            }
            Optional<Value> exponent = argumentOf(exp.get(), "exp");
            if (isOne(quotient.operand(0))) {
                return exponent.flatMap(definition)
                        .filter(negated -> negated.op() == Primitive.NEG)
                        .map(negated -> negated.operand(0));
            }
            return quotient.operand(0).equals(exp.get()) ? exponent : Optional.empty();
        }

        private Optional<Composition> squared(Value value) {
            return definition
                    .apply(value)
                    .filter(product ->
                            product.op() == Primitive.MUL && product.operand(0).equals(product.operand(1)))
                    .map(product -> new Composition(
                            product.operand(0), List.of(product.operand(0)), math("signum", operand(0))));
        }

        /** ±(y · log(p) + (1 − y) · log(1 − p)) of p = sigmoid(z) and a constant y: y − p, whatever the logit. */
        private Optional<Composition> crossEntropy(Expr.Apply sum, Predicate<Value> isActive) {
            Optional<WeightedLog> first = weightedLog(sum.operand(0), false);
            Optional<WeightedLog> second = weightedLog(sum.operand(1), sum.op() == Primitive.SUB);
            if (first.isEmpty()
                    || second.isEmpty()
                    || first.get().negated() != second.get().negated()) {
                return Optional.empty();
            }
            Optional<Composition> found = crossEntropy(first.get(), second.get(), isActive);
            return found.isPresent() ? found : crossEntropy(second.get(), first.get(), isActive);
        }

        private Optional<Composition> crossEntropy(WeightedLog ofP, WeightedLog ofRest, Predicate<Value> isActive) {
            Value y = ofP.weight();
            Value p = ofP.argument();
            if (isActive.test(y) || !isOneMinus(ofRest.weight(), y) || !isOneMinus(ofRest.argument(), p)) {
                return Optional.empty();
            }
            Sym difference =
                    ofP.negated() ? operand(1).minus(operand(0)) : operand(0).minus(operand(1));
            return definition.apply(p).flatMap(this::sigmoid).map(z -> new Composition(z, List.of(y, p), difference));
        }

        private boolean isOneMinus(Value value, Value other) {
            return definition
                    .apply(value)
                    .filter(rest -> rest.op() == Primitive.SUB
                            && isOne(rest.operand(0))
                            && rest.operand(1).equals(other))
                    .isPresent();
        }

        private Optional<WeightedLog> weightedLog(Value value, boolean negated) {
            Optional<Expr.Apply> found = definition.apply(value);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Expr.Apply term = found.get();
            if (term.op() == Primitive.NEG) {
                return weightedLog(term.operand(0), !negated);
            } else if (term.op() != Primitive.MUL) {
                return Optional.empty();
            }
            Optional<Value> left = argumentOf(term.operand(0), "log");
            Optional<Value> argument = left.isPresent() ? left : argumentOf(term.operand(1), "log");
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            Value weight = term.operand(left.isPresent() ? 1 : 0);
            Optional<Expr.Apply> factor = definition.apply(weight);
            boolean isMinus = factor.isPresent() && factor.get().op() == Primitive.NEG;
            return Optional.of(
                    isMinus
                            ? new WeightedLog(factor.get().operand(0), argument.get(), !negated)
                            : new WeightedLog(weight, argument.get(), negated));
        }

        private Optional<Value> otherThanOne(Expr.Apply sum) {
            if (isOne(sum.operand(0))) {
                return Optional.of(sum.operand(1));
            }
            return isOne(sum.operand(1)) ? Optional.of(sum.operand(0)) : Optional.empty();
        }

        private Optional<Value> argumentOf(Value value, String method) {
            Optional<Expr.Apply> found = definition.apply(value);
            return found.isPresent() && isMath(found.get(), method)
                    ? Optional.of(found.get().operand(0))
                    : Optional.empty();
        }

        private static boolean isOne(Value value) {
            return value instanceof Const c && c.is(1);
        }
    }
}
