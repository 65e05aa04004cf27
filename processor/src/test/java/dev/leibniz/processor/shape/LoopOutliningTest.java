package dev.leibniz.processor.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.transform.GradientText;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Which loops get a method of their own, as seen in the generated code; that they are right is seen in the corpus. */
class LoopOutliningTest {
    private static String classWith(String nest, int copies) throws IOException {
        return GradientText.ofClass("""
                double[][] m = {x.clone(), c.clone()};
                double s = 0;
                for (int t = 0; t < 3; t++) {
                  %s
                }
                return s + m[0][0] * m[1][1];
            """.formatted(nest.repeat(copies)));
    }

    private static boolean hasNests(String generated) {
        return generated.contains("fGradIntoLoops1(");
    }

    private static final String NEST = """
                for (int r = 0; r < 2; r++) for (int i = 0; i < x.length; i++) m[r][i] += 0.1 * m[1 - r][i] * x[i];
            """;

    @Test
    void aNestAmongManyLoopsBecomesAMethod() throws IOException {
        String generated = classWith(NEST + "s += m[0][0] * m[1][1];", 4);
        assertTrue(hasNests(generated), generated);
        int start = generated.indexOf("private static void fGradIntoLoops1(");
        String nest = generated.substring(start, generated.indexOf("\n    }\n", start));
        assertEquals(3, nest.split("for \\(", -1).length, nest);
        assertTrue(nest.substring(0, nest.indexOf(')')).split(",").length <= 8, nest);
    }

    @Test
    void fewLoopsStayTogether() throws IOException {
        String generated = classWith(NEST, 1);
        assertFalse(hasNests(generated), generated);
    }

    /** They are not nested, but there are several of them. */
    @Test
    void loopsAfterEachOtherBecomeAMethod() throws IOException {
        String generated = classWith("""
                for (int i = 0; i < x.length; i++) m[0][i] += 0.1 * m[1][i] * x[i];
                for (int i = 0; i < x.length; i++) m[1][i] += 0.2 * m[0][i] * c[i];
            """, 3);
        assertTrue(hasNests(generated), generated);
    }

    /** They are among many loops, but each is alone. */
    @Test
    void singleLoopsStay() throws IOException {
        String generated = classWith("""
                for (int i = 0; i < x.length; i++) m[0][i] += 0.1 * m[1][i] * x[i];
                s += m[0][0] * m[1][1];
                for (int i = 0; i < x.length; i++) s += m[1][i];
            """, 3);
        assertFalse(generated.contains("fJvpLoops1("), generated);
    }

    /** A number would have to be handed back. */
    @Test
    void loopsThatCarryNumbersStay() throws IOException {
        String generated = classWith("""
                for (int r = 0; r < 2; r++) for (int i = 0; i < x.length; i++) s = 0.5 * s * s + m[r][i] * x[i];
            """, 4);
        assertFalse(hasNests(generated), generated);
    }

    /** What goes on stays where it was. */
    @Test
    void loopsThatThrowStay() throws IOException {
        String generated = GradientText.of("""
                double[][] m = {x.clone(), c.clone()};
                for (int t = 0; t < 3; t++) {
                  %s
                  for (int r = 0; r < 2; r++) for (int i = 0; i < x.length; i++) {
                    if (m[r][i] > 1e9) throw new IllegalStateException();
                    m[r][i] *= x[i];
                  }
                }
                return m[0][0] * m[1][1];
            """.formatted(NEST.repeat(3)));
        assertTrue(hasNests(generated), generated);
        assertTrue(generated.contains("throw new IllegalStateException();"), generated);
    }
}
