package corpus;

import dev.leibniz.annotations.Differentiable;

/** Names that generated code would like to use itself. */
public final class Names {
    private Names() {}

    @Differentiable
    static double grad(double grad, double gradient, double result) {
        double dGrad = grad * gradient;
        double dgrad = dGrad + result;
        return dGrad * dgrad;
    }

    @Differentiable
    static double value(double value, double adjoint) {
        double v = value * adjoint;
        return v * v;
    }

    @Differentiable
    static double tangent(double tangent, double tangentOut, double[] tangents) {
        double t = tangent * tangentOut;
        for (double d : tangents) {
            t += d * t;
        }
        return t;
    }

    @Differentiable
    static double cotangent(double[] cotangent, double seed, double dCotangent) {
        double s = seed;
        for (int i = 0; i < cotangent.length; i++) {
            s += cotangent[i] * cotangent[i] * dCotangent;
        }
        return s;
    }

    @Differentiable(order = 2)
    static double matrix(double matrix, double hessian, double value) {
        return matrix * hessian * value + matrix * matrix;
    }

    @Differentiable
    static double underscores(double _x, double x_, double $x, double x1) {
        double x = _x * x_;
        double x2 = x * $x;
        return x2 * x1 + x;
    }

    @Differentiable
    static double Upper(double Value, double String, double[] Arrays) {
        double Double = Value * String;
        return Double * Arrays[0] + Math.sin(Value);
    }

    @Differentiable
    static double loopNames(double i, double j, double[] dA) {
        double a = i;
        for (int k = 0; k < dA.length; k++) {
            double da = dA[k] * j;
            a += da * a;
        }
        return a;
    }

    @Differentiable(name = "second")
    static double overloaded(double x) {
        return x * x;
    }

    @Differentiable
    static double overloaded(double x, double y) {
        return x * y * overloaded(y);
    }

    @Differentiable
    static double unicode(double größe, double θ) {
        double Δ = größe * θ;
        return Δ * Δ + θ;
    }
}
