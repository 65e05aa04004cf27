package dev.leibniz.processor.frontend.scan;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.shadow.SourceIndex;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.types.Annotations;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** The generated classes that a file calls: which of their methods are derivatives of which. */
public final class Companions {
    private final SourceIndex index;
    private final SourceFile home;

    public Companions(SourceIndex index, SourceFile home) {
        this.index = index;
        this.home = home;
    }

    /** The meaning of a generated method: a derivative of an annotated one. */
    public record Form(ExecutableElement method, Derivative derivative) {}

    /** Whether a method is generated. */
    public boolean isForm(ExecutableElement callee) {
        return formOf(callee).isPresent();
    }

    /** The derivative that a method is, if it is generated. */
    public Optional<Form> formOf(ExecutableElement callee) {
        if (!(callee.getEnclosingElement() instanceof TypeElement companion)) {
            return Optional.empty();
        }
        TypeElement owner = index.ownerOfCompanion(companion);
        if (owner != null) {
            for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
                for (Derivative derivative : Derivative.values()) {
                    if (derivative.isCallable()
                            && Annotations.has(method, Annotations.DIFFERENTIABLE)
                            && isForm(callee, companion, Annotations.nameOf(method), derivative)) {
                        return Optional.of(new Form(method, derivative));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Forms for one and for several directions have one name; their return types tell them apart. */
    private static boolean isForm(
            ExecutableElement callee, TypeElement companion, String method, Derivative derivative) {
        return callee.getSimpleName().contentEquals(method + derivative.suffix())
                && callee.getReturnType() instanceof DeclaredType returned
                && returned.asElement()
                        .getSimpleName()
                        .contentEquals(derivative
                                .returned()
                                .name(method, companion.getSimpleName().toString()));
    }

    /** Whether a method adds to arrays that it is given. */
    public boolean writes(ExecutableElement callee) {
        return formOf(callee).filter(form -> form.derivative().isInto()).isPresent();
    }

    /** The method that a form is of, if it is in this file: its derivative is made while it is read. */
    public Optional<SourceMethod> sourceOf(Form form) {
        return Optional.ofNullable(index.find(form.method())).filter(source -> source.file() == home);
    }
}
