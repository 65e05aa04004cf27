package dev.leibniz.processor.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which variables a part of a program uses of those around it, which it writes, and whether it can be moved elsewhere. */
record FreeVariables(List<Expr.Variable> used, Set<String> written, boolean movable) {

    static FreeVariables of(Object part, Program program) {
        Map<String, Expr.Variable> used = new LinkedHashMap<>();
        Set<String> written = new TreeSet<>();
        Set<String> declared = new TreeSet<>();
        program.constants().forEach(c -> declared.add(c.name()));
        boolean movable = true;
        for (Object node : AstWalk.nodes(part)) {
            if (node instanceof Expr.Variable v) {
                used.putIfAbsent(v.name(), v);
                // The call of a function that was made before.
                movable &= isKnown(v.type()) && v.name().indexOf('(') < 0;
            } else if (node instanceof Expr.NewRecord n) {
                movable &= isKnown(n.type());
            } else if (node instanceof Expr.Stream s) {
                declared.add(s.element().name());
            } else if (node instanceof Stmt.Declare d) {
                declared.add(d.name());
                movable &= isKnown(d.type());
            } else if (node instanceof Stmt.ForEach f) {
                declared.add(f.name());
            } else if (node instanceof Stmt.LocalRecord) {
                movable = false;
            }
            written(node, written);
        }
        declared.forEach(used::remove);
        written.removeAll(declared);
        return new FreeVariables(new ArrayList<>(used.values()), written, movable);
    }

    /** As the parameters of a method. */
    String declared() {
        return used.stream().map(v -> v.type().java() + " " + v.name()).collect(Collectors.joining(", "));
    }

    /** As the arguments of a call. */
    String names() {
        return used.stream().map(Expr.Variable::name).collect(Collectors.joining(", "));
    }

    Set<String> nameSet() {
        Set<String> names = new TreeSet<>();
        used.forEach(v -> names.add(v.name()));
        return names;
    }

    private static void written(Object node, Set<String> written) {
        if (node instanceof Expr.Assign a && a.target() instanceof Expr.Variable v) {
            written.add(v.name());
        } else if (node instanceof Expr.Step s && s.target() instanceof Expr.Variable v) {
            written.add(v.name());
        }
    }

    /** Records inside of a method are not known outside of it. */
    private static boolean isKnown(Type type) {
        return !type.java().startsWith("Local");
    }

    /** The names of a function that lambdas may capture: assigned to nowhere. */
    static Set<String> frozen(Program.Function function) {
        Set<String> names = new TreeSet<>();
        Set<String> written = unassigned(function);
        function.parameters().forEach(p -> names.add(p.name()));
        for (Object node : AstWalk.nodes(function.body())) {
            if (node instanceof Stmt.Declare d) {
                names.add(d.name());
            } else if (node instanceof Stmt.ForEach f) {
                names.add(f.name());
            }
            written(node, written);
        }
        names.removeAll(written);
        return names;
    }

    /** The names that are declared without a value. */
    static Set<String> unassigned(Program.Function function) {
        Set<String> names = new TreeSet<>();
        for (Object node : AstWalk.nodes(function.body())) {
            if (node instanceof Stmt.Declare d && d.initial().isEmpty()) {
                names.add(d.name());
            }
        }
        return names;
    }

    /** Whether a statement can be left by a jump to what is around it. */
    static boolean canLeave(Stmt statement) {
        return leaves(statement, Set.of(), false, false);
    }

    private static boolean leaves(Object node, Set<String> labels, boolean breakable, boolean continuable) {
        if (node instanceof Stmt.Return) {
            return true;
        } else if (node instanceof Stmt.Break b) {
            return b.label().isEmpty() ? !breakable : !labels.contains(b.label());
        } else if (node instanceof Stmt.Continue c) {
            return c.label().isEmpty() ? !continuable : !labels.contains(c.label());
        }
        boolean loop = node instanceof Stmt.For
                || node instanceof Stmt.While
                || node instanceof Stmt.DoWhile
                || node instanceof Stmt.ForEach;
        Set<String> inner = new TreeSet<>(labels);
        boolean some = false;
        for (Object child : AstWalk.children(node)) {
            if (child instanceof String label) {
                inner.add(label);
            }
        }
        for (Object child : AstWalk.children(node)) {
            if (child instanceof Record && !(child instanceof Type) || child instanceof List<?>) {
                some |= leaves(child, inner, breakable || loop || node instanceof Stmt.Switch, continuable || loop);
            }
        }
        return some;
    }
}
