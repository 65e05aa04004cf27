package dev.leibniz.processor.frontend.read.program;

import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.read.values.Unreadable;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.shadow.Sources;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.TypePrinter;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Equation;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Describes methods that solve an equation: they are called as they are, and the equation determines their derivatives. */
public final class ImplicitFunctions {
    private static final String SYSTEMS = Sources.RUNTIME + ".Systems";
    private static final String RULES = Sources.RUNTIME + ".SystemRules";

    private final MethodCode reader;

    public ImplicitFunctions(MethodCode reader) {
        this.reader = reader;
    }

    /** Whether a method says that it solves an equation. */
    public static boolean isOne(ExecutableElement method) {
        return Annotations.has(method, Annotations.IMPLICIT_FUNCTION)
                || Annotations.has(method, Annotations.FIXED_POINT);
    }

    /** The member of the annotation that names the function. */
    private static String member(ExecutableElement method) {
        return Annotations.has(method, Annotations.FIXED_POINT) ? "map" : "residual";
    }

    private static AnnotationMirror annotation(ExecutableElement method) {
        String name = Annotations.has(method, Annotations.FIXED_POINT)
                ? Annotations.FIXED_POINT
                : Annotations.IMPLICIT_FUNCTION;
        return Annotations.find(method, name).orElseThrow();
    }

    /** The method as a callee. */
    public Callee.External callee(SourceMethod source, Tree at) {
        ExecutableElement method = source.element();
        if (Visibility.isPrivate(method)
                || !Visibility.fromPackage(method, reader.home().packageName())) {
            throw reader.problem(ProblemCode.PRIVATE_CALLEE, at, method.getSimpleName());
        }
        method.getThrownTypes().forEach(thrown -> reader.requireUnchecked(thrown, at));
        String result = TypePrinter.print(method.getReturnType());
        if (!result.equals("double") && !result.equals("double[]")) {
            throw wrong(source, source.tree(), "it returns " + result + ", and has to return double or double[]");
        }
        if (!reader.home().objects().asGiven(method).isEmpty()) {
            throw wrong(
                    source, source.tree(), "a parameter is an object that is no record; its numbers can be parameters");
        }
        SourceMethod residual = residual(source);
        Equation equation = equation(source, residual, at);
        List<Layout> params = new ArrayList<>();
        equation.residual()
                .params()
                .subList(1, equation.residual().params().size())
                .forEach(param -> params.add(param.layout()));
        if (params.stream().anyMatch(Layout::hasRecordArray)) {
            throw wrong(
                    source,
                    source.tree(),
                    "a parameter is or contains an array of records; arrays of their numbers can be parameters");
        }
        reader.functions().mention(method);
        method.getParameters().forEach(parameter -> reader.functions().mention(parameter.asType()));
        return new Callee.External(
                ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString(),
                method.getSimpleName().toString(),
                params,
                equation.residual().result(),
                true,
                Set.of(),
                null,
                null,
                equation,
                "",
                "");
    }

    private Equation equation(SourceMethod source, SourceMethod residual, Tree at) {
        ExecutableElement method = source.element();
        AnnotationMirror annotation = annotation(method);
        boolean isFixedPoint = Annotations.has(method, Annotations.FIXED_POINT);
        String solver = Annotations.value(annotation, "solver", isFixedPoint ? "ITERATION" : "LU")
                .toString();
        Equation.Solver how = Equation.Solver.valueOf(solver.substring(solver.lastIndexOf('.') + 1));
        if (how == Equation.Solver.ITERATION && !isFixedPoint) {
            throw wrong(source, source.annotationValue("solver"), "ITERATION is for a @FixedPoint");
        }
        Object tolerance = Annotations.value(annotation, "tolerance", 1e-12);
        String function = reader.functions()
                .differentiate(residual, method.getSimpleName().toString(), at, reader.file());
        String owner = method.getEnclosingElement().getSimpleName().toString();
        return new Equation(
                signature(method, residual, function, at),
                isFixedPoint ? Equation.Kind.FIXED_POINT : Equation.Kind.ROOT,
                how,
                ((Number) tolerance).doubleValue(),
                owner + "." + method.getSimpleName(),
                system("solve", at),
                system("solveTransposed", at));
    }

    /** Parameters that neither the method nor the function declares @NoDerivative are differentiated. */
    private Signature signature(ExecutableElement method, SourceMethod residual, String function, Tree at) {
        List<? extends VariableElement> parameters = residual.element().getParameters();
        List<Signature.Parameter> params = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            VariableElement parameter = parameters.get(i);
            boolean differentiated = !Annotations.has(parameter, Annotations.NO_DERIVATIVE)
                    && (i == 0
                            || Annotations.isDifferentiated(
                                    method, method.getParameters().get(i - 1)));
            params.add(new Signature.Parameter(
                    parameter.getSimpleName().toString(),
                    reader.layoutOf(parameter.asType(), at, differentiated),
                    TypePrinter.print(parameter.asType()),
                    false));
        }
        return new Signature(
                residual.name(),
                residual.name(),
                function,
                params,
                reader.layoutOf(residual.element().getReturnType(), at, true),
                Set.of(),
                residual.position());
    }

    /** The function that the annotation names. */
    private SourceMethod residual(SourceMethod source) {
        ExecutableElement method = source.element();
        AnnotationMirror annotation = annotation(method);
        String member = member(method);
        String name = Annotations.value(annotation, member, "").toString();
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        if (Annotations.value(annotation, "owner", "void") instanceof DeclaredType declared) {
            owner = (TypeElement) declared.asElement();
        }
        Tree place = source.annotationValue(member);
        List<ExecutableElement> named = ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(found -> found.getSimpleName().contentEquals(name))
                .toList();
        if (named.isEmpty()) {
            throw wrong(source, place, "there is no method `" + name + "` in `" + owner.getSimpleName() + "`");
        }
        List<TypeMirror> expected = new ArrayList<>(List.of(method.getReturnType()));
        method.getParameters().forEach(parameter -> expected.add(parameter.asType()));
        String taken = printed(expected);
        ExecutableElement found = named.stream()
                .filter(candidate -> printed(candidate.getParameters().stream()
                                .map(VariableElement::asType)
                                .toList())
                        .equals(taken))
                .findFirst()
                .orElseThrow(() -> wrong(
                        source,
                        place,
                        "`" + name + "` has to take (" + taken + "): the solution, then what `" + method.getSimpleName()
                                + "` takes"));
        String result = TypePrinter.print(method.getReturnType());
        if (!found.getModifiers().contains(Modifier.STATIC)
                || !found.getTypeParameters().isEmpty()) {
            throw wrong(source, place, "`" + name + "` is generic or not static");
        } else if (!TypePrinter.print(found.getReturnType()).equals(result)) {
            throw wrong(
                    source,
                    place,
                    "`" + name + "` returns " + TypePrinter.print(found.getReturnType())
                            + ", and has to return as many numbers as the solution has, " + result);
        } else if (Annotations.has(found.getParameters().get(0), Annotations.NO_DERIVATIVE)) {
            throw wrong(source, place, "the first parameter of `" + name + "`, the solution, is @NoDerivative");
        }
        SourceMethod residual = reader.home().sourceOf(found);
        if (residual == null || residual.file() != source.file()) {
            throw wrong(source, place, "`" + name + "` is in another file");
        }
        return residual;
    }

    private static String printed(List<? extends TypeMirror> types) {
        return types.stream().map(TypePrinter::print).collect(Collectors.joining(", "));
    }

    /** Reports problems where they are written, once for all calls. */
    private Unreadable wrong(SourceMethod source, Tree at, String objection) {
        if (reader.functions().isFirstComplaint(source.element())) {
            reader.functions()
                    .report(
                            ProblemCode.IMPLICIT_FUNCTION,
                            source.file(),
                            at,
                            source.element().getSimpleName(),
                            objection);
        }
        return reader.unreadable();
    }

    /** An operation of the runtime on a factorised matrix, with its rules. */
    private Callee.External system(String name, Tree at) {
        Functions functions = reader.functions();
        TypeElement systems = functions.home().typeElement(SYSTEMS);
        TypeElement rules = functions.home().typeElement(RULES);
        if (systems == null || rules == null) {
            throw reader.problem(
                    ProblemCode.UNAVAILABLE,
                    at,
                    name,
                    "`leibniz-runtime` is not on the class path, or of another version");
        }
        ExecutableElement callee = method(systems, name);
        return new ExternalCallees(reader).ruled(callee, functions.rules().find(callee, method(rules, name)), at);
    }

    private static ExecutableElement method(TypeElement type, String name) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(name))
                .findFirst()
                .orElseThrow();
    }
}
