package dev.leibniz.processor.frontend.read.program;

import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.read.values.Unreadable;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.TypePrinter;
import dev.leibniz.processor.ir.Callee.Replay;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Finds the inverses of methods that can be undone. */
final class ReversibleSteps {
    private static final String INVERSE = "inverse";

    private final MethodCode reader;

    ReversibleSteps(MethodCode reader) {
        this.reader = reader;
    }

    static boolean isOne(ExecutableElement method) {
        return Annotations.has(method, Annotations.REVERSIBLE);
    }

    /** The inverse of a method, which undoes it; it is read for that. */
    Replay.Inverse inverse(SourceMethod source) {
        ExecutableElement method = source.element();
        SourceMethod inverse = named(source);
        String function = reader.functions().readAnnotated(inverse);
        String owner = method.getEnclosingElement().getSimpleName() + ".";
        Layout state = reader.layoutOf(method.getParameters().get(0).asType(), source.tree(), true);
        return new Replay.Inverse(
                function,
                state.leaves().size(),
                owner + method.getSimpleName(),
                owner + inverse.element().getSimpleName());
    }

    private SourceMethod named(SourceMethod source) {
        ExecutableElement method = source.element();
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            throw wrong(source, source.tree(), "it is not static");
        } else if (method.getParameters().isEmpty()) {
            throw wrong(source, source.tree(), "it has no parameter that could be a state");
        }
        VariableElement state = method.getParameters().get(0);
        boolean isVoid = method.getReturnType().getKind() == TypeKind.VOID;
        if (!isVoid && !TypePrinter.print(method.getReturnType()).equals(TypePrinter.print(state.asType()))) {
            throw wrong(
                    source,
                    source.tree(),
                    "it returns " + TypePrinter.print(method.getReturnType())
                            + ", and its first parameter, the state, is of type " + TypePrinter.print(state.asType()));
        }
        String name = Annotations.find(method, Annotations.REVERSIBLE)
                .map(annotation -> Annotations.value(annotation, INVERSE, "").toString())
                .orElseThrow();
        Tree place = source.annotationValue(INVERSE);
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        List<ExecutableElement> named = ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(found -> found.getSimpleName().contentEquals(name))
                .toList();
        if (named.isEmpty()) {
            throw wrong(source, place, "there is no method `" + name + "` in `" + owner.getSimpleName() + "`");
        }
        ExecutableElement found = named.stream()
                .filter(candidate -> parameters(candidate).equals(parameters(method)))
                .findFirst()
                .orElseThrow(() ->
                        wrong(source, place, "`" + name + "` has to take the same, (" + parameters(method) + ")"));
        if (!found.getModifiers().contains(Modifier.STATIC)) {
            throw wrong(source, place, "`" + name + "` is not static");
        } else if (!TypePrinter.print(found.getReturnType()).equals(TypePrinter.print(method.getReturnType()))) {
            throw wrong(
                    source,
                    place,
                    "`" + name + "` returns " + TypePrinter.print(found.getReturnType()) + ", and has to return "
                            + TypePrinter.print(method.getReturnType()));
        }
        SourceMethod inverse = reader.home().sourceOf(found);
        if (inverse == null) {
            throw wrong(source, place, "`" + name + "` is in another file");
        }
        return inverse;
    }

    private static String parameters(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> TypePrinter.print(parameter.asType()))
                .collect(Collectors.joining(", "));
    }

    /** Reports problems where they are written, once for all calls. */
    private Unreadable wrong(SourceMethod source, Tree at, String objection) {
        if (reader.functions().isFirstComplaint(source.element())) {
            reader.functions()
                    .report(
                            ProblemCode.REVERSIBLE,
                            source.file(),
                            at,
                            source.element().getSimpleName(),
                            objection);
        }
        return reader.unreadable();
    }
}
