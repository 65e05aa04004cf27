package dev.leibniz.processor.emit;

import dev.leibniz.processor.ir.Type;

/**
 * A printed expression.
 *
 * @param precedence how tightly its outermost operator binds
 * @param type its static type in Java, which may be narrower than that of the value it stands for where Java widens
 */
record Text(Code code, int precedence, Type type) {
    static final int PRIMARY = 15;
    static final int UNARY = 14;
    static final int PRODUCT = 12;
    static final int SUM = 11;
    static final int TERNARY = 2;
    static final int LOWEST = 0;

    static Text primary(Code code, Type type) {
        return new Text(code, PRIMARY, type);
    }

    /** The code, in parentheses if it binds less tightly than asked for. */
    Code atLeast(int needed) {
        return precedence >= needed ? code : Code.of("($L)", code);
    }

    boolean startsWithSign() {
        return precedence == UNARY && code.text().startsWith("-");
    }
}
