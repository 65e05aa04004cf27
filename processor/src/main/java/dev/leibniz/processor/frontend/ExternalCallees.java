package dev.leibniz.processor.frontend;

import com.sun.source.tree.Tree;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Derivative;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Describes methods that are called as they are, with the methods that compute their derivatives. */
final class ExternalCallees {
    private final MethodReader reader;

    ExternalCallees(MethodReader reader) {
        this.reader = reader;
    }

    /** A method with a derivative that was written by hand. */
    Callee.External ruled(ExecutableElement callee, ExecutableElement rule, Tree at) {
        requireVisible(callee, at);
        requireVisible(rule, at);
        List<Layout> params = ruledParams(callee, rule, at);
        Layout result = reader.layoutOf(callee.getReturnType(), at, true);
        new RuleShape(callee, rule).objection(params).ifPresent(objection -> {
            throw unfit(rule, callee, objection, at);
        });
        Callee.External reverse = Annotations.has(rule, Annotations.DIFFERENTIABLE)
                ? differentiable(rule, at)
                : new Callee.External(
                        owner(rule),
                        rule.getSimpleName().toString(),
                        with(params, result),
                        reader.layoutOf(rule.getReturnType(), at, true),
                        null,
                        null,
                        "is not @Differentiable itself");
        return external(callee, params, result, reverse, null);
    }

    /** Reports a rule that is no derivative of the method: where it stands, or at the call if it was compiled before. */
    Unreadable unfit(ExecutableElement rule, ExecutableElement callee, String objection, Tree at) {
        SourceMethod source = reader.functions().sourceOf(rule);
        if (source == null) {
            return reader.problem(ProblemCode.RULE_SHAPE, at, rule.getSimpleName(), callee.getSimpleName(), objection);
        }
        reader.functions()
                .report(
                        ProblemCode.RULE_SHAPE,
                        source.file(),
                        source.tree(),
                        rule.getSimpleName(),
                        callee.getSimpleName(),
                        objection);
        return reader.unreadable();
    }

    /** What the method, or its rule, says is constant is constant: a library's method cannot say so itself. */
    private List<Layout> ruledParams(ExecutableElement callee, ExecutableElement rule, Tree at) {
        List<Layout> layouts = new ArrayList<>();
        for (int i = 0; i < callee.getParameters().size(); i++) {
            VariableElement parameter = callee.getParameters().get(i);
            boolean isConstant = Annotations.has(parameter, Annotations.NO_DERIVATIVE)
                    || Annotations.has(rule.getParameters().get(i), Annotations.NO_DERIVATIVE);
            layouts.add(reader.layoutOf(parameter.asType(), at, !isConstant));
        }
        return layouts;
    }

    /** A {@code @Differentiable} method that was compiled before, with the class that was generated for it. */
    Callee.External compiled(ExecutableElement callee, Tree at) {
        if (!(reader.layoutOf(callee.getReturnType(), at, true) instanceof Layout.Leaf)) {
            throw reader.problem(ProblemCode.NOT_YET, at, "A call of another library's method with a record result");
        }
        return differentiable(callee, at);
    }

    private Callee.External differentiable(ExecutableElement callee, Tree at) {
        List<Layout> params = params(callee, at);
        Layout result = reader.layoutOf(callee.getReturnType(), at, true);
        TypeElement type = (TypeElement) callee.getEnclosingElement();
        String companion = GradHeader.nameOf(type, Visibility.packageOf(type));
        Callee.External reverse = form(callee, companion, Derivative.VJP, with(params, result), at);
        List<Layout> tangents = new ArrayList<>(params);
        params.stream().filter(Layout::hasDifferentiatedLeaf).forEach(tangents::add);
        boolean mixed = params.stream()
                .anyMatch(param -> param instanceof Layout.Record
                        && param.hasDifferentiatedLeaf()
                        && param.leaves().stream().anyMatch(leaf -> !leaf.differentiated()));
        Callee.External forward = mixed ? null : form(callee, companion, Derivative.JVP, tangents, at);
        return external(callee, params, result, reverse, forward);
    }

    private Callee.External form(
            ExecutableElement callee, String companion, Derivative derivative, List<Layout> params, Tree at) {
        String name = Annotations.nameOf(callee);
        String record =
                companion + "." + Character.toUpperCase(name.charAt(0)) + name.substring(1) + derivative.recordSuffix();
        TypeElement type = reader.functions().typeElement(record);
        if (type == null) {
            throw reader.problem(ProblemCode.UNKNOWN_CALLEE, at, callee.getSimpleName());
        }
        Layout result = reader.layoutOf(type.asType(), at, true);
        return new Callee.External(
                companion,
                name + derivative.suffix(),
                params,
                result,
                null,
                null,
                "is generated code, which is not differentiated again");
    }

    private static Callee.External external(
            ExecutableElement callee,
            List<Layout> params,
            Layout result,
            Callee.External reverse,
            Callee.@Nullable External forward) {
        return new Callee.External(
                owner(callee), callee.getSimpleName().toString(), params, result, reverse, forward, "");
    }

    private List<Layout> params(ExecutableElement callee, Tree at) {
        List<Layout> layouts = new ArrayList<>();
        for (VariableElement parameter : callee.getParameters()) {
            boolean differentiated = !Annotations.has(parameter, Annotations.NO_DERIVATIVE);
            layouts.add(reader.layoutOf(parameter.asType(), at, differentiated));
        }
        return layouts;
    }

    private void requireVisible(ExecutableElement method, Tree at) {
        if (!Visibility.fromPackage(method, reader.functions().packageName())) {
            throw reader.problem(ProblemCode.PRIVATE_CALLEE, at, method.getSimpleName());
        }
    }

    private static String owner(ExecutableElement method) {
        return ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
    }

    private static List<Layout> with(List<Layout> params, Layout last) {
        List<Layout> all = new ArrayList<>(params);
        all.add(last);
        return all;
    }
}
