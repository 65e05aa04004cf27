package dev.leibniz.processor.transform;

import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.leibniz.processor.DifferentiableProcessor;
import java.io.IOException;

/** The code that is generated for the gradient of a method {@code f(double[] x, double[] c)}. */
public final class GradientText {
    private GradientText() {}

    /** The method that computes the gradient. */
    public static String of(String body) throws IOException {
        String generated = ofClass(body);
        int start = generated.indexOf("FGrad fGradInto(");
        return generated.substring(start, generated.indexOf("\n    }\n", start));
    }

    /** What follows the forward sweep in the method that computes the gradient. */
    public static String backward(String body) throws IOException {
        String code = of(body);
        return code.substring(code.indexOf("// backward"));
    }

    /** The whole generated class. */
    public static String ofClass(String body) throws IOException {
        String source = "import dev.leibniz.annotations.Differentiable;\n"
                + "final class Steps {\n  @Differentiable static double f(double[] x, double[] c) {\n" + body
                + "\n  }\n}\n";
        Compilation compilation = javac().withProcessors(new DifferentiableProcessor())
                .compile(JavaFileObjects.forSourceString("Steps", source));
        assertEquals(
                Compilation.Status.SUCCESS,
                compilation.status(),
                () -> compilation.diagnostics().toString());
        return compilation
                .generatedSourceFile("StepsGrad")
                .orElseThrow()
                .getCharContent(false)
                .toString();
    }
}
