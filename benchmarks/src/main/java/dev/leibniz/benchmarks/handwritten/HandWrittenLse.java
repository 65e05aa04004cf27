package dev.leibniz.benchmarks.handwritten;

/** The gradient of {@link dev.leibniz.benchmarks.problems.Lse}, which keeps the exponentials where the result will be. */
public final class HandWrittenLse {
    private HandWrittenLse() {}

    /** Returns the gradient by {@code x}. */
    public static double[] gradient(double[] x) {
        int largest = 0;
        for (int i = 1; i < x.length; i++) {
            if (x[i] > x[largest]) {
                largest = i;
            }
        }
        double max = x[largest];
        double[] gradient = new double[x.length];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double e = Math.exp(x[i] - max);
            gradient[i] = e;
            sum += e;
        }
        double scale = 1 / sum;
        for (int i = 0; i < x.length; i++) {
            gradient[i] *= scale;
        }
        return gradient;
    }
}
