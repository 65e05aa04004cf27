package dev.leibniz.processor.frontend;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.frontend.read.program.DerivativeCall;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.program.CallGraph;
import dev.leibniz.processor.ir.program.Link;
import dev.leibniz.processor.ir.program.Primals;
import dev.leibniz.processor.ir.program.Renaming;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches the code of other files' methods that are to be differentiated once more than their companions do. One function brings
 * along all that it calls.
 */
final class Linker {
    private final ForeignPrimals foreign;
    private final String packageName;
    private final String companion;
    private final Map<String, Function> linked = new LinkedHashMap<>();
    private final Map<String, Long> consulted = new LinkedHashMap<>();
    private boolean isIncomplete;

    /**
     * @param packageName the package of the class that is read
     * @param companion the companion of that class
     */
    Linker(ForeignPrimals foreign, String packageName, String companion) {
        this.foreign = foreign;
        this.packageName = packageName;
        this.companion = companion;
    }

    /** The functions that were fetched, under the names of their links. */
    Map<String, Function> linked() {
        return linked;
    }

    /** The classes that the code was in, and its versions. */
    Map<String, Long> consulted() {
        return consulted;
    }

    /** Fetches the code of a method; why that cannot be done, if so, or nothing at all where that is said elsewhere. */
    Optional<String> link(Callee.External callee) {
        if (linked.containsKey(callee.body())) {
            return Optional.empty();
        }
        Link link = Link.of(callee.body());
        Optional<Primals> primals = foreign.of(link.companion());
        Optional<Signature> method = primals.flatMap(p -> p.method(link.method()));
        if (method.isEmpty()) {
            if (foreign.isBeingMade(link.companion())) {
                isIncomplete |= primals.isEmpty();
                return Optional.of(""); // it comes later, or has a problem of its own
            }
            return Optional.of(
                    "`" + simple(link.companion()) + "`, made by another version of Leibniz, does not carry its code");
        }
        Renaming renaming = new Renaming(name -> Link.to(link.companion(), name).text());
        Set<String> closure =
                CallGraph.of(primals.get().functions()).closure(method.get().function());
        if (!packageName.equals(packageOf(link.companion()))) {
            for (String name : closure) {
                for (String hidden : primals.get().hidden().getOrDefault(name, Set.of())) {
                    return Optional.of("it uses `" + hidden + "`, which only its own package can see");
                }
            }
        }
        if (!link.companion().equals(companion)) {
            consulted.put(link.companion() + "." + Primals.CARRIER, foreign.version(link.companion()));
        }
        link.derivative()
                .ifPresent(derivative ->
                        linked.put(callee.body(), derivative(callee, renaming.signature(method.get()), derivative)));
        List<Function> added = new ArrayList<>();
        for (String name : closure) {
            Function function = renaming.function(primals.get().functions().get(name));
            if (linked.putIfAbsent(function.name(), function) == null) {
                added.add(function);
            }
        }
        added.forEach(function -> Walk.forEach(function.body(), stmt -> {
            if (stmt instanceof Stmt.Call call
                    && call.callee() instanceof Callee.External called
                    && !called.body().isEmpty()) {
                link(called); // if it is not there, the code that needs it is refused later
            }
        }));
        return Optional.empty();
    }

    /** Whether a method does something that must be done once, such as a print or a draw, as far as its code is there. */
    boolean acts(Callee.External callee) {
        Set<String> seen = new HashSet<>();
        return acts(callee.body(), seen);
    }

    private boolean acts(String body, Set<String> seen) {
        if (body.isEmpty() || !seen.add(body)) {
            return false;
        }
        Link link = Link.of(body);
        Optional<Primals> primals = foreign.of(link.companion());
        Optional<Signature> method = primals.flatMap(p -> p.method(link.method()));
        if (method.isEmpty()) {
            isIncomplete |= primals.isEmpty() && foreign.isBeingMade(link.companion());
            return false;
        }
        return CallGraph.of(primals.get().functions()).closure(method.get().function()).stream()
                .anyMatch(name -> Walk.any(
                        primals.get().functions().get(name).body(),
                        stmt -> stmt instanceof Stmt.Call call
                                && call.callee() instanceof Callee.External called
                                && (!called.pure() || acts(called.body(), seen))));
    }

    private static String packageOf(String type) {
        return type.substring(0, Math.max(type.lastIndexOf('.'), 0));
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** Whether something was not there because it is not read yet. */
    boolean isIncomplete() {
        return isIncomplete;
    }

    /** The generated method as a function with the same parameters and results. */
    private static Function derivative(Callee.External callee, Signature method, Derivative derivative) {
        List<Var> params = new ArrayList<>();
        List<JavaValue> args = new ArrayList<>();
        for (Layout layout : callee.params()) {
            List<Value> leaves = new ArrayList<>();
            layout.leaves().forEach(leaf -> leaves.add(new Var("p", leaf.type())));
            leaves.forEach(leaf -> params.add((Var) leaf));
            args.add(new JavaValue(layout, leaves));
        }
        BlockBuilder code = new BlockBuilder();
        JavaValue result = new DerivativeCall(method, derivative, code)
                .write(args, callee.result())
                .result();
        List<Var> results = callee.result().leaves().stream()
                .map(leaf -> Var.temporary(leaf.type()))
                .toList();
        return new Function(callee.body(), params, results, code.build(result.leaves()));
    }
}
