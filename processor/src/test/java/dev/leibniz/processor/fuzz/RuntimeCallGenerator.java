package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Scope.Binding;
import java.util.List;

/** Random calls of the functions of the runtime. */
final class RuntimeCallGenerator {

    private final Choices choose;
    private final ExpressionGenerator expressions;

    RuntimeCallGenerator(Choices choose, ExpressionGenerator expressions) {
        this.choose = choose;
        this.expressions = expressions;
    }

    /** A function of the runtime, of numbers or of an array. */
    Expr call(Scope scope, int depth) {
        Expr e = expressions.of(Type.DOUBLE, scope, depth - 1);
        List<Binding> arrays = scope.all(b -> b.type().equals(Type.DOUBLES) && b.length() > 0);
        if (arrays.isEmpty() || choose.chance(50)) {
            return switch (choose.below(9)) {
                case 0 ->
                    Expr.library(
                            "Activations", choose.of("leakyRelu", "elu"), e, expressions.of(Type.DOUBLE, scope, 0));
                case 1 ->
                    Expr.library(
                            "Losses",
                            "binaryCrossEntropy",
                            Expr.library("Activations", "sigmoid", e),
                            expressions.of(Type.DOUBLE, scope, 0));
                case 2 ->
                    Expr.library(
                            "Losses", "binaryCrossEntropyWithLogits", e, expressions.of(Type.DOUBLE, scope, depth - 1));
                case 3 -> Expr.library("Losses", "squaredError", e, expressions.of(Type.DOUBLE, scope, depth - 1));
                case 4 ->
                    Expr.library(
                            "Losses",
                            "huber",
                            e,
                            expressions.of(Type.DOUBLE, scope, depth - 1),
                            expressions.positive(scope, 1));
                default -> Expr.library("Activations", choose.of("sigmoid", "softplus", "relu", "gelu", "silu"), e);
            };
        }
        Expr array = choose.pick(arrays).variable();
        Expr other = new Expr.Library("Reductions", "softmax", List.of(array), Type.DOUBLES);
        return switch (choose.below(6)) {
            case 0 -> Expr.library("Reductions", "dot", array, other);
            case 1 -> Expr.library("Losses", "squaredError", other, array);
            case 2 -> Expr.library("Losses", "crossEntropyWithLogits", array, Expr.literal(0));
            default ->
                Expr.library("Reductions", choose.of("sum", "logSumExp", "norm2"), choose.chance(70) ? array : other);
        };
    }
}
