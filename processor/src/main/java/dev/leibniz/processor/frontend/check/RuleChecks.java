package dev.leibniz.processor.frontend.check;

import dev.leibniz.processor.frontend.headers.RuleShape;
import dev.leibniz.processor.frontend.shadow.Messages;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.problem.ProblemCode;
import dev.leibniz.processor.problem.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Looks at derivatives that are written by hand where they are written, whether they are used or not: a rule that belongs to no
 * method would never be used, without notice.
 */
public final class RuleChecks {
    private final Messages messages;
    private final Set<Element> looked = new HashSet<>();

    public RuleChecks(Messages messages) {
        this.messages = messages;
    }

    /** Checks the annotated members of these classes and of those inside of them. */
    public void check(Collection<? extends Element> types) {
        for (TypeElement type : ElementFilter.typesIn(types)) {
            if (looked.add(type)) {
                usedRules(type);
                List<String> known = new ArrayList<>();
                for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                    for (RuleShape.Kind kind : RuleShape.Kind.values()) {
                        Annotations.find(method, kind.annotation())
                                .ifPresent(mirror -> rule(method, kind, mirror, known));
                    }
                }
                check(type.getEnclosedElements());
            }
        }
    }

    private void usedRules(TypeElement type) {
        for (AnnotationValue named : Annotations.usedRules(type)) {
            if (named.getValue() instanceof DeclaredType declared
                    && declared.getKind() == TypeKind.DECLARED
                    && ElementFilter.methodsIn(declared.asElement().getEnclosedElements()).stream()
                            .noneMatch(RuleChecks::isRule)) {
                messages.printAt(
                        type, ProblemCode.NO_RULES, declared.asElement().getSimpleName());
            }
        }
    }

    private static boolean isRule(ExecutableElement method) {
        return Annotations.has(method, Annotations.DERIVATIVE_OF) || Annotations.has(method, Annotations.TANGENT_OF);
    }

    private void rule(ExecutableElement rule, RuleShape.Kind kind, AnnotationMirror mirror, List<String> known) {
        String name = Annotations.value(mirror, "value", "").toString();
        Object named = Annotations.value(mirror, "owner", "void");
        Element owner = named instanceof DeclaredType declared && declared.getKind() == TypeKind.DECLARED
                ? declared.asElement()
                : rule.getEnclosingElement();
        if (hasErrors(rule) || named instanceof TypeMirror type && type.getKind() == TypeKind.ERROR) {
            return; // javac says so
        }
        List<ExecutableElement> methods = ElementFilter.methodsIn(owner.getEnclosedElements());
        List<ExecutableElement> targets = methods.stream()
                .filter(method -> method.getSimpleName().contentEquals(name))
                .toList();
        if (targets.stream().anyMatch(RuleChecks::hasErrors)) {
            return;
        } else if (targets.isEmpty()) {
            String guess = nearest(name, methods, rule)
                    .map(found -> " (did you mean `" + found + "`?)")
                    .orElse("");
            messages.printAt(rule, ProblemCode.RULE_TARGET, owner.getSimpleName(), name, guess);
            return;
        }
        Optional<ExecutableElement> target = targets.stream()
                .filter(method -> new RuleShape(method, rule, kind).takesTheSame())
                .findFirst();
        Optional<String> objection = target.isPresent()
                ? objection(new RuleShape(target.get(), rule, kind))
                : Optional.of(new RuleShape(targets.get(0), rule, kind).expected());
        if (objection.isPresent()) {
            messages.printAt(rule, ProblemCode.RULE_SHAPE, rule.getSimpleName(), name, objection.get());
        } else if (target.isPresent()
                && isRepeated(kind + Annotations.qualifiedName(target.get()) + target.get(), known)) {
            messages.printAt(rule, ProblemCode.RULE_TWICE, rule.getSimpleName(), name);
        }
    }

    private static boolean isRepeated(String what, List<String> known) {
        boolean isKnown = known.contains(what);
        known.add(what);
        return isKnown;
    }

    private static Optional<String> objection(RuleShape shape) {
        if (!shape.callee().getModifiers().contains(Modifier.STATIC)) {
            return Optional.of("`" + shape.callee().getSimpleName() + "` is an instance method");
        }
        List<Layout> params = new ArrayList<>();
        try {
            for (int i = 0; i < shape.callee().getParameters().size(); i++) {
                TypeMirror type = shape.callee().getParameters().get(i).asType();
                params.add(Layouts.of(type, shape.isDifferentiated(i)));
            }
            Layouts.of(shape.callee().getReturnType(), true);
        } catch (Layouts.NoLayout e) {
            return Optional.empty(); // said where it is called
        }
        return shape.objection(params);
    }

    private static boolean hasErrors(ExecutableElement method) {
        List<TypeMirror> types = new ArrayList<>(List.of(method.getReturnType()));
        method.getParameters().stream().map(VariableElement::asType).forEach(types::add);
        return types.stream().anyMatch(type -> type.getKind() == TypeKind.ERROR);
    }

    /** The method with the most similar name, if there is one that is similar. */
    private static Optional<String> nearest(String name, List<ExecutableElement> methods, ExecutableElement rule) {
        return Spelling.nearest(
                name,
                methods.stream()
                        .filter(method -> !method.equals(rule) && !isRule(method))
                        .map(method -> method.getSimpleName().toString()));
    }
}
