package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.FixedPoint;
import dev.leibniz.annotations.ImplicitFunction;
import dev.leibniz.annotations.NoDerivative;
import dev.leibniz.annotations.Solver;
import java.util.function.DoubleUnaryOperator;

/** Methods that solve equations, by loops and lambdas that are not looked into. */
public final class ImplicitFunctions {
    private ImplicitFunctions() {}

    public record Orbit(double meanAnomaly, double eccentricity, @NoDerivative int steps) {}

    public record Weights(double[][] w, double[] b) {}

    /** Bisection, whose derivative line by line would be 0. */
    private static double root(DoubleUnaryOperator f, double low, double high) {
        double a = low;
        double b = high;
        for (int i = 0; i < 200; i++) {
            double middle = (a + b) / 2;
            if (f.applyAsDouble(middle) > 0) b = middle;
            else a = middle;
        }
        return a;
    }

    @Differentiable(order = 2)
    @ImplicitFunction(residual = "cubic")
    static double cubicRoot(double p, double q) {
        return root(x -> cubic(x, p, q), -100, 100);
    }

    private static double cubic(double x, double p, double q) {
        return x * x * x + (1 + p * p) * x - q;
    }

    @Differentiable(order = 2)
    static double nested(double p, double q) {
        return Math.sin(cubicRoot(cubicRoot(p, q), p * q)) * p + cubicRoot(1, 2);
    }

    @Differentiable(order = 2)
    static double inALoop(double p, double q) {
        double x = q;
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            x = cubicRoot(p, x);
            sum += x * x * (i + 1);
        }
        return sum;
    }

    @Differentiable
    static double inABranch(double p, double q) {
        return q > 0 ? cubicRoot(p, q) * p : q * p;
    }

    /** A residual that solves an equation itself. */
    @ImplicitFunction(residual = "outer")
    static double outerRoot(double p, double q) {
        return root(x -> outer(x, p, q), -100, 100);
    }

    private static double outer(double x, double p, double q) {
        return 3 * x + cubicRoot(p, x) - q * p;
    }

    @Differentiable(order = 2)
    static double rootOfARoot(double p, double q) {
        return outerRoot(p, q) * q;
    }

    @ImplicitFunction(residual = "kepler")
    static double anomaly(Orbit orbit) {
        return root(e -> kepler(e, orbit), -1000, 1000);
    }

    private static double kepler(double e, Orbit orbit) {
        double eccentricity = Math.tanh(orbit.eccentricity()) / 2;
        return e - eccentricity * Math.sin(e) - orbit.meanAnomaly();
    }

    @Differentiable(order = 2)
    static double ofARecord(Orbit orbit, double scale) {
        return Math.cos(anomaly(orbit)) * scale;
    }

    @ImplicitFunction(residual = "heat")
    static double[] temperatures(double[] source, double k, @NoDerivative double[] guess) {
        double[] x = guess.length == source.length ? guess : source.clone();
        return newton(x, source, k);
    }

    private static double[] newton(double[] x, double[] source, double k) {
        int n = x.length;
        double[] y = x.clone();
        for (int step = 0; step < 400; step++) {
            double[] r = heat(y, source, k, x);
            for (int i = 0; i < n; i++) y[i] -= r[i] / (6 + 0.3 * y[i] * y[i]);
        }
        return y;
    }

    static double[] heat(double[] x, double[] source, double k, double[] guess) {
        int n = x.length;
        double c = Math.tanh(k);
        double[] r = new double[n];
        for (int i = 0; i < n; i++) {
            double left = i > 0 ? x[i - 1] : 0;
            double right = i + 1 < n ? x[i + 1] : 0;
            r[i] = 4 * x[i] + 0.1 * x[i] * x[i] * x[i] - c * (left + right) - source[i];
        }
        return r;
    }

    @Differentiable(order = 2)
    static double vector(double[] source, double k, @NoDerivative double[] guess) {
        double[] x = temperatures(source, k, guess);
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += (i + 1) * x[i] * x[i];
        return sum;
    }

    @Differentiable
    static double[] vectorResult(double[] source, double k) {
        return temperatures(source, k, source.clone());
    }

    /** What the first equation was solved for is written over, with its solution; the second is solved for that. */
    @Differentiable(order = 2)
    static double[] oneAfterTheOther(double[] source, double k) {
        double[] b = source.clone();
        double[] x = temperatures(b, k, new double[0]);
        for (int i = 0; i < b.length; i++) {
            b[i] = b[i] * x[b.length - 1 - i] + k;
        }
        double[] y = temperatures(b, 0.5 * k, new double[0]);
        double[] r = new double[x.length + 1];
        for (int i = 0; i < x.length; i++) {
            r[i] = x[i] * y[i] + b[i];
        }
        r[x.length] = k;
        return r;
    }

    /** Equations that are not always solved, and ones of other sizes. */
    @Differentiable
    static double[] notAlways(double[] source, double k) {
        double[] x = source.clone();
        if (k > 0) {
            x = temperatures(x, k, new double[0]);
        }
        double[] first = temperatures(new double[] {x[0], k}, k, new double[0]);
        for (int i = 0; i < 2; i++) {
            x[i] = x[i] * x[i + 1] + temperatures(x, k * i, new double[0])[i] * first[i];
        }
        return x;
    }

    /** The solution is overwritten, and is the next guess. */
    @Differentiable(order = 2)
    static double steps(double[] source, double k) {
        double[] x = source.clone();
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            x = temperatures(x, k * (i + 1), new double[0]);
            if (x.length > 0) {
                sum += x[0] * x[x.length - 1];
                x[0] += k;
            }
        }
        return sum;
    }

    @ImplicitFunction(residual = "symmetric", solver = Solver.CHOLESKY)
    static double[] minimum(double[] b, double w) {
        double[] x = new double[b.length];
        for (int step = 0; step < 600; step++) {
            double[] r = symmetric(x, b, w);
            for (int i = 0; i < x.length; i++) x[i] -= r[i] / 8;
        }
        return x;
    }

    private static double[] symmetric(double[] x, double[] b, double w) {
        int n = x.length;
        double c = Math.tanh(w);
        double[] r = new double[n];
        for (int i = 0; i < n; i++) {
            r[i] = 5 * x[i] + Math.sin(x[i]) - b[i];
            if (i > 0) r[i] += c * x[i - 1];
            if (i + 1 < n) r[i] += c * x[i + 1];
        }
        return r;
    }

    @Differentiable(order = 2)
    static double byCholesky(double[] b, double w) {
        double sum = 0;
        for (double v : minimum(b, w)) sum += v * v * v;
        return sum;
    }

    @Differentiable(order = 2)
    @FixedPoint(map = "cosine")
    static double dottie(double a, double b) {
        double x = 0;
        for (int i = 0; i < 400; i++) x = cosine(x, a, b);
        return x;
    }

    private static double cosine(double x, double a, double b) {
        return 0.5 * Math.cos(x * Math.tanh(a)) + b;
    }

    @FixedPoint(map = "layer")
    static double[] equilibrium(double[] x, Weights weights) {
        double[] z = new double[x.length];
        for (int i = 0; i < 200; i++) z = layer(z, x, weights);
        return z;
    }

    @FixedPoint(map = "layer", solver = Solver.LU)
    static double[] equilibriumByLu(double[] x, Weights weights) {
        return equilibrium(x, weights);
    }

    static double[] layer(double[] z, double[] x, Weights weights) {
        int n = x.length;
        double[] next = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = x[i];
            for (int j = 0; j < n; j++) {
                double w = i < weights.w().length && j < weights.w()[i].length ? weights.w()[i][j] : 0.5;
                sum += 0.5 / (n + 1) * Math.tanh(w) * z[j];
            }
            next[i] = Math.tanh(sum + (i < weights.b().length ? weights.b()[i] : 0));
        }
        return next;
    }

    @Differentiable(order = 2)
    static double deepEquilibrium(double[] x, Weights weights) {
        double[] z = equilibrium(x, weights);
        double sum = 0;
        for (int i = 0; i < z.length; i++) sum += (i + 1) * z[i];
        return sum;
    }

    @Differentiable
    static double[] deepEquilibriumByLu(double[] x, Weights weights) {
        return equilibriumByLu(equilibriumByLu(x, weights), weights);
    }

    @FixedPoint(map = "layer", solver = Solver.GMRES)
    static double[] equilibriumByKrylov(double[] x, Weights weights) {
        return equilibrium(x, weights);
    }

    @ImplicitFunction(residual = "symmetric", solver = Solver.GMRES)
    static double[] minimumByKrylov(double[] b, double w) {
        return minimum(b, w);
    }

    @Differentiable(order = 2)
    static double byKrylov(double[] x, Weights weights) {
        double sum = 0;
        for (double v : equilibriumByKrylov(minimumByKrylov(x, 0.5), weights)) sum += v * v;
        return sum;
    }

    @Differentiable
    static double gradientOfIt(double p, double q) {
        var grad = ImplicitFunctionsGrad.cubicRootGrad(p, q);
        return grad.p() * grad.q() + ImplicitFunctionsGrad.nestedJvp(p, q, 1, p).tangent();
    }
}
