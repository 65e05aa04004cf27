package dev.leibniz.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.leibniz.processor.ir.Type;

/**
 * A printed expression.
 *
 * @param precedence how tightly its outermost operator binds
 * @param type its static type in Java, which may be narrower than that of the value it stands for where Java widens
 */
record Text(CodeBlock code, int precedence, Type type) {
    static final int PRIMARY = 15;
    static final int UNARY = 14;
    static final int PRODUCT = 12;
    static final int SUM = 11;
    static final int TERNARY = 2;
    static final int LOWEST = 0;

    static Text primary(CodeBlock code, Type type) {
        return new Text(code, PRIMARY, type);
    }

    /** The code, in parentheses if it binds less tightly than asked for. */
    CodeBlock atLeast(int needed) {
        return precedence >= needed ? code : CodeBlock.of("($L)", code);
    }

    /** The code as a string; JavaPoet itself loses what comes after the last place where a line may be broken. */
    static String plain(CodeBlock code) {
        return CodeBlock.of("$L\n", code).toString().stripTrailing();
    }

    boolean startsWithSign() {
        return precedence == UNARY && plain(code).startsWith("-");
    }
}
