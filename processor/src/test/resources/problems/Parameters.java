import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.Arrays;

class Parameters {
    record Layer(double[][] w, double[] b) {}

    @Differentiable
    static double direct(double[] w, @NoDerivative int[] n) {
        w[0] = 2; // ERROR: mutated-parameter | = 2
        w[1] += 3; // ERROR: mutated-parameter | += 3
        n[0]++; // ERROR: mutated-parameter | ++
        return w[0];
    }

    @Differentiable
    static double alias(double[] w) {
        double[] v = w;
        v[0] = 1; // ERROR: mutated-parameter | = 1
        return w[0];
    }

    @Differentiable
    static double maybe(double[] w, boolean inPlace) {
        double[] v = inPlace ? w : new double[1];
        v[0] = 1; // ERROR: mutated-parameter | = 1
        return w[0];
    }

    @Differentiable
    static double row(double[][] m) {
        for (double[] row : m) {
            row[0] = 0; // ERROR: mutated-parameter | = 0
        }
        return m[0][0];
    }

    @Differentiable
    static double shallow(double[][] m) {
        double[][] copy = m.clone();
        copy[0] = new double[2];
        copy[1][0] = 5; // ERROR: mutated-parameter | = 5
        return m[0][0];
    }

    @Differentiable
    static double deep(double[][] m) {
        double[][] copy = m.clone();
        for (int i = 0; i < m.length; i++) {
            copy[i] = m[i].clone();
        }
        copy[1][0] = 5;
        return copy[0][0];
    }

    @Differentiable
    static double throughHelper(double[] w) {
        scale(w); // ERROR: mutated-parameter | scale
        return w[0];
    }

    @Differentiable
    static double throughResult(double[] w) {
        same(w)[0] = 1; // ERROR: mutated-parameter | = 1
        return w[0];
    }

    @Differentiable
    static double component(Layer layer) {
        Arrays.fill(layer.b(), 1); // ERROR: mutated-parameter | .fill
        layer.w()[0][0] = 1; // ERROR: mutated-parameter | = 1
        return layer.b()[0];
    }

    @Differentiable
    static double swapped(double[] w) {
        double[] x = w;
        double[] y = new double[w.length];
        for (int i = 0; i < 3; i++) {
            y[0] = x[0]; // ERROR: mutated-parameter | = x
            double[] t = x;
            x = y;
            y = t;
        }
        return x[0];
    }

    @Differentiable
    static double copy(double[] w) {
        double[] x = w.clone();
        scale(x);
        same(x)[0] = 2;
        System.arraycopy(w, 0, x, 0, 1);
        return x[0];
    }

    private static void scale(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= 2;
        }
    }

    private static double[] same(double[] x) {
        return x;
    }
}
