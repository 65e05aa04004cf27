package dev.leibniz.processor.frontend.types;

import dev.leibniz.processor.ir.program.Companion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** The annotations that users write, known by name: the processor does not have their classes. */
public final class Annotations {
    private static final String OURS = "dev.leibniz.annotations.";
    public static final String DIFFERENTIABLE = "dev.leibniz.annotations.Differentiable";
    public static final String NO_DERIVATIVE = "dev.leibniz.annotations.NoDerivative";
    public static final String DERIVATIVE_OF = "dev.leibniz.annotations.DerivativeOf";
    public static final String TANGENT_OF = "dev.leibniz.annotations.TangentOf";
    public static final String IMPLICIT_FUNCTION = "dev.leibniz.annotations.ImplicitFunction";
    public static final String FIXED_POINT = "dev.leibniz.annotations.FixedPoint";
    public static final String REVERSIBLE = "dev.leibniz.annotations.Reversible";
    static final String USE_DERIVATIVES = "dev.leibniz.annotations.UseDerivatives";
    public static final String PRIMAL_CODE = "dev.leibniz.annotations.PrimalCode";
    public static final String CHECKPOINTED = "dev.leibniz.annotations.Checkpointed";

    static final String RESULT = "dev.leibniz.annotations.Result";

    /** Says of a class that it was generated, if its module can see that. */
    public static final String GENERATED = "javax.annotation.processing.Generated";

    public static final String GENERATED_DERIVATIVES = "dev.leibniz.annotations.GeneratedDerivatives";

    private Annotations() {}

    /** Whether a parameter is where the method puts its result. */
    public static boolean isResult(Element parameter) {
        return has(parameter, RESULT);
    }

    /** The lengths of the array in a parameter, as they are written in the annotation; empty if there are none. */
    public static List<String> shapeOf(Element parameter) {
        return find(parameter, RESULT)
                .map(mirror -> all(value(mirror, "shape", List.of()), AnnotationValue::getValue))
                .map(values -> values.stream().map(Object::toString).toList())
                .orElse(List.of());
    }

    /** Whether a class was generated, now or in an earlier build. */
    public static boolean isGeneratedByUs(TypeElement type) {
        return has(type, GENERATED_DERIVATIVES)
                || find(type, GENERATED)
                        .map(mirror -> value(mirror, "value", List.of()).toString())
                        .filter(value -> value.contains(Companion.GENERATOR))
                        .isPresent();
    }

    public static boolean has(Element element, String annotation) {
        return find(element, annotation).isPresent();
    }

    /** Whether a method says of itself that it is called as it is. */
    public static boolean isNotLookedInto(Element method) {
        return has(method, NO_DERIVATIVE) || has(method, IMPLICIT_FUNCTION) || has(method, FIXED_POINT);
    }

    /** The annotations of ours that an element has. */
    public static List<AnnotationMirror> ours(Element element) {
        List<AnnotationMirror> ours = new ArrayList<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
            if (type.getQualifiedName().toString().startsWith(OURS)) {
                ours.add(mirror);
            }
        }
        return ours;
    }

    public static Optional<? extends AnnotationMirror> find(Element element, String annotation) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
            if (type.getQualifiedName().contentEquals(annotation)) {
                return Optional.of(mirror);
            }
        }
        return Optional.empty();
    }

    /** The name from which the names of an annotated method's derivatives are formed. */
    public static String nameOf(ExecutableElement method) {
        String name = value(method, "name", "").toString();
        return name.isEmpty() ? method.getSimpleName().toString() : name;
    }

    public static int orderOf(ExecutableElement method) {
        return value(method, "order", 1) instanceof Integer order ? order : 1;
    }

    /** The forms that are asked for, by their names; empty for all. */
    public static List<String> formsOf(ExecutableElement method) {
        return all(value(method, "forms", List.of()), AnnotationValue::getValue).stream()
                .map(form -> form instanceof VariableElement constant
                        ? constant.getSimpleName().toString()
                        : form.toString())
                .toList();
    }

    /** The parameters to differentiate, by their names; empty for all. */
    public static List<String> wrtOf(ExecutableElement method) {
        return all(value(method, "wrt", List.of()), AnnotationValue::getValue).stream()
                .map(Object::toString)
                .toList();
    }

    /** Whether a method is differentiated for one of its parameters, if that has a floating-point part. */
    public static boolean isDifferentiated(ExecutableElement method, Element parameter) {
        List<String> wrt = has(method, DIFFERENTIABLE) ? wrtOf(method) : List.of();
        return !has(parameter, NO_DERIVATIVE)
                && (wrt.isEmpty() || wrt.contains(parameter.getSimpleName().toString()));
    }

    private static <T> List<T> all(Object values, Function<AnnotationValue, T> each) {
        return values instanceof List<?> list
                ? list.stream().map(AnnotationValue.class::cast).map(each).toList()
                : List.of();
    }

    /**
     * The qualified name of the method that {@code rule} is a derivative of.
     *
     * @param kind {@link #DERIVATIVE_OF} or {@link #TANGENT_OF}
     */
    public static Optional<String> ruleTarget(ExecutableElement rule, String kind) {
        return find(rule, kind).map(mirror -> {
            String owner = value(mirror, "owner", "void").toString();
            String type = owner.equals("void")
                    ? ((TypeElement) rule.getEnclosingElement())
                            .getQualifiedName()
                            .toString()
                    : owner;
            return type + "." + value(mirror, "value", "");
        });
    }

    /** The classes that {@code type} names in {@code @UseDerivatives}. */
    public static List<? extends AnnotationValue> usedRules(TypeElement type) {
        return find(type, USE_DERIVATIVES)
                .map(mirror -> all(value(mirror, "value", List.of()), value -> value))
                .orElse(List.of());
    }

    public static String qualifiedName(ExecutableElement method) {
        return ((TypeElement) method.getEnclosingElement()).getQualifiedName() + "." + method.getSimpleName();
    }

    private static Object value(ExecutableElement method, String member, Object otherwise) {
        return value(find(method, DIFFERENTIABLE).orElseThrow(), member, otherwise);
    }

    public static Object value(AnnotationMirror mirror, String member, Object otherwise) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(member)) {
                return entry.getValue().getValue();
            }
        }
        return otherwise;
    }
}
