package dev.leibniz.processor.fuzz;

import java.util.List;

/**
 * A random program: one class with an annotated method, which is the first function, and the arguments to call it with.
 *
 * <p>Arguments are plain data: boxed numbers, arrays of primitives, and a list of component values for a record.
 */
record Program(
        String name,
        int order,
        List<Type.RecordOf> records,
        List<Constant> constants,
        List<Function> functions,
        List<Object> arguments) {

    /** A {@code static final} field. */
    record Constant(Type type, String name, Expr value) {}

    /** A static method. */
    record Function(String name, Modifiers modifiers, List<Parameter> parameters, Type result, Stmt.Block body) {}

    /**
     * What is said of a method: the class it is in (the suffix of its name, empty for the main one), the order of derivatives
     * it has (none if 0), whether its last parameter takes variable arguments, whether it stops derivatives, whether it runs
     * again in the backward sweep, whether it writes its result to an array that it is given.
     */
    record Modifiers(String owner, int order, boolean variable, boolean stops, boolean repeated, boolean filled) {
        static final Modifiers NONE = new Modifiers("", 0, false, false, false, false);
        static final Modifiers REPEATED = new Modifiers("", 0, false, false, true, false);
        static final Modifiers FILLED = new Modifiers("", 0, false, false, false, true);

        Modifiers variable(boolean variable) {
            return new Modifiers(owner, order, variable, stops, repeated, filled);
        }
    }

    /** A parameter; a constant one carries {@code @NoDerivative} if it could be differentiated. */
    record Parameter(Type type, String name, boolean constant) {
        boolean isDifferentiated() {
            return !constant && type.isDifferentiable();
        }
    }

    /** Whether the value depends on generated code. */
    boolean callsDerivatives() {
        return AstWalk.nodes(this).stream().anyMatch(Expr.Derivative.class::isInstance);
    }

    /** Whether a derivative may be another than that of calculus. */
    boolean stopsDerivatives() {
        return functions.stream().anyMatch(f -> f.modifiers().stops());
    }

    Function entry() {
        return functions.get(0);
    }

    /** Whether single precision occurs anywhere, so that gradients cannot be expected to be better than that. */
    boolean mentionsFloat() {
        return AstWalk.nodes(this).stream()
                .anyMatch(node -> node instanceof Expr e && e.type().mentionsFloat()
                        || node instanceof Stmt.Declare d && d.type().mentionsFloat()
                        || node instanceof Parameter p && p.type().mentionsFloat());
    }
}
