package dev.leibniz.processor.frontend.types;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** The members that a record has whether they are written or not. */
public final class ImplicitMembers {
    private ImplicitMembers() {}

    /** Whether a constructor of a record takes the components. */
    public static boolean isCanonical(ExecutableElement constructor) {
        TypeElement record = (TypeElement) constructor.getEnclosingElement();
        return types(record.getRecordComponents()).equals(types(constructor.getParameters()));
    }

    /** Whether a method is asked for a component, if its class is a record. */
    public static boolean isAccessor(ExecutableElement method) {
        return method.getParameters().isEmpty()
                && ElementFilter.recordComponentsIn(method.getEnclosingElement().getEnclosedElements()).stream()
                        .anyMatch(component -> component.getSimpleName().equals(method.getSimpleName()));
    }

    private static List<String> types(List<? extends Element> elements) {
        return elements.stream()
                .map(element -> TypePrinter.print(element.asType()))
                .toList();
    }
}
