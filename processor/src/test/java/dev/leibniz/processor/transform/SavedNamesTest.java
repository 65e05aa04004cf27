package dev.leibniz.processor.transform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.DifferentiableProcessor;
import dev.leibniz.processor.frontend.Compiled;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept for the backward sweep is called after what it is, also where it comes out of a branch or a row. */
class SavedNamesTest {
    @Test
    void afterWhatComputesItInABranch() {
        String text = generated("""
            @Differentiable static double f(double[] x) {
                double y = 1;
                for (int i = 0; i < x.length; i++) {
                    if (x[i] > 0) {
                        y *= Math.exp(x[i] * y);
                    }
                }
                return y;
            }
            """);
        assertTrue(text.contains("double[] expSaved"), text);
        assertFalse(text.contains("saved"), text);
    }

    @Test
    void afterTheMatrixItIsAnElementOf() {
        String text = generated("""
            @Differentiable static double f(double[] x) {
                double[][] work = {{1, 2}, {3, 4}};
                double y = 1;
                for (int i = 0; i < x.length; i++) {
                    y *= work[i % 2][0];
                    work[i % 2][0] = y * x[i];
                }
                return y;
            }
            """);
        assertTrue(text.contains("double[] workSaved"), text);
    }

    private static String generated(String method) {
        Compiled compiled = Compiled.of(
                Map.of(
                        "Model.java",
                        "import dev.leibniz.annotations.Differentiable;\nclass Model {\n" + method + "}\n"),
                new DifferentiableProcessor());
        assertTrue(compiled.success(), () -> compiled.messages().toString());
        return compiled.generated().get("ModelGrad.java");
    }
}
