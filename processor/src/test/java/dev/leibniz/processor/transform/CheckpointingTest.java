package dev.leibniz.processor.transform;

import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.leibniz.processor.DifferentiableProcessor;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a gradient keeps of a loop over steps, as seen in the generated code; that it is right is seen in the corpus. */
class CheckpointingTest {

    private static String gradient(String body) throws IOException {
        String source = "import dev.leibniz.annotations.Differentiable;\n"
                + "final class Steps {\n  @Differentiable static double f(double[] x, double[] c) {\n" + body
                + "\n  }\n}\n";
        Compilation compilation = javac().withProcessors(new DifferentiableProcessor())
                .compile(JavaFileObjects.forSourceString("Steps", source));
        assertEquals(
                Compilation.Status.SUCCESS,
                compilation.status(),
                () -> compilation.diagnostics().toString());
        String generated = compilation
                .generatedSourceFile("StepsGrad")
                .orElseThrow()
                .getCharContent(false)
                .toString();
        int start = generated.indexOf("FGrad fGradInto(");
        return generated.substring(start, generated.indexOf("\n    }\n", start));
    }

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
        String code = gradient(DIFFUSION.formatted(""));
        assertTrue(code.contains("yStarts[t] = yStart;"), code);
        assertFalse(code.contains("Saved"), code);
        assertFalse(code.contains("fluxStart"), code);
    }

    @Test
    void whatAStepReadsMustStillBeThereAfterTheLoop() throws IOException {
        String code = gradient("double[] rate = c.clone();\n"
                + DIFFUSION
                        .formatted("rate[0] = y[0]; y[1] = rate[0] * rate[1];")
                        .replace("c[i] *", "rate[i] *"));
        assertFalse(code.contains("yStart"), code);
        assertTrue(code.contains("Saved"), code);
    }

    @Test
    void aStepOfTranscendentalFunctionsIsKept() throws IOException {
        String code = gradient("""
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
        String code = gradient("""
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
}
