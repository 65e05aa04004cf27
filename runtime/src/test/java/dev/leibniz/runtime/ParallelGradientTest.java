package dev.leibniz.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelGradientTest {

    private static ParallelGradient<double[]> sum(double[] weights, int examples) {
        return ParallelGradient.sum(
                examples,
                () -> new double[weights.length],
                (i, gradient) -> {
                    Random random = new Random(i);
                    double value = 0;
                    for (int j = 0; j < weights.length; j++) {
                        double x = random.nextGaussian();
                        value += x * weights[j] * weights[j];
                        gradient[j] += 2 * x * weights[j];
                    }
                    return value;
                },
                ParallelGradientTest::add);
    }

    private static void add(double[] to, double[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 63, 64, 65, 1000})
    void eachExampleCountsOnce(int examples) {
        AtomicInteger calls = new AtomicInteger();
        ParallelGradient<int[]> counted = ParallelGradient.sum(
                examples,
                () -> new int[examples],
                (i, seen) -> {
                    calls.incrementAndGet();
                    seen[i]++;
                    return 1;
                },
                (to, from) -> {
                    for (int i = 0; i < to.length; i++) {
                        to[i] += from[i];
                    }
                });
        assertEquals(examples, counted.value());
        assertEquals(examples, calls.get());
        for (int count : counted.gradient()) {
            assertEquals(1, count);
        }
    }

    @Test
    void theLastBitDoesNotDependOnTheNumberOfThreads() throws Exception {
        double[] weights = {0.3, -1.7, 2.9};
        ParallelGradient<double[]> here = sum(weights, 777);
        for (int threads = 1; threads <= 4; threads++) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            try {
                ParallelGradient<double[]> there =
                        pool.submit(() -> sum(weights, 777)).get();
                assertEquals(here.value(), there.value());
                assertArrayEquals(here.gradient(), there.gradient());
            } finally {
                pool.shutdown();
            }
        }
    }

    @Test
    void whatAnExampleThrowsIsThrown() {
        ArithmeticException thrown = assertThrows(
                ArithmeticException.class,
                () -> ParallelGradient.sum(
                        100,
                        () -> new double[1],
                        (i, gradient) -> {
                            if (i == 57) {
                                throw new ArithmeticException("singular");
                            }
                            return 0;
                        },
                        ParallelGradientTest::add));
        assertEquals("singular", thrown.getMessage());
    }

    @Test
    void aNegativeNumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> sum(new double[1], -1));
    }
}
