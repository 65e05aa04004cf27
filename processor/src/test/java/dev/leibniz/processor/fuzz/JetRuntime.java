package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Scalar.Jet;
import dev.leibniz.processor.fuzz.Scalar.Jet.Edge;
import dev.leibniz.processor.fuzz.Scalar.Real;
import dev.leibniz.runtime.Activations;
import dev.leibniz.runtime.Linear;
import dev.leibniz.runtime.Losses;
import dev.leibniz.runtime.Reductions;
import java.util.ArrayList;
import java.util.List;

/** The functions of the runtime on jets, by the formulas of books; their values are the runtime's own. */
final class JetRuntime {

    private static final double SAFE_SQUARE = 1e-280;

    private final JetMath math;

    JetRuntime(JetMath math) {
        this.math = math;
    }

    Object call(String name, List<Object> arguments) {
        if (arguments.stream().allMatch(Scalar.class::isInstance)) {
            List<Scalar> scalars = arguments.stream().map(Scalar.class::cast).toList();
            return ofScalars(name, scalars);
        }
        ArrayValue first = (ArrayValue) arguments.get(0);
        return switch (name) {
            case "softmax" -> softmax(first);
            case "matVec" -> matVec(first, (ArrayValue) arguments.get(1));
            case "matTVec" -> {
                ArrayValue x = (ArrayValue) arguments.get(1);
                require(first.length() > 0 && first.length() == x.length());
                yield matTVec(first, x);
            }
            case "matMul" -> matMul(first, (ArrayValue) arguments.get(1));
            default -> reduction(name, entries(first), arguments);
        };
    }

    private Scalar ofScalars(String name, List<Scalar> arguments) {
        Scalar x = arguments.get(0);
        double v = x.value();
        if (arguments.size() == 1) {
            return name.equals("relu") ? relu(x) : JetMath.function(name, x);
        }
        Scalar y = arguments.get(1);
        double w = y.value();
        return switch (name) {
            case "leakyRelu" -> v > 0 ? x : left(Activations.leakyRelu(v, w), v, times(y, x), arguments);
            case "elu" -> v > 0 ? x : left(Activations.elu(v, w), v, times(y, JetMath.function("expm1", x)), arguments);
            case "binaryCrossEntropy" -> valued(Losses.binaryCrossEntropy(v, w), crossEntropy(x, y), arguments);
            case "binaryCrossEntropyWithLogits" -> {
                Scalar loss = v < 1e300
                        ? minus(JetMath.function("softplus", x), times(y, x))
                        : plus(JetMath.function("softplus", math.negate(x)), times(minus(Scalar.constant(1), y), x));
                yield valued(Losses.binaryCrossEntropyWithLogits(v, w), loss, arguments);
            }
            case "squaredError" -> {
                Scalar residual = minus(x, y);
                yield valued(Losses.squaredError(v, w), times(residual, residual), arguments);
            }
            default -> huber(x, y, arguments.get(2));
        };
    }

    private static Scalar relu(Scalar x) {
        if (x.value() > 0) {
            return x;
        }
        double value = Activations.relu(x.value());
        return x instanceof Jet && x.value() == 0 ? JetMath.flat(value).until(1, "relu at 0") : Scalar.constant(value);
    }

    /** The left branch of a function with a kink at 0, where it is the convention. */
    private static Scalar left(double value, double x, Scalar branch, List<Scalar> operands) {
        Scalar result = valued(value, branch, operands);
        return x == 0 && result instanceof Jet jet ? jet.until(1, "kink at 0") : result;
    }

    private Scalar crossEntropy(Scalar p, Scalar target) {
        // A term whose factor is always 0 is no term.
        Scalar hit = target instanceof Real && target.value() == 0 ? target : times(target, JetMath.function("log", p));
        Scalar rest = minus(Scalar.constant(1), target);
        Scalar miss = rest instanceof Real && rest.value() == 0
                ? rest
                : times(rest, JetMath.function("log1p", math.negate(p)));
        return math.negate(plus(hit, miss));
    }

    private Scalar huber(Scalar x, Scalar y, Scalar delta) {
        List<Scalar> operands = List.of(x, y, delta);
        double value = Losses.huber(x.value(), y.value(), delta.value());
        Scalar residual = minus(x, y);
        double size = Math.abs(residual.value());
        if (size <= delta.value()) {
            Scalar inside = valued(value, times(Scalar.constant(0.5), times(residual, residual)), operands);
            return size == delta.value() && inside instanceof Jet jet ? jet.until(1, "where huber turns") : inside;
        }
        Scalar excess = minus(JetMath.function("abs", residual), times(Scalar.constant(0.5), delta));
        return valued(value, times(delta, excess), operands);
    }

    private Scalar reduction(String name, List<Scalar> x, List<Object> arguments) {
        double[] values = values(x);
        return switch (name) {
            case "sum" -> valued(Reductions.sum(values), total(x), x);
            case "logSumExp" -> valued(Reductions.logSumExp(values), logSumExp(x), List.of());
            case "norm2" -> norm(Reductions.norm2(values), x);
            case "crossEntropyWithLogits" -> {
                int label = (Integer) arguments.get(1);
                require(label >= 0 && label < values.length);
                Scalar loss = minus(logSumExp(x), x.get(label));
                yield valued(Losses.crossEntropyWithLogits(values, label), loss, List.of(x.get(label)));
            }
            default -> {
                List<Scalar> y = entries((ArrayValue) arguments.get(1));
                require(x.size() == y.size());
                List<Scalar> all = new ArrayList<>(x);
                all.addAll(y);
                if (name.equals("dot")) {
                    yield valued(Reductions.dot(values, values(y)), dot(x, y), all);
                }
                List<Scalar> squares = new ArrayList<>();
                for (int i = 0; i < x.size(); i++) {
                    Scalar residual = minus(x.get(i), y.get(i));
                    squares.add(times(residual, residual));
                }
                yield valued(Losses.squaredError(values, values(y)), total(squares), all);
            }
        };
    }

    private static Scalar norm(double value, List<Scalar> x) {
        if (x.stream().allMatch(Real.class::isInstance)) {
            return Scalar.constant(value);
        }
        Jet least = x.stream().map(Jet::of).reduce(JetMath.flat(0), (a, b) -> a.trusted() <= b.trusted() ? a : b);
        if (least.trusted() < 0 || !Double.isFinite(value)) {
            return JetMath.valued(value, least, x);
        }
        if (value == 0) {
            return JetMath.flat(0).until(1, "norm2 of nothing");
        }
        Series squares = Series.constant(0);
        for (Scalar entry : x) {
            Series s = Jet.of(entry).series();
            squares = squares.plus(s.times(s));
        }
        Series root = squares.squareRoot();
        double square = value * value;
        if (square < SAFE_SQUARE || Double.isInfinite(square)) {
            return scaledNorm(value, root, least, x);
        }
        Edge[] edges = edgesOf(x, root.inverse());
        return new Jet(value, root, least.trusted(), least.why()).of(edges).valued(value);
    }

    /** The greatest entry times the norm of what is left: the adjoint of that has to be in range, too. */
    private static Jet scaledNorm(double value, Series root, Jet least, List<Scalar> x) {
        double greatest =
                x.stream().mapToDouble(entry -> Math.abs(entry.value())).max().orElseThrow();
        Series inverse = Series.constant(greatest).inverse();
        Jet rest = new Jet(value / greatest, root.times(inverse), least.trusted(), least.why())
                .of(edgesOf(x, root.inverse().times(inverse)));
        return new Jet(value, root, least.trusted(), least.why())
                .of(new Edge(rest, () -> Series.constant(greatest)))
                .valued(value);
    }

    private static Edge[] edgesOf(List<Scalar> x, Series factor) {
        return x.stream()
                .map(Jet::of)
                .map(jet -> new Edge(jet, () -> jet.series().times(factor)))
                .toArray(Edge[]::new);
    }

    /** exp(x − greatest), the greatest being taken as a constant. */
    private List<Scalar> exponentials(List<Scalar> x) {
        require(!x.isEmpty());
        Scalar greatest = greatest(x);
        List<Scalar> made = new ArrayList<>();
        for (Scalar entry : x) {
            boolean largest = entry.value() == greatest.value() && Double.isInfinite(entry.value());
            Scalar difference = largest
                    ? new Jet(Double.NaN, Series.constant(0), Jet.LOST, "only infinities")
                    : minus(entry, greatest);
            made.add(JetMath.function("exp", difference));
        }
        return made;
    }

    private static Scalar greatest(List<Scalar> x) {
        return Scalar.constant(x.stream().mapToDouble(Scalar::value).max().orElseThrow());
    }

    private Scalar logSumExp(List<Scalar> x) {
        require(!x.isEmpty());
        Scalar greatest = greatest(x);
        if (greatest.value() == Double.NEGATIVE_INFINITY) {
            return new Jet(greatest.value(), Series.constant(0), Jet.OVERFLOWED, "only masks");
        }
        return plus(JetMath.function("log", total(exponentials(x))), greatest);
    }

    private ArrayValue softmax(ArrayValue array) {
        List<Scalar> x = entries(array);
        double[] values = Reductions.softmax(values(x));
        List<Scalar> exponentials = exponentials(x);
        Scalar total = total(exponentials);
        Object[] shares = new Object[values.length];
        for (int i = 0; i < shares.length; i++) {
            Scalar share = math.binary("/", exponentials.get(i), total, false);
            shares[i] = valued(values[i], share, List.of());
        }
        return new ArrayValue(shares, false);
    }

    private ArrayValue matVec(ArrayValue a, ArrayValue x) {
        List<Scalar> vector = entries(x);
        Object[] results = new Object[a.length()];
        for (int i = 0; i < results.length; i++) {
            List<Scalar> row = entries((ArrayValue) a.get(i));
            require(row.size() == vector.size());
            results[i] = dot(row, vector);
        }
        return results(results, Linear.matVec(matrix(a), values(vector)));
    }

    private ArrayValue matTVec(ArrayValue a, ArrayValue x) {
        List<List<Scalar>> columns = columns(a);
        Object[] results = new Object[columns.size()];
        for (int j = 0; j < results.length; j++) {
            results[j] = dot(columns.get(j), entries(x));
        }
        return results(results, Linear.matTVec(matrix(a), values(entries(x))));
    }

    private ArrayValue matMul(ArrayValue a, ArrayValue b) {
        require(a.length() > 0 && b.length() > 0);
        List<List<Scalar>> columns = columns(b);
        for (int i = 0; i < a.length(); i++) {
            require(((ArrayValue) a.get(i)).length() == b.length());
        }
        double[][] values = Linear.matMul(matrix(a), matrix(b));
        Object[] rows = new Object[a.length()];
        for (int i = 0; i < rows.length; i++) {
            Object[] cells = new Object[columns.size()];
            for (int j = 0; j < cells.length; j++) {
                cells[j] = dot(entries((ArrayValue) a.get(i)), columns.get(j));
            }
            rows[i] = results(cells, values[i]);
        }
        return new ArrayValue(rows, false);
    }

    private static ArrayValue results(Object[] formulas, double[] values) {
        for (int i = 0; i < formulas.length; i++) {
            formulas[i] = valued(values[i], (Scalar) formulas[i], List.of());
        }
        return new ArrayValue(formulas, false);
    }

    private static List<List<Scalar>> columns(ArrayValue a) {
        int n = ((ArrayValue) a.get(0)).length();
        List<List<Scalar>> columns = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            List<Scalar> column = new ArrayList<>();
            for (int i = 0; i < a.length(); i++) {
                ArrayValue row = (ArrayValue) a.get(i);
                require(row.length() == n);
                column.add((Scalar) row.get(j));
            }
            columns.add(column);
        }
        return columns;
    }

    /** The formula's derivatives with the runtime's value, which must be the formula's. */
    private static Scalar valued(double value, Scalar formula, List<Scalar> operands) {
        if (!(formula instanceof Jet jet)) {
            return operands.stream().anyMatch(Jet.class::isInstance) ? JetMath.flat(value) : Scalar.constant(value);
        }
        return JetMath.valued(value, jet, List.of(jet));
    }

    private Scalar plus(Scalar a, Scalar b) {
        return math.binary("+", a, b, false);
    }

    private Scalar minus(Scalar a, Scalar b) {
        return math.binary("-", a, b, false);
    }

    private Scalar times(Scalar a, Scalar b) {
        return math.binary("*", a, b, false);
    }

    private Scalar total(List<Scalar> terms) {
        return terms.stream().reduce(Scalar.constant(0), this::plus);
    }

    private Scalar dot(List<Scalar> x, List<Scalar> y) {
        Scalar sum = Scalar.constant(0);
        for (int i = 0; i < x.size(); i++) {
            sum = plus(sum, times(x.get(i), y.get(i)));
        }
        return sum;
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

    private static double[] values(List<Scalar> entries) {
        return entries.stream().mapToDouble(Scalar::value).toArray();
    }

    private static double[][] matrix(ArrayValue array) {
        double[][] rows = new double[array.length()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = values(entries((ArrayValue) array.get(i)));
        }
        return rows;
    }
}
