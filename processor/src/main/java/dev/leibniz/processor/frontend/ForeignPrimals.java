package dev.leibniz.processor.frontend;

import dev.leibniz.processor.frontend.host.ModuleView;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.ir.program.Primals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The code that other files offer: their companions carry it along in an annotation. A companion that is only being made offers what
 * it will carry, read from the same text.
 */
final class ForeignPrimals {
    private final Map<String, Supplier<List<String>>> made = new HashMap<>();
    private final Map<String, String> beingMade = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final Map<String, Optional<Primals>> known = new HashMap<>();
    private @Nullable ModuleView view;

    /** From now on, companions are looked for where the sources of this module would find them. */
    void lookFrom(ModuleView module) {
        view = module;
        known.clear();
    }

    /** Notes that a companion is made in this compilation. If two modules have one of that name, the code of neither is used. */
    void announce(String companion, String module) {
        if (!module.equals(beingMade.getOrDefault(companion, module))) {
            ambiguous.add(companion);
            known.remove(companion);
        }
        beingMade.put(companion, module);
    }

    /** Notes the code that a companion is going to carry. */
    void make(String companion, Supplier<List<String>> written) {
        made.put(companion, written);
        known.remove(companion);
    }

    /** Whether a companion is made in this compilation: code that it does not offer now is wrong, or comes later. */
    boolean isBeingMade(String companion) {
        return beingMade.containsKey(companion) && !ambiguous.contains(companion);
    }

    /** The primals that a companion offers; empty if it does not exist, or if a version with another format generated it. */
    Optional<Primals> of(String companion) {
        Optional<Primals> primals = known.get(companion);
        if (primals == null) {
            primals = written(companion).flatMap(ForeignPrimals::read);
            known.put(companion, primals);
        }
        return primals;
    }

    /** The version of the code that a companion offers. */
    long version(String companion) {
        return written(companion).map(Primals::version).orElse(0L);
    }

    private Optional<List<String>> written(String companion) {
        if (ambiguous.contains(companion)) {
            return Optional.empty();
        }
        Supplier<List<String>> now = made.get(companion);
        if (now != null || beingMade.containsKey(companion)) {
            return Optional.ofNullable(now).map(Supplier::get);
        }
        TypeElement carrier = Objects.requireNonNull(view).type(companion + "." + Primals.CARRIER);
        return carrier == null
                ? Optional.empty()
                : Annotations.find(carrier, Annotations.PRIMAL_CODE).flatMap(ForeignPrimals::code);
    }

    private static Optional<List<String>> code(AnnotationMirror annotation) {
        if (!Annotations.value(annotation, "format", 0).equals(Primals.FORMAT)
                || !(Annotations.value(annotation, "value", List.of()) instanceof List<?> parts)) {
            return Optional.empty();
        }
        List<String> written = new ArrayList<>();
        parts.forEach(part -> written.add(((AnnotationValue) part).getValue().toString()));
        return Optional.of(written);
    }

    private static Optional<Primals> read(List<String> written) {
        try {
            return Optional.of(Primals.read(written));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
