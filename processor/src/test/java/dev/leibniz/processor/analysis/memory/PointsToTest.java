package dev.leibniz.processor.analysis.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leibniz.processor.frontend.ReadPrograms;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which variables may be one array. The first and the last store of a method go to the arrays that are compared. */
class PointsToTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "double[] a = new double[3], b = a;                                       | true",
                "double[] a = new double[3], b = a.clone();                               | false",
                "double[] a = new double[3], b = n > 0 ? a : x;                           | true",
                "double[] a = m[0], b = m[n];                                             | true",
                "double[][] r = new double[2][3]; double[] a = r[0], b = x;               | false",
                "double[][] r = new double[2][]; double[] a = x; r[n] = a; double[] b = r[1];   | true",
                "double[] a = new double[3], b = new double[3]; while (a[0] > n) { double[] t = a; a = b; b = t; } | true",
                "double[] a = x, b = m[0];                                                | false",
            })
    void mayAlias(String arrays, boolean expected) {
        Function function = ReadPrograms.function("@Differentiable static double f(double[] p, double[][] q, int n) {"
                + " double[] x = p.clone(); double[][] m = { q[0].clone(), q[1].clone() }; " + arrays
                + " a[0] = 1; b[0] = 2; return x[0]; }");
        PointsTo pointsTo = PointsTo.of(function, Summaries.of(Map.of()));
        List<Value> stored = Walk.statements(function.body()).stream()
                .filter(stmt -> stmt instanceof Stmt.Store store
                        && !store.array().type().element().isArray())
                .map(stmt -> ((Stmt.Store) stmt).array())
                .toList();
        Value a = stored.get(stored.size() - 2);
        Value b = stored.get(stored.size() - 1);
        assertEquals(expected, pointsTo.mayAlias(a, b));
        assertEquals(expected, pointsTo.mayAlias(b, a));
    }
}
