package dev.leibniz.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.benchmarks.results.MlpGradient;
import dev.leibniz.runtime.ParallelGradient;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ParallelTable} measures is the right sum, the same on any number of threads. */
class ParallelTrainingTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 1437})
    void theNumberOfThreadsDoesNotShow(int digits) {
        ParallelTraining training = new ParallelTraining(digits);
        ParallelGradient<MlpGradient> one = on(1, training);
        assertTrue(ParallelTraining.haveSameBits(one, on(2, training)));
        assertTrue(ParallelTraining.haveSameBits(one, on(5, training)));
        ParallelGradient<MlpGradient> loop = training.sumInOneLoop();
        assertEquals(loop.value(), one.value(), 1e-12 * loop.value());
        for (int i = 0; i < loop.gradient().hidden().length; i++) {
            assertArrayEquals(loop.gradient().hidden()[i], one.gradient().hidden()[i], 1e-9);
        }
        for (int i = 0; i < loop.gradient().output().length; i++) {
            assertArrayEquals(loop.gradient().output()[i], one.gradient().output()[i], 1e-9);
        }
    }

    @Test
    void oneBitIsNoticed() {
        ParallelTraining training = new ParallelTraining(10);
        ParallelGradient<MlpGradient> sum = training.sumInOneLoop();
        ParallelGradient<MlpGradient> other = training.sumInOneLoop();
        assertTrue(ParallelTraining.haveSameBits(sum, other));
        other.gradient().output()[3][4] = Math.nextUp(other.gradient().output()[3][4]);
        assertFalse(ParallelTraining.haveSameBits(sum, other));
    }

    private static ParallelGradient<MlpGradient> on(int threads, ParallelTraining training) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return training.sum(pool);
        } finally {
            pool.shutdown();
        }
    }
}
