package dev.leibniz.processor.fuzz;

import static dev.leibniz.processor.fuzz.Tangents.difference;
import static dev.leibniz.processor.fuzz.Tangents.negated;
import static dev.leibniz.processor.fuzz.Tangents.plus;
import static dev.leibniz.processor.fuzz.Tangents.product;
import static dev.leibniz.processor.fuzz.Tangents.quotient;
import static dev.leibniz.processor.fuzz.Tangents.square;
import static dev.leibniz.processor.fuzz.Tangents.sum;

import dev.leibniz.runtime.Activations;
import dev.leibniz.runtime.Linear;
import dev.leibniz.runtime.Losses;
import dev.leibniz.runtime.Reductions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The functions of the runtime in the oracle. Their derivatives follow from the formulas as one finds them in books, which the
 * runtime does not use; their values are the runtime's own, and must agree with the formulas.
 */
final class RuntimeMath {

    static final Set<String> OWNERS = Set.of("Activations", "Losses", "Reductions", "Linear");

    private final DualMath math;
    private final Watch watch;

    RuntimeMath(DualMath math, Watch watch) {
        this.math = math;
        this.watch = watch;
    }

    Object call(String name, List<Object> arguments) {
        if (arguments.stream().allMatch(Scalar.class::isInstance)) {
            return ofScalars(name, arguments.stream().map(Scalar.class::cast).toList());
        }
        ArrayValue first = (ArrayValue) arguments.get(0);
        return switch (name) {
            case "softmax" -> {
                Scalar total = total(exponentials(first));
                List<Scalar> shares = exponentials(first).stream()
                        .map(e -> quotient(e, total))
                        .toList();
                yield array(Reductions.softmax(values(first)), shares, entries(first));
            }
            case "matVec" -> matVec(first, (ArrayValue) arguments.get(1));
            case "matTVec" -> matTVec(first, (ArrayValue) arguments.get(1));
            case "matMul" -> matMul(first, (ArrayValue) arguments.get(1));
            default -> reduction(name, first, arguments);
        };
    }

    private Scalar ofScalars(String name, List<Scalar> arguments) {
        Scalar x = arguments.get(0);
        double v = x.value();
        if (arguments.size() == 1) {
            if (!name.equals("relu")) {
                return math.function(false, name, x);
            }
            return valued(Activations.relu(v), positive(x) ? x : Scalar.ZERO, arguments);
        }
        Scalar y = arguments.get(1);
        double w = y.value();
        return switch (name) {
            case "leakyRelu" -> valued(Activations.leakyRelu(v, w), positive(x) ? x : product(y, x), arguments);
            case "elu" ->
                valued(
                        Activations.elu(v, w),
                        positive(x) ? x : product(y, math.function(false, "expm1", x)),
                        arguments);
            case "binaryCrossEntropy" -> {
                Scalar hit = product(y, math.function(false, "log", x));
                Scalar miss = product(plus(negated(y), 1), math.function(false, "log", plus(negated(x), 1)));
                yield valued(Losses.binaryCrossEntropy(v, w), negated(sum(hit, miss)), arguments);
            }
            case "binaryCrossEntropyWithLogits" ->
                valued(
                        Losses.binaryCrossEntropyWithLogits(v, w),
                        difference(math.function(false, "softplus", x), product(y, x)),
                        arguments);
            case "squaredError" -> valued(Losses.squaredError(v, w), square(difference(x, y)), arguments);
            default -> huber(x, y, arguments.get(2));
        };
    }

    private Scalar huber(Scalar x, Scalar y, Scalar delta) {
        Scalar residual = difference(x, y);
        Scalar size = residual.value() < 0 ? negated(residual) : residual;
        watch.compared(size.real(), delta.real());
        Scalar inside = product(0.5, square(residual));
        Scalar outside = product(delta, difference(size, product(0.5, delta)));
        boolean small = watch.decision(size.value() <= delta.value());
        double value = Losses.huber(x.value(), y.value(), delta.value());
        return valued(value, small ? inside : outside, List.of(x, y, delta));
    }

    private boolean positive(Scalar x) {
        watch.compared(x.real(), Scalar.constant(0));
        return watch.decision(x.value() > 0);
    }

    private Scalar reduction(String name, ArrayValue first, List<Object> arguments) {
        List<Scalar> x = entries(first);
        double[] values = values(first);
        return switch (name) {
            case "sum" -> valued(Reductions.sum(values), total(x), x);
            case "logSumExp" -> valued(Reductions.logSumExp(values), logSumExp(first), x);
            case "norm2" -> {
                Scalar squares = total(x.stream().map(Tangents::square).toList());
                double norm = Reductions.norm2(values);
                yield norm == 0 ? Scalar.constant(0) : valued(norm, math.function(false, "sqrt", squares), x);
            }
            case "crossEntropyWithLogits" -> {
                int label = (Integer) arguments.get(1);
                require(label >= 0 && label < values.length);
                Scalar loss = difference(logSumExp(first), x.get(label));
                yield valued(Losses.crossEntropyWithLogits(values, label), loss, x);
            }
            default -> {
                ArrayValue second = (ArrayValue) arguments.get(1);
                List<Scalar> y = entries(second);
                require(x.size() == y.size());
                List<Scalar> all = new ArrayList<>(x);
                all.addAll(y);
                yield name.equals("dot")
                        ? valued(Reductions.dot(values, values(second)), dot(x, y), all)
                        : valued(Losses.squaredError(values, values(second)), distance(x, y), all);
            }
        };
    }

    private Object matVec(ArrayValue a, ArrayValue x) {
        List<Scalar> results = new ArrayList<>();
        List<Scalar> operands = entries(x);
        for (int i = 0; i < a.length(); i++) {
            List<Scalar> row = entries((ArrayValue) a.get(i));
            require(row.size() == x.length());
            results.add(dot(row, entries(x)));
            operands.addAll(row);
        }
        return array(Linear.matVec(matrix(a), values(x)), results, operands);
    }

    private Object matTVec(ArrayValue a, ArrayValue x) {
        require(a.length() > 0 && a.length() == x.length());
        ArrayValue columns = transposed(a);
        List<Scalar> results = new ArrayList<>();
        List<Scalar> operands = entries(x);
        for (int j = 0; j < columns.length(); j++) {
            List<Scalar> column = entries((ArrayValue) columns.get(j));
            results.add(dot(column, entries(x)));
            operands.addAll(column);
        }
        return array(Linear.matTVec(matrix(a), values(x)), results, operands);
    }

    private Object matMul(ArrayValue a, ArrayValue b) {
        require(a.length() > 0 && b.length() > 0);
        ArrayValue columns = transposed(b);
        for (int i = 0; i < a.length(); i++) {
            require(((ArrayValue) a.get(i)).length() == b.length());
        }
        double[][] values = Linear.matMul(matrix(a), matrix(b));
        Object[] rows = new Object[a.length()];
        for (int i = 0; i < rows.length; i++) {
            List<Scalar> row = entries((ArrayValue) a.get(i));
            Object[] cells = new Object[columns.length()];
            for (int j = 0; j < cells.length; j++) {
                List<Scalar> column = entries((ArrayValue) columns.get(j));
                List<Scalar> operands = new ArrayList<>(row);
                operands.addAll(column);
                cells[j] = valued(values[i][j], dot(row, column), operands);
            }
            rows[i] = new ArrayValue(cells, false);
        }
        return new ArrayValue(rows, false);
    }

    private static ArrayValue transposed(ArrayValue a) {
        int n = ((ArrayValue) a.get(0)).length();
        Object[] columns = new Object[n];
        for (int j = 0; j < n; j++) {
            Object[] column = new Object[a.length()];
            for (int i = 0; i < column.length; i++) {
                ArrayValue row = (ArrayValue) a.get(i);
                require(row.length() == n);
                column[i] = row.get(j);
            }
            columns[j] = new ArrayValue(column, false);
        }
        return new ArrayValue(columns, false);
    }

    private Scalar valued(double value, Scalar formula, List<Scalar> operands) {
        double error = Math.abs(value - formula.value());
        double size = formula.real().magnitude() + Math.abs(value);
        if (error > 1e-9 * size + 1e-30) {
            throw new IllegalStateException("the runtime has " + value + ", the formula " + formula);
        }
        return math.valued(value, operands, formula);
    }

    private ArrayValue array(double[] values, List<Scalar> formulas, List<Scalar> operands) {
        Object[] cells = new Object[values.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = valued(values[i], formulas.get(i), operands);
        }
        return new ArrayValue(cells, false);
    }

    private static void require(boolean shapesFit) {
        if (!shapesFit) {
            throw new Watch.Rejected("shapes do not fit");
        }
    }

    private static List<Scalar> entries(ArrayValue array) {
        List<Scalar> entries = new ArrayList<>();
        for (int i = 0; i < array.length(); i++) {
            entries.add((Scalar) array.get(i));
        }
        return entries;
    }

    private static double[] values(ArrayValue array) {
        return entries(array).stream().mapToDouble(Scalar::value).toArray();
    }

    private static double[][] matrix(ArrayValue array) {
        double[][] rows = new double[array.length()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = values((ArrayValue) array.get(i));
        }
        return rows;
    }

    private static Scalar total(List<Scalar> terms) {
        return terms.stream().reduce(Scalar.ZERO, Tangents::sum);
    }

    private static Scalar dot(List<Scalar> x, List<Scalar> y) {
        Scalar sum = Scalar.ZERO;
        for (int i = 0; i < x.size(); i++) {
            sum = sum(sum, product(x.get(i), y.get(i)));
        }
        return sum;
    }

    private static Scalar distance(List<Scalar> x, List<Scalar> y) {
        Scalar sum = Scalar.ZERO;
        for (int i = 0; i < x.size(); i++) {
            sum = sum(sum, square(difference(x.get(i), y.get(i))));
        }
        return sum;
    }

    private List<Scalar> exponentials(ArrayValue x) {
        require(x.length() > 0);
        return entries(x).stream().map(e -> math.function(false, "exp", e)).toList();
    }

    private Scalar logSumExp(ArrayValue x) {
        return math.function(false, "log", total(exponentials(x)));
    }
}
