package dev.leibniz.processor.fuzz;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tells which expressions may be written twice. */
final class Repeatable {

    private Repeatable() {}

    /** Whether the expression can be computed again, somewhere else: it draws nothing, and changes nothing. */
    static boolean of(Expr e, Program program) {
        Map<String, Program.Function> functions = new HashMap<>();
        program.functions().forEach(f -> functions.put(f.name(), f));
        Set<String> called = new TreeSet<>();
        return holds(e, functions, called)
                && called.stream()
                        .noneMatch(name -> calls(functions.get(name), functions).contains(name));
    }

    /** The methods that a method calls, or those that it calls call. */
    private static Set<String> calls(Program.Function function, Map<String, Program.Function> functions) {
        Set<String> called = new TreeSet<>();
        holds(function, functions, called);
        return called;
    }

    private static boolean holds(Object part, Map<String, Program.Function> functions, Set<String> called) {
        for (Object node : AstWalk.nodes(part)) {
            boolean changes = node instanceof Expr.Draw
                    || node instanceof Expr.NewRandom
                    || node instanceof Expr.Derivative
                    || node instanceof Expr.Assign a && a.target() instanceof Expr.Element
                    || node instanceof Expr.Step s && s.target() instanceof Expr.Element
                    || node instanceof Expr.Library l
                            && (l.owner().equals("System")
                                    || l.owner().equals("Arrays") && l.name().equals("fill"));
            if (changes) {
                return false;
            }
            if (node instanceof Expr.Call c && called.add(c.name())) {
                Program.Function f = functions.get(c.name());
                // Where derivatives stop the equation would be another one.
                if (f == null || f.modifiers().stops() || !holds(f, functions, called)) {
                    return false;
                }
            }
        }
        return true;
    }
}
