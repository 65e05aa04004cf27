package dev.leibniz.processor.transform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * What is still in an array at the end is not kept a second time, as seen in the generated code; that the numbers are right, there
 * and where elements are overwritten, is seen in the corpus.
 */
class FinalElementsTest {

    @Test
    void aTriangularFactorIsItsOwnRecord() throws IOException {
        String code = GradientText.of("""
                double[][] l = new double[x.length][x.length];
                double s = 0;
                for (int i = 0; i < x.length; i++) {
                  for (int j = 0; j <= i; j++) {
                    double t = x[i] * c[j];
                    for (int k = 0; k < j; k++) t -= l[i][k] * l[j][k];
                    l[i][j] = t;
                  }
                }
                return l[1][0] * l[1][1];
            """);
        assertFalse(code.contains("aved"), code);
    }

    @Test
    void aTableIsItsOwnRecord() throws IOException {
        String code = GradientText.of("""
                double[] f = new double[x.length];
                f[0] = c[0];
                for (int i = 1; i < x.length; i++) {
                  double best = 0;
                  for (int j = 0; j < i; j++) best += f[j] * f[j] * x[i];
                  f[i] = best;
                }
                return f[x.length - 1];
            """);
        assertFalse(code.contains("aved"), code);
    }

    @Test
    void anElementThatIsOverwrittenIsKept() throws IOException {
        String code = GradientText.of("""
                double[] f = x.clone();
                for (int r = 0; r < 3; r++) {
                  for (int i = 1; i < x.length; i++) f[i] = f[i] * f[i - 1] + c[i];
                }
                return f[1] * f[2];
            """);
        assertTrue(code.contains("aved") || code.contains("Start"), code);
    }

    @Test
    void oneRowInManyPlacesIsKept() throws IOException {
        String code = GradientText.of("""
                double[] row = new double[3];
                double[][] m = new double[x.length][];
                for (int i = 0; i < x.length; i++) m[i] = row;
                double s = 0;
                for (int i = 0; i < x.length; i++) {
                  for (int j = 0; j < i; j++) s += m[j][0] * m[j][0] * x[i];
                  m[i][0] = x[i] * s;
                }
                return s;
            """);
        assertTrue(code.contains("aved"), code);
    }
}
