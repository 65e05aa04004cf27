package dev.leibniz.processor.fuzz;

import java.util.List;
import java.util.stream.Collectors;

/** Writes expressions by way of objects, of prints and of constants in lists. */
final class ObjectDress {

    private final JavaRenderer plain;
    private final Members members;

    ObjectDress(JavaRenderer plain, Members members) {
        this.plain = plain;
        this.members = members;
    }

    String render(Dress dress, Expr e, FreeVariables free, int n, int variant) {
        return switch (dress) {
            case OBJECT -> object(e, free, n, variant);
            case BOX -> box(e, n, variant);
            case DISPATCH -> dispatch(e, free, n, variant);
            case OPERATION -> operation(e, n, variant);
            case ACCUMULATOR -> accumulator(e, n, variant);
            case SHOWN -> shown(e, n, variant);
            case LISTED -> listed(e, n, variant);
            default -> plain.render(e);
        };
    }

    private String object(Expr e, FreeVariables free, int n, int variant) {
        String name = "Object" + n;
        String last = variant % 2 == 0 ? "" : "final ";
        members.add("static " + (variant % 3 == 0 ? "final " : "") + "class " + name + " {");
        free.used().forEach(v -> members.add("    private " + last + v.type().java() + " " + v.name() + ";"));
        members.add("    " + name + "(" + free.declared() + ") { "
                + free.used().stream()
                        .map(v -> "this." + v.name() + " = " + v.name() + "; ")
                        .collect(Collectors.joining())
                + "}");
        members.add("    " + e.type().java() + " worth() { return " + plain.bare(e, free.nameSet()) + "; }");
        members.add("}");
        return "new " + name + "(" + free.names() + ").worth()";
    }

    private String box(Expr e, int n, int variant) {
        String type = e.type().java();
        members.add("static final class Box" + n + " {");
        members.add("    private final " + type + " content;");
        members.add("    private Box" + n + "(" + type + " content) { this.content = content; }");
        members.add("    static Box" + n + " of(" + type + " content) { return new Box" + n + "(content); }");
        members.add("    Box" + n + " self() { return this; }");
        members.add("    " + type + " getContent() { return content; }");
        members.add("}");
        String made = "Box" + n + ".of(" + plain.bare(e) + ")";
        return variant % 2 == 0 ? made + ".getContent()" : made + ".self().content";
    }

    private String dispatch(Expr e, FreeVariables free, int n, int variant) {
        if (!(e instanceof Expr.Conditional c)) {
            return object(e, free, n, variant);
        }
        String base = "Case" + n;
        String type = e.type().java();
        boolean tested = variant % 3 == 0;
        boolean objects = variant % 2 == 0;
        members.add(
                tested
                        ? "sealed interface " + base + " permits Yes" + n + ", No" + n + " {}"
                        : "interface " + base + " { " + type + " worth(); default " + type
                                + " asked() { return worth(); } }");
        implementation("Yes" + n, base, c.then(), type, free, false, tested);
        implementation("No" + n, base, c.otherwise(), type, free, objects, tested);
        String arguments = free.names();
        String made = "(" + plain.bare(c.condition()) + " ? new Yes" + n + "(" + arguments + ") : new No" + n + "("
                + arguments + "))";
        if (!tested) {
            return made + ".asked()";
        }
        members.add("private static " + type + " ask" + n + "(" + base + " of) {");
        members.add("    if (of instanceof Yes" + n + " yes) { return yes.worth(); }");
        members.add("    return ((No" + n + ") of).worth();");
        members.add("}");
        return "ask" + n + "(" + made + ")";
    }

    private void implementation(
            String name, String base, Expr e, String result, FreeVariables free, boolean object, boolean tested) {
        members.add(
                object
                        ? "static final class " + name + " implements " + base + " {"
                        : "record " + name + "(" + free.declared() + ") implements " + base + " {");
        if (object) {
            free.used().forEach(v -> members.add("    " + v.type().java() + " " + v.name() + ";"));
            members.add("    " + name + "(" + free.declared() + ") { "
                    + free.used().stream()
                            .map(v -> "this." + v.name() + " = " + v.name() + "; ")
                            .collect(Collectors.joining())
                    + "}");
        }
        members.add("    " + (tested ? "" : "@Override ") + "public " + result + " worth() { return "
                + plain.bare(e, free.nameSet()) + "; }");
        members.add("}");
    }

    private String operation(Expr e, int n, int variant) {
        boolean suits = e instanceof Expr.Binary b
                && b.type() == Type.DOUBLE
                && "+-*/".contains(b.op())
                && b.left().type() == Type.DOUBLE
                && b.right().type() == Type.DOUBLE;
        if (!suits) {
            return box(e, n, variant);
        }
        Expr.Binary b = (Expr.Binary) e;
        String op = "Op" + n;
        members.add("enum " + op + " {");
        members.add("    PLUS { @Override double of(double a, double b) { return a + b; } },");
        members.add("    MINUS { @Override double of(double a, double b) { return a - b; } },");
        members.add("    TIMES { @Override double of(double a, double b) { return a * b; } },");
        members.add("    OVER { @Override double of(double a, double b) { return a / b; } };");
        members.add("    abstract double of(double a, double b);");
        members.add("}");
        int at = "+-*/".indexOf(b.op());
        String operands = plain.bare(b.left()) + ", " + plain.bare(b.right());
        if (variant % 2 == 0) {
            return op + "." + List.of("PLUS", "MINUS", "TIMES", "OVER").get(at) + ".of(" + operands + ")";
        }
        members.add(
                "private static double calculate" + n + "(" + op + " op, double a, double b) { return op.of(a, b); }");
        return "calculate" + n + "(" + op + ".values()[" + at + "], " + operands + ")";
    }

    private String accumulator(Expr e, int n, int variant) {
        boolean suits = e instanceof Expr.Binary b
                && b.type() == Type.DOUBLE
                && "+-*".contains(b.op())
                && b.left().type() == Type.DOUBLE
                && b.right().type() == Type.DOUBLE;
        if (!suits) {
            return box(e, n, variant);
        }
        Expr.Binary b = (Expr.Binary) e;
        String name = "Acc" + n;
        members.add("static final class " + name + " {");
        members.add("    private double total;");
        members.add("    " + name + "(double start) { total = start; }");
        members.add("    " + name + " add(double v) { total " + b.op() + "= v; return this; }");
        members.add("    static " + name + " both(" + name + " a, " + name + " b) { a.add(b.total); return a; }");
        members.add("    double total() { return total; }");
        members.add("}");
        String start = "new " + name + "(" + plain.bare(b.left()) + ")";
        String other = plain.bare(b.right());
        return variant % 2 == 0
                ? start + ".add(" + other + ").total()"
                : name + ".both(" + start + ", new " + name + "(" + other + ")).total";
    }

    private String shown(Expr e, int n, int variant) {
        String type = e.type().java();
        String print = e.type() instanceof Type.Primitive
                ? List.of(
                                "System.out.println(\"shown \" + v);",
                                "System.out.printf(\"%s%n\", v);",
                                "String text = String.format(\"%s\", v); System.err.println(text);")
                        .get(variant % 3)
                : "System.out.println(\"shown\");";
        members.add("private static " + type + " shown" + n + "(" + type + " v) { " + print + " return v; }");
        return "shown" + n + "(" + plain.bare(e) + ")";
    }

    private String listed(Expr e, int n, int variant) {
        String value = plain.render(e);
        if (variant % 3 == 0) {
            members.add("static final java.util.Map<String, Double> TABLE" + n + " = java.util.Map.of(\"a\", " + value
                    + ", \"b\", 7.0);");
            return "TABLE" + n + ".get(\"a\").doubleValue()";
        } else if (variant % 3 == 1) {
            members.add("record Quote" + n + "(double strike, int year) {}");
            members.add("static final java.util.List<Quote" + n + "> QUOTES" + n + " = java.util.List.of(new Quote" + n
                    + "(7, 1), new Quote" + n + "(" + value + ", 2));");
            return "QUOTES" + n + ".get(1).strike()";
        }
        members.add("static final double[] FILLED" + n + " = new double[2];");
        members.add("static { FILLED" + n + "[1] = " + value + "; }");
        return "FILLED" + n + "[1]";
    }
}
