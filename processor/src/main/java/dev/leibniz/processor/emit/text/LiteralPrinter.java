package dev.leibniz.processor.emit.text;

import com.palantir.javapoet.ClassName;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Type;

/** Prints constants so that Java reads back exactly the same value. */
public final class LiteralPrinter {
    private static final double LARGEST_SHORT_FORM = 1e6;

    private LiteralPrinter() {}

    /** A literal of exactly the constant's type. */
    public static Text print(Const constant) {
        Type type = constant.type();
        Object value = constant.value();
        if (!constant.text().isEmpty()) {
            return Text.primary(named(constant.text()), type);
        } else if (value == null) {
            return Text.primary(Code.of("null"), type);
        } else if (value instanceof Double d) {
            return floating(d, "Double", type);
        } else if (value instanceof Float f) {
            return f.isNaN() || f.isInfinite() ? floating(f, "Float", type) : signed(f + "f", type);
        } else if (value instanceof Long l) {
            return signed(l + "L", type);
        } else if (value instanceof Byte || value instanceof Short) {
            return new Text(Code.of("($T) $L", JavaTypes.of(type), value), Text.UNARY, type);
        } else if (value instanceof Character c) {
            return Text.primary(new Code(character(c)), type);
        } else if (value instanceof String s) {
            return Text.primary(new Code(quoted(s)), type);
        }
        return signed(value.toString(), type);
    }

    /** A literal that may be narrower, such as {@code 2} for the double 2.0, where Java widens it to the same value. */
    public static Text printLoosely(Const constant) {
        Type type = constant.type();
        boolean shortens = type.isFloating() || type == Type.LONG;
        if (shortens && constant.text().isEmpty() && constant.value() instanceof Number number) {
            double d = number.doubleValue();
            boolean isNegativeZero = d == 0 && 1 / d < 0;
            if (d == Math.rint(d) && Math.abs(d) <= LARGEST_SHORT_FORM && !isNegativeZero) {
                return signed(String.valueOf((int) d), Type.INT);
            }
        }
        return print(constant);
    }

    private static Text floating(double d, String owner, Type type) {
        if (Double.isNaN(d)) {
            return Text.primary(Code.of("$T.NaN", JavaTypes.ofPlatform(owner)), type);
        } else if (Double.isInfinite(d)) {
            return Text.primary(
                    Code.of("$T.$L_INFINITY", JavaTypes.ofPlatform(owner), d > 0 ? "POSITIVE" : "NEGATIVE"), type);
        }
        return signed(String.valueOf(d).replace('E', 'e'), type);
    }

    private static Text signed(String literal, Type type) {
        int precedence = literal.startsWith("-") ? Text.UNARY : Text.PRIMARY;
        return new Text(new Code(literal), precedence, type);
    }

    private static String character(char c) {
        return switch (c) {
            case '\n' -> "'\\n'";
            case '\r' -> "'\\r'";
            case '\t' -> "'\\t'";
            case '\'' -> "'\\''";
            case '\\' -> "'\\\\'";
            default -> c >= ' ' && c < 127 ? "'" + c + "'" : String.format("'\\u%04x'", (int) c);
        };
    }

    private static String quoted(String s) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < s.length(); i++) {
            String c = character(s.charAt(i));
            quoted.append(c.equals("'\"'") ? "\\\"" : c.equals("'\\''") ? "'" : c.substring(1, c.length() - 1));
        }
        return quoted.append('"').toString();
    }

    /** {@code com.acme.Kind.CALL}, with an import of the class. */
    private static Code named(String text) {
        int dot = text.lastIndexOf('.');
        if (dot > 0
                && text.matches("[\\w$.]+")
                && Character.isUpperCase(simpleName(text.substring(0, dot)).charAt(0))) {
            String owner = text.substring(0, dot);
            ClassName type = owner.equals("Math") ? JavaTypes.ofPlatform(owner) : JavaTypes.className(owner);
            return Code.of("$T.$L", type, text.substring(dot + 1));
        }
        return new Code(text);
    }

    private static String simpleName(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
