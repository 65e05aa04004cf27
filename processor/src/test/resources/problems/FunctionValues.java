import dev.leibniz.annotations.Differentiable;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** Functions whose code is not known where they are called. */
class FunctionValues {
    static double at(DoubleUnaryOperator f, double x) {
        return f.applyAsDouble(x);
    }

    @Differentiable
    static double parameter(DoubleUnaryOperator f, double x) {
        return f.applyAsDouble(1) * x + f.applyAsDouble(x); // ERROR: unknown-function | .applyAsDouble(x)
    }

    @Differentiable
    static double boxed(Function<Double, Double> f, double x) {
        return f.apply(x); // ERROR: unknown-function | .apply
    }

    @Differentiable
    static double anotherInEachIteration(double x) {
        DoubleUnaryOperator f = y -> y;
        for (int i = 0; i < 3; i++) {
            DoubleUnaryOperator g = f;
            f = y -> g.applyAsDouble(y) * x; // ERROR: function-value | y -> g
        }
        return f.applyAsDouble(x);
    }

    @Differentiable
    static double inAnArray(double x) {
        DoubleUnaryOperator[] all = {y -> y, y -> y * x}; // ERROR: function-value | y -> y, y
        return all[1].applyAsDouble(x);
    }

    @Differentiable
    static double inAList(double x) {
        List<DoubleUnaryOperator> all = List.of(y -> y, y -> y * x); // ERROR: lambda | y -> y * x
        return all.get(1).applyAsDouble(x);
    }

    static double grows(DoubleUnaryOperator f, double x, int n) {
        return n == 0
                ? f.applyAsDouble(x)
                : grows(y -> f.applyAsDouble(y) * x, x, n - 1); // ERROR: function-value | y -> f
    }

    @Differentiable
    static double growing(double x, int n) {
        return grows(y -> y, x, n);
    }

    @Differentiable
    static double ofTheLibrary(double x) {
        DoubleFunction<String> f = Double::toString; // ERROR: method-reference | Double::
        return x * f.apply(x).length();
    }

    @Differentiable
    static double compared(double x) {
        DoubleUnaryOperator f = y -> y;
        DoubleUnaryOperator g = f;
        return f == g ? x : 2 * x; // ERROR: reference-comparison | == g
    }

    @Differentiable
    static double sometimesUnknown(DoubleUnaryOperator given, double x) {
        DoubleUnaryOperator f = x > 0 ? y -> y * x : given; // ERROR: function-value | y -> y
        return f.applyAsDouble(x);
    }

    @Differentiable
    static double recordsOfTwo(double x) {
        Holder h = new Holder(y -> y);
        if (x > 0) {
            h = new Holder(y -> y * x); // ERROR: function-value | y -> y
        }
        return h.f().applyAsDouble(x);
    }

    record Holder(DoubleUnaryOperator f) {}

    @Differentiable
    static double callsItself(double x) {
        return at(
                new DoubleUnaryOperator() { // ERROR: object-creation | new
                    @Override
                    public double applyAsDouble(double y) {
                        return y < 1 ? y * x : applyAsDouble(y / 2);
                    }
                },
                x);
    }

    interface Curve {
        double at(double x);
    }

    record Linear(double by) implements Curve {
        @Override
        public double at(double x) {
            return x * by;
        }
    }

    record Entry(Curve curve, int n) {}

    @Differentiable
    static double amongObjects(double x, int n) {
        Curve[] all = {new Linear(x), y -> y * n}; // ERROR: function-value | y -> y * n
        return all[0].at(x);
    }

    @Differentiable
    static double inElements(double x, int n) {
        Entry[] all = new Entry[2];
        all[0] = new Entry(y -> y * n, n); // ERROR: function-value | = new Entry
        return all[0].curve().at(x);
    }

    static double sum(double x, Curve... curves) {
        return curves[0].at(x);
    }

    @Differentiable
    static double asVariableArguments(double x) {
        return sum(x, new Linear(x), y -> y * x); // ERROR: function-value | y -> y * x
    }

    @Differentiable
    static double nullBehindABranch(double x, int n) {
        DoubleUnaryOperator f = n > 2 ? null : y -> y * x; // ERROR: function-value | y -> y * x
        return f == null ? x : f.applyAsDouble(x);
    }

    @Differentiable
    static double neverAssigned(double x, int n) {
        DoubleUnaryOperator f = null;
        if (n > 2) {
            f = y -> y * x; // ERROR: function-value | y -> y * x
        }
        return f.applyAsDouble(x);
    }

    static DoubleUnaryOperator found(double x, int n) {
        if (n > 2) {
            return y -> y * x; // ERROR: function-value | y -> y * x
        }
        return null;
    }

    @Differentiable
    static double perhapsReturned(double x, int n) {
        DoubleUnaryOperator f = found(x, n);
        return f == null ? x : f.applyAsDouble(x); // ERROR: unknown-function | .applyAsDouble
    }

    static final double[] TABLE = {1, 2};

    static double counted(double y) {
        TABLE[0]++;
        return y;
    }

    @Differentiable
    static double writesInAFunction(double x, @dev.leibniz.annotations.NoDerivative List<Double> list) {
        list.sort((a, b) -> Double.compare(counted(a), b)); // ERROR: lambda | (a, b)
        return x * list.get(0);
    }

    @Differentiable
    static double capturesInAFunction(double x, @dev.leibniz.annotations.NoDerivative List<Double> list, @dev.leibniz.annotations.NoDerivative double[] y) {
        list.removeIf(a -> a > y[0]); // ERROR: lambda | a ->
        return x * list.get(0);
    }

    @Differentiable
    static double givesNumbersToAFunction(double x, @dev.leibniz.annotations.NoDerivative List<Double> list) {
        list.add(x); // ERROR: collection | .add
        list.sort((a, b) -> Double.compare(b, a));
        return x * list.get(0);
    }
}
