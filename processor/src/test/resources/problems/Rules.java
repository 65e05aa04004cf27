import dev.leibniz.annotations.*;

@UseDerivatives(Rules.Table.class)
class Rules {
    static class Library {
        static double power(double x, double y) { return x * y; }
        static double[] scaled(double[] x, double t) { return x.clone(); }
        static double one(double x) { return x; }
        static double two(double x, double y) { return x * y; }
        static double three(double x, double y) { return x * y; }
        static double four(double x, double y) { return x * y; }
        static double five(double x) { return x; }
        static double six(double x) { return x; }
        static double[] seven(double[] x) { return x.clone(); }
    }

    static class Table {
        record Pair(double x, double y) {}
        record Turned(double y, double x) {}
        record Named(double first, double second) {}

        @DerivativeOf(value = "power", owner = Library.class)
        static double power(double x, double y, double cotangent) { return cotangent; } // ERROR: rule-shape | power

        @DerivativeOf(value = "scaled", owner = Library.class)
        static double[] scaled(double[] x, double t, double cotangent) { return x; } // ERROR: rule-shape | scaled

        @DerivativeOf(value = "one", owner = Library.class)
        static double[] one(double x, double cotangent) { return new double[] {1}; } // ERROR: rule-shape | one

        @DerivativeOf(value = "two", owner = Library.class)
        static Pair two(double x, @NoDerivative double y, double cotangent) { return new Pair(y, x); } // ERROR: rule-shape | two

        @DerivativeOf(value = "three", owner = Library.class)
        static Turned three(double x, double y, double cotangent) { return new Turned(y, x); } // ERROR: rule-shape | three

        @DerivativeOf(value = "four", owner = Library.class)
        static Named four(double x, double y, double cotangent) { return new Named(y, x); }

        @DerivativeOf(value = "five", owner = Library.class)
        double five(double x, double cotangent) { return cotangent; } // ERROR: rule-shape | five

        @DerivativeOf(value = "six", owner = Library.class)
        static double six(float x, double cotangent) { return cotangent; } // ERROR: rule-shape | six

        @DerivativeOf(value = "seven", owner = Library.class)
        static double[] seven(double[] x, double[] cotangent) { return cotangent; }
    }

    @Differentiable
    static double f(double x, double[] y) {
        return Library.power(x, x) + Library.four(x, x) + Library.two(x, 2);
    }

    @Differentiable
    static double g(double x, double[] y) {
        return Library.scaled(y, 2)[0] + Library.seven(y)[0];
    }

    @Differentiable
    static double h(double x) {
        return Library.one(x);
    }

    @Differentiable
    static double i(double x) {
        return Library.two(x, 2) * Library.five(x);
    }

    @Differentiable
    static double j(double x) {
        return Library.three(x, x);
    }

    @Differentiable
    static double k(double x) {
        return Library.six(x);
    }

    @Differentiable
    static double l(double x) {
        return Library.five(x);
    }
}
