package dev.leibniz.processor.emit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the classes that a source file mentions are called in it: by the shortest name that means them there. Of two classes
 * with one simple name the first that is mentioned is imported, unless a class of the file or of its package has that name.
 */
final class Imports {
    private static final String IMPLICIT = "java.lang";

    private final ClassName own;
    private final Set<String> nested;
    private final Map<String, ClassName> imported = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();

    /**
     * @param own the class of the file
     * @param nested the simple names of the classes in it
     * @param hidden simple names of platform classes that mean another class in the package of the file
     * @param mentioned all classes that the file mentions, in order
     */
    Imports(ClassName own, Set<String> nested, Set<String> hidden, Collection<ClassName> mentioned) {
        this.own = own;
        this.nested = nested;
        Set<String> neighbours = new HashSet<>();
        Map<String, ClassName> importable = new LinkedHashMap<>();
        for (ClassName name : mentioned) {
            String top = name.topLevelName();
            if (resolve(top) == null) {
                if (name.packageName().equals(own.packageName())) {
                    neighbours.add(top);
                } else if (!name.packageName().isEmpty() && !(hidden.contains(top) && isImplicit(name))) {
                    importable.putIfAbsent(top, new ClassName(name.packageName(), top));
                }
            }
        }
        importable.keySet().removeAll(neighbours);
        imported.putAll(importable);
    }

    private static boolean isImplicit(ClassName name) {
        return name.packageName().equals(IMPLICIT);
    }

    /** The import declarations that the file needs, in order. */
    List<String> declarations() {
        TreeSet<String> sorted = new TreeSet<>();
        for (ClassName name : imported.values()) {
            if (!isImplicit(name)) {
                sorted.add(name.canonical());
            }
        }
        return new ArrayList<>(sorted);
    }

    /** What the class is called. */
    String nameOf(ClassName name) {
        return names.computeIfAbsent(name.canonical(), n -> shortest(name));
    }

    private String shortest(ClassName name) {
        ClassName outer = name;
        while (true) {
            String simple = outer.simpleName();
            String meaning = resolve(simple);
            if (outer.canonical().equals(meaning)) {
                return name.names().substring(outer.names().length() - simple.length());
            } else if (outer.names().equals(simple)) {
                boolean isNeighbour = meaning == null && name.packageName().equals(own.packageName());
                return isNeighbour ? name.names() : name.canonical();
            }
            outer = new ClassName(
                    outer.packageName(),
                    outer.names().substring(0, outer.names().length() - simple.length() - 1));
        }
    }

    /** The class that a simple name means in the file, by its canonical name; null if it means none that we know. */
    private @Nullable String resolve(String simpleName) {
        if (nested.contains(simpleName)) {
            return own.nested(simpleName).canonical();
        } else if (own.names().equals(simpleName)) {
            return own.canonical();
        }
        ClassName importedName = imported.get(simpleName);
        return importedName == null ? null : importedName.canonical();
    }
}
