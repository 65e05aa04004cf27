package dev.leibniz.processor.ir;

/** Anything an expression can take as an operand: a variable or a constant. */
public sealed interface Value permits Var, Const {
    Type type();
}
