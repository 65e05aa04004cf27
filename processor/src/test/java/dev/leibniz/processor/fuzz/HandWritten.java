package dev.leibniz.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The derivative of an expression as a person writes it down: line by line, by the rules of calculus, once backward and once
 * forward. Knows sums, products, a few functions that are smooth where the machine calls them, branches and sums over streams.
 */
final class HandWritten {

    private static final Set<String> FUNCTIONS = Set.of(
            "sin", "cos", "tan", "exp", "tanh", "atan", "expm1", "sinh", "cosh", "sqrt", "log", "log10", "log1p",
            "abs");

    private final JavaRenderer plain;
    private final Members members;
    private final Set<String> frozen;
    /** Where the derivative of a variable is, by its name; a variable that is not here is a constant. */
    private final Map<String, String> places = new TreeMap<>();

    private final List<String> lines = new ArrayList<>();

    HandWritten(JavaRenderer plain, Members members, Set<String> parameters) {
        this.plain = plain;
        this.members = members;
        this.frozen = new TreeSet<>(parameters);
    }

    /** The derivative of this variable is there. */
    void place(String variable, String place) {
        places.put(variable, place);
    }

    List<String> lines() {
        return lines;
    }

    /** Whether this can write the derivative of a number, or of a new array of numbers. */
    static boolean knows(Expr e) {
        if (e instanceof Expr.ArrayInitializer a) {
            return a.type().equals(Type.DOUBLES) && a.elements().stream().allMatch(HandWritten::isSmooth);
        }
        return e.type() == Type.DOUBLE && isSmooth(e);
    }

    private static boolean isSmooth(Expr e) {
        if (!e.type().isFloating()) {
            return isPure(e);
        }
        if (e.type() == Type.FLOAT) {
            return false;
        }
        if (e instanceof Expr.Unary u) {
            return isSmooth(u.operand());
        } else if (e instanceof Expr.Binary b) {
            return "+-*/".contains(b.op()) && isSmooth(b.left()) && isSmooth(b.right());
        } else if (e instanceof Expr.Conditional c) {
            return isPure(c.condition()) && isSmooth(c.then()) && isSmooth(c.otherwise());
        } else if (e instanceof Expr.Cast c) {
            return isSmooth(c.operand());
        } else if (e instanceof Expr.Library l) {
            return l.owner().endsWith("Math") && isSmooth(l.arguments().get(0)) && isFunction(l);
        } else if (e instanceof Expr.Stream s) {
            boolean adds = s.end().equals("sum") || s.end().equals("loop");
            boolean of = s.element().type() == Type.INT || isPlace(s.source().get(0));
            return adds && of && isPure(s) && isSmooth(s.mapped());
        } else if (e instanceof Expr.Dressed d) {
            return isSmooth(d.plain());
        }
        return e instanceof Expr.Literal || isPlace(e);
    }

    private static boolean isFunction(Expr.Library l) {
        boolean power = l.name().equals("pow") && l.arguments().get(1) instanceof Expr.Literal;
        return power || l.arguments().size() == 1 && FUNCTIONS.contains(l.name());
    }

    private static boolean isPlace(Expr e) {
        if (e instanceof Expr.Element x) {
            return isPlace(x.array()) && isPure(x.index());
        }
        return e instanceof Expr.Variable || e instanceof Expr.Access a && isPlace(a.owner());
    }

    /** Whether it can be computed twice. */
    static boolean isPure(Expr e) {
        return AstWalk.nodes(e).stream()
                .noneMatch(node -> node instanceof Expr.Call
                        || node instanceof Expr.Derivative
                        || node instanceof Expr.Assign
                        || node instanceof Expr.Step
                        || node instanceof Expr.Draw
                        || node instanceof Expr.NewRandom);
    }

    private String text(Expr e) {
        Set<String> before = members.enter(frozen);
        String text = plain.render(e);
        members.enter(before);
        return text;
    }

    /** Where the derivative of a variable, an element or a component is; empty for a constant. */
    private String place(Expr e) {
        if (e instanceof Expr.Variable v) {
            return places.getOrDefault(v.name(), "");
        }
        if (e instanceof Expr.Element x) {
            String array = place(x.array());
            return array.isEmpty() ? "" : array + "[" + plain.bare(x.index(), frozen) + "]";
        }
        Expr.Access a = (Expr.Access) e;
        Type.RecordOf type = (Type.RecordOf) a.owner().type();
        boolean constant = type.components().stream().anyMatch(c -> c.name().equals(a.component()) && c.constant());
        String owner = place(a.owner());
        // A record that is a tangent is read by its accessors; one that is a gradient is made of several variables.
        return constant || owner.isEmpty()
                ? ""
                : owner.endsWith("Bar_")
                        ? owner.replaceAll("Bar_$", "_" + a.component() + "Bar_")
                        : owner + "." + a.component() + "()";
    }

    /** Adds to the places of all that the expression depends on: this factor, times the derivative. */
    void backward(Expr e, String factor) {
        if (e.type() != Type.DOUBLE || e instanceof Expr.Literal) {
            return;
        }
        if (e instanceof Expr.Dressed d) {
            backward(d.plain(), factor);
        } else if (e instanceof Expr.Unary u) {
            backward(u.operand(), u.op().equals("-") ? "-" + wrapped(factor) : factor);
        } else if (e instanceof Expr.Cast c) {
            backward(c.operand(), factor);
        } else if (e instanceof Expr.Binary b) {
            backward(b, shortened(factor));
        } else if (e instanceof Expr.Conditional c) {
            String once = shortened(factor);
            lines.add("if (" + text(c.condition()) + ") {");
            backward(c.then(), once);
            lines.add("} else {");
            backward(c.otherwise(), once);
            lines.add("}");
        } else if (e instanceof Expr.Library l) {
            backward(l.arguments().get(0), shortened(wrapped(factor) + " * " + slope(l)));
        } else if (e instanceof Expr.Stream s) {
            String once = shortened(factor);
            loop(s, () -> backward(s.mapped(), once));
        } else if (!place(e).isEmpty()) {
            lines.add(place(e) + " += " + factor + ";");
        }
    }

    private void backward(Expr.Binary b, String factor) {
        switch (b.op()) {
            case "+" -> {
                backward(b.left(), factor);
                backward(b.right(), factor);
            }
            case "-" -> {
                backward(b.left(), factor);
                backward(b.right(), "-" + factor);
            }
            case "*" -> {
                backward(b.left(), factor + " * " + text(b.right()));
                backward(b.right(), factor + " * " + text(b.left()));
            }
            default -> {
                backward(b.left(), factor + " / " + text(b.right()));
                backward(
                        b.right(),
                        "-" + factor + " * " + text(b.left()) + " / " + text(b.right()) + " / " + text(b.right()));
            }
        }
    }

    private static String wrapped(String factor) {
        return factor.matches("\\w+") ? factor : "(" + factor + ")";
    }

    /** A name for a factor that is used more than once. */
    private String shortened(String factor) {
        if (factor.matches("\\w+")) {
            return factor;
        }
        String name = "c" + members.next() + "_";
        lines.add("double " + name + " = " + factor + ";");
        return name;
    }

    /** The derivative of a function, in parentheses. */
    private String slope(Expr.Library l) {
        String a = text(l.arguments().get(0));
        return switch (l.name()) {
            case "sin" -> "Math.cos(" + a + ")";
            case "cos" -> "(-Math.sin(" + a + "))";
            case "tan" -> "(1 + Math.tan(" + a + ") * Math.tan(" + a + "))";
            case "exp", "expm1" -> "Math.exp(" + a + ")";
            case "tanh" -> "(1 - Math.tanh(" + a + ") * Math.tanh(" + a + "))";
            case "atan" -> "(1.0 / (1.0 + " + a + " * " + a + "))";
            case "sinh" -> "Math.cosh(" + a + ")";
            case "cosh" -> "Math.sinh(" + a + ")";
            case "sqrt" -> "(0.5 / Math.sqrt(" + a + "))";
            case "log" -> "(1.0 / " + a + ")";
            case "log10" -> "(1.0 / (" + a + " * Math.log(10)))";
            case "log1p" -> "(1.0 / (1.0 + " + a + "))";
            case "abs" -> "Math.signum(" + a + ")";
            default -> {
                double power = ((Number) ((Expr.Literal) l.arguments().get(1)).value()).doubleValue();
                yield power == 0 ? "0.0" : "(" + power + " * Math.pow(" + a + ", " + (power - 1) + "))";
            }
        };
    }

    /** The sum's loop around what is done with an element. */
    private void loop(Expr.Stream s, Runnable body) {
        boolean range = s.element().type() == Type.INT;
        String at = range ? s.element().name() : "at" + members.next() + "_";
        boolean whole = s.source().size() == 1;
        String from = whole ? "0" : text(s.source().get(range ? 0 : 1));
        String source = text(s.source().get(0));
        String to = whole ? source + ".length" : text(s.source().get(range ? 1 : 2));
        lines.add("for (int " + at + " = " + from + "; " + at + " < " + to + "; " + at + "++) {");
        if (!range) {
            lines.add("double " + s.element().name() + " = " + source + "[" + at + "];");
            String place = place(s.source().get(0));
            places.put(s.element().name(), place.isEmpty() ? "" : place + "[" + at + "]");
        }
        s.filter().forEach(f -> lines.add("if (" + text(f) + ") {"));
        body.run();
        s.filter().forEach(f -> lines.add("}"));
        lines.add("}");
    }

    /** The derivative in the direction that the places hold; what it needs first is in the lines. */
    String forward(Expr e) {
        if (e.type() != Type.DOUBLE || e instanceof Expr.Literal) {
            return "0.0";
        }
        if (e instanceof Expr.Dressed d) {
            return forward(d.plain());
        } else if (e instanceof Expr.Unary u) {
            return u.op().equals("-") ? "(-" + forward(u.operand()) + ")" : forward(u.operand());
        } else if (e instanceof Expr.Cast c) {
            return forward(c.operand());
        } else if (e instanceof Expr.Binary b) {
            String left = forward(b.left());
            String right = forward(b.right());
            return switch (b.op()) {
                case "+", "-" -> "(" + left + " " + b.op() + " " + right + ")";
                case "*" -> "(" + left + " * " + text(b.right()) + " + " + right + " * " + text(b.left()) + ")";
                default ->
                    "((" + left + " - " + right + " * " + text(b.left()) + " / " + text(b.right()) + ") / "
                            + text(b.right()) + ")";
            };
        } else if (e instanceof Expr.Conditional c) {
            String name = "t" + members.next() + "_";
            lines.add("double " + name + ";");
            lines.add("if (" + text(c.condition()) + ") {");
            String first = forward(c.then());
            lines.add(name + " = " + first + ";");
            lines.add("} else {");
            String second = forward(c.otherwise());
            lines.add(name + " = " + second + ";");
            lines.add("}");
            return name;
        } else if (e instanceof Expr.Library l) {
            return "(" + forward(l.arguments().get(0)) + " * " + slope(l) + ")";
        } else if (e instanceof Expr.Stream s) {
            String name = "t" + members.next() + "_";
            lines.add("double " + name + " = 0;");
            loop(s, () -> {
                String term = forward(s.mapped());
                lines.add(name + " += " + term + ";");
            });
            return name;
        }
        String place = place(e);
        return place.isEmpty() ? "0.0" : place;
    }
}
