package dev.leibniz.processor.analysis.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leibniz.processor.frontend.ReadPrograms;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many elements of an array each iteration has to itself. */
class OwnElementsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "r[i] = x[i];                                               | 1",
                "r[2 * i] = x[i]; r[2 * i + 1] = x[0];                      | 2",
                "r[i * 3 + 2] = x[i];                                       | 3",
                "for (int j = 0; j < 3; j++) r[3 * i + j] = x[j];           | 3",
                "for (int j = 0; j < n; j++) r[i * n + j] = x[j];           | n",
                "for (int j = 1; j < n; j++) r[i * n + j - 1] = x[j];       | n",
                "r[i + 1] = x[i];                                           | none",
                "r[2 * i + 2] = x[i];                                       | none",
                "for (int j = 0; j <= 3; j++) r[3 * i + j] = x[j];          | none",
                "for (int j = 0; j < n; j++) r[j * n + i] = x[j];           | none",
                "for (int j = 0; j < n; j++) r[3 * i + j] = x[j];           | none",
                "int m = i % 2 + 1; r[i * m] = x[i];                        | none",
            })
    void areFound(String iteration, String expected) {
        Function function = ReadPrograms.function("@Differentiable static double[] f(double[] x, int n) {"
                + " double[] r = new double[100]; for (int i = 0; i < x.length; i++) { " + iteration
                + " } return r; }");
        Loop.For loop = (Loop.For) function.body().stmts().stream()
                .filter(Loop.For.class::isInstance)
                .findFirst()
                .orElseThrow();
        List<Value> indices = Walk.statements(loop.body()).stream()
                .filter(Stmt.Store.class::isInstance)
                .map(store -> ((Stmt.Store) store).index())
                .toList();
        String width = OwnElements.of(loop, indices, Places.of(function))
                .map(own -> own.width() instanceof Var variable
                        ? variable.name()
                        : own.width().toString())
                .orElse("none");
        assertEquals(expected, width);
    }
}
