package dev.leibniz.processor.frontend.check;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Var;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Pairs of arrays that may be one array, or may be not: the result of a method whose source is not there, and its arguments.
 * As long as neither is written that makes no difference; a write is not followed from one to the other.
 */
final class Entanglement {
    private final Map<Var, Integer> uses;
    private final Map<Object, Set<Object>> links = new LinkedHashMap<>();
    private final Set<Stmt> broken = new LinkedHashSet<>();

    /** @param uses the number of uses of each variable of the function */
    Entanglement(Map<Var, Integer> uses) {
        this.uses = uses;
    }

    /** Two arrays may be one from now on. If the one that was passed is not used elsewhere, that does not matter. */
    void link(Var result, Object given) {
        boolean onlyThere = given instanceof Var variable && uses.getOrDefault(variable, 0) <= 1;
        if (!onlyThere && !given.equals(result)) {
            links.computeIfAbsent(result, r -> new LinkedHashSet<>()).add(given);
            links.computeIfAbsent(given, r -> new LinkedHashSet<>()).add(result);
        }
    }

    /** The variable stands for another array than it did in the iteration before. */
    void isNew(Var variable) {
        Set<Object> partners = links.remove(variable);
        if (partners != null) {
            for (Object partner : partners) {
                Set<Object> others = links.get(partner);
                if (others != null && others.remove(variable) && others.isEmpty()) {
                    links.remove(partner);
                }
            }
        }
    }

    /** Forgets the arrays of a block that code behind it cannot reach. */
    void leave(Block block, Set<Object> reachable) {
        Set<Var> inside = new HashSet<>();
        for (Stmt stmt : block.stmts()) {
            inside.addAll(stmt.results());
        }
        inside.removeAll(reachable);
        for (Var variable : inside) {
            isNew(variable);
        }
    }

    void written(Set<Object> roots, Stmt by) {
        if (roots.stream().anyMatch(links::containsKey)) {
            broken.add(by);
        }
    }

    Set<Object> with(Object root) {
        return links.getOrDefault(root, Set.of());
    }

    int size() {
        return links.values().stream().mapToInt(Set::size).sum();
    }

    /** The statements that cannot be followed. */
    Set<Stmt> broken() {
        return broken;
    }
}
