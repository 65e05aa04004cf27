package dev.leibniz.benchmarks.jmh;

import dev.leibniz.benchmarks.problems.GmmGrad;
import dev.leibniz.benchmarks.problems.MlpGrad;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Gradients that are added to the caller's buffers. What matters is what they allocate ({@code -prof gc}): it must not grow
 * with the number of points or inputs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GradIntoBenchmark {
    /** The number of points of the mixture, and of inputs of the network. */
    @Param({"100", "10000"})
    public int count;

    private double[] alpha;
    private double[][] mu;
    private double[][] q;
    private double[][] l;
    private double[][] x;
    private double[] alphaBuffer;
    private double[][] muBuffer;
    private double[][] qBuffer;
    private double[][] lBuffer;

    private double[][] hidden;
    private double[] hiddenBias;
    private double[][] output;
    private double[] outputBias;
    private double[][] inputs;
    private int[] labels;
    private double[][] hiddenBuffer;
    private double[] hiddenBiasBuffer;
    private double[][] outputBuffer;
    private double[] outputBiasBuffer;

    /** Makes the parameters and the buffers. */
    @Setup
    public void setUp() {
        Random random = new Random(1);
        alpha = matrix(random, 1, 25)[0];
        mu = matrix(random, 25, 10);
        q = matrix(random, 25, 10);
        l = matrix(random, 25, 45);
        x = matrix(random, count, 10);
        alphaBuffer = new double[25];
        muBuffer = new double[25][10];
        qBuffer = new double[25][10];
        lBuffer = new double[25][45];
        hidden = matrix(random, 64, 32);
        hiddenBias = new double[32];
        output = matrix(random, 32, 10);
        outputBias = new double[10];
        inputs = matrix(random, count, 64);
        labels = random.ints(count, 0, 10).toArray();
        hiddenBuffer = new double[64][32];
        hiddenBiasBuffer = new double[32];
        outputBuffer = new double[32][10];
        outputBiasBuffer = new double[10];
    }

    /** The mixture model. */
    @Benchmark
    public Object gmm() {
        return GmmGrad.objectiveGradInto(alpha, mu, q, l, x, 1.0, 0, alphaBuffer, muBuffer, qBuffer, lBuffer);
    }

    /** The network. */
    @Benchmark
    public Object mlp() {
        return MlpGrad.lossGradInto(
                hidden,
                hiddenBias,
                output,
                outputBias,
                inputs,
                labels,
                hiddenBuffer,
                hiddenBiasBuffer,
                outputBuffer,
                outputBiasBuffer);
    }

    private static double[][] matrix(Random random, int rows, int columns) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return matrix;
    }
}
