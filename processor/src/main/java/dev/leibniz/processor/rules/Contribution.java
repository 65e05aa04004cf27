package dev.leibniz.processor.rules;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the code for seed · partial with as few operations as a careful person would, and with the strong zero: where
 * the partial has a pole, a seed of exactly 0 gives 0. Lives for one contribution, so that each primal value is asked
 * for at most once.
 */
final class Contribution {
    /** The functions in formulas that Java has for float, too; all others compute in double. */
    private static final Set<String> FOR_FLOAT = Set.of("signum", "copySign", "scalb");

    private final Primal primal;
    private final FormulaRange range;
    private final Value seed;
    private final Seed known;
    private final Type type;
    /** Whether the operation is itself a contribution to a derivative: then its zeros meet infinities. */
    private final boolean isGated;

    /** Whether the operation's own gate is open for the seed only: the other factor was found to be infinite somewhere. */
    private final boolean gates;

    /** Whether the operation makes finite numbers of infinite ones: then its partial is 0 there. */
    private final boolean absorbs;

    /** The class whose functions formulas call: {@code StrictMath} in rules of that, else {@code Math}. */
    private final String owner;

    private final BlockBuilder out;
    private final Map<Sym, Value> written = new HashMap<>();

    private Contribution(
            Primal primal,
            Value seed,
            Seed known,
            String owner,
            boolean isGated,
            boolean gates,
            boolean absorbs,
            BlockBuilder out) {
        this.primal = primal;
        this.range = new FormulaRange(primal);
        this.seed = seed;
        this.known = known;
        this.type = seed.type();
        this.owner = owner;
        this.isGated = isGated;
        this.gates = gates;
        this.absorbs = absorbs;
        this.out = out;
    }

    /** The contribution to one operand of an operation. */
    static Contribution to(int operand, Op of, Primal primal, Value seed, Seed known, BlockBuilder out) {
        String owner = of instanceof Op.MathCall call && call.owner().equals("StrictMath") ? "StrictMath" : "Math";
        boolean isGated = of instanceof Primitive operator && operator.isGated();
        boolean gates = of == Primitive.STRONG_MUL || isGated && operand == 0;
        return new Contribution(primal, seed, known, owner, isGated, gates, Magnitude.absorbs(of, operand), out);
    }

    /** The contribution to the innermost operand of a composition. */
    static Contribution toInner(Primal primal, Value seed, Seed known, BlockBuilder out) {
        return new Contribution(primal, seed, known, "Math", false, false, true, out);
    }

    /** seed · partial; exactly 0 for a seed of 0. */
    Value of(Sym partial) {
        return times(seed, partial, false);
    }

    /**
     * @param isQuotient whether {@code factor} is the seed over a divisor that can be 0
     */
    private Value times(Value factor, Sym formula, boolean isQuotient) {
        if (formula instanceof Sym.IfActive choice) {
            return times(factor, resolve(choice), isQuotient);
        } else if (formula instanceof Sym.Literal literal) {
            return times(factor, literal.value());
        } else if (formula instanceof Sym.Apply apply) {
            return timesApplied(factor, apply, isQuotient);
        }
        return strongly(factor, formula, isQuotient);
    }

    private Value times(Value factor, double number) {
        if (number == 1) {
            return factor;
        } else if (number == -1) {
            return out.negate(factor);
        }
        return number == 0 ? Const.zero(type) : out.times(factor, Const.number(number, type));
    }

    private Value timesApplied(Value factor, Sym.Apply partial, boolean isQuotient) {
        if (partial.is(Primitive.NEG)) {
            return out.negate(times(factor, partial.arg(0), isQuotient));
        } else if (partial.is(Primitive.SELECT)) {
            return timesChoice(factor, partial, isQuotient);
        } else if (isReciprocal(partial) && !(absorbs && known.mayOverflow())) {
            return over(times(factor, partial.arg(0), isQuotient), partial.arg(1));
        } else if (partial.is(Primitive.MUL) && partial.arg(0) instanceof Sym.Pole pole) {
            // One after the other: the product of both can be out of range where the contribution is not.
            Value once = pole.formula().equals(partial.arg(1))
                    ? bySeed(factor, pole, isQuotient) // the second product is 0 where the factor is
                    : times(factor, pole, isQuotient);
            return times(once, partial.arg(1), isQuotient || range.isSingular(pole));
        } else if (partial.is(Primitive.MUL) && isReciprocal(partial.arg(0))) {
            return times(
                    times(factor, partial.arg(0), isQuotient),
                    partial.arg(1),
                    isQuotient || range.isSingular(partial.arg(0)));
        } else if (isScale(partial)) {
            return out.apply(op(partial.op()), type, factor, write(partial.arg(1)));
        }
        return strongly(factor, partial, isQuotient);
    }

    private Value over(Value factor, Sym divisor) {
        Value value = write(divisor);
        return range.mayVanish(divisor) ? out.gatedOver(factor, value) : out.over(factor, value);
    }

    /** The product where zero wins, as far as zero can meet an infinity. */
    private Value strongly(Value factor, Sym formula, boolean isQuotient) {
        Magnitude partial = range.of(formula);
        boolean isOwnNumber = formula instanceof Sym.Operand && !isGated;
        boolean seedWins = seedWins(formula, isQuotient);
        boolean partialWins = partial.mayBeZero()
                && (known.mayBeInfinite() || known.mayOverflow() && absorbs && !isOwnNumber || isQuotient && isGated);
        Value value = write(formula);
        if (seedWins && partialWins) {
            return out.strongTimes(factor, value);
        } else if (seedWins) {
            return out.gatedTimes(factor, value);
        }
        return partialWins ? out.gatedTimes(value, factor) : out.times(factor, value);
    }

    /** The product where zero of the seed wins, if of any. */
    private Value bySeed(Value factor, Sym formula, boolean isQuotient) {
        Value value = write(formula);
        return seedWins(formula, isQuotient) ? out.gatedTimes(factor, value) : out.times(factor, value);
    }

    private boolean seedWins(Sym formula, boolean isQuotient) {
        boolean isOwnNumber = formula instanceof Sym.Operand && !isGated;
        return gates || isQuotient || range.isSingular(formula) || meets(range.of(formula), formula, isOwnNumber);
    }

    /** Whether the seed can be 0 where the partial is infinite. */
    private boolean meets(Magnitude partial, Sym formula, boolean isOwnNumber) {
        Seed.Zero least = switch (partial.size()) {
            case BOUNDED, FINITE -> null;
            case ELEMENT -> Seed.Zero.AT_ONCE;
            case OVERFLOWING_ELEMENT -> known.isInLoop() ? Seed.Zero.AT_ONCE : Seed.Zero.WHERE_LOST;
            case LARGE -> isRatio(formula) ? Seed.Zero.WHERE_LOST : Seed.Zero.WHERE_IGNORED;
            case OVERFLOWING, INFINITE -> isOwnNumber ? Seed.Zero.WHERE_LOST : Seed.Zero.WHERE_STORED;
        };
        return least != null && known.zero().compareTo(least) >= 0;
    }

    private Value timesChoice(Value factor, Sym.Apply partial, boolean isQuotient) {
        Sym then = resolve(partial.arg(1));
        Sym otherwise = resolve(partial.arg(2));
        Value condition = write(partial.arg(0));
        if (then instanceof Sym.Literal || otherwise instanceof Sym.Literal) {
            return out.select(condition, times(factor, then, isQuotient), times(factor, otherwise, isQuotient));
        }
        return strongly(factor, partial, isQuotient);
    }

    private static boolean isReciprocal(Sym formula) {
        return formula instanceof Sym.Apply apply && apply.is(Primitive.DIV) && apply.arg(0) instanceof Sym.Literal;
    }

    /** An operand over the result, which is infinite with it: then this is no number. */
    private static boolean isRatio(Sym formula) {
        return formula instanceof Sym.Apply apply
                && apply.op() instanceof Primitive op
                && op.isDivision()
                && apply.arg(0) instanceof Sym.Operand
                && (apply.arg(1) instanceof Sym.NonZero divisor ? divisor.formula() : apply.arg(1))
                        instanceof Sym.Result;
    }

    /** {@code scalb(1, n)}, which alone may overflow. */
    private static boolean isScale(Sym.Apply partial) {
        return partial.op() instanceof Op.MathCall call
                && call.method().equals("scalb")
                && partial.arg(0).is(1);
    }

    private Sym resolve(Sym formula) {
        return formula instanceof Sym.IfActive choice
                ? primal.isActive(choice.operand()) ? choice.then() : choice.otherwise()
                : formula;
    }

    private Value write(Sym formula) {
        if (formula instanceof Sym.Literal literal) {
            return Const.number(literal.value(), type);
        }
        Value known = written.get(formula);
        if (known == null) {
            known = writeNew(formula);
            written.put(formula, known);
        }
        return known;
    }

    private Value writeNew(Sym formula) {
        if (formula instanceof Sym.Operand operand) {
            return primal.operand(operand.index());
        } else if (formula instanceof Sym.Result) {
            return primal.result();
        } else if (formula instanceof Sym.NonZero wrapped) {
            return write(wrapped.formula());
        } else if (formula instanceof Sym.Pole wrapped) {
            return write(wrapped.formula());
        } else if (formula instanceof Sym.IfActive choice) {
            return write(resolve(choice));
        }
        Sym.Apply apply = (Sym.Apply) formula;
        if (apply.op() instanceof Op.MathCall call
                && apply.args().size() == 1
                && type == Type.DOUBLE
                && apply.arg(0) instanceof Sym.Operand operand) {
            Optional<Value> computed = primal.computed(op(call), operand.index());
            if (computed.isPresent()) {
                return computed.get();
            }
        }
        List<Value> args = apply.args().stream().map(this::write).toList();
        if (apply.op() instanceof Op.MathCall call && type == Type.FLOAT && !FOR_FLOAT.contains(call.method())) {
            Value[] widened =
                    args.stream().map(arg -> out.convert(arg, Type.DOUBLE)).toArray(Value[]::new);
            return out.convert(out.apply(op(call), Type.DOUBLE, widened), type);
        }
        boolean isTest = apply.op() instanceof Primitive primitive && primitive.isComparison();
        return out.apply(op(apply.op()), isTest ? Type.BOOLEAN : type, args.toArray(Value[]::new));
    }

    private Op op(Op op) {
        return op instanceof Op.MathCall call && call.owner().equals("Math")
                ? new Op.MathCall(owner, call.method())
                : op;
    }
}
