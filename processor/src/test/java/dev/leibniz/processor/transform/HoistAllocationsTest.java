package dev.leibniz.processor.transform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Where work arrays are made, as seen in the generated code; that they are right is seen in the corpus. */
class HoistAllocationsTest {
    /** A loop that could run backward at once when its array was its own must not store anything because it is made once. */
    @Test
    void anArrayThatIsMadeOnceIsNoReasonToRecord() throws IOException {
        String gradient = GradientText.of("""
                double s = 0;
                for (int i = 0; i < x.length; i++) {
                  double[] t = new double[c.length];
                  for (int k = 0; k < 3; k++) for (int j = 0; j < c.length; j++) t[j] += c[j] * x[i] + k * x[i] * x[i];
                  double[] u;
                  if (i % 2 == 0) {
                    u = t;
                  } else {
                    u = new double[c.length];
                    u[0] = t[0] * t[1];
                  }
                  for (int j = 0; j < c.length; j++) s += u[j] * u[j] * x[i];
                }
                return s;
            """);
        assertFalse(gradient.contains("aved"), gradient);
        assertFalse(gradient.contains("[][]"), gradient);
    }

    @Test
    void anArrayThatEachIterationAddsToIsMadeOnce() throws IOException {
        String gradient = GradientText.of("""
                double s = 0;
                for (int i = 0; i < x.length; i++) {
                  double[] t = new double[c.length];
                  for (int k = 0; k < 3; k++) for (int j = 0; j < c.length; j++) t[j] += c[j] * x[i] + k * x[i] * x[i];
                  for (int j = 0; j < c.length; j++) s += t[j] * t[j];
                }
                return s;
            """);
        String loops = loopsOf(gradient);
        assertFalse(loops.contains(" = new double[n]"), gradient);
        assertTrue(loops.contains("Arrays.fill(t, 0);"), gradient);
    }

    /** So are the zeros for its adjoint. */
    @Test
    void aCopyThatEachIterationChangesIsMadeOnce() throws IOException {
        String gradient = GradientText.of("""
                double s = 0;
                int n = c.length;
                for (int i = 0; i < x.length; i++) {
                  double[] t = c.clone();
                  for (int j = 0; j < n; j++) t[j] += x[i] * x[i];
                  for (int j = 0; j < n; j++) s += t[j] * t[j];
                }
                return s;
            """);
        String loops = loopsOf(gradient);
        assertFalse(loops.contains("new double["), gradient);
        assertFalse(loops.contains(".clone()"), gradient);
        assertTrue(loops.contains("System.arraycopy(c, 0, t, 0, n);"), gradient);
    }

    @Test
    void aCopyThatIsKeptIsMadeEachTime() throws IOException {
        String gradient = GradientText.of("""
                double[][] all = new double[x.length][];
                int n = c.length;
                for (int i = 0; i < x.length; i++) {
                  double[] t = c.clone();
                  t[0] *= x[i];
                  all[i] = t;
                }
                return all[0][0] * all[1][n - 1];
            """);
        String loops = loopsOf(gradient);
        assertTrue(loops.contains("c.clone()"), gradient);
    }

    /** From the first loop on, without comments. */
    private static String loopsOf(String gradient) {
        return gradient.substring(gradient.indexOf("for (")).replaceAll("//.*", "");
    }
}
