package dev.leibniz.processor.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the adjoints of single operations look like in the generated code; that they are right is seen in the corpus. */
class OperationAdjointsTest {
    private static String backwardOfLoop(String statement) throws IOException {
        return GradientText.backward("""
                double[] y = x.clone();
                double h = c[0];
                for (int i = 1; i < x.length; i++) {
                  %s
                }
                return y[0] * y[1];
            """.formatted(statement));
    }

    private static String loopOf(String backward) {
        return backward.substring(backward.indexOf("for (int i = 1; i"));
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    /** (adjoint / 6) · h is adjoint · (h / 6), and h is the same all the time. */
    @Test
    void aQuotientOfWhatDoesNotChangeIsTakenOutOfTheLoop() throws IOException {
        String backward = backwardOfLoop("y[i] = h * (x[i] * x[i]) / 6;");
        assertTrue(backward.contains("double r = h / 6;"), backward);
        assertTrue(loopOf(backward).contains("* r"), backward);
    }

    @Test
    void aQuotientStaysWhereBothFactorsChange() throws IOException {
        String backward = backwardOfLoop("y[i] = x[i - 1] * (x[i] * x[i]) / 6;");
        assertFalse(backward.contains("h / 6"), backward);
        assertEquals(1, count(loopOf(backward), "dy[i] / 6") + count(loopOf(backward), "dyI / 6"), backward);
    }

    /** A factor divided by less than 1 might become infinite where the product is not. */
    @Test
    void aQuotientStaysWhereTheDivisorIsSmall() throws IOException {
        String backward = backwardOfLoop("y[i] = h * (x[i] * x[i]) / 0.3;");
        assertFalse(backward.contains("h / 0.3"), backward);
    }

    @Test
    void aQuotientStaysWhereTheFactorIsOfThisIteration() throws IOException {
        String backward = backwardOfLoop("h *= x[i]; y[i] = h * (x[i] * x[i]) / 6;");
        assertFalse(backward.contains("h / 6"), backward);
    }

    /** The cosine is the derivative of the sine, and the other way round. */
    @Test
    void functionsBesideTheirDerivativesAreNotComputedTwice() throws IOException {
        String backward = backwardOfLoop("y[i] = y[i - 1] * Math.sin(x[i]) * Math.cos(x[i]);");
        assertEquals(0, count(backward.replaceAll("//.*", ""), "Math."), backward);
    }

    @Test
    void aDerivativeThatTheMethodDoesNotComputeIsComputedBehind() throws IOException {
        String backward = backwardOfLoop("y[i] = y[i - 1] * Math.sin(x[i]);");
        assertEquals(1, count(backward.replaceAll("//.*", ""), "Math.cos("), backward);
    }

    /** In the other branch it may not have been computed. */
    @Test
    void aFunctionInAnotherBranchIsNoneBeside() throws IOException {
        String backward = backwardOfLoop("""
                if (x[i] > 0) y[i] = y[i - 1] * Math.sin(x[i]); else y[i] = y[i - 1] * Math.cos(x[i]);
            """).replaceAll("//.*", "");
        assertTrue(count(backward, "Math.cos(") == 1 && count(backward, "Math.sin(") == 1, backward);
    }
}
