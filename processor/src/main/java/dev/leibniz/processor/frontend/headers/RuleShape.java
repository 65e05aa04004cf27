package dev.leibniz.processor.frontend.headers;

import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.TypePrinter;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Whether a handwritten derivative has the parameters and the result that generated code passes and expects. */
public record RuleShape(ExecutableElement callee, ExecutableElement rule, Kind kind) {

    /** The direction in which a rule differentiates. */
    public enum Kind {
        REVERSE(Annotations.DERIVATIVE_OF),
        FORWARD(Annotations.TANGENT_OF);

        private final String annotation;

        Kind(String annotation) {
            this.annotation = annotation;
        }

        /** The annotation that makes a method such a rule. */
        public String annotation() {
            return annotation;
        }
    }

    /** A method that is a rule. */
    public record Rule(ExecutableElement method, Kind kind) {}

    public RuleShape(ExecutableElement callee, Rule rule) {
        this(callee, rule.method(), rule.kind());
    }

    /** Whether the rule takes the parameters of the method, and then as many more as it has to. */
    public boolean takesTheSame() {
        int more = kind == Kind.REVERSE ? 1 : tangents();
        return rule.getParameters().size() == callee.getParameters().size() + more && beginsLike(rule, callee);
    }

    /** Whether the first parameters of a rule are those of a method. */
    static boolean beginsLike(ExecutableElement rule, ExecutableElement callee) {
        int own = callee.getParameters().size();
        return rule.getParameters().size() >= own
                && printed(callee.getParameters())
                        .equals(printed(rule.getParameters().subList(0, own)));
    }

    /** The number of tangents that a forward rule takes, if it takes at least the parameters of the method. */
    private int tangents() {
        int count = 0;
        for (int i = 0;
                i < callee.getParameters().size() && i < rule.getParameters().size();
                i++) {
            count += isDifferentiated(i) ? 1 : 0;
        }
        return count;
    }

    /** Whether neither the method nor its rule declares a parameter constant: a library's method cannot do so itself. */
    public boolean isDifferentiated(int i) {
        VariableElement parameter = callee.getParameters().get(i);
        try {
            return Annotations.isDifferentiated(callee, parameter)
                    && Annotations.isDifferentiated(rule, rule.getParameters().get(i))
                    && Layouts.of(parameter.asType(), true).hasDifferentiatedLeaf();
        } catch (Layouts.NoLayout e) {
            return false;
        }
    }

    private static List<String> printed(List<? extends VariableElement> parameters) {
        return parameters.stream()
                .map(parameter -> TypePrinter.print(parameter.asType()))
                .toList();
    }

    /** The parameters that a rule should have, for a message. */
    public String expected() {
        return kind == Kind.REVERSE
                ? "it does not take the parameters of that method and then a cotangent"
                : "it does not take the parameters of that method and then a tangent for each that is differentiated";
    }

    /**
     * The problem of a rule that {@link #takesTheSame}.
     *
     * @param params the layouts of the method's parameters
     */
    public Optional<String> objection(List<Layout> params) {
        if (!rule.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of("it is not static");
        } else if (!rule.getTypeParameters().isEmpty()) {
            return Optional.of("it is generic");
        }
        return kind == Kind.REVERSE ? reverseObjection(params) : forwardObjection(params);
    }

    private Optional<String> forwardObjection(List<Layout> params) {
        String given = TypePrinter.print(rule.getReturnType());
        String result = TypePrinter.print(callee.getReturnType());
        if (!given.equals(result)) {
            return Optional.of("it returns " + given + ", and the tangent of the result is a " + result);
        }
        int at = params.size();
        for (int i = 0; i < params.size(); i++) {
            if (params.get(i).hasDifferentiatedLeaf()) {
                VariableElement tangent = rule.getParameters().get(at++);
                String type = TypePrinter.print(tangent.asType());
                String expected =
                        TypePrinter.print(callee.getParameters().get(i).asType());
                if (!type.equals(expected)) {
                    return Optional.of("its tangent `" + tangent.getSimpleName() + "` is a " + type
                            + ", and the parameter `"
                            + rule.getParameters().get(i).getSimpleName() + "` is a " + expected);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> reverseObjection(List<Layout> params) {
        VariableElement cotangent = rule.getParameters().get(params.size());
        String given = TypePrinter.print(cotangent.asType());
        String result = TypePrinter.print(callee.getReturnType());
        if (!given.equals(result)) {
            return Optional.of("its cotangent `" + cotangent.getSimpleName() + "` is a " + given
                    + ", and the result is a " + result);
        }
        List<VariableElement> differentiated = new ArrayList<>();
        List<Type> expected = new ArrayList<>();
        for (int i = 0; i < params.size(); i++) {
            if (params.get(i).hasDifferentiatedLeaf()) {
                differentiated.add(rule.getParameters().get(i));
                params.get(i).leaves().forEach(leaf -> expected.add(leaf.type()));
            }
        }
        if (differentiated.isEmpty()) {
            return Optional.empty(); // then it is never called
        } else if (!returned().equals(expected)) {
            return Optional.of(
                    "it returns " + TypePrinter.print(rule.getReturnType()) + ", and what is differentiated is "
                            + differentiated.stream()
                                    .map(p -> "`" + TypePrinter.print(p.asType()) + " " + p.getSimpleName() + "`")
                                    .collect(Collectors.joining(" and ")));
        }
        return isInOrder(differentiated)
                ? Optional.empty()
                : Optional.of("the components of what it returns have the names of the parameters, in another order");
    }

    private List<Type> returned() {
        TypeMirror type = rule.getReturnType();
        try {
            return Layouts.of(type, true).leaves().stream()
                    .map(Layout.Leaf::type)
                    .toList();
        } catch (Layouts.NoLayout e) {
            return List.of();
        }
    }

    /** Whether no gradient has the name of another parameter. */
    private boolean isInOrder(List<VariableElement> differentiated) {
        if (differentiated.size() < 2
                || !(rule.getReturnType() instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement record)) {
            return true;
        }
        List<? extends RecordComponentElement> components = record.getRecordComponents();
        for (int i = 0; i < components.size() && i < differentiated.size(); i++) {
            Element component = components.get(i);
            Element parameter = differentiated.get(i);
            boolean isOther = differentiated.stream()
                    .anyMatch(
                            other -> other != parameter && other.getSimpleName().equals(component.getSimpleName()));
            if (isOther) {
                return false;
            }
        }
        return true;
    }
}
