package dev.leibniz.processor.frontend.headers;

import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.TypePrinter;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * The parameters that a method puts its results in: none, one array, or several, which are a record of the generated class.
 *
 * @param record the canonical name of the record
 */
public record ResultParameters(ExecutableElement method, List<VariableElement> parameters, String record) {

    /** @param name the name from which the names of the derivatives are formed */
    static ResultParameters of(ExecutableElement method, String name) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        List<VariableElement> parameters = method.getParameters().stream()
                .filter(Annotations::isResult)
                .map(VariableElement.class::cast)
                .toList();
        return new ResultParameters(
                method,
                parameters,
                parameters.isEmpty()
                        ? ""
                        : GradHeader.nameOf(owner, Visibility.packageOf(owner)) + "." + Signature.resultRecord(name));
    }

    boolean isEmpty() {
        return parameters.isEmpty();
    }

    public int size() {
        return parameters.size();
    }

    Layout layout() throws Layouts.NoLayout {
        if (size() == 1) {
            return Layouts.of(parameters.get(0).asType(), true);
        }
        List<Layout.Field> fields = new ArrayList<>();
        for (VariableElement parameter : parameters) {
            fields.add(new Layout.Field(parameter.getSimpleName().toString(), Layouts.of(parameter.asType(), true)));
        }
        return new Layout.Record(record, fields);
    }

    String type() {
        return size() == 1 ? TypePrinter.print(parameters.get(0).asType()) : record;
    }

    /** The record that is generated, for sources that use it already. */
    Optional<String> declaration() {
        if (size() < 2) {
            return Optional.empty();
        }
        return Optional.of("public record " + record.substring(record.lastIndexOf('.') + 1)
                + parameters.stream()
                        .map(parameter -> TypePrinter.print(parameter.asType()) + " " + parameter.getSimpleName())
                        .collect(Collectors.joining(", ", "(", ") {}\n")));
    }

    /** A problem of one of them. */
    record Misfit(VariableElement parameter, String why) {}

    Optional<Misfit> misfit() throws Layouts.NoLayout {
        if (isEmpty()) {
            return Optional.empty();
        }
        TypeMirror returned = method.getReturnType();
        if (Layouts.of(returned, true).hasDifferentiatedLeaf()) {
            return Optional.of(new Misfit(
                    parameters.get(0),
                    "`" + method.getSimpleName() + "` returns " + TypePrinter.print(returned)
                            + ", which is a result, too"));
        }
        for (VariableElement parameter : parameters) {
            boolean isArray = Layouts.of(parameter.asType(), true) instanceof Layout.Leaf leaf
                    && leaf.type() instanceof Type.Array
                    && leaf.type().isDifferentiable();
            if (!isArray) {
                return Optional.of(new Misfit(
                        parameter, "it is no array of double or float but " + TypePrinter.print(parameter.asType())));
            } else if (Annotations.has(parameter, Annotations.NO_DERIVATIVE)) {
                return Optional.of(new Misfit(parameter, "it is @NoDerivative, too"));
            }
        }
        return Optional.empty();
    }
}
