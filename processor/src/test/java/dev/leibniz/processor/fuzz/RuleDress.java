package dev.leibniz.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes an expression as a method that is not looked into, and beside it the method's derivative as {@link HandWritten}. */
final class RuleDress {

    private static final String ANNOTATIONS = "@dev.leibniz.annotations.";

    private final JavaRenderer plain;
    private final Members members;

    RuleDress(JavaRenderer plain, Members members) {
        this.plain = plain;
        this.members = members;
    }

    /** Whether there is a rule to be written for an expression of these variables. */
    static boolean suits(Expr e, FreeVariables free) {
        return HandWritten.knows(e)
                && free.used().stream().anyMatch(v -> v.type().isDifferentiable())
                && free.used().stream().allMatch(v -> isPlain(v.type()));
    }

    /** Numbers in double precision, arrays of one and two dimensions of them, records of these, and what has no derivative. */
    private static boolean isPlain(Type type) {
        if (type instanceof Type.RecordOf record) {
            return record.components().stream().allMatch(c -> isPlain(c.type()));
        }
        return !type.isDifferentiable() || type == Type.DOUBLE || type.equals(Type.DOUBLES) || type.equals(Type.MATRIX);
    }

    String render(Expr e, FreeVariables free, int n, int variant) {
        if (!suits(e, free)) {
            return plain.render(e);
        }
        String name = "ruled" + n;
        String body = "return " + plain.bare(e, free.nameSet()) + ";";
        members.add("static " + e.type().java() + " " + name + "(" + free.declared() + ") {");
        members.add(
                switch (variant / 3 % 4) {
                    case 0 -> "    Object lock_ = new Object(); synchronized (lock_) { " + body + " }";
                    case 1 ->
                        "    try { " + body + " } catch (IllegalStateException e_) { throw new AssertionError(e_); }";
                    default -> "    " + body;
                });
        members.add("}");
        if (variant % 3 != 1) {
            backward(e, free, name, n);
        }
        if (variant % 3 != 0) {
            forward(e, free, name, n);
        }
        return name + "(" + free.names() + ")";
    }

    private static List<Expr.Variable> differentiated(FreeVariables free) {
        return free.used().stream().filter(v -> v.type().isDifferentiable()).toList();
    }

    private void backward(Expr e, FreeVariables free, String name, int n) {
        List<Expr.Variable> variables = differentiated(free);
        HandWritten derivative = new HandWritten(plain, members, free.nameSet());
        List<String> places = new ArrayList<>();
        for (Expr.Variable v : variables) {
            derivative.place(v.name(), v.name() + "Bar_");
            declare(v.type(), v.name(), v.name() + "Bar_", places);
        }
        if (e instanceof Expr.ArrayInitializer a) {
            for (int i = 0; i < a.elements().size(); i++) {
                derivative.backward(a.elements().get(i), "cotangent_[" + i + "]");
            }
        } else {
            derivative.backward(e, "cotangent_");
        }
        boolean alone = variables.size() == 1;
        String record = "Bars" + n;
        if (!alone) {
            members.add("record " + record + "("
                    + variables.stream()
                            .map(v -> v.type().java() + " " + v.name())
                            .collect(Collectors.joining(", "))
                    + ") {}");
        }
        String result = variables.stream()
                .map(v -> made(v.type(), v.name(), v.name() + "Bar_"))
                .collect(Collectors.joining(", "));
        members.add(ANNOTATIONS + "DerivativeOf(\"" + name + "\")");
        members.add("static " + (alone ? variables.get(0).type().java() : record) + " backward" + n + "("
                + free.declared() + ", " + e.type().java() + " cotangent_) {");
        places.forEach(line -> members.add("    " + line));
        derivative.lines().forEach(line -> members.add("    " + line));
        members.add("    return " + (alone ? result : "new " + record + "(" + result + ")") + ";");
        members.add("}");
    }

    /** Declares what the gradient of a variable is gathered in, at first zero. */
    private static void declare(Type type, String value, String place, List<String> lines) {
        if (type instanceof Type.RecordOf record) {
            for (Type.Component c : record.components()) {
                declare(c.type(), value + "." + c.name() + "()", component(place, c), lines);
            }
        } else if (type == Type.DOUBLE) {
            lines.add("double " + place + " = 0;");
        } else if (type.equals(Type.DOUBLES)) {
            lines.add("double[] " + place + " = new double[" + value + ".length];");
        } else if (type.equals(Type.MATRIX)) {
            lines.add("double[][] " + place + " = new double[" + value + ".length][];");
            lines.add("for (int i_ = 0; i_ < " + value + ".length; i_++) { " + place + "[i_] = new double[" + value
                    + "[i_].length]; }");
        }
    }

    private static String component(String place, Type.Component c) {
        return place.replaceAll("Bar_$", "_" + c.name() + "Bar_");
    }

    private static String made(Type type, String value, String place) {
        if (type instanceof Type.RecordOf record) {
            return "new " + record.name() + "("
                    + record.components().stream()
                            .map(c -> made(c.type(), value + "." + c.name() + "()", component(place, c)))
                            .collect(Collectors.joining(", "))
                    + ")";
        }
        return type.isDifferentiable() ? place : value;
    }

    private void forward(Expr e, FreeVariables free, String name, int n) {
        HandWritten derivative = new HandWritten(plain, members, free.nameSet());
        StringBuilder tangents = new StringBuilder();
        for (Expr.Variable v : differentiated(free)) {
            derivative.place(v.name(), v.name() + "Tangent_");
            tangents.append(", ")
                    .append(v.type().java())
                    .append(' ')
                    .append(v.name())
                    .append("Tangent_");
        }
        String result;
        if (e instanceof Expr.ArrayInitializer a) {
            result = "new double[] {"
                    + a.elements().stream().map(derivative::forward).collect(Collectors.joining(", ")) + "}";
        } else {
            result = derivative.forward(e);
        }
        members.add(ANNOTATIONS + "TangentOf(\"" + name + "\")");
        members.add("static " + e.type().java() + " forward" + n + "(" + free.declared() + tangents + ") {");
        derivative.lines().forEach(line -> members.add("    " + line));
        members.add("    return " + result + ";");
        members.add("}");
    }
}
