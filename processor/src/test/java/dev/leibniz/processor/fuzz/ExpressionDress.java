package dev.leibniz.processor.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes dressed expressions. What they need besides goes to the members of the class. */
final class ExpressionDress {

    private final JavaRenderer plain;
    private final Program program;
    private final Members members;

    ExpressionDress(JavaRenderer plain, Program program, Members members) {
        this.plain = plain;
        this.program = program;
        this.members = members;
    }

    /** The expression in its dress, or without one if it cannot be moved to where its dress has it. */
    String render(Expr.Dressed dressed) {
        members.open();
        String text = text(dressed);
        members.close();
        return text;
    }

    private String text(Expr.Dressed dressed) {
        Expr e = dressed.plain();
        FreeVariables free = FreeVariables.of(e, program);
        int n = members.next();
        if (dressed.dress() == Dress.LISTED) {
            return new ObjectDress(plain, members).render(Dress.LISTED, e, free, n, dressed.variant());
        }
        if (!free.movable() || !free.written().isEmpty() || free.used().isEmpty()) {
            return plain.render(e);
        }
        return switch (dressed.dress()) {
            case LAMBDA -> lambda(e, free, n, dressed.variant());
            case REFERENCE -> reference(e, free, n);
            case MAKER -> maker(e, free, n, dressed.variant());
            case CURRIED -> curried(e, free);
            case RECURSION -> recursion(e, free, n, dressed.variant());
            case FUNCTOR -> functor(e, free, n, dressed.variant());
            case CHOICE -> choice(e, free, n);
            case COMPOSITION -> composition(e, free, n, dressed.variant());
            case TABLE -> table(e, free, n);
            case RULE -> new RuleDress(plain, members).render(e, free, n, dressed.variant());
            case SOLVED, FIXED ->
                new SolverDress(plain, program, members).render(dressed.dress(), e, free, n, dressed.variant());
            case KEPT -> new MemoryDress(plain, program, members).kept(e, free, n);
            default -> new ObjectDress(plain, members).render(dressed.dress(), e, free, n, dressed.variant());
        };
    }

    private static String declared(List<Expr.Variable> variables) {
        return variables.stream().map(v -> v.type().java() + " " + v.name()).collect(Collectors.joining(", "));
    }

    private static String names(List<Expr.Variable> variables) {
        return variables.stream().map(Expr.Variable::name).collect(Collectors.joining(", "));
    }

    private static List<Type> types(List<Expr.Variable> variables) {
        return variables.stream().map(Expr.Variable::type).toList();
    }

    private String moved(Expr e, FreeVariables free) {
        return plain.bare(e, free.nameSet());
    }

    /** A function of some variables, the others captured, and what calls it. */
    private record Function(String type, String text, List<Type> parameters, String arguments) {}

    /** Variables that cannot be captured become parameters, and so do some that could. */
    private Function function(Expr e, FreeVariables free, int variant) {
        List<Expr.Variable> parameters = new ArrayList<>();
        for (int i = 0; i < free.used().size(); i++) {
            Expr.Variable v = free.used().get(i);
            if (!members.isFrozen(v.name()) || (variant >> i) % 3 == 0) {
                parameters.add(v);
            }
        }
        Map<String, String> others = new HashMap<>();
        Set<String> frozen = new TreeSet<>(members.frozen());
        List<String> named = new ArrayList<>();
        for (Expr.Variable v : parameters) {
            String name = v.name() + "_" + members.next();
            others.put(v.name(), name);
            frozen.add(name);
            named.add(name);
        }
        String type = members.function(e.type(), types(parameters));
        String text = "(" + String.join(", ", named) + ") -> " + plain.bare(renamed(e, others), frozen);
        return new Function(type, text, types(parameters), names(parameters));
    }

    static Expr renamed(Expr e, Map<String, String> names) {
        Object changed = e;
        List<AstWalk.Path> paths = AstWalk.paths(e);
        for (AstWalk.Path path : paths) {
            if (AstWalk.at(changed, path) instanceof Expr.Variable v && names.containsKey(v.name())) {
                changed = AstWalk.replaced(changed, path, Expr.variable(names.get(v.name()), v.type()));
            }
        }
        return (Expr) changed;
    }

    /** A helper that takes a function and its arguments. */
    private String applying(Type result, Function f, int n, int variant) {
        List<String> declared = new ArrayList<>(List.of(f.type() + " f"));
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < f.parameters().size(); i++) {
            declared.add(f.parameters().get(i).java() + " p" + i);
            passed.add("p" + i);
        }
        String call = "f.at(" + String.join(", ", passed) + ")";
        String head = "private static " + result.java() + " apply" + n + "(" + String.join(", ", declared) + ")";
        switch (variant % 4) {
            case 0 -> members.add(head + " { " + result.java() + " r = " + call + "; return r; }");
            case 1 -> {
                members.add(head + " { " + f.type() + " g = f; return on" + n + "(g"
                        + passed.stream().map(p -> ", " + p).collect(Collectors.joining()) + "); }");
                members.add(head.replace("apply" + n, "on" + n) + " { return " + call + "; }");
            }
            case 2 ->
                members.add(
                        head + " { " + f.type() + " g = null; g = f; return " + call.replace("f.at", "g.at") + "; }");
            default -> members.add(head + " { return " + call + "; }");
        }
        return "apply" + n;
    }

    private static String list(String first, String rest) {
        return rest.isEmpty() ? first : first + ", " + rest;
    }

    private String lambda(Expr e, FreeVariables free, int n, int variant) {
        Function f = function(e, free, variant);
        return applying(e.type(), f, n, variant) + "(" + list(f.text(), f.arguments()) + ")";
    }

    /** A function that is declared as a local variable, and its call. */
    Map.Entry<String, String> early(Expr.Dressed dressed, FreeVariables free) {
        Function f = function(dressed.plain(), free, dressed.variant());
        String name = "early" + members.next();
        return Map.entry(f.type() + " " + name + " = " + f.text() + ";", name + ".at(" + f.arguments() + ")");
    }

    private String method(Expr e, FreeVariables free, int n) {
        members.add("private static " + e.type().java() + " part" + n + "(" + free.declared() + ") { return "
                + moved(e, free) + "; }");
        return "part" + n;
    }

    private String reference(Expr e, FreeVariables free, int n) {
        String type = members.function(e.type(), types(free.used()));
        String reference = plain.className() + "::" + method(e, free, n);
        Function f = new Function(type, reference, types(free.used()), free.names());
        return applying(e.type(), f, n, n) + "(" + list(f.text(), f.arguments()) + ")";
    }

    private String maker(Expr e, FreeVariables free, int n, int variant) {
        int captured = 1 + variant % free.used().size();
        List<Expr.Variable> first = free.used().subList(0, captured);
        List<Expr.Variable> rest = free.used().subList(captured, free.used().size());
        String type = members.function(e.type(), types(rest));
        String made = "(" + names(rest) + ") -> " + moved(e, free);
        boolean twice = variant % 2 == 0;
        members.add("private static " + type + " make" + n + "(" + declared(first) + ") { "
                + (twice ? "if (" + n + " > 0) { return " + made + "; } " : "")
                + (twice ? type + " other = " + made + "; return other; }" : "return " + made + "; }"));
        return "make" + n + "(" + names(first) + ").at(" + names(rest) + ")";
    }

    private String curried(Expr e, FreeVariables free) {
        Set<String> frozen = new TreeSet<>(members.frozen());
        Map<String, String> others = new LinkedHashMap<>();
        for (Expr.Variable v : free.used()) {
            String name = v.name() + "_" + members.next();
            others.put(v.name(), name);
            frozen.add(name);
        }
        String text = plain.bare(renamed(e, others), frozen);
        String type = e.type().java();
        Type result = e.type();
        StringBuilder calls = new StringBuilder();
        for (int i = free.used().size() - 1; i >= 0; i--) {
            Expr.Variable v = free.used().get(i);
            type = members.function(result, List.of(v.type()));
            result = new Type.Opaque(type);
            text = others.get(v.name()) + " -> " + text;
            calls.insert(0, ".at(" + v.name() + ")");
        }
        return "((" + type + ") " + text + ")" + calls;
    }

    private String recursion(Expr e, FreeVariables free, int n, int variant) {
        Function f = function(e, free, variant);
        List<String> declared = new ArrayList<>(List.of(f.type() + " f", "int depth"));
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < f.parameters().size(); i++) {
            declared.add(f.parameters().get(i).java() + " p" + i);
            passed.add("p" + i);
        }
        String all = String.join(", ", passed);
        String down = variant % 2 == 0 ? "f" : "(" + all.replace("p", "q") + ") -> f.at(" + all.replace("p", "q") + ")";
        // A lambda around the lambda makes another specialisation at each level, so that one is refused.
        String next = variant % 5 == 0 ? down : "f";
        members.add("private static " + e.type().java() + " down" + n + "(" + String.join(", ", declared)
                + ") { return depth > 0 ? down" + n + "(" + list(next + ", depth - 1", all) + ") : f.at(" + all
                + "); }");
        return "down" + n + "(" + list(f.text() + ", " + variant % 3, f.arguments()) + ")";
    }

    private String functor(Expr e, FreeVariables free, int n, int variant) {
        int fields = variant % (free.used().size() + 1);
        List<Expr.Variable> first = free.used().subList(0, fields);
        List<Expr.Variable> rest = free.used().subList(fields, free.used().size());
        String type = members.function(e.type(), types(rest));
        members.add("record Functor" + n + "(" + declared(first) + ") implements " + type + " {");
        members.add("    @Override public " + e.type().java() + " at(" + declared(rest) + ") { return " + moved(e, free)
                + "; }");
        members.add("}");
        Function f = new Function(type, "new Functor" + n + "(" + names(first) + ")", types(rest), names(rest));
        String handed = variant % 3 == 0 ? f.text() + "::at" : f.text();
        return applying(e.type(), f, n, variant) + "(" + list(handed, f.arguments()) + ")";
    }

    private String choice(Expr e, FreeVariables free, int n) {
        if (!(e instanceof Expr.Conditional c)) {
            return lambda(e, free, n, n);
        }
        String type = members.function(e.type(), types(free.used()));
        String condition = moved(c.condition(), free);
        String parameters = "(" + free.names() + ") -> ";
        String other = free.names().isEmpty() ? "" : free.names();
        Map<String, String> others = new HashMap<>();
        Set<String> frozen = new TreeSet<>();
        for (Expr.Variable v : free.used()) {
            others.put(v.name(), v.name() + "_" + n);
            frozen.add(v.name() + "_" + n);
        }
        String renamed = "("
                + String.join(
                        ", ",
                        free.used().stream().map(v -> others.get(v.name())).toList()) + ") -> ";
        String first = renamed + plain.bare(renamed(c.then(), others), frozen);
        String second = renamed + plain.bare(renamed(c.otherwise(), others), frozen);
        String body = n % 2 == 0
                ? type + " f = " + condition + " ? " + first + " : " + second + ";"
                : type + " f; if (" + condition + ") { f = " + first + "; } else { f = " + second + "; }";
        members.add("private static " + e.type().java() + " chosen" + n + "(" + free.declared() + ") { " + body
                + " return f.at(" + other + "); }");
        return "chosen" + n + "(" + free.names() + ")";
    }

    private String composition(Expr e, FreeVariables free, int n, int variant) {
        boolean composed = e instanceof Expr.Library l
                && l.arguments().size() == 1
                && l.type() == Type.DOUBLE
                && l.arguments().get(0).type() == Type.DOUBLE
                && l.owner().endsWith("Math");
        if (!composed) {
            return lambda(e, free, n, variant);
        }
        Expr.Library l = (Expr.Library) e;
        String operator = "java.util.function.DoubleUnaryOperator";
        String inner = moved(l.arguments().get(0), free);
        String outer = l.owner() + "::" + l.name();
        String f = variant % 3 == 0
                ? "((" + operator + ") " + outer + ").compose(t_ -> " + inner + ")"
                : variant % 3 == 1
                        ? "((" + operator + ") (t_ -> " + inner + ")).andThen(" + outer + ")"
                        : "((" + operator + ") s_ -> s_ * 2).andThen(t_ -> " + inner + ").andThen(" + outer + ")";
        members.add("private static double composed" + n + "(" + free.declared() + ") {");
        members.add("    " + operator + " f = " + f + ";");
        members.add("    return f.applyAsDouble(0.5);");
        members.add("}");
        return "composed" + n + "(" + free.names() + ")";
    }

    private String table(Expr e, FreeVariables free, int n) {
        String type = members.function(e.type(), types(free.used()));
        String entry = "Entry" + n;
        List<String> named = free.used().stream().map(v -> v.name() + "_" + n).toList();
        Map<String, String> others = new HashMap<>();
        free.used().forEach(v -> others.put(v.name(), v.name() + "_" + n));
        String body = plain.bare(renamed(e, others), new TreeSet<>(named));
        members.add("record " + entry + "(" + type + " f, int at) {}");
        members.add("private static " + e.type().java() + " looked" + n + "(" + free.declared() + ") {");
        members.add(
                "    " + entry + " all = new " + entry + "((" + String.join(", ", named) + ") -> " + body + ", 1);");
        members.add("    " + entry + " other = all.at() > 0 ? all : new " + entry + "(all.f(), 2);");
        members.add("    return other.f().at(" + free.names() + ");");
        members.add("}");
        return "looked" + n + "(" + free.names() + ")";
    }
}
