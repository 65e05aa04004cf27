package dev.leibniz.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * The value of an expression that is written as the solution of an equation. The derivatives are the expression's, but a program
 * gets them from sums that cancel: of all numbers of the solution, and of all variables of the equation. Magnitudes grow by these.
 */
final class SolutionEvaluator {

    private final ExpressionEvaluator expressions;
    private final DualInterpreter methods;
    private final Watch watch;

    SolutionEvaluator(ExpressionEvaluator expressions, DualInterpreter methods, Watch watch) {
        this.expressions = expressions;
        this.methods = methods;
        this.watch = watch;
    }

    Object evaluate(Expr.Dressed dressed, DualInterpreter.Frame frame) {
        Object value = expressions.evaluate(dressed.plain(), frame);
        List<Object> terms = new ArrayList<>();
        for (Expr.Variable v : methods.variables(dressed.plain())) {
            JavaValues.collectInterpreted(methods.read(v, frame), v.type(), true, terms);
        }
        JavaValues.collectInterpreted(value, dressed.type(), true, terms);
        Object sum = Scalar.constant(0);
        for (Object term : terms) {
            sum = combined("+", sum, term);
        }
        Object square = combined("*", sum, sum);
        Object curved = combined("+", combined("+", sum, square), combined("*", sum, square));
        Object nothing = combined("-", curved, curved);
        if (value instanceof ArrayValue array) {
            Object[] cells = new Object[array.length()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = watch.solution((Scalar) combined("-", array.get(i), nothing));
            }
            return new ArrayValue(cells, false);
        }
        return watch.solution((Scalar) combined("-", value, nothing));
    }

    private Object combined(String op, Object left, Object right) {
        return expressions.primitives().binary(op, left, Type.DOUBLE, right, Type.DOUBLE);
    }
}
