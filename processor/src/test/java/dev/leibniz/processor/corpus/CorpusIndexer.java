package dev.leibniz.processor.corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import dev.leibniz.annotations.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Rides along with the processor and notes which methods are annotated, with the hints in their Javadoc:
 * {@code @range x 0.1 2}, {@code @length a 5}, {@code @single}, {@code @nodifferences}.
 */
final class CorpusIndexer extends AbstractProcessor {
    private final List<CorpusMethod> methods = new ArrayList<>();
    private final Set<String> constantComponents = new HashSet<>();

    List<CorpusMethod> methods() {
        return methods;
    }

    /** Record components that are not differentiated, as {@code class.component}. */
    Set<String> constantComponents() {
        return constantComponents;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element element : round.getElementsAnnotatedWith(Differentiable.class)) {
            methods.add(method((ExecutableElement) element));
        }
        for (Element element : round.getElementsAnnotatedWith(NoDerivative.class)) {
            if (element.getKind() == ElementKind.RECORD_COMPONENT) {
                constantComponents.add(binaryName(element.getEnclosingElement()) + "." + element.getSimpleName());
            }
        }
        return false;
    }

    private String binaryName(Element type) {
        return processingEnv.getElementUtils().getBinaryName((TypeElement) type).toString();
    }

    private CorpusMethod method(ExecutableElement method) {
        Differentiable annotation = method.getAnnotation(Differentiable.class);
        List<CorpusMethod.Parameter> parameters = new ArrayList<>();
        List<Integer> results = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            if (parameter.getAnnotation(Result.class) != null) {
                results.add(method.getParameters().indexOf(parameter));
                continue;
            }
            boolean differentiated =
                    parameter.getAnnotation(NoDerivative.class) == null && hasFloating(parameter.asType());
            parameters.add(new CorpusMethod.Parameter(parameter.getSimpleName().toString(), differentiated));
        }
        Map<String, double[]> ranges = new HashMap<>();
        Map<String, Integer> lengths = new HashMap<>();
        boolean single = false;
        boolean hasDifferences = true;
        String comment = processingEnv.getElementUtils().getDocComment(method);
        for (String line : comment == null ? List.<String>of() : comment.lines().toList()) {
            String[] words = line.strip().split("\\s+");
            if (words[0].equals("@range")) {
                ranges.put(words[1], new double[] {Double.parseDouble(words[2]), Double.parseDouble(words[3])});
            } else if (words[0].equals("@length")) {
                lengths.put(words[1], Integer.valueOf(words[2]));
            } else if (words[0].equals("@single")) {
                single = true;
            } else if (words[0].equals("@nodifferences")) {
                hasDifferences = false;
            }
        }
        String own = method.getSimpleName().toString();
        return new CorpusMethod(
                binaryName(method.getEnclosingElement()),
                own,
                annotation.name().isEmpty() ? own : annotation.name(),
                annotation.order(),
                parameters,
                results,
                ranges,
                lengths,
                single,
                hasDifferences);
    }

    /** Of a record, or of an object of a final class that is as good as one. */
    private static boolean isPart(Element member) {
        return member.getKind() == ElementKind.RECORD_COMPONENT
                || member.getKind() == ElementKind.FIELD
                        && member.getEnclosingElement().getKind() == ElementKind.CLASS
                        && member.getEnclosingElement().getModifiers().contains(Modifier.FINAL)
                        && member.getModifiers().contains(Modifier.FINAL)
                        && !member.getModifiers().contains(Modifier.STATIC);
    }

    private static boolean hasFloating(TypeMirror type) {
        return switch (type.getKind()) {
            case DOUBLE, FLOAT -> true;
            case ARRAY -> hasFloating(((ArrayType) type).getComponentType());
            case DECLARED ->
                ((DeclaredType) type)
                        .asElement().getEnclosedElements().stream()
                                .anyMatch(member -> isPart(member)
                                        && member.getAnnotation(NoDerivative.class) == null
                                        && hasFloating(member.asType()));
            default -> false;
        };
    }
}
