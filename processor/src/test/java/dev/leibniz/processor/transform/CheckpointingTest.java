package dev.leibniz.processor.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a gradient keeps of a loop over steps, as seen in the generated code; that it is right is seen in the corpus. */
class CheckpointingTest {

    private static final String DIFFUSION = """
                double[] y = x.clone();
                double[] flux = new double[x.length + 1];
                for (int t = 0; t < 9; t++) {
                  for (int i = 1; i < x.length; i++) flux[i] = c[i] * y[i] * (y[i] - y[i - 1]);
                  for (int i = 0; i < x.length; i++) y[i] += 0.1 * (flux[i + 1] - flux[i]);
                }
                %s
                return y[0] * y[1];
            """;

    @Test
    void aStepKeepsWhatItStartsFromAndNothingElse() throws IOException {
        String code = GradientText.of(DIFFUSION.formatted(""));
        assertTrue(code.contains("yStarts[t] = yStart;"), code);
        assertFalse(code.contains("Saved"), code);
        assertFalse(code.contains("fluxStart"), code);
    }

    @Test
    void whatAStepReadsMustStillBeThereAfterTheLoop() throws IOException {
        String code = GradientText.of("double[] rate = c.clone();\n"
                + DIFFUSION
                        .formatted("rate[0] = y[0]; y[1] = rate[0] * rate[1];")
                        .replace("c[i] *", "rate[i] *"));
        assertFalse(code.contains("yStart"), code);
        assertTrue(code.contains("Saved"), code);
    }

    @Test
    void aStepOfTranscendentalFunctionsIsKept() throws IOException {
        String code = GradientText.of("""
                double[] y = x.clone();
                for (int t = 0; t < 9; t++) {
                  for (int i = 0; i < x.length; i++) y[i] = Math.tanh(Math.sin(y[i]) * c[i]) + Math.exp(-y[i]);
                }
                return y[0] * y[1];
            """);
        assertFalse(code.contains("yStart"), code);
    }

    /** The array of adjoints that each step fills from its first element to its last is one array. */
    @Test
    void theAdjointsOfWorkArraysAreMadeOnce() throws IOException {
        String code = GradientText.of("""
                double[] y = x.clone();
                double[] k = new double[x.length];
                for (int t = 0; t < 9; t++) {
                  for (int i = 0; i < x.length; i++) k[i] = c[i] * y[i] * y[i];
                  for (int i = 0; i < x.length; i++) y[i] += 0.1 * k[i];
                }
                return y[0] * y[1];
            """);
        int backward = code.indexOf("// backward");
        int loop = code.indexOf("for (int t = 8;", backward);
        assertTrue(code.substring(backward, loop).contains("double[] dk = new double["), code);
        assertFalse(code.substring(loop).contains("new double["), code);
        assertTrue(code.contains("dk[i] = "), code);
        assertFalse(code.contains("dk[i] = 0;"), code);
    }

    private static void assertKeepsStarts(boolean expected, String body) throws IOException {
        String code = GradientText.of(body);
        assertEquals(expected, code.contains("Start"), code);
    }

    /** Where the arrays change places it is not known which of them a step writes. */
    @Test
    void stepsThatSwapArraysAreNotRunAgain() throws IOException {
        String swap = """
                double[] y = x.clone();
                double[] z = new double[x.length];
                for (int t = 0; t < 9; t++) {
                  for (int i = 1; i < x.length; i++) z[i] = c[i] * y[i] * (y[i] - y[i - 1]);
                  %s
                  for (int i = 0; i < x.length; i++) y[i] += 0.1 * z[i] * y[i];
                }
                return y[0] * y[1];
            """;
        assertKeepsStarts(true, swap.formatted(""));
        assertKeepsStarts(false, swap.formatted("double[] old = y; y = z; z = old;"));
        assertKeepsStarts(false, swap.formatted("if (y[0] > 1) z = y;"));
    }

    /** A step of which nothing would have to be kept is cheaper as it is. */
    @Test
    void linearStepsAreNotRunAgain() throws IOException {
        assertKeepsStarts(false, """
                double[] y = x.clone();
                for (int t = 0; t < 9; t++) {
                  for (int i = 1; i < x.length; i++) y[i] += 0.1 * (y[i] - y[i - 1]);
                }
                return y[0] * y[1];
            """);
    }

    /** What a step carries besides its arrays is kept, too: but no counter that can be counted again. */
    @Test
    void numbersThatStepsCarryAreKept() throws IOException {
        String code = GradientText.of("""
                double[] y = x.clone();
                double time = 0.1;
                for (int t = 0; t < 9; t++) {
                  for (int i = 1; i < x.length; i++) y[i] += time * c[i] * y[i] * y[i - 1];
                  time = time * 0.9 + 0.1 * y[1];
                }
                return y[0] * y[1];
            """);
        assertTrue(code.contains("yStarts[t] = yStart;"), code);
        assertTrue(code.contains("timeSaved[t] = time;"), code);
    }
}
