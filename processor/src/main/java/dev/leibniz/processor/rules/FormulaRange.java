package dev.leibniz.processor.rules;

import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Op.Primitive;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The range of a formula where the ranges of operands and result are known, and whether it has a pole there. */
record FormulaRange(Primal primal) {

    Magnitude of(Sym formula) {
        if (formula instanceof Sym.Literal literal) {
            return Magnitude.ofNumber(literal.value());
        } else if (formula instanceof Sym.Operand operand) {
            return operand.constant() == null
                    ? primal.magnitude(operand.index())
                    : Magnitude.ofNumber(operand.constant());
        } else if (formula instanceof Sym.Result) {
            return primal.resultMagnitude();
        } else if (formula instanceof Sym.NonZero wrapped) {
            return of(wrapped.formula()).apartFromZero();
        } else if (formula instanceof Sym.Pole wrapped) {
            return of(wrapped.formula());
        } else if (formula instanceof Sym.IfActive choice) {
            return of(choice.then()).or(of(choice.otherwise()));
        }
        Sym.Apply apply = (Sym.Apply) formula;
        List<Magnitude> operands = new ArrayList<>();
        for (Sym arg : apply.args()) {
            operands.add(of(arg));
        }
        boolean isSquare = apply.args().size() == 2 && apply.arg(0).equals(apply.arg(1));
        return Magnitude.of(apply.op(), operands, isSquare, second(apply));
    }

    /**
     * Whether the formula can be infinite or undefined although operands and result are finite; then a seed of exactly 0
     * must not be multiplied by it.
     */
    boolean isSingular(Sym formula) {
        if (formula instanceof Sym.NonZero wrapped) {
            return isSingular(wrapped.formula());
        } else if (formula instanceof Sym.Pole wrapped) {
            return of(wrapped.formula()).mayBeInfinite();
        } else if (formula instanceof Sym.IfActive choice) {
            return isSingular(choice.then()) || isSingular(choice.otherwise());
        }
        return formula instanceof Sym.Apply apply
                && (hasPole(apply) || apply.args().stream().anyMatch(this::isSingular));
    }

    private boolean hasPole(Sym.Apply apply) {
        if (apply.op() instanceof Op.MathCall call) {
            Double exponent = second(apply);
            boolean isPole = call.method().startsWith("log")
                    || call.method().equals("pow") && (exponent == null || exponent < 0);
            return isPole && of(apply.arg(0)).mayBeZero();
        }
        return (apply.is(Primitive.DIV) || apply.is(Primitive.GATED_DIV)) && mayVanish(apply.arg(1));
    }

    /** Whether a divisor can be 0. */
    boolean mayVanish(Sym divisor) {
        Double constant = divisor.constant();
        return constant == null ? of(divisor).mayBeZero() : constant == 0;
    }

    private static @Nullable Double second(Sym.Apply apply) {
        return apply.args().size() == 2 ? apply.arg(1).constant() : null;
    }
}
