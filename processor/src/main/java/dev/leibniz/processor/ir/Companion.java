package dev.leibniz.processor.ir;

import java.util.List;

/**
 * All that is to be printed for one class: the derivative forms of its methods, and the private functions they call.
 *
 * @param forms for each method its forms, in the order in which they are to be printed; {@link Derivative#GRAD} and
 *     {@link Derivative#VJP} of a method with array parameters may be missing: they are then printed as calls of the
 *     {@code Into} form with new buffers
 * @param functions private functions, called as {@link Callee.Local} by name
 */
public record Companion(Program program, List<Form> forms, List<Function> functions) {
    public Companion {
        forms = List.copyOf(forms);
        functions = List.copyOf(functions);
    }

    /** One derivative of one method: {@code function} has the flat convention of {@link Derivative}. */
    public record Form(Signature signature, Derivative derivative, Function function) {}
}
