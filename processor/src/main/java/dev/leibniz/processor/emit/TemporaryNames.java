package dev.leibniz.processor.emit;

import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds names for values that the user never named: short ones that say what the value is. */
final class TemporaryNames {
    private TemporaryNames() {}

    /**
     * @param definition what computes the value; null if no single expression does
     * @param nameOf the printed name of an operand, empty if it has none
     */
    static String suggest(@Nullable Expr definition, Type type, Function<Value, String> nameOf) {
        if (definition instanceof Expr.Length) {
            return "n";
        } else if (definition instanceof Expr.Load load) {
            return element(nameOf.apply(load.array()), load.index(), nameOf, type);
        } else if (definition instanceof Expr.Apply apply) {
            return apply.op() instanceof Op.MathCall call
                    ? call.method()
                    : operator((Op.Primitive) apply.op(), type);
        }
        return fallback(type);
    }

    private static String element(String array, Value index, Function<Value, String> nameOf, Type type) {
        if (array.isEmpty()) {
            return type.isArray() ? "row" : fallback(type);
        }
        String suffix = index instanceof Const c ? c.toString() : nameOf.apply(index);
        return suffix.length() == 1 ? array + suffix : type.isArray() ? array + "Row" : array + "Value";
    }

    private static String operator(Op.Primitive op, Type type) {
        if (type == Type.BOOLEAN) {
            return "holds";
        }
        return switch (op) {
            case ADD, SUB -> type == Type.INT ? "k" : "s";
            case DIV -> type.isFloating() ? "r" : "k";
            default -> fallback(type);
        };
    }

    private static String fallback(Type type) {
        if (type.isArray()) {
            return "array";
        }
        return type == Type.BOOLEAN ? "flag" : type.isFloating() ? "t" : type == Type.INT || type == Type.LONG ? "k" : "it";
    }
}
