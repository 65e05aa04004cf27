package dev.leibniz.processor.shape;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.program.Companion;
import dev.leibniz.processor.ir.program.Renaming;
import dev.leibniz.processor.ir.walk.Copier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Private functions that do the same, line by line, become one: the forms of a method have loops in common, which got methods
 * of their own in each.
 */
public final class EqualFunctions {
    private final Map<Type, List<Var>> standIns = new HashMap<>();

    private EqualFunctions() {}

    /** The class with each of such functions once. */
    public static Companion in(Companion companion) {
        Companion smaller = companion;
        int before;
        do {
            before = smaller.functions().size();
            smaller = new EqualFunctions().once(smaller);
        } while (smaller.functions().size() < before);
        return smaller;
    }

    /** The contents of a function, apart from names. */
    private record Content(List<Type> params, List<Type> results, Block body) {}

    private Companion once(Companion companion) {
        Map<Content, String> first = new HashMap<>();
        Map<String, String> same = new HashMap<>();
        List<Function> kept = new ArrayList<>();
        for (Function function : companion.functions()) {
            String known = first.putIfAbsent(content(function), function.name());
            if (known == null) {
                kept.add(function);
            } else {
                same.put(function.name(), known);
            }
        }
        if (same.isEmpty()) {
            return companion;
        }
        Renaming renaming = new Renaming(name -> same.getOrDefault(name, name));
        return new Companion(companion.program(), companion.forms(), kept).withEach(renaming::callees);
    }

    /** The function with the same variables as all others of its kind, in the order in which they are defined. */
    private Content content(Function function) {
        Map<Type, Integer> used = new HashMap<>();
        Function copy = new Copier(variable -> standIn(variable.type(), used)).function(function);
        return new Content(
                function.params().stream().map(Var::type).toList(),
                function.results().stream().map(Var::type).toList(),
                copy.body());
    }

    private Var standIn(Type type, Map<Type, Integer> used) {
        List<Var> all = standIns.computeIfAbsent(type, t -> new ArrayList<>());
        int next = used.merge(type, 1, Integer::sum) - 1;
        if (next == all.size()) {
            all.add(Var.temporary(type));
        }
        return all.get(next);
    }
}
