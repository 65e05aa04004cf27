package dev.leibniz.processor.ir.program;

import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The functions that each function calls: by name, as themselves or for their derivatives. */
public final class CallGraph {
    private final Map<String, Function> functions;
    private final boolean followsLinks;

    private CallGraph(Map<String, Function> functions, boolean followsLinks) {
        this.functions = functions;
        this.followsLinks = followsLinks;
    }

    /** The call graph of functions that call each other. */
    public static CallGraph of(Map<String, Function> functions) {
        return new CallGraph(functions, false);
    }

    /** The call graph of functions that call each other also by way of {@linkplain Callee.External#body links}. */
    public static CallGraph linked(Map<String, Function> functions) {
        return new CallGraph(functions, true);
    }

    /** Functions, and those among others that they call, directly or by way of others. */
    public static Map<String, Function> withCalled(Map<String, Function> functions, Map<String, Function> others) {
        Map<String, Function> all = new LinkedHashMap<>(functions);
        List<Function> work = new ArrayList<>(functions.values());
        while (!work.isEmpty()) {
            for (Stmt stmt : Walk.statements(work.remove(work.size() - 1).body())) {
                if (stmt instanceof Stmt.Call call && call.callee() instanceof Callee.Local local) {
                    Function callee = others.get(local.name());
                    if (callee != null && all.putIfAbsent(local.name(), callee) == null) {
                        work.add(callee);
                    }
                }
            }
        }
        return all;
    }

    /** The functions that a call may lead to directly: those that are called by name, those whose derivatives are, and rules. */
    public List<String> calledBy(String name) {
        List<String> called = new ArrayList<>();
        Function function = functions.get(name);
        if (function != null) {
            for (Stmt stmt : Walk.statements(function.body())) {
                if (stmt instanceof Stmt.Call call) {
                    called.addAll(namesOf(call.callee()));
                }
            }
        }
        called.retainAll(functions.keySet());
        return called;
    }

    private List<String> namesOf(Callee callee) {
        if (callee instanceof Callee.Local local) {
            return List.of(local.name());
        } else if (callee instanceof Callee.DerivativeOf form) {
            return List.of(form.signature().function());
        }
        Callee.External external = (Callee.External) callee;
        List<String> names = new ArrayList<>(external.derivedFrom());
        if (followsLinks) {
            names.add(external.body());
        }
        return names;
    }

    /** A function and all that can be reached from it. */
    public Set<String> closure(String function) {
        Set<String> closure = new LinkedHashSet<>(List.of(function));
        List<String> work = new ArrayList<>(closure);
        for (int i = 0; i < work.size(); i++) {
            for (String called : calledBy(work.get(i))) {
                if (closure.add(called)) {
                    work.add(called);
                }
            }
        }
        return closure;
    }
}
