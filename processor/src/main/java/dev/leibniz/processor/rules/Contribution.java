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
    private final Value seed;
    private final Type type;
    private final String owner;
    private final BlockBuilder out;
    private final Map<Sym, Value> written = new HashMap<>();

    /**
     * @param owner the class whose functions formulas call: {@code StrictMath} in rules of that, else {@code Math}
     */
    Contribution(Primal primal, Value seed, String owner, BlockBuilder out) {
        this.primal = primal;
        this.seed = seed;
        this.type = seed.type();
        this.owner = owner;
        this.out = out;
    }

    /** seed · partial; exactly 0 for a seed of 0. */
    Value of(Sym partial) {
        Value product = times(partial);
        boolean seedIsNonZero = seed instanceof Const c && !c.is(0) && !c.is(-0.0);
        if (!partial.isSingular() || seedIsNonZero) {
            return product;
        }
        Value isZero = out.compare(Primitive.EQ, seed, Const.zero(type));
        return out.select(isZero, Const.zero(type), product);
    }

    private Value times(Sym partial) {
        if (partial instanceof Sym.IfActive choice) {
            return times(resolve(choice));
        } else if (partial.is(1)) {
            return seed;
        } else if (partial.is(-1)) {
            return out.negate(seed);
        } else if (partial.is(0)) {
            return Const.zero(type);
        } else if (partial instanceof Sym.Apply apply) {
            return timesApplied(apply);
        }
        return out.times(seed, write(partial));
    }

    private Value timesApplied(Sym.Apply partial) {
        if (partial.is(Primitive.NEG)) {
            return out.negate(times(partial.arg(0)));
        } else if (partial.is(Primitive.SELECT)) {
            return timesChoice(partial);
        } else if (partial.is(Primitive.DIV) && partial.arg(0) instanceof Sym.Literal) {
            return out.over(times(partial.arg(0)), write(partial.arg(1)));
        } else if (partial.is(Primitive.MUL) && isReciprocal(partial.arg(0))) {
            return out.times(times(partial.arg(0)), write(partial.arg(1)));
        } else if (isScale(partial)) {
            return out.apply(op(partial.op()), type, seed, write(partial.arg(1)));
        }
        return out.times(seed, write(partial));
    }

    private Value timesChoice(Sym.Apply partial) {
        Sym then = resolve(partial.arg(1));
        Sym otherwise = resolve(partial.arg(2));
        Value condition = write(partial.arg(0));
        if (then instanceof Sym.Literal || otherwise instanceof Sym.Literal) {
            return out.select(condition, times(then), times(otherwise));
        }
        return out.times(seed, write(partial));
    }

    private static boolean isReciprocal(Sym formula) {
        return formula instanceof Sym.Apply apply && apply.is(Primitive.DIV) && apply.arg(0) instanceof Sym.Literal;
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
