package dev.leibniz.processor.fuzz;

/** What went wrong with a program, and the numbers or messages that show it. */
record Failure(Kind kind, String detail) {

    /** The ways to fail. A refusal with a message of the processor is none of them. */
    enum Kind {
        /** The processor threw. */
        CRASH,
        /** The processor reported a failure of its own. */
        INTERNAL,
        /** The generated code does not compile, or an error is not the processor's. */
        COMPILE_ERROR,
        /** The generated code compiles with a warning. */
        WARNING,
        /** A method of the contract is not there, or cannot be called as the contract says. */
        MISSING,
        /** A generated method throws. */
        THROWS,
        /** A generated method does not return. */
        HANGS,
        /** The oracle disagrees with Java: a mistake of these tests. */
        ORACLE,
        /** The value that comes with a derivative is not the method's. */
        PRIMAL,
        GRADIENT,
        VJP,
        JVP,
        DOT_PRODUCT,
        INTO,
        JACOBIAN,
        HVP,
        HESSIAN,
        /** An argument was modified. */
        ARGUMENTS,
        /** A second call gives other bits. */
        REPEAT
    }
}
