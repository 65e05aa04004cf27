package dev.leibniz.processor.emit.text;

import dev.leibniz.processor.ir.Type;

/**
 * A printed expression.
 *
 * @param precedence how tightly its outermost operator binds
 * @param type its static type in Java, which may be narrower than that of the value it stands for where Java widens
 */
public record Text(Code code, int precedence, Type type) {
    public static final int PRIMARY = 15;
    public static final int UNARY = 14;
    public static final int PRODUCT = 12;
    public static final int SUM = 11;
    public static final int TERNARY = 2;
    public static final int LOWEST = 0;

    public static Text primary(Code code, Type type) {
        return new Text(code, PRIMARY, type);
    }

    /** The code, in parentheses if it binds less tightly than asked for. */
    public Code atLeast(int needed) {
        return precedence >= needed ? code : Code.of("($L)", code);
    }

    public boolean startsWithSign() {
        return precedence == UNARY && code.text().startsWith("-");
    }
}
