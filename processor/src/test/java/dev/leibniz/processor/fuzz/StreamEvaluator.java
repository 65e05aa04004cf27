package dev.leibniz.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** What a stream of numbers gives, element by element. */
final class StreamEvaluator {

    private final ExpressionEvaluator expressions;
    private final DualInterpreter methods;
    private final Watch watch;

    StreamEvaluator(ExpressionEvaluator expressions, DualInterpreter methods, Watch watch) {
        this.expressions = expressions;
        this.methods = methods;
        this.watch = watch;
    }

    Object evaluate(Expr.Stream stream, DualInterpreter.Frame frame) {
        List<Object> mapped = new ArrayList<>();
        watch.loop(true);
        for (Object element : elements(stream, frame)) {
            watch.step();
            methods.write(stream.element(), element, frame);
            boolean passes = true;
            for (Expr filter : stream.filter()) {
                passes &= watch.decision((Boolean) expressions.evaluate(filter, frame));
            }
            if (passes) {
                Object value = expressions.evaluate(stream.mapped(), frame);
                mapped.add(expressions.converted(value, stream.mapped(), Type.DOUBLE));
            }
        }
        methods.remove(stream.element(), frame);
        Object result = end(stream.end(), mapped);
        watch.loop(false);
        return result;
    }

    private List<Object> elements(Expr.Stream stream, DualInterpreter.Frame frame) {
        List<Object> source = new ArrayList<>();
        stream.source().forEach(e -> source.add(expressions.evaluate(e, frame)));
        List<Object> elements = new ArrayList<>();
        if (source.get(0) instanceof ArrayValue array) {
            int from = source.size() > 1 ? (Integer) source.get(1) : 0;
            int to = source.size() > 1 ? (Integer) source.get(2) : array.length();
            if (from < 0 || from > to || to > array.length()) {
                throw new Watch.Rejected("a stream outside of its array");
            }
            for (int i = from; i < to; i++) {
                elements.add(array.get(i));
            }
            return elements;
        }
        for (int i = (Integer) source.get(0); i < (Integer) source.get(1); i++) {
            elements.add(i);
            watch.step();
        }
        return elements;
    }

    private Object end(String end, List<Object> values) {
        if (end.equals("max") || end.equals("min")) {
            Object result = values.isEmpty() ? Scalar.constant(0) : values.get(0);
            for (Object value : values) {
                result = expressions.extremum(end, (Scalar) result, (Scalar) value);
            }
            return result;
        } else if (end.equals("loop")) {
            Object result = Scalar.constant(0);
            for (Object value : values) {
                result = combined("+", result, value);
                watch.summed(result);
            }
            return result;
        }
        Object sum = sum(values);
        boolean isMean = end.equals("average") && !values.isEmpty();
        return isMean ? combined("/", sum, Scalar.constant(values.size())) : sum;
    }

    /** The platform carries along what its sum has lost; to the derivatives that is nothing. */
    private Object sum(List<Object> values) {
        Object sum = Scalar.constant(0);
        Object lost = Scalar.constant(0);
        for (Object value : values) {
            Object term = combined("-", value, lost);
            Object longer = combined("+", sum, term);
            lost = combined("-", combined("-", longer, sum), term);
            sum = longer;
            watch.summed(sum);
        }
        return combined("-", sum, lost);
    }

    private Object combined(String op, Object left, Object right) {
        return expressions.primitives().binary(op, left, Type.DOUBLE, right, Type.DOUBLE);
    }
}
