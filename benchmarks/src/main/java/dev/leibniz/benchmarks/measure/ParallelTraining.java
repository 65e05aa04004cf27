package dev.leibniz.benchmarks.measure;

import dev.leibniz.benchmarks.problems.MlpGrad;
import dev.leibniz.benchmarks.results.MlpGradient;
import dev.leibniz.runtime.ParallelGradient;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;

/** The sum of the losses of a network for handwritten digits, 64–32–10, over made-up digits, with its gradient. */
public final class ParallelTraining {
    private static final int PIXELS = 64;
    private static final int UNITS = 32;
    private static final int DIGITS = 10;

    private final double[][] hidden;
    private final double[] hiddenBias;
    private final double[][] output;
    private final double[] outputBias;
    private final double[][][] batches;
    private final int[][] labels;

    /**
     * Makes the digits and the network.
     *
     * @param digits how many digits there are
     */
    public ParallelTraining(int digits) {
        RandomArrays arrays = new RandomArrays(12);
        hidden = arrays.gaussian(PIXELS, UNITS);
        hiddenBias = arrays.gaussian(UNITS);
        output = arrays.gaussian(UNITS, DIGITS);
        outputBias = arrays.gaussian(DIGITS);
        batches = new double[digits][][];
        Arrays.setAll(batches, i -> new double[][] {arrays.uniform(PIXELS)});
        labels = new int[digits][];
        Arrays.setAll(labels, i -> arrays.indices(1, DIGITS));
    }

    /** Returns the sum and its gradient, computed by the threads of the pool and no others. */
    public ParallelGradient<MlpGradient> sum(ForkJoinPool pool) {
        return pool.submit(() -> ParallelGradient.sum(
                        batches.length, ParallelTraining::zero, this::addGradient, ParallelTraining::add))
                .join();
    }

    /** Returns the sum and its gradient by one loop over all digits, in the thread that calls. */
    public ParallelGradient<MlpGradient> sumInOneLoop() {
        MlpGradient gradient = zero();
        double value = 0;
        for (int i = 0; i < batches.length; i++) {
            value += addGradient(i, gradient);
        }
        return new ParallelGradient<>(value, gradient);
    }

    private double addGradient(int i, MlpGradient to) {
        return MlpGrad.lossGradInto(
                        hidden,
                        hiddenBias,
                        output,
                        outputBias,
                        batches[i],
                        labels[i],
                        to.hidden(),
                        to.hiddenBias(),
                        to.output(),
                        to.outputBias())
                .value();
    }

    private static MlpGradient zero() {
        return new MlpGradient(
                new double[PIXELS][UNITS], new double[UNITS], new double[UNITS][DIGITS], new double[DIGITS]);
    }

    private static void add(MlpGradient to, MlpGradient from) {
        for (int i = 0; i < PIXELS; i++) {
            add(to.hidden()[i], from.hidden()[i]);
        }
        add(to.hiddenBias(), from.hiddenBias());
        for (int i = 0; i < UNITS; i++) {
            add(to.output()[i], from.output()[i]);
        }
        add(to.outputBias(), from.outputBias());
    }

    private static void add(double[] to, double[] from) {
        for (int j = 0; j < to.length; j++) {
            to[j] += from[j];
        }
    }

    /** Whether two sums and their gradients are the same to the last bit. */
    public static boolean haveSameBits(ParallelGradient<MlpGradient> a, ParallelGradient<MlpGradient> b) {
        return Double.doubleToRawLongBits(a.value()) == Double.doubleToRawLongBits(b.value())
                && Arrays.deepEquals(arrays(a.gradient()), arrays(b.gradient()));
    }

    private static Object[] arrays(MlpGradient gradient) {
        return new Object[] {gradient.hidden(), gradient.hiddenBias(), gradient.output(), gradient.outputBias()};
    }
}
