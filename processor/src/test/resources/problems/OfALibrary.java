import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

class OfALibrary {
    @Differentiable
    static double secondDerivative(double x) {
        return LibraryGrad.squareHvp(x, 1).x(); // ERROR: missing-order | .squareHvp
    }

    @Differentiable
    static double gradientOfAnArray(double[] x) {
        return LibraryGrad.doubledGrad(x).x()[0]; // ERROR: wrong-derivative | .doubledGrad
    }

    @Differentiable
    static double notAnnotated(double x) {
        return LibraryGrad.plainGrad(x).x(); // ERROR: missing-derivative | .plainGrad
    }

    @Differentiable
    static double derivativeOfADerivative(double x) {
        return LibraryGrad.squareGrad(x).x();
    }

    @Differentiable
    static double derivativeOfAConstant(double x, @NoDerivative double y) {
        return x * LibraryGrad.squareGrad(y).x();
    }

    @Differentiable
    static double recordOfAConstant(double x, @NoDerivative Library.Point point) {
        return x * Library.turned(point, 2).y();
    }

    @Differentiable
    static double recordThatVaries(double x, @NoDerivative Library.Point point) {
        return x * Library.turned(point, x).y(); // ERROR: unknown-callee | .turned
    }

    @Differentiable
    static double resultMayBeTheArgument(double[] x) {
        double[] a = x.clone();
        double[] b = Library.doubled(a);
        b[0] = 1; // ERROR: aliasing | = 1
        return a[0];
    }

    @Differentiable
    static double argumentMayBeTheResult(double[] x) {
        double[] a = x.clone();
        double[] b = through(a);
        a[0] *= 2; // ERROR: aliasing | *= 2
        return b[0];
    }

    private static double[] through(double[] a) {
        return Library.doubled(a);
    }

    @Differentiable
    static double anotherArrayInEachIteration(double[] x) {
        double s = 0;
        double[] a = new double[1];
        for (double each : x) {
            a[0] = each;
            s += Library.doubled(a)[0];
            double[] b = Library.doubled(a.clone());
            b[0] += each;
            s += b[0] * a[0];
        }
        return s;
    }

    @Differentiable
    static double recordResult(double x) {
        return Library.point(x).y();
    }

    @Differentiable
    static double differentiated(double x) {
        return Library.square(x);
    }

    @Differentiable
    static double takesAnObject(double x, @NoDerivative Library.Vec v) {
        return Library.length(v, x); // ERROR: unavailable | .length
    }

    @Differentiable
    static double derivativeByAnObject(double x, @NoDerivative Library.Vec v) {
        return LibraryGrad.lengthGrad(v, x).t(); // ERROR: unavailable | .lengthGrad
    }

    @Differentiable
    static double returnsAnObject(double x) {
        Library.Vec v = Library.scaled(x); // ERROR: unavailable | .scaled
        return v == null ? 0 : x;
    }
}
