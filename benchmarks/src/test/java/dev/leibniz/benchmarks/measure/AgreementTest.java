package dev.leibniz.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.benchmarks.results.SparseJacobian;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated and hand-written derivatives are the same numbers, at sizes that have odd ends. */
class AgreementTest {
    static List<BenchmarkCase> cases() {
        return List.of(
                BenchmarkCases.llsq(50, 17),
                BenchmarkCases.llsq(2, 1),
                BenchmarkCases.lse(1),
                BenchmarkCases.lse(1003),
                BenchmarkCases.det(1),
                BenchmarkCases.det(2),
                BenchmarkCases.det(7),
                BenchmarkCases.ode(5, 1),
                BenchmarkCases.ode(33, 9),
                BenchmarkCases.gmm(1, 3, 7),
                BenchmarkCases.gmm(5, 1, 7),
                BenchmarkCases.gmm(11, 4, 23),
                BenchmarkCases.lstm(1, 2),
                BenchmarkCases.lstm(3, 40),
                BenchmarkCases.bundleAdjustment(2, 3, 10),
                BenchmarkCases.handTracking("tiny", 7, 5),
                BenchmarkCases.handTracking("small", 60, 40),
                BenchmarkCases.kMeans(4, 300, 3),
                BenchmarkCases.particle(),
                BenchmarkCases.saddle(),
                BenchmarkCases.options(20),
                BenchmarkCases.mlp(5, 9, 3, 11));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSameNumbers(BenchmarkCase benchmark) throws ReflectiveOperationException {
        List<Double> expected = new ArrayList<>();
        List<Double> actual = new ArrayList<>();
        flatten(benchmark.handWritten().get(), expected);
        flatten(benchmark.generated().get(), actual);
        assertEquals(expected.size(), actual.size());
        assertTrue(!expected.isEmpty());
        double scale = expected.stream().mapToDouble(Math::abs).max().orElseThrow();
        for (int i = 0; i < expected.size(); i++) {
            int at = i;
            assertEquals(expected.get(i), actual.get(i), 1e-11 * (1 + scale), () -> "element " + at);
        }
    }

    private static void flatten(Object value, List<Double> numbers) throws ReflectiveOperationException {
        if (value instanceof Number number) {
            numbers.add(number.doubleValue());
        } else if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                flatten(Array.get(value, i), numbers);
            }
        } else if (value instanceof SparseJacobian jacobian) {
            flatten(jacobian.rows(), numbers);
            flatten(jacobian.cols(), numbers);
            flatten(jacobian.vals(), numbers);
        } else {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                flatten(component.getAccessor().invoke(value), numbers);
            }
        }
    }
}
