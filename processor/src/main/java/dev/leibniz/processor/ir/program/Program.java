package dev.leibniz.processor.ir.program;

import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Callee.Replay;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All of one class: the methods to be differentiated and the functions they need, by name.
 *
 * @param packageName empty for the unnamed package
 * @param className the binary name of the class without its package, with dots: {@code Outer.Model}
 * @param isPublic whether the generated class may be public
 * @param warnings the warnings the compiler would give in the generated class because of what the user's file names, as in
 *     {@code @SuppressWarnings}
 * @param hiddenNames names of platform classes, such as {@code Math}, that mean another class in this package
 * @param functions the functions of the class, and those of others that are to be differentiated here, under the names that
 *     {@link Callee.External#body} gives them
 */
public record Program(
        String packageName,
        String className,
        boolean isPublic,
        List<String> warnings,
        Set<String> hiddenNames,
        List<Signature> methods,
        Map<String, Function> functions,
        Linkage linkage) {
    public Program {
        warnings = List.copyOf(warnings);
        hiddenNames = Set.copyOf(hiddenNames);
        methods = List.copyOf(methods);
        functions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(functions));
    }

    /** The same with these methods only. */
    public Program with(List<Signature> some) {
        return new Program(packageName, className, isPublic, warnings, hiddenNames, some, functions, linkage);
    }

    /** The same with more functions. */
    public Program with(Map<String, Function> functions, Linkage linkage) {
        return new Program(packageName, className, isPublic, warnings, hiddenNames, methods, functions, linkage);
    }

    /** The same with variables of its own, for passes that give them names: what was read stays as it is. */
    public Program copy() {
        Map<String, Function> copies = new LinkedHashMap<>();
        functions.forEach((name, function) -> copies.put(name, new Copier().function(function)));
        return with(copies, linkage);
    }

    /** The same without what was fetched from other classes. */
    public Program withoutLinked() {
        Map<String, Function> own = new LinkedHashMap<>(functions);
        own.keySet().removeIf(Link::isLink);
        return with(own, linkage);
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

    /** The functions that stay calls because backward sweeps are to run code of theirs again, by name. */
    public Map<String, Replay> replays() {
        Map<String, Replay> found = new TreeMap<>();
        for (Function function : functions.values()) {
            for (Stmt stmt : Walk.statements(function.body())) {
                if (stmt instanceof Stmt.Call call
                        && call.callee() instanceof Callee.Local callee
                        && callee.replay() != null
                        && !(callee.replay() instanceof Replay.Inverse)) {
                    found.put(callee.name(), callee.replay());
                }
            }
        }
        return found;
    }
}
