package dev.leibniz.processor.ir.program;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Signature;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * All that is to be printed for one class: the derivative forms of its methods, and the private functions they call.
 *
 * @param forms for each method its forms, in the order in which they are to be printed; {@link Derivative#GRAD} and
 *     {@link Derivative#VJP} of a method with array parameters may be missing: they are then printed as calls of the
 *     {@code Into} form with new buffers
 * @param functions private functions, called as {@link Callee.Local} by name
 */
public record Companion(Program program, List<Form> forms, List<Function> functions) {
    /** The generator of the classes, as {@code @Generated} on them names it. */
    public static final String GENERATOR = "dev.leibniz.processor.DifferentiableProcessor";

    public Companion {
        forms = List.copyOf(forms);
        functions = List.copyOf(functions);
    }

    /** The same, of this program. */
    public Companion of(Program other) {
        return new Companion(other, forms, functions);
    }

    /** The same class with each of its functions changed. */
    public Companion withEach(UnaryOperator<Function> change) {
        List<Form> changed = forms.stream()
                .map(form -> new Form(form.signature(), form.derivative(), change.apply(form.function())))
                .toList();
        return new Companion(program, changed, functions.stream().map(change).toList());
    }

    /** One derivative of one method: {@code function} has the flat convention of {@link Derivative}. */
    public record Form(Signature signature, Derivative derivative, Function function) {

        /** The name of the generated method. */
        public String name() {
            return signature.name() + derivative.suffix();
        }
    }
}
