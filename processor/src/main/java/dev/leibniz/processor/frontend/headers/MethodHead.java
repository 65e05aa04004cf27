package dev.leibniz.processor.frontend.headers;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.frontend.host.OtherLanguages;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.TypePrinter;
import dev.leibniz.processor.frontend.types.ValueClasses;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.program.FormHead;
import dev.leibniz.processor.ir.program.ParameterSlots;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** An annotated method without its body: the parameters it is differentiated for, the derivatives it gets, and its problems. */
public final class MethodHead {
    private static final Set<String> FORBIDDEN_COMPONENTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final ExecutableElement method;
    private final TypeElement owner;
    private final String name;
    private final List<String> wrt;
    private final List<String> asked;
    private final ResultParameters results;

    public MethodHead(ExecutableElement method) {
        this.method = method;
        this.owner = (TypeElement) method.getEnclosingElement();
        this.name = Annotations.nameOf(method);
        this.wrt = Annotations.wrtOf(method);
        this.asked = Annotations.formsOf(method);
        this.results = ResultParameters.of(method, name);
    }

    /** Something that is wrong. */
    public record Objection(ProblemCode code, MethodPart place, Object... args) {
        private static Objection to(ProblemCode code, Object... args) {
            return new Objection(code, method -> method, args);
        }

        /** @param member the annotation's member that it is about */
        private static Objection toMember(String member, ProblemCode code, Object... args) {
            return new Objection(code, method -> Syntax.annotationValue(method, member), args);
        }

        private static Objection to(VariableElement parameter, ProblemCode code, Object... args) {
            return new Objection(code, method -> declarationOf(parameter, method), args);
        }
    }

    private static Tree declarationOf(VariableElement parameter, MethodTree method) {
        int at = ((ExecutableElement) parameter.getEnclosingElement())
                .getParameters()
                .indexOf(parameter);
        return at < 0 ? method : method.getParameters().get(at);
    }

    /** The part of a method that has a problem. */
    public interface MethodPart {
        Tree in(MethodTree method);
    }

    // Results

    /** The method for the IR. @param position the offset of the method in its file */
    public Signature signature(String function, int position) throws Layouts.NoLayout {
        List<Signature.Parameter> params = params();
        Layout result = result();
        Set<Derivative> forms = forms(params, result);
        return new Signature(
                name,
                method.getSimpleName().toString(),
                function,
                params,
                result,
                forms,
                helpers(forms, params, result),
                position,
                !results.isEmpty());
    }

    private List<Signature.Parameter> params() throws Layouts.NoLayout {
        List<Signature.Parameter> params = new ArrayList<>();
        List<? extends VariableElement> parameters = method.getParameters();
        for (VariableElement parameter : parameters) {
            if (Annotations.isResult(parameter)) {
                continue;
            }
            params.add(new Signature.Parameter(
                    parameter.getSimpleName().toString(),
                    ValueClasses.layout(method, parameter.asType(), Annotations.isDifferentiated(method, parameter)),
                    TypePrinter.print(parameter.asType()),
                    method.isVarArgs() && parameter == parameters.get(parameters.size() - 1)));
        }
        return params;
    }

    /** The layout of the result: of the returned value or, if there are any, of the arrays that the method fills. */
    Layout result() throws Layouts.NoLayout {
        return results.isEmpty() ? ValueClasses.layout(method, method.getReturnType(), true) : results.layout();
    }

    /** The type of the result, as it is to be printed. */
    public String resultType() {
        return results.isEmpty() ? TypePrinter.print(method.getReturnType()) : results.type();
    }

    /** The arrays that it fills. */
    public ResultParameters results() {
        return results;
    }

    private Set<Derivative> forms(List<Signature.Parameter> params, Layout result) {
        Set<Derivative> forms = EnumSet.noneOf(Derivative.class);
        for (Derivative form : Derivative.values()) {
            FormHead head = new FormHead(form, params, result);
            if (isAskedFor(form) && head.exists() && isInLimits(head)) {
                forms.add(form);
            }
        }
        return forms;
    }

    /** The derivatives that must be generated for forms that are written with the help of others. */
    private Set<Derivative> helpers(Set<Derivative> forms, List<Signature.Parameter> params, Layout result) {
        Set<Derivative> helpers = EnumSet.noneOf(Derivative.class);
        for (Derivative form : forms) {
            for (FormHead helper : new FormHead(form, params, result).helpers()) {
                if (!helper.form().isSecond() || isOfSecondOrder()) {
                    helpers.add(helper.form());
                }
            }
        }
        if (!results.isEmpty() && forms.contains(Derivative.FLAT_VECTOR)) {
            helpers.add(Derivative.JVP); // for its value
        }
        helpers.removeAll(forms);
        return helpers;
    }

    /** Whether the form is asked for, if the method can have it. */
    boolean isAskedFor(Derivative form) {
        return asked.isEmpty()
                ? !form.isOnlyByName() && (!form.isSecond() || isOfSecondOrder())
                : asked.contains(form.form()) && (!form.isSecond() || !form.isOnlyByName() || isOfSecondOrder());
    }

    private boolean isOfSecondOrder() {
        return Annotations.orderOf(method) >= 2
                || Arrays.stream(Derivative.values())
                        .anyMatch(form -> form.isSecond() && !form.isOnlyByName() && asked.contains(form.form()));
    }

    private static boolean isInLimits(FormHead head) {
        return ParameterSlots.of(head) <= ParameterSlots.MOST;
    }

    // Problems

    public Optional<Objection> objection() {
        try {
            return Optional.ofNullable(objectionToMethod());
        } catch (Layouts.NoLayout e) {
            return Optional.empty(); // reported when the method is read, at its place
        }
    }

    private @Nullable Objection objectionToMethod() throws Layouts.NoLayout {
        String simpleName = method.getSimpleName().toString();
        Optional<String> language = OtherLanguages.of(owner);
        if (language.isPresent()) {
            return Objection.to(ProblemCode.NOT_JAVA, simpleName, language.get());
        } else if (!method.getModifiers().contains(Modifier.STATIC)) {
            boolean isAbstract = method.getModifiers().contains(Modifier.ABSTRACT);
            return Objection.to(isAbstract ? ProblemCode.ABSTRACT_METHOD : ProblemCode.NOT_STATIC, simpleName);
        } else if (Annotations.has(method, Annotations.NO_DERIVATIVE)) {
            return Objection.to(ProblemCode.CONSTANT_METHOD, simpleName);
        } else if (method.getModifiers().contains(Modifier.NATIVE)) {
            return Objection.to(ProblemCode.NATIVE_METHOD, simpleName);
        } else if (!method.getTypeParameters().isEmpty()) {
            return Objection.to(ProblemCode.GENERIC_METHOD, simpleName);
        }
        Optional<ResultParameters.Misfit> misfit = results.misfit();
        if (misfit.isPresent()) {
            VariableElement parameter = misfit.get().parameter();
            return Objection.to(
                    parameter,
                    ProblemCode.BAD_RESULT,
                    parameter.getSimpleName(),
                    misfit.get().why());
        } else if (results.isEmpty() && method.getReturnType().getKind() == TypeKind.VOID) {
            return Objection.to(ProblemCode.VOID_RESULT, simpleName);
        }
        Optional<NumberHolders.Found> holder = NumberHolders.in(method.getReturnType());
        if (holder.isPresent()) {
            return Objection.to(holder.get().code(), holder.get().subject());
        } else if (!result().hasDifferentiatedLeaf()) {
            return Objection.to(ProblemCode.RESULT_TYPE, simpleName, TypePrinter.print(method.getReturnType()));
        }
        for (String parameter : wrt) {
            String objection = objectionTo(parameter);
            if (objection != null) {
                return Objection.toMember("wrt", ProblemCode.BAD_WRT, parameter, objection);
            }
        }
        if (params().stream().noneMatch(Signature.Parameter::differentiated)) {
            return objectionToTypes().orElse(Objection.to(ProblemCode.NO_DIFFERENTIABLE_PARAMETER, simpleName));
        } else if (!SourceVersion.isIdentifier(name)) {
            return Objection.toMember("name", ProblemCode.BAD_NAME, name);
        }
        for (VariableElement parameter : method.getParameters()) {
            if (FORBIDDEN_COMPONENTS.contains(parameter.getSimpleName().toString())) {
                return Objection.to(ProblemCode.COMPONENT_NAME, parameter.getSimpleName());
            }
        }
        int order = Annotations.orderOf(method);
        if (order < 1 || order > 2) {
            return Objection.toMember("order", ProblemCode.BAD_ORDER, order, name);
        }
        Objection toForms = objectionToForms();
        return toForms == null ? objectionToVisibility() : toForms;
    }

    /** The objection to the types. If nothing can be differentiated because numbers are in boxes or collections, it names these. */
    private Optional<Objection> objectionToTypes() {
        for (VariableElement parameter : method.getParameters()) {
            if (Annotations.isDifferentiated(method, parameter)) {
                Optional<NumberHolders.Found> holder = NumberHolders.in(parameter.asType());
                if (holder.isPresent()) {
                    return Optional.of(Objection.to(
                            parameter, holder.get().code(), holder.get().subject()));
                }
            }
        }
        return Optional.empty();
    }

    /** The reason why a parameter cannot be named in {@code wrt}. */
    private @Nullable String objectionTo(String parameter) throws Layouts.NoLayout {
        for (VariableElement own : method.getParameters()) {
            if (own.getSimpleName().contentEquals(parameter)) {
                if (Annotations.isResult(own)) {
                    return "it is the result";
                }
                boolean isConstant = Annotations.has(own, Annotations.NO_DERIVATIVE);
                boolean isDifferentiable =
                        ValueClasses.layout(method, own.asType(), true).hasDifferentiatedLeaf();
                return isConstant ? "it is @NoDerivative" : isDifferentiable ? null : "it has no floating-point part";
            }
        }
        return "the method has no parameter of that name";
    }

    /** Forms that were named must be there; of the others the gradient. */
    private @Nullable Objection objectionToForms() throws Layouts.NoLayout {
        List<Signature.Parameter> params = params();
        Layout result = result();
        for (Derivative form : Derivative.values()) {
            FormHead head = new FormHead(form, params, result);
            boolean isNamed = asked.contains(form.form()) && form.main() == form;
            List<Derivative> variants = variants(form).filter(this::isAskedFor).toList();
            if (isNamed && variants.stream().noneMatch(variant -> new FormHead(variant, params, result).exists())) {
                String needed = variants.stream()
                        .map(variant -> variant.result().words())
                        .distinct()
                        .collect(Collectors.joining(" or "));
                boolean lacksOrder = variants(form).anyMatch(other -> new FormHead(other, params, result).exists());
                needed += lacksOrder ? ", or `order = 2`" : "";
                String alsoNeeded = head.hasRecordArrays() ? needed + " and no arrays of records" : needed;
                return Objection.toMember("forms", ProblemCode.BAD_FORM, form.form(), name, alsoNeeded);
            }
            if (isNamed && form.returned().isClass() && method.getModifiers().contains(Modifier.PRIVATE)) {
                return Objection.toMember(
                        "forms", ProblemCode.BAD_FORM, form.form(), name, "a method that is not private");
            }
            boolean isNeeded = asked.isEmpty() ? form == Derivative.VJP : isNamed && head.exists();
            if (isNeeded && !isInLimits(head)) {
                return Objection.toMember(
                        "forms",
                        ProblemCode.TOO_MANY_PARAMETERS,
                        name + form.suffix(),
                        ParameterSlots.of(head),
                        ParameterSlots.MOST);
            }
        }
        return null;
    }

    /** A form and those that come with it. */
    private static Stream<Derivative> variants(Derivative main) {
        return Arrays.stream(Derivative.values()).filter(form -> form.main() == main);
    }

    private @Nullable Objection objectionToVisibility() {
        String hidden = hiddenType();
        if (hidden != null) {
            return Objection.to(ProblemCode.PRIVATE_TYPE, hidden);
        }
        boolean isVisible = Visibility.fromPackage(owner, Visibility.packageOf(owner))
                && owner.getNestingKind() != NestingKind.LOCAL;
        return isVisible ? null : Objection.to(ProblemCode.PRIVATE_OWNER, owner.getSimpleName());
    }

    /** A type of the signature that the generated class could not name; null if there is none. */
    private @Nullable String hiddenType() {
        List<TypeMirror> types = new ArrayList<>(List.of(method.getReturnType()));
        for (VariableElement parameter : method.getParameters()) {
            types.add(parameter.asType());
        }
        for (TypeMirror javaType : types) {
            TypeMirror leaf = javaType;
            while (leaf instanceof ArrayType array) {
                leaf = array.getComponentType();
            }
            if (leaf instanceof DeclaredType declared && Visibility.isPrivate(declared.asElement())) {
                return declared.asElement().getSimpleName().toString();
            }
        }
        return null;
    }

    /** The number of parameter slots of a form that the method could have if there were enough. */
    public Optional<Integer> slotsMissingFor(Derivative form) throws Layouts.NoLayout {
        FormHead head = new FormHead(form, params(), result());
        return isAskedFor(form) && head.exists() && !isInLimits(head)
                ? Optional.of(ParameterSlots.of(head))
                : Optional.empty();
    }

    // Names

    /** The simple name of the class with the derivatives: {@code Outer_ModelGrad}. */
    public static String companionOf(TypeElement owner) {
        return nameOf(owner).replace('.', '_') + GradHeader.SUFFIX;
    }

    /** The name of a class without its package: {@code Outer.Model}. */
    public static String nameOf(TypeElement type) {
        StringBuilder name = new StringBuilder(type.getSimpleName());
        for (Element outer = type.getEnclosingElement();
                outer.getKind() != ElementKind.PACKAGE && outer instanceof TypeElement;
                outer = outer.getEnclosingElement()) {
            name.insert(0, outer.getSimpleName() + ".");
        }
        return name.toString();
    }
}
