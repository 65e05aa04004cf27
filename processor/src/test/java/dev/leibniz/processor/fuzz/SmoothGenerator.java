package dev.leibniz.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Programs that are one smooth expression, or a few, of the kind people write: the smallest that can be wrong. */
final class SmoothGenerator {

    private final Choices choose;
    private final List<Expr> leaves = new ArrayList<>();

    private SmoothGenerator(long seed) {
        choose = new Choices(seed);
    }

    static Program generate(long seed) {
        return new SmoothGenerator(seed * 7_919 + 13).program("P" + seed);
    }

    private Program program(String name) {
        List<Program.Parameter> parameters = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        int n = choose.between(1, 3);
        for (int i = 0; i < n; i++) {
            String variable = List.of("x", "y", "z").get(i);
            parameters.add(new Program.Parameter(Type.DOUBLE, variable, false));
            arguments.add(choose.number());
            leaves.add(Expr.variable(variable, Type.DOUBLE));
        }
        if (choose.chance(25)) {
            parameters.add(new Program.Parameter(Type.DOUBLES, "v", false));
            double[] values = new double[choose.between(2, 3)];
            for (int i = 0; i < values.length; i++) {
                values[i] = choose.number();
                leaves.add(Expr.element(Expr.variable("v", Type.DOUBLES), Expr.literal(i)));
            }
            arguments.add(values);
        }
        List<Stmt> body = new ArrayList<>();
        int steps = choose.between(0, 3);
        for (int i = 0; i < steps; i++) {
            Expr.Variable step = Expr.variable("t" + i, Type.DOUBLE);
            body.add(Stmt.declare(Type.DOUBLE, step.name(), expression(2)));
            leaves.add(step);
            leaves.add(step);
        }
        body.add(Stmt.result(expression(3)));
        Program.Function f = new Program.Function(
                "f", Program.Modifiers.NONE, List.copyOf(parameters), Type.DOUBLE, Stmt.block(body));
        return new Program(name, 2, List.of(), List.of(), List.of(f), List.copyOf(arguments));
    }

    private Expr leaf() {
        return choose.chance(15) ? Expr.literal(choose.of(0.0, 1.0, 2.0, 0.5, -1.0)) : choose.pick(leaves);
    }

    private Expr expression(int depth) {
        if (depth == 0) {
            return leaf();
        }
        int kind = choose.below(100);
        Expr e = expression(depth - 1);
        if (kind < 20) {
            return Expr.binary(choose.of("+", "-"), e, expression(depth - 1));
        } else if (kind < 42) {
            return Expr.binary("*", e, expression(depth - 1));
        } else if (kind < 50) {
            return Expr.binary("/", e, expression(depth - 1));
        } else if (kind < 60) {
            return Expr.math(choose.of("sin", "cos", "exp", "tanh", "atan", "expm1", "sinh", "cosh", "tan", "cbrt"), e);
        } else if (kind < 72) {
            return Expr.math(choose.of("log", "sqrt", "log1p", "log10", "cbrt", "asin", "acos"), e);
        } else if (kind < 80) {
            Expr square = Expr.binary("*", e, e);
            Expr least = Expr.literal(choose.of(1.0, 1.0, 0.5, 2.0));
            return Expr.math(choose.of("log", "sqrt", "log1p", "exp"), Expr.binary("+", least, square));
        } else if (kind < 86) {
            Expr power = choose.chance(60) ? Expr.literal(choose.of(2.0, 3.0, 0.5, -1.0, 1.5, 0.0, 1.0)) : leaf();
            return Expr.math("pow", e, power);
        } else if (kind < 92) {
            return Expr.math(choose.of("hypot", "atan2", "max", "min", "IEEEremainder"), e, expression(depth - 1));
        } else if (kind < 95) {
            return Expr.binary("%", e, choose.chance(50) ? Expr.literal(2.0) : leaf());
        }
        return Expr.library("Activations", choose.of("sigmoid", "softplus", "relu", "gelu", "silu"), e);
    }
}
