package dev.leibniz.processor.fuzz;

import java.util.List;
import java.util.stream.Collectors;

/** Writes expressions as Java; see {@link JavaRenderer}. */
final class ExpressionRenderer {
    private final JavaRenderer statements;
    private final Program program;
    private final String owner;
    private final Members members;

    ExpressionRenderer(JavaRenderer statements, Program program, String owner, Members members) {
        this.statements = statements;
        this.program = program;
        this.owner = owner;
        this.members = members;
    }

    /** The expression without parentheses around it. */
    String bare(Expr e) {
        String text = render(e);
        boolean wrapped = e instanceof Expr.Binary
                || e instanceof Expr.Conditional
                || e instanceof Expr.Assign
                || e instanceof Expr.Step
                || e instanceof Expr.Cast
                || e instanceof Expr.Unary
                || e instanceof Expr.SwitchExpr;
        return wrapped ? text.substring(1, text.length() - 1) : text;
    }

    private String list(List<Expr> expressions) {
        return expressions.stream().map(this::bare).collect(Collectors.joining(", "));
    }

    String render(Expr expr) {
        if (expr instanceof Expr.Literal e) {
            return literal(e);
        } else if (expr instanceof Expr.Variable e) {
            return e.name();
        } else if (expr instanceof Expr.Unary e) {
            return "(" + e.op() + render(e.operand()) + ")";
        } else if (expr instanceof Expr.Binary e) {
            return "(" + render(e.left()) + " " + e.op() + " " + render(e.right()) + ")";
        } else if (expr instanceof Expr.Conditional e) {
            return "(" + render(e.condition()) + " ? " + render(e.then()) + " : " + render(e.otherwise()) + ")";
        } else if (expr instanceof Expr.Cast e) {
            // A box is cast to its own primitive type only.
            String unboxed =
                    e.operand() instanceof Expr.Get get ? "(" + get.type().java() + ") " : "";
            return "((" + e.type().java() + ") " + unboxed + render(e.operand()) + ")";
        } else if (expr instanceof Expr.Equals e) {
            return render(e.text()) + ".equals(" + bare(e.other()) + ")";
        } else if (expr instanceof Expr.Element e) {
            return render(e.array()) + "[" + bare(e.index()) + "]";
        } else if (expr instanceof Expr.Get e) {
            boolean map = ((Type.Collected) e.collection().type()).collection().equals("Map");
            String key =
                    e.index() instanceof Expr.Literal l ? "\"k" + l.value() + "\"" : "\"k\" + " + render(e.index());
            return render(e.collection()) + ".get(" + (map ? key : bare(e.index())) + ")";
        } else if (expr instanceof Expr.Size e) {
            return render(e.collection()) + ".size()";
        } else if (expr instanceof Expr.Length e) {
            return render(e.array()) + ".length";
        } else if (expr instanceof Expr.Assign e) {
            return "(" + render(e.target()) + " " + e.op() + " " + bare(e.value()) + ")";
        } else if (expr instanceof Expr.Step e) {
            return e.prefix() ? "(" + e.op() + render(e.target()) + ")" : "(" + render(e.target()) + e.op() + ")";
        } else if (expr instanceof Expr.Library e) {
            return e.owner() + "." + e.name() + "(" + list(e.arguments()) + ")";
        } else if (expr instanceof Expr.Call e) {
            return place(e.name()) + e.name() + "(" + list(e.arguments()) + ")";
        } else if (expr instanceof Expr.Derivative e) {
            String place = e.type().name().replaceAll("\\..*", ".");
            return place + e.function() + e.form() + "(" + list(e.arguments()) + ")";
        } else if (expr instanceof Expr.NewArray e) {
            return newArray(e);
        } else if (expr instanceof Expr.ArrayInitializer e) {
            return "new " + e.type().java() + " {" + list(e.elements()) + "}";
        } else if (expr instanceof Expr.Clone e) {
            return render(e.array()) + ".clone()";
        } else if (expr instanceof Expr.NewRecord e) {
            return "new " + e.type().name() + "(" + list(e.arguments()) + ")";
        } else if (expr instanceof Expr.Access e) {
            return render(e.owner()) + "." + e.component() + "()";
        } else if (expr instanceof Expr.Dressed e) {
            return new ExpressionDress(statements, program, members).render(e);
        } else if (expr instanceof Expr.Stream e) {
            return new StreamDress(statements, program, members).render(e);
        } else if (expr instanceof Expr.NewRandom e) {
            return "new " + Type.RANDOM.java() + "(" + bare(e.seed()) + ")";
        } else if (expr instanceof Expr.Draw e) {
            return render(e.random()) + "." + e.method() + "()";
        }
        return switchExpression((Expr.SwitchExpr) expr);
    }

    /** The class of a method with a dot, unless it is this one. */
    private String place(String function) {
        return program.functions().stream()
                .filter(f -> f.name().equals(function))
                .map(f -> f.modifiers().owner())
                .filter(o -> !o.equals(owner))
                .map(o -> program.name() + o + ".")
                .findFirst()
                .orElse("");
    }

    private String newArray(Expr.NewArray e) {
        Type base = e.type();
        StringBuilder brackets = new StringBuilder();
        for (int i = 0; base instanceof Type.ArrayOf array; i++) {
            brackets.append('[');
            brackets.append(i < e.dimensions().size() ? bare(e.dimensions().get(i)) : "");
            brackets.append(']');
            base = array.element();
        }
        return "new " + base.java() + brackets;
    }

    private String switchExpression(Expr.SwitchExpr e) {
        StringBuilder text = new StringBuilder("(switch (" + bare(e.selector()) + ") { ");
        for (int i = 0; i < e.arms().size(); i++) {
            Expr.SwitchArm arm = e.arms().get(i);
            text.append(
                    i == e.arms().size() - 1 ? "default -> " : "case " + labels(arm.labels(), e.selector()) + " -> ");
            if (arm.statements().isEmpty()) {
                text.append(bare(arm.result())).append("; ");
            } else {
                text.append("{ ")
                        .append(String.join(" ", statements.lines(arm.statements())))
                        .append(' ');
                // A parenthesis after yield would make it the call of a method.
                String result = bare(arm.result());
                text.append(result.startsWith("(") ? "yield +" + render(arm.result()) : "yield " + result);
                text.append("; } ");
            }
        }
        return text.append("})").toString();
    }

    private static String literal(Expr.Literal e) {
        String text = e.value().toString();
        if (e.type() instanceof Type.Text type) {
            return type == Type.STRING ? "\"" + text + "\"" : type.name() + "." + text;
        }
        if (e.value() instanceof Double d && d.isInfinite()) {
            return "Double." + (d > 0 ? "POSITIVE" : "NEGATIVE") + "_INFINITY";
        }
        if (e.type() == Type.FLOAT) {
            text += "f";
        } else if (e.type() == Type.LONG) {
            text += "L";
        }
        return text.startsWith("-") ? "(" + text + ")" : text;
    }

    /** The labels of a case. */
    static String labels(List<Object> labels, Expr selector) {
        boolean quoted = selector.type().equals(Type.STRING);
        return labels.stream()
                .map(l -> quoted ? "\"" + l + "\"" : String.valueOf(l))
                .collect(Collectors.joining(", "));
    }
}
