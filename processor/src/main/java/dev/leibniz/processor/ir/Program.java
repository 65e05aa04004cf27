package dev.leibniz.processor.ir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All of one class: the methods to be differentiated and the functions they need, by name.
 *
 * @param packageName empty for the unnamed package
 * @param className the binary name of the class without its package, with dots: {@code Outer.Model}
 * @param isPublic whether the generated class may be public
 */
public record Program(
        String packageName,
        String className,
        boolean isPublic,
        List<Signature> methods,
        Map<String, Function> functions) {
    public Program {
        methods = List.copyOf(methods);
        functions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(functions));
    }

    /** The name of the generated class: {@code Outer_ModelGrad}. */
    public String gradName() {
        return className.replace('.', '_') + "Grad";
    }

    public Function function(String name) {
        Function function = functions.get(name);
        if (function == null) {
            throw new IllegalStateException("no function " + name + " in " + className);
        }
        return function;
    }
}
