package dev.leibniz.processor.transform.calls;

import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The functions of a program that call themselves, directly or through others. */
public final class Recursion {
    private final Program program;
    private final UnaryOperator<Callee> resolution;
    private final Map<String, Set<String>> reached = new HashMap<>();

    /**
     * @param resolution gives the function that a call really calls
     */
    public Recursion(Program program, UnaryOperator<Callee> resolution) {
        this.program = program;
        this.resolution = resolution;
    }

    /** Whether there is a function of the program that does. */
    public boolean isAnywhere() {
        return program.functions().keySet().stream().anyMatch(this::isIn);
    }

    /** Whether a function of the program does; one that is not of the program does not. */
    public boolean isIn(String name) {
        return program.functions().containsKey(name) && reachedFrom(name).contains(name);
    }

    /** The functions that a function calls, directly or by way of others. */
    public Set<String> reachedFrom(String name) {
        Set<String> known = reached.get(name);
        if (known != null) {
            return known;
        }
        Set<String> found = new HashSet<>();
        List<String> work = new ArrayList<>(calledBy(name));
        while (!work.isEmpty()) {
            String next = work.remove(work.size() - 1);
            if (found.add(next)) {
                work.addAll(calledBy(next));
            }
        }
        reached.put(name, found);
        return found;
    }

    private List<String> calledBy(String name) {
        List<String> called = new ArrayList<>();
        Function function = program.functions().get(name);
        if (function != null) {
            for (Stmt stmt : Walk.statements(function.body())) {
                if (stmt instanceof Stmt.Call call && resolution.apply(call.callee()) instanceof Callee.Local local) {
                    called.add(local.name());
                }
            }
        }
        return called;
    }
}
