package dev.leibniz.processor.analysis.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leibniz.processor.frontend.ReadPrograms;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether what {@code Math.sin} was given is still in the array {@code a} when the backward sweep comes to it. */
class MemoryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s += Math.sin(a[0]);                                              | true",
                "s += Math.sin(a[0]); a[1] = 2;                                    | false",
                "a[1] = 2; s += Math.sin(a[0]);                                    | true",
                "for (int i = 0; i < n; i++) { s += Math.sin(a[i]); }              | true",
                "for (int i = 0; i < n; i++) { a[i] = s; s += Math.sin(a[i]); }    | false",
                "for (int i = 0; i < n; i++) { b[i] = s; s += Math.sin(a[i]); }    | true",
                "if (n > 0) { s += Math.sin(a[0]); } else { a[0] = 1; }            | true",
                "while (s < n) { if (s > 0) { s += Math.sin(a[0]); } else { a[0] = 1; } s++; } | false",
            })
    void isStable(String statements, boolean expected) {
        Function function = ReadPrograms.function("@Differentiable static double f(double[] x, int n) {"
                + " double[] a = x.clone(), b = x.clone(); double s = 0; " + statements
                + " return s + a[0] + b[0]; }");
        Places places = Places.of(function);
        Summaries summaries = Summaries.of(Map.of());
        Memory memory = Memory.of(function, places, PointsTo.of(function, summaries), summaries);
        Value given = Walk.statements(function.body()).stream()
                .filter(stmt -> stmt instanceof Stmt.Let let
                        && let.expr() instanceof Expr.Apply apply
                        && apply.op().toString().contains("sin"))
                .map(stmt -> ((Expr.Apply) ((Stmt.Let) stmt).expr()).operand(0))
                .findFirst()
                .orElseThrow();
        Stmt.Let load = (Stmt.Let) Walk.definitions(function.body()).get(given);
        Value array = ((Expr.Load) load.expr()).array();
        assertEquals(expected, memory.isStable(array, load, places.root()));
    }
}
