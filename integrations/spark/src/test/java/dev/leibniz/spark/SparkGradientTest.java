package dev.leibniz.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.leibniz.runtime.ParallelGradient;
import java.io.NotSerializableException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Tuple2;

class SparkGradientTest {
    private static final double[] W = {0.3, -1.7, 2.9};
    private static final AtomicInteger CALLS = new AtomicInteger();
    private static JavaSparkContext spark;

    @BeforeAll
    static void start() {
        spark = LocalSpark.start();
    }

    @AfterAll
    static void stop() {
        spark.close();
    }

    private static JavaRDD<Integer> numbers(int examples, int partitions) {
        return spark.parallelize(IntStream.range(0, examples).boxed().toList(), partitions);
    }

    /** Of very different sizes, so that each order of addition has its own last bits. */
    private static double addGradient(double[] w, Integer i, double[] gradient) {
        double value = 0;
        for (int j = 0; j < w.length; j++) {
            double x = Math.sin(i * 37 + j) * Math.exp(i * 13 % 11);
            value += x * w[j] * w[j];
            gradient[j] += 2 * x * w[j];
        }
        return value;
    }

    private static ParallelGradient<double[]> withoutSpark(int examples) {
        return ParallelGradient.sum(
                examples, () -> new double[W.length], (i, gradient) -> addGradient(W, i, gradient), (to, from) -> {
                    for (int j = 0; j < to.length; j++) {
                        to[j] += from[j];
                    }
                });
    }

    private static void assertSame(ParallelGradient<double[]> expected, ParallelGradient<double[]> found) {
        assertEquals(expected.value(), found.value());
        assertArrayEquals(expected.gradient(), found.gradient());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 64, 65, 129})
    void theSumIsThatWithoutSparkToTheLastBit(int examples) {
        for (int partitions : new int[] {1, 3, 50}) {
            try (SparkGradient<Integer> data = SparkGradient.of(numbers(examples, partitions))) {
                assertEquals(examples, data.count());
                assertSame(withoutSpark(examples), data.sum(W, SparkGradientTest::addGradient));
            }
        }
    }

    @Test
    void anotherNumberOfBlocksIsAnotherOrder() {
        ParallelGradient<double[]> other = SparkGradient.of(numbers(500, 2), 3).sum(W, SparkGradientTest::addGradient);
        assertEquals(withoutSpark(500).value(), other.value(), 1e-9 * Math.abs(other.value()));
        assertNotEquals(withoutSpark(500).value(), other.value());
    }

    @Test
    void sortedExamplesAreTheSameAfterAShuffle() {
        JavaRDD<Integer> shuffled = numbers(300, 2).repartition(5);
        assertNotEquals(numbers(300, 2).collect(), shuffled.collect());
        try (SparkGradient<Integer> data = SparkGradient.of(shuffled.sortBy(i -> i, true, 4))) {
            assertSame(withoutSpark(300), data.sum(W, SparkGradientTest::addGradient));
        }
    }

    /** Between machines, what is moved arrives in any order. */
    @Test
    void theOrderIsThatOfTheNumbers() {
        List<Tuple2<Long, Integer>> numbered = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            numbered.add(new Tuple2<>((long) i, i));
        }
        Collections.shuffle(numbered, new Random(1));
        try (SparkGradient<Integer> data =
                SparkGradient.of(spark.parallelizePairs(numbered, 3), BlockTree.of(300, 64, 4))) {
            assertSame(withoutSpark(300), data.sum(W, SparkGradientTest::addGradient));
        }
    }

    @Test
    void withoutExamplesAllIsZero() {
        for (JavaRDD<Integer> none : List.of(spark.<Integer>emptyRDD(), numbers(0, 3))) {
            try (SparkGradient<Integer> data = SparkGradient.of(none)) {
                ParallelGradient<double[]> total = data.sum(W, SparkGradientTest::addGradient);
                assertEquals(0, data.count());
                assertEquals(0, total.value());
                assertArrayEquals(new double[3], total.gradient());
            }
        }
    }

    @Test
    void whatAnExampleThrowsIsTheCause() {
        try (SparkGradient<Integer> data = SparkGradient.of(numbers(100, 2))) {
            SparkException thrown = assertThrows(
                    SparkException.class,
                    () -> data.sum(W, (w, i, gradient) -> {
                        if (i == 57) {
                            throw new ArithmeticException("singular");
                        }
                        return 0;
                    }));
            assertEquals(
                    "singular",
                    assertInstanceOf(ArithmeticException.class, thrown.getCause())
                            .getMessage());
            assertSame(withoutSpark(100), data.sum(W, SparkGradientTest::addGradient));
        }
    }

    @Test
    void whatCannotBeSerialisedIsReported() {
        Object here = new Object();
        try (SparkGradient<Integer> data = SparkGradient.of(numbers(10, 2))) {
            SparkException thrown =
                    assertThrows(SparkException.class, () -> data.sum(W, (w, i, gradient) -> here.hashCode()));
            assertInstanceOf(NotSerializableException.class, thrown.getCause());
        }
    }

    @Test
    void aTaskThatRunsAgainCountsOnce() {
        CALLS.set(0);
        try (SparkGradient<Integer> data = SparkGradient.of(numbers(200, 2))) {
            ParallelGradient<double[]> total = data.sum(W, (w, i, gradient) -> {
                double value = addGradient(w, i, gradient);
                if (i == 101 && CALLS.getAndIncrement() == 0) {
                    throw new IllegalStateException("a machine that stopped");
                }
                return value;
            });
            assertEquals(2, CALLS.get());
            assertSame(withoutSpark(200), total);
        }
    }

    @Test
    void theParametersAreNotChangedAndTheSumsStayAfterClosing() {
        double[] w = W.clone();
        SparkGradient<Integer> data = SparkGradient.of(numbers(90, 2));
        ParallelGradient<double[]> first = data.sum(w, SparkGradientTest::addGradient);
        data.close();
        assertArrayEquals(W, w);
        assertSame(first, data.sum(w, SparkGradientTest::addGradient));
    }

    @Test
    void examplesThatComeOrGoAreNoticed() {
        CALLS.set(0);
        for (int change : new int[] {-1, 1}) {
            JavaRDD<Integer> unsteady = spark.parallelize(List.of(10), 1)
                    .flatMap(n -> IntStream.range(0, CALLS.getAndIncrement() == 0 ? n : n + change)
                            .iterator());
            SparkGradient<Integer> data = SparkGradient.of(unsteady);
            CALLS.set(1);
            SparkException thrown =
                    assertThrows(SparkException.class, () -> data.sum(W, SparkGradientTest::addGradient));
            assertInstanceOf(IllegalStateException.class, thrown.getCause());
            CALLS.set(0);
        }
    }

    @Test
    void noBlocksAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SparkGradient.of(numbers(3, 1), 0));
    }
}
