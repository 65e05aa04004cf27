package dev.leibniz.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.runtime.SparseMatrix;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sparse derivatives have the elements that are found in another way, those that are not 0 in the same order. */
class SparseCasesTest {
    static Stream<String> cases() {
        return SparseCases.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSameElements(String name) {
        SparseCases.Case problem = SparseCases.all().get(name).get();
        SparseMatrix sparse = problem.sparse().get();
        double[][] other = problem.other().get();
        assertEquals(other.length, sparse.rows());
        double[][] dense = sparse.toDense();
        int different = 0;
        for (int i = 0; i < other.length; i++) {
            double[] expected = withoutZeros(other[i]);
            double[] actual = withoutZeros(dense[i]);
            assertEquals(expected.length, actual.length, "row " + i);
            for (int k = 0; k < expected.length; k++) {
                assertEquals(expected[k], actual[k], 1e-12 * (1 + Math.abs(expected[k])), "row " + i);
                different++;
            }
        }
        assertTrue(different > sparse.rows());
    }

    private static double[] withoutZeros(double[] row) {
        return Arrays.stream(row).filter(element -> Math.abs(element) > 1e-13).toArray();
    }
}
