package dev.leibniz.processor.frontend.read.values;

import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Layout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A method, or the body of a lambda, that is or was read: its function, and the code it needs. */
public final class ReadFunction {
    public final String name;
    public final Set<ReadFunction> callees = new LinkedHashSet<>();

    /** The handwritten derivatives of its callees: needed only where they are differentiated themselves. */
    public final Set<ReadFunction> rules = new LinkedHashSet<>();

    /** The elements mentioned by the function that only the package can see. */
    public final Set<String> hidden = new LinkedHashSet<>();

    public @Nullable Function function;

    /** The layout of its result; null as long as it is being read. */
    public @Nullable Layout result;

    public boolean broken;

    public ReadFunction(String name) {
        this.name = name;
    }

    /**
     * The code that is read as a function of its own.
     *
     * @param code the method, or the tree of a lambda
     * @param arguments the layouts of the parameters, if one of them is a known function; else empty
     */
    public record Key(Object code, List<Layout> arguments) {
        public Key {
            arguments = List.copyOf(arguments);
        }

        public static Key of(Object code) {
            return new Key(code, List.of());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && code.equals(key.code) && arguments.equals(key.arguments);
        }

        @Override
        public int hashCode() {
            return code.hashCode();
        }
    }

    /** Notes that it names this in generated code. */
    public void mention(Element element) {
        if (!Visibility.fromEverywhere(element)) {
            hidden.add(element.getSimpleName().toString());
        }
    }

    /** As above, for the class that a value of the type has, or its elements have. */
    public void mention(TypeMirror type) {
        if (type instanceof ArrayType array) {
            mention(array.getComponentType());
        } else if (type instanceof DeclaredType declared) {
            mention(declared.asElement());
            if (Layouts.isRecord(type)) {
                ((TypeElement) declared.asElement())
                        .getRecordComponents()
                        .forEach(component -> mention(component.asType()));
            }
        }
    }

    /** The function and all that it calls, directly or by way of others. */
    public Set<ReadFunction> reachable() {
        Set<ReadFunction> seen = new LinkedHashSet<>(List.of(this));
        List<ReadFunction> work = new ArrayList<>(seen);
        for (int i = 0; i < work.size(); i++) {
            for (ReadFunction callee : work.get(i).callees) {
                if (seen.add(callee)) {
                    work.add(callee);
                }
            }
        }
        return seen;
    }

    /** The rules for its callees, directly or by way of others and of rules: each with all functions that it needs. */
    public Map<String, Map<String, Function>> rulesInReach() {
        Map<String, Map<String, Function>> found = new LinkedHashMap<>();
        List<ReadFunction> work = new ArrayList<>(reachable());
        for (int i = 0; i < work.size(); i++) {
            for (ReadFunction rule : work.get(i).rules) {
                if (!found.containsKey(rule.name)) {
                    Map<String, Function> closure = rule.closure();
                    found.put(rule.name, closure == null ? Map.of() : closure);
                    work.addAll(rule.reachable());
                }
            }
        }
        found.values().removeIf(Map::isEmpty);
        return found;
    }

    /** All functions that this one needs, by their names; null if one of them could not be read. */
    public @Nullable Map<String, Function> closure() {
        Map<String, Function> functions = new LinkedHashMap<>();
        for (ReadFunction read : reachable()) {
            Function function = read.function;
            if (read.broken || function == null) {
                return null;
            }
            functions.put(read.name, function);
        }
        return functions;
    }
}
