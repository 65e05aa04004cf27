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
        return LibraryGrad.squareGrad(x).x(); // ERROR: compiled-derivative | .squareGrad
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
    static double differentiated(double x) {
        return Library.square(x);
    }
}
