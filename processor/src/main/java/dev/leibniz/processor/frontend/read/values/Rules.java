package dev.leibniz.processor.frontend.read.values;

import dev.leibniz.processor.frontend.headers.RuleShape;
import dev.leibniz.processor.frontend.types.Annotations;
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
public final class Rules {
    private final Map<TypeElement, Map<String, List<RuleShape.Rule>>> byTarget = new HashMap<>();

    /**
     * The rules for one method.
     *
     * @param reverse the {@code @DerivativeOf} method
     * @param forward the {@code @TangentOf} method
     */
    public record Found(
            @Nullable ExecutableElement reverse, @Nullable ExecutableElement forward) {

        public boolean isEmpty() {
            return reverse == null && forward == null;
        }

        public List<ExecutableElement> all() {
            List<ExecutableElement> all = new ArrayList<>();
            if (reverse != null) {
                all.add(reverse);
            }
            if (forward != null) {
                all.add(forward);
            }
            return all;
        }
    }

    /** The rules for {@code callee} that apply in {@code caller}. */
    public Found find(ExecutableElement callee, ExecutableElement caller) {
        return new Found(
                find(callee, caller, RuleShape.Kind.REVERSE).orElse(null),
                find(callee, caller, RuleShape.Kind.FORWARD).orElse(null));
    }

    private Optional<ExecutableElement> find(ExecutableElement callee, ExecutableElement caller, RuleShape.Kind kind) {
        return named(callee, caller).stream()
                .filter(rule -> rule.kind() == kind && new RuleShape(callee, rule).takesTheSame())
                .map(RuleShape.Rule::method)
                .findFirst();
    }

    /** A rule that names {@code callee}, with parameters that neither it nor another method of that name has. */
    public Optional<RuleShape.Rule> misfit(ExecutableElement callee, ExecutableElement caller) {
        return named(callee, caller).stream()
                .filter(rule -> ElementFilter.methodsIn(
                                callee.getEnclosingElement().getEnclosedElements())
                        .stream()
                        .filter(method -> method.getSimpleName().equals(callee.getSimpleName()))
                        .noneMatch(method -> new RuleShape(method, rule).takesTheSame()))
                .findFirst();
    }

    private List<RuleShape.Rule> named(ExecutableElement callee, ExecutableElement caller) {
        String target = Annotations.qualifiedName(callee);
        return places(caller).stream()
                .flatMap(place -> rulesIn(place).getOrDefault(target, List.of()).stream())
                .toList();
    }

    /** The rules in a class, by the methods they are derivatives of. */
    private Map<String, List<RuleShape.Rule>> rulesIn(TypeElement place) {
        Map<String, List<RuleShape.Rule>> known = byTarget.get(place);
        if (known == null) {
            Map<String, List<RuleShape.Rule>> rules = new HashMap<>();
            for (ExecutableElement method : ElementFilter.methodsIn(place.getEnclosedElements())) {
                for (RuleShape.Kind kind : RuleShape.Kind.values()) {
                    Annotations.ruleTarget(method, kind.annotation())
                            .ifPresent(target -> rules.computeIfAbsent(target, t -> new ArrayList<>())
                                    .add(new RuleShape.Rule(method, kind)));
                }
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
