package dev.leibniz.processor.fuzz;

/** Random calls of the functions of {@code Math}, with arguments in their domains. */
final class MathCallGenerator {
    private final Choices choose;
    private final ExpressionGenerator expressions;

    MathCallGenerator(Choices choose, ExpressionGenerator expressions) {
        this.choose = choose;
        this.expressions = expressions;
    }

    Expr call(Scope scope, int depth) {
        Expr e = expressions.of(Type.DOUBLE, scope, depth - 1);
        String owner = choose.chance(5) ? "StrictMath" : "Math";
        int kind = choose.below(100);
        if (kind < 40) {
            String name = choose.of("sin", "cos", "tanh", "atan", "sin", "cbrt", "abs", "toRadians", "rint", "signum");
            return Expr.library(owner, name, e);
        } else if (kind < 52) {
            String name = choose.of("exp", "expm1", "sinh", "cosh", "tan");
            return Expr.library(owner, name, Expr.math("sin", e));
        } else if (kind < 66) {
            return Expr.library(
                    owner, choose.of("log", "sqrt", "log10", "log1p"), expressions.positive(scope, depth - 1));
        } else if (kind < 70) {
            Expr small = Expr.binary("*", Expr.literal(0.9), Expr.math("sin", e));
            return Expr.library(owner, choose.of("asin", "acos"), small);
        } else if (kind < 75) {
            Expr power = choose.chance(60)
                    ? Expr.literal(choose.of(2.0, 3.0, 0.5, -1.0, 1.5, 0.0))
                    : expressions.of(Type.DOUBLE, scope, 0);
            return Expr.library(owner, "pow", expressions.positive(scope, depth - 1), power);
        } else if (kind < 88) {
            Expr other =
                    choose.chance(30) ? Expr.literal(choose.constant()) : expressions.of(Type.DOUBLE, scope, depth - 1);
            return Expr.library(owner, choose.of("max", "min"), e, other);
        } else if (kind < 95) {
            return Expr.library(
                    owner,
                    choose.of("hypot", "atan2", "IEEEremainder", "copySign"),
                    e,
                    expressions.of(Type.DOUBLE, scope, depth - 1));
        } else if (kind < 97) {
            return Expr.math(
                    "fma", e, expressions.of(Type.DOUBLE, scope, 0), expressions.of(Type.DOUBLE, scope, depth - 1));
        }
        return Expr.library(owner, choose.of("sqrt", "log", "floor", "ceil"), e);
    }
}
