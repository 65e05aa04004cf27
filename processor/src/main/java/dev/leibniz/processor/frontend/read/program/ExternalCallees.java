package dev.leibniz.processor.frontend.read.program;

import com.sun.source.tree.Tree;
import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.contract.Role;
import dev.leibniz.processor.frontend.headers.GradHeader;
import dev.leibniz.processor.frontend.headers.RuleShape;
import dev.leibniz.processor.frontend.read.values.Rules;
import dev.leibniz.processor.frontend.read.values.Unreadable;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.TypePrinter;
import dev.leibniz.processor.frontend.types.ValueClasses;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.program.Link;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Describes methods that are called as they are, with the methods that compute their derivatives. */
public final class ExternalCallees {
    private final MethodCode reader;

    public ExternalCallees(MethodCode reader) {
        this.reader = reader;
    }

    /** A method with derivatives that were written by hand. */
    public Callee.External ruled(ExecutableElement callee, Rules.Found rules, Tree at) {
        requireVisible(callee, at);
        List<Layout> params = ruledParams(callee, rules, at);
        Layout result = layoutOf(callee.getReturnType(), at, true);
        Callee.External reverse = rules.reverse() == null
                ? null
                : rule(callee, rules.reverse(), RuleShape.Kind.REVERSE, params, with(params, result), at);
        Callee.External forward = null;
        if (rules.forward() != null) {
            List<Layout> withTangents = new ArrayList<>(params);
            params.stream().filter(Layout::hasDifferentiatedLeaf).forEach(withTangents::add);
            forward = rule(callee, rules.forward(), RuleShape.Kind.FORWARD, params, withTangents, at);
        }
        return external(callee, params, result, reverse, forward, "");
    }

    /** A function of a library, with a rule of the runtime that also takes the value. */
    public Callee.External ofLibrary(ExecutableElement callee, ExecutableElement rule, Tree at) {
        List<Layout> params = ruledParams(callee, new Rules.Found(rule, null), at);
        Layout result = layoutOf(callee.getReturnType(), at, true);
        return external(callee, params, result, asRule(rule, with(with(params, result), result), at), null, "");
    }

    /**
     * A method of an object of a library, with rules of the runtime that take numbers: those that the method takes, those of its result,
     * and tangents or cotangents.
     *
     * @param text the code of the call, with gaps for the operands
     */
    public Callee.External ofObject(
            ExecutableElement callee, String text, List<Value> operands, Layout result, Rules.Found rules, Tree at) {
        List<Layout> params =
                operands.stream().map(operand -> number(operand.type())).toList();
        List<Layout> results =
                result.leaves().stream().map(leaf -> number(leaf.type())).toList();
        List<Layout> known = new ArrayList<>(params);
        known.addAll(results);
        List<Layout> withTangents = new ArrayList<>(known);
        params.stream().filter(Layout::hasDifferentiatedLeaf).forEach(withTangents::add);
        List<Layout> withCotangents = new ArrayList<>(known);
        withCotangents.addAll(results);
        mention(callee);
        return new Callee.External(
                "",
                text,
                params,
                result,
                true,
                Set.of(),
                rules.reverse() == null ? null : asRule(rules.reverse(), withCotangents, at),
                rules.forward() == null ? null : asRule(rules.forward(), withTangents, at),
                null,
                "",
                "");
    }

    private static Layout number(Type type) {
        return new Layout.Leaf(type, type.isDifferentiable());
    }

    private Callee.External rule(
            ExecutableElement callee,
            ExecutableElement rule,
            RuleShape.Kind kind,
            List<Layout> params,
            List<Layout> taken,
            Tree at) {
        requireVisible(rule, at);
        new RuleShape(callee, rule, kind).objection(params).ifPresent(objection -> {
            throw unfit(rule, callee, objection, at);
        });
        return asRule(rule, taken, at);
    }

    private Callee.External asRule(ExecutableElement rule, List<Layout> taken, Tree at) {
        SourceMethod source = reader.home().sourceOf(rule);
        Optional<String> body =
                source == null ? Optional.empty() : reader.functions().readRule(source);
        if (Annotations.has(rule, Annotations.DIFFERENTIABLE)) {
            Callee.External compiled = differentiable(rule, at);
            return body.map(compiled::withBody).orElse(compiled);
        }
        mention(rule);
        return new Callee.External(
                owner(rule),
                rule.getSimpleName().toString(),
                taken,
                layoutOf(rule.getReturnType(), at, true),
                true,
                Set.of(),
                null,
                null,
                null,
                body.orElse(""),
                source == null
                        ? "is not @Differentiable itself"
                        : "has something in its body that cannot be differentiated");
    }

    /** Reports a rule that is no derivative of the method: where it stands, or at the call if it is of another file. */
    public Unreadable unfit(ExecutableElement rule, ExecutableElement callee, String objection, Tree at) {
        SourceMethod source = reader.home().sourceOf(rule);
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

    private List<Layout> ruledParams(ExecutableElement callee, Rules.Found rules, Tree at) {
        List<Layout> layouts = new ArrayList<>();
        for (int i = 0; i < callee.getParameters().size(); i++) {
            int position = i;
            boolean differentiated = rules.all().stream()
                    .allMatch(rule -> new RuleShape(callee, rule, RuleShape.Kind.REVERSE).isDifferentiated(position));
            layouts.add(layoutOf(callee.getParameters().get(i).asType(), at, differentiated));
        }
        return layouts;
    }

    /** A {@code @Differentiable} method of another file, which has its derivatives in the class that is generated for that. */
    public Callee.External differentiable(ExecutableElement callee, Tree at) {
        if (callee.getParameters().stream().anyMatch(Annotations::isResult)) {
            throw reader.problem(
                    ProblemCode.UNAVAILABLE,
                    at,
                    callee.getSimpleName(),
                    "it fills an array of its caller, and is in another file; a method of that file can return a new one");
        }
        requireNoObjects(callee, at);
        List<Layout> params = params(callee, at);
        Layout result = layoutOf(callee.getReturnType(), at, true);
        Callee.External reverse = form(callee, Derivative.VJP, with(params, result), at);
        if (reverse == null) {
            throw missing(callee, at);
        }
        List<Layout> tangents = new ArrayList<>(params);
        params.stream().filter(Layout::hasDifferentiatedLeaf).forEach(tangents::add);
        Callee.External forward = form(callee, Derivative.JVP, tangents, at);
        return external(
                callee,
                params,
                result,
                reverse,
                forward,
                Link.to(companionOf(callee), Annotations.nameOf(callee)).text());
    }

    /** A derivative of a {@code @Differentiable} method of another file. */
    public Callee.External derivative(
            ExecutableElement form, ExecutableElement method, Derivative derivative, Tree at) {
        requireNoObjects(method, at);
        List<Layout> params = params(form, at);
        long own = method.getParameters().stream()
                        .filter(parameter -> !Annotations.isResult(parameter))
                        .count()
                + (derivative.takes(Role.COTANGENT) ? 1 : 0);
        Set<Integer> written = new LinkedHashSet<>();
        int leaves = 0;
        for (int i = 0; i < params.size(); i++) {
            for (int j = 0; j < params.get(i).leaves().size(); j++) {
                if (derivative.isInto() && i >= own) {
                    written.add(leaves);
                }
                leaves++;
            }
        }
        mention(form);
        return new Callee.External(
                owner(form),
                form.getSimpleName().toString(),
                params,
                layoutOf(form.getReturnType(), at, true),
                true,
                written,
                null,
                null,
                null,
                Link.to(owner(form), Annotations.nameOf(method), derivative).text(),
                "");
    }

    /** A derivative that the companion of a method offers; null if it does not. */
    private Callee.@Nullable External form(
            ExecutableElement callee, Derivative derivative, List<Layout> params, Tree at) {
        String name = Annotations.nameOf(callee);
        String companion = companionOf(callee);
        TypeElement owner = reader.home().typeElement(companion);
        if (owner == null) {
            throw reader.problem(ProblemCode.MISSING_COMPANION, at, callee.getSimpleName(), companion);
        }
        String record = derivative.returned().name(name, owner.getSimpleName().toString());
        TypeElement type = reader.home().typeElement(companion + "." + record);
        boolean isOffered = type != null
                && ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                        .anyMatch(found -> found.getSimpleName().contentEquals(name + derivative.suffix())
                                && found.getReturnType() instanceof DeclaredType returned
                                && returned.asElement().equals(type));
        if (type == null || !isOffered) {
            return null;
        }
        return new Callee.External(
                companion,
                name + derivative.suffix(),
                params,
                layoutOf(type.asType(), at, true),
                true,
                Set.of(),
                null,
                null,
                null,
                Link.to(companion, name, derivative).text(),
                "its companion has no second derivatives of it");
    }

    /** The problem of a call that needs a missing derivative. */
    private Unreadable missing(ExecutableElement callee, Tree at) {
        List<String> forms = Annotations.formsOf(callee);
        String name = Annotations.nameOf(callee);
        return forms.isEmpty()
                ? reader.problem(ProblemCode.MISSING_COMPANION, at, callee.getSimpleName(), companionOf(callee))
                : reader.problem(
                        ProblemCode.MISSING_FORM,
                        at,
                        name + Derivative.VJP.suffix(),
                        name,
                        String.join(", ", forms),
                        Derivative.VJP.form(),
                        ", and compile it again");
    }

    private static String companionOf(ExecutableElement method) {
        TypeElement type = (TypeElement) method.getEnclosingElement();
        return GradHeader.nameOf(type, Visibility.packageOf(type));
    }

    private Callee.External external(
            ExecutableElement callee,
            List<Layout> params,
            Layout result,
            Callee.@Nullable External reverse,
            Callee.@Nullable External forward,
            String body) {
        mention(callee);
        return new Callee.External(
                owner(callee),
                callee.getSimpleName().toString(),
                params,
                result,
                true,
                Set.of(),
                reverse,
                forward,
                null,
                body,
                "");
    }

    private void mention(ExecutableElement callee) {
        reader.functions().mention(callee);
        reader.functions().mention(callee.getReturnType());
        callee.getParameters().forEach(parameter -> reader.functions().mention(parameter.asType()));
    }

    private List<Layout> params(ExecutableElement callee, Tree at) {
        requireNames(callee, at);
        List<Layout> layouts = new ArrayList<>();
        for (VariableElement parameter : callee.getParameters()) {
            boolean differentiated = Annotations.isDifferentiated(callee, parameter);
            layouts.add(layoutOf(parameter.asType(), at, differentiated));
        }
        return layouts;
    }

    /** The names of parameters are in a class file only if javac was told to write them there. */
    private void requireNames(ExecutableElement callee, Tree at) {
        List<String> names = callee.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .toList();
        if (Annotations.has(callee, Annotations.DIFFERENTIABLE) && !names.containsAll(Annotations.wrtOf(callee))) {
            throw reader.problem(
                    ProblemCode.UNAVAILABLE,
                    at,
                    callee.getSimpleName(),
                    "which parameters `wrt` names is not in its class file; compile it with -g or -parameters, or write"
                            + " @NoDerivative on the other parameters instead");
        }
    }

    /** The layout of a type that is handed over as it is. */
    private Layout layoutOf(TypeMirror type, Tree at, boolean differentiated) {
        Layout layout = reader.layoutOf(type, at, differentiated);
        if (layout.hasRecordArray()) {
            throw reader.problem(ProblemCode.ARRAY_OF_RECORDS, at, TypePrinter.print(type));
        }
        return layout;
    }

    /** Objects are followed in the file of their class only. */
    private void requireNoObjects(ExecutableElement method, Tree at) {
        ValueClasses.objectIn(method).ifPresent(type -> {
            throw reader.problem(
                    ProblemCode.UNAVAILABLE,
                    at,
                    method.getSimpleName(),
                    "it is differentiated for objects of `" + type
                            + "`, which are followed in their own file only; a record can be "
                            + "handed over, or numbers");
        });
    }

    private void requireVisible(ExecutableElement method, Tree at) {
        if (!Visibility.fromPackage(method, reader.home().packageName())) {
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
