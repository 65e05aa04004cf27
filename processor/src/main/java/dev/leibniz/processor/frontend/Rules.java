package dev.leibniz.processor.frontend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds the derivatives that users wrote by hand: in the class of the caller, and in those it names. */
final class Rules {
    private final Map<TypeElement, Map<String, List<ExecutableElement>>> byTarget = new HashMap<>();

    /** The {@code @DerivativeOf} method for {@code callee} that applies in {@code caller}; null if there is none. */
    @Nullable
    ExecutableElement find(ExecutableElement callee, ExecutableElement caller) {
        String target = Annotations.qualifiedName(callee);
        for (TypeElement place : places(caller)) {
            for (ExecutableElement rule : rulesIn(place).getOrDefault(target, List.of())) {
                if (new RuleShape(callee, rule).takesTheSame()) {
                    return rule;
                }
            }
        }
        return null;
    }

    /** A rule that names {@code callee}, and takes what neither it nor another method of that name takes. */
    Optional<ExecutableElement> misfit(ExecutableElement callee, ExecutableElement caller) {
        String target = Annotations.qualifiedName(callee);
        return places(caller).stream()
                .flatMap(place -> rulesIn(place).getOrDefault(target, List.of()).stream())
                .filter(rule -> ElementFilter.methodsIn(
                                callee.getEnclosingElement().getEnclosedElements())
                        .stream()
                        .filter(method -> method.getSimpleName().equals(callee.getSimpleName()))
                        .noneMatch(method -> new RuleShape(method, rule).takesTheSame()))
                .findFirst();
    }

    /** The {@code @DerivativeOf} methods of a class, by what they are derivatives of. */
    private Map<String, List<ExecutableElement>> rulesIn(TypeElement place) {
        Map<String, List<ExecutableElement>> known = byTarget.get(place);
        if (known == null) {
            Map<String, List<ExecutableElement>> rules = new HashMap<>();
            for (ExecutableElement rule : ElementFilter.methodsIn(place.getEnclosedElements())) {
                Annotations.ruleTarget(rule)
                        .ifPresent(target -> rules.computeIfAbsent(target, t -> new ArrayList<>())
                                .add(rule));
            }
            known = rules;
            byTarget.put(place, known);
        }
        return known;
    }

    private static List<TypeElement> places(ExecutableElement caller) {
        List<TypeElement> places = new ArrayList<>();
        for (Element e = caller.getEnclosingElement(); e instanceof TypeElement type; e = e.getEnclosingElement()) {
            places.add(type);
            for (AnnotationValue named : Annotations.usedRules(type)) {
                if (named.getValue() instanceof DeclaredType declared) {
                    places.add((TypeElement) declared.asElement());
                }
            }
        }
        return places;
    }
}
