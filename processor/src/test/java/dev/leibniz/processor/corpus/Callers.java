package dev.leibniz.processor.corpus;

import com.sun.source.util.Trees;
import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import dev.leibniz.annotations.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Writes for each class of the corpus a class in another file whose methods call those of the first: once as they are, and several
 * times on copies. These methods must have the derivatives of those, which they know through the companion only.
 */
final class Callers extends AbstractProcessor {
    private final Map<String, StringBuilder> classes = new TreeMap<>();

    /** The sources, by file name. */
    Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        classes.forEach((name, text) -> sources.put(name + ".java", text + "}\n"));
        return sources;
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
            ExecutableElement method = (ExecutableElement) element;
            boolean isVisible = isVisible(method)
                    && isOfItsOwnFile(method)
                    && isVisible(method.getReturnType())
                    && method.getParameters().stream().allMatch(p -> p.getAnnotation(Result.class) == null)
                    && !hasArrayOfRecords(method.getReturnType())
                    && method.getParameters().stream().noneMatch(p -> hasArrayOfRecords(p.asType()))
                    && !hasObjects(method.getReturnType())
                    && method.getParameters().stream()
                            .allMatch(p -> p.getAnnotation(NoDerivative.class) != null || !hasObjects(p.asType()))
                    && method.getParameters().stream().allMatch(parameter -> isVisible(parameter.asType()));
            if (isVisible) {
                callsOf(method);
            }
        }
        return false;
    }

    private void callsOf(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        String name = "CallerOf"
                + processingEnv
                        .getElementUtils()
                        .getBinaryName(owner)
                        .toString()
                        .replaceAll("^.*[.]", "")
                        .replace('$', '_');
        String home = processingEnv
                .getElementUtils()
                .getPackageOf(owner)
                .getQualifiedName()
                .toString();
        StringBuilder out = classes.computeIfAbsent(
                name,
                n -> new StringBuilder(
                        "package " + home + ";\n\nfinal class " + n + " {\n    private " + n + "() {}\n"));
        String called = owner.getQualifiedName() + "." + method.getSimpleName();
        String arguments = method.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .collect(Collectors.joining(", "));
        method(method, "", "        return " + called + "(" + arguments + ");\n", out);
        if (method.getReturnType().getKind() == TypeKind.DOUBLE) {
            String copies = method.getParameters().stream().map(Callers::copy).collect(Collectors.joining(", "));
            String body = "        double s__ = 0;\n"
                    + "        for (int i__ = 1; i__ <= 2; i__++) {\n"
                    + "            double t__ = " + called + "(" + copies + ");\n"
                    + "            s__ += 0.5 * i__ * t__ + s__ * t__ / (1 + t__ * t__);\n"
                    + "        }\n"
                    + "        return s__;\n";
            method(method, "Often", body, out);
        }
    }

    private static String copy(VariableElement parameter) {
        String name = parameter.getSimpleName().toString();
        return parameter.asType().getKind() == TypeKind.ARRAY
                ? "(" + name + " == null ? null : " + name + ".clone())"
                : name;
    }

    private void method(ExecutableElement method, String suffix, String body, StringBuilder out) {
        Differentiable annotation = method.getAnnotation(Differentiable.class);
        String own = method.getSimpleName().toString();
        String name = (annotation.name().isEmpty() ? own : annotation.name()) + suffix;
        String comment = processingEnv.getElementUtils().getDocComment(method);
        if (comment != null) {
            out.append("    /**").append(comment.replace("\n", "\n     *")).append("*/\n");
        }
        out.append("    @dev.leibniz.annotations.Differentiable(name = \"" + name + "\", order = " + annotation.order()
                + ")\n");
        out.append("    static ")
                .append(method.getReturnType())
                .append(' ')
                .append(own + suffix)
                .append('(');
        List<? extends VariableElement> parameters = method.getParameters();
        for (int i = 0; i < parameters.size(); i++) {
            VariableElement parameter = parameters.get(i);
            out.append(i == 0 ? "" : ", ");
            out.append(
                    parameter.getAnnotation(NoDerivative.class) == null
                            ? ""
                            : "@dev.leibniz.annotations.NoDerivative ");
            out.append(plain(parameter.asType())).append(' ').append(parameter.getSimpleName());
        }
        out.append(") {\n").append(body).append("    }\n");
    }

    private static String plain(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return plain(array.getComponentType()) + "[]";
        } else if (type instanceof DeclaredType declared) {
            String arguments = declared.getTypeArguments().stream()
                    .map(Callers::plain)
                    .collect(Collectors.joining(", ", "<", ">"));
            String name =
                    ((TypeElement) declared.asElement()).getQualifiedName().toString();
            return declared.getTypeArguments().isEmpty() ? name : name + arguments;
        }
        return type.toString().replaceAll("@\\S+ ", "");
    }

    /** Whether its class may be named in other files: not so for a second class of a file. */
    private boolean isOfItsOwnFile(Element element) {
        Element outermost = element;
        while (!(outermost.getEnclosingElement() instanceof PackageElement)) {
            outermost = outermost.getEnclosingElement();
        }
        String file = Trees.instance(processingEnv)
                .getPath(element)
                .getCompilationUnit()
                .getSourceFile()
                .getName();
        return file.endsWith("/" + outermost.getSimpleName() + ".java");
    }

    /** Which no method that is called by its derivatives can be given. */
    private static boolean hasArrayOfRecords(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return hasRecords(array.getComponentType());
        }
        return hasRecords(type)
                && ((DeclaredType) type)
                        .asElement().getEnclosedElements().stream()
                                .filter(member -> member.getKind() == ElementKind.RECORD_COMPONENT)
                                .anyMatch(member -> hasArrayOfRecords(member.asType()));
    }

    /** Objects that are no records are followed in their own file only. */
    private static boolean hasObjects(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return hasObjects(array.getComponentType());
        }
        return type instanceof DeclaredType declared
                && declared.asElement().getEnclosingElement() instanceof TypeElement
                && (declared.asElement().getKind() == ElementKind.CLASS
                        || declared.asElement().getEnclosedElements().stream()
                                .filter(member -> member.getKind() == ElementKind.RECORD_COMPONENT)
                                .anyMatch(member -> hasObjects(member.asType())));
    }

    private static boolean hasRecords(TypeMirror type) {
        return type instanceof ArrayType array
                ? hasRecords(array.getComponentType())
                : type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.RECORD;
    }

    private static boolean isVisible(Element element) {
        for (Element e = element;
                e instanceof TypeElement || e instanceof ExecutableElement;
                e = e.getEnclosingElement()) {
            if (e.getModifiers().contains(Modifier.PRIVATE)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVisible(TypeMirror type) {
        TypeMirror leaf = type;
        while (leaf instanceof ArrayType array) {
            leaf = array.getComponentType();
        }
        return !(leaf instanceof DeclaredType declared) || isVisible(declared.asElement());
    }
}
