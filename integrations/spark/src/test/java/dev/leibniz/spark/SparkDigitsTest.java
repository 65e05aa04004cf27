package dev.leibniz.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.runtime.ParallelGradient;
import dev.leibniz.spark.DigitNet.Weights;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A driver program: the network of the sample app learns from an RDD. */
class SparkDigitsTest {
    private static JavaSparkContext spark;
    private static List<Digit> digits;

    @BeforeAll
    static void start() throws Exception {
        spark = LocalSpark.start();
        digits = Digit.all();
    }

    @AfterAll
    static void stop() {
        spark.close();
    }

    private static ParallelGradient<Weights> sum(SparkGradient<Digit> data, Weights w) {
        return data.sum(w, Weights::zero, SparkDigitsTest::addGradient, Weights::add);
    }

    private static double addGradient(Weights w, Digit digit, Weights gradient) {
        return DigitNetGrad.lossGradInto(w, digit.pixels(), digit.label(), gradient)
                .value();
    }

    @Test
    void theLastBitDoesNotDependOnTheNumberOfPartitions() {
        Weights w = Weights.random(1);
        ParallelGradient<Weights> withoutSpark = ParallelGradient.sum(
                digits.size(), Weights::zero, (i, gradient) -> addGradient(w, digits.get(i), gradient), Weights::add);
        for (int partitions : new int[] {1, 2, 3, 7}) {
            try (SparkGradient<Digit> data = SparkGradient.of(spark.parallelize(digits, partitions))) {
                assertSame(withoutSpark, sum(data, w));
            }
        }
    }

    @Test
    void theSumIsThatOfALoop() {
        Weights w = Weights.random(2);
        double value = 0;
        Weights gradient = Weights.zero();
        for (Digit digit : digits) {
            DigitNetGrad.LossGrad one = DigitNetGrad.lossGrad(w, digit.pixels(), digit.label());
            value += one.value();
            gradient.add(one.w());
        }
        try (SparkGradient<Digit> data = SparkGradient.of(spark.parallelize(digits, 3), 100)) {
            ParallelGradient<Weights> total = sum(data, w);
            assertEquals(value, total.value(), 1e-12 * value);
            double[][] expected = gradient.rows();
            double[][] found = total.gradient().rows();
            double largest = 0;
            for (int i = 0; i < expected.length; i++) {
                for (double element : expected[i]) {
                    largest = Math.max(largest, Math.abs(element));
                }
            }
            for (int i = 0; i < expected.length; i++) {
                assertArrayEquals(expected[i], found[i], 1e-12 * largest);
            }
        }
    }

    @Test
    void theNetworkLearnsAndTheWayThereIsTheSameToTheLastBit() {
        Weights w = learn(spark.parallelize(digits, 2));
        long right = digits.stream()
                .filter(digit -> {
                    double[] logits = DigitNet.logits(w, digit.pixels());
                    for (double logit : logits) {
                        if (logit > logits[digit.label()]) {
                            return false;
                        }
                    }
                    return true;
                })
                .count();
        assertTrue(right > 0.6 * digits.size(), () -> right + " of " + digits.size());
        assertArrayEquals(w.rows(), learn(spark.parallelize(digits, 7)).rows());
    }

    /** Some steps down the mean gradient. */
    private static Weights learn(JavaRDD<Digit> examples) {
        Weights w = Weights.random(3);
        double before = Double.POSITIVE_INFINITY;
        try (SparkGradient<Digit> data = SparkGradient.of(examples)) {
            for (int step = 0; step < 12; step++) {
                ParallelGradient<Weights> total = sum(data, w);
                assertTrue(total.value() < before, "step " + step + ": " + before + ", then " + total.value());
                before = total.value();
                w.add(-0.3 / data.count(), total.gradient());
            }
        }
        return w;
    }

    private static void assertSame(ParallelGradient<Weights> expected, ParallelGradient<Weights> found) {
        assertEquals(expected.value(), found.value());
        assertArrayEquals(expected.gradient().rows(), found.gradient().rows());
    }
}
