package dev.leibniz.processor.frontend.read.values;

import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.ValueClasses;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * The function with the body of a method.
 *
 * @param filled the indices of the parameters that are the method's results
 */
public record MethodBody(String function, Set<Integer> filled) {

    public static MethodBody of(ExecutableElement method, String function) {
        Set<Integer> filled = new HashSet<>();
        int at = 0;
        for (VariableElement parameter : method.getParameters()) {
            if (Annotations.isResult(parameter)) {
                filled.add(at);
            }
            try {
                boolean differentiated = Annotations.isDifferentiated(method, parameter);
                at += ValueClasses.layout(method, parameter.asType(), differentiated)
                        .leaves()
                        .size();
            } catch (Layouts.NoLayout e) {
                return new MethodBody(function, filled); // reported when the method was read
            }
        }
        return new MethodBody(function, filled);
    }
}
