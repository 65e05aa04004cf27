package dev.leibniz.processor.ir.walk;

import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds names for values that the user never named: short ones that say what the value is. */
public final class TemporaryNames {
    private TemporaryNames() {}

    /**
     * @param definition the expression that computes the value; null if no single expression does
     * @param nameOf the name of an operand, empty if it has none
     */
    public static String suggest(@Nullable Expr definition, Type type, Function<Value, String> nameOf) {
        if (definition instanceof Expr.Length) {
            return "n";
        } else if (definition instanceof Expr.Load load) {
            return element(nameOf.apply(load.array()), load.index(), nameOf, type);
        } else if (definition instanceof Expr.Apply apply) {
            return apply.op() instanceof Op.MathCall call
                    ? call.method()
                    : type == Type.BOOLEAN
                            ? condition(apply, nameOf)
                            : operator((Op.Primitive) apply.op(), apply, nameOf);
        }
        return fallback(type);
    }

    private static String element(String array, Value index, Function<Value, String> nameOf, Type type) {
        if (array.isEmpty()) {
            return type.isArray() ? "row" : fallback(type);
        }
        String suffix = index instanceof Const c ? c.toString() : nameOf.apply(index);
        if (suffix.isEmpty() || suffix.length() > 2 || suffix.startsWith("-")) {
            return array + (type.isArray() ? "Row" : "Value");
        } else if (Character.isDigit(suffix.charAt(0))) {
            return array + (Character.isDigit(array.charAt(array.length() - 1)) ? "At" : "") + suffix;
        }
        return array + (array.length() == 1 ? suffix : Character.toUpperCase(suffix.charAt(0)) + suffix.substring(1));
    }

    /** {@code dxIsZero} for {@code dx == 0}. */
    private static String condition(Expr.Apply apply, Function<Value, String> nameOf) {
        if (apply.op() == Op.Primitive.EQ && apply.operand(1) instanceof Const c && c.is(0)) {
            String name = nameOf.apply(apply.operand(0));
            return name.isEmpty() ? "isZero" : name + "IsZero";
        }
        return "holds";
    }

    private static String operator(Op.Primitive op, Expr.Apply apply, Function<Value, String> nameOf) {
        Type type = apply.type();
        return switch (op) {
            case ADD, SUB -> type == Type.INT ? neighbour(op, apply, nameOf) : "s";
            case DIV -> type.isFloating() ? "r" : "k";
            default -> fallback(type);
        };
    }

    /** {@code nMinus1} for {@code n - 1}. */
    private static String neighbour(Op.Primitive op, Expr.Apply apply, Function<Value, String> nameOf) {
        String name = nameOf.apply(apply.operand(0));
        boolean plain = !name.isEmpty() && name.chars().noneMatch(Character::isDigit);
        return plain
                        && apply.operand(1) instanceof Const c
                        && c.text().isEmpty()
                        && !c.toString().startsWith("-")
                ? name + (op == Op.Primitive.ADD ? "Plus" : "Minus") + c
                : "k";
    }

    private static String fallback(Type type) {
        if (type.isArray()) {
            return "array";
        }
        return type == Type.BOOLEAN
                ? "flag"
                : type.isFloating() ? "t" : type == Type.INT || type == Type.LONG ? "k" : "it";
    }
}
