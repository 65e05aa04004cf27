package dev.leibniz.processor.rules;

import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Op.Primitive;
import java.util.StringJoiner;
import java.util.function.IntPredicate;

/**
 * An operation and its partial derivatives as text, to be shown: in prefix notation, {@code (* a b);b;a}. The letters
 * {@code a}, {@code b}, {@code c} are the operands, {@code y} is the result.
 */
public final class FormulaText {
    private final IntPredicate isActive;

    private FormulaText(IntPredicate isActive) {
        this.isActive = isActive;
    }

    /**
     * The operation, then its derivative by each operand.
     *
     * @param isActive whether a derivative is wanted for an operand
     */
    public static String of(Expr.Apply apply, IntPredicate isActive) {
        FormulaText text = new FormulaText(isActive);
        StringJoiner rule = new StringJoiner(";");
        rule.add(value(apply));
        for (int i = 0; i < apply.operands().size(); i++) {
            rule.add(isActive.test(i) ? text.of(DerivativeRules.partial(apply, i)) : "0");
        }
        return rule.toString();
    }

    static String of(Sym formula, IntPredicate isActive) {
        return new FormulaText(isActive).of(formula);
    }

    private static String value(Expr.Apply apply) {
        if (apply.op() == Primitive.CONVERT) {
            return "a";
        }
        StringBuilder text = new StringBuilder("(").append(name(apply.op()));
        for (int i = 0; i < apply.operands().size(); i++) {
            text.append(' ').append(letter(i));
        }
        return text.append(')').toString();
    }

    private static char letter(int operand) {
        return (char) ('a' + operand);
    }

    private static String name(Op op) {
        if (op instanceof Op.MathCall call) {
            return call.method();
        }
        Primitive primitive = (Primitive) op;
        return switch (primitive) {
            case STRONG_MUL, GATED_MUL -> "*";
            case GATED_DIV -> "/";
            case SELECT -> "?";
            default -> primitive.symbol();
        };
    }

    private String of(Sym formula) {
        if (formula instanceof Sym.Literal literal) {
            boolean isWhole = literal.value() == Math.rint(literal.value()) && Math.abs(literal.value()) < 1e9;
            return isWhole ? Long.toString((long) literal.value()) : Double.toString(literal.value());
        } else if (formula instanceof Sym.Operand operand) {
            return String.valueOf(letter(operand.index()));
        } else if (formula instanceof Sym.Result) {
            return "y";
        } else if (formula instanceof Sym.NonZero wrapped) {
            return of(wrapped.formula());
        } else if (formula instanceof Sym.Pole wrapped) {
            return of(wrapped.formula());
        } else if (formula instanceof Sym.IfActive choice) {
            return of(isActive.test(choice.operand()) ? choice.then() : choice.otherwise());
        }
        Sym.Apply apply = (Sym.Apply) formula;
        StringBuilder text = new StringBuilder("(").append(name(apply.op()));
        apply.args().forEach(arg -> text.append(' ').append(of(arg)));
        return text.append(')').toString();
    }
}
