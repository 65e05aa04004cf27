package dev.leibniz.processor.frontend.scan;

import dev.leibniz.processor.frontend.shadow.SourceMethod;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;

/**
 * Finds the side effects of methods that are called as they are, and whose bodies may hold anything. Methods that call each
 * other are looked at again until nothing more is found.
 */
final class SideEffectAnalysis {
    private final HomeFile home;
    private final Map<Element, SideEffects> known = new HashMap<>();
    private final Set<Element> settled = new HashSet<>();
    private Set<Element> seen = new HashSet<>();
    private boolean changed;

    SideEffectAnalysis(HomeFile home) {
        this.home = home;
    }

    SideEffects of(SourceMethod method) {
        if (settled.contains(method.element())) {
            return effectsSoFar(method);
        }
        do {
            changed = false;
            seen = new HashSet<>();
            visit(method);
        } while (changed);
        settled.addAll(seen);
        return effectsSoFar(method);
    }

    private SideEffects visit(SourceMethod method) {
        if (!settled.contains(method.element()) && seen.add(method.element())) {
            SideEffects found = new SideEffectScan(method, home, this::visit).effects();
            changed |= !found.equals(known.put(method.element(), found));
        }
        return effectsSoFar(method);
    }

    private SideEffects effectsSoFar(SourceMethod method) {
        return known.getOrDefault(method.element(), SideEffects.NONE);
    }
}
