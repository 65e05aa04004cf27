package dev.leibniz.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.DifferentiableProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** What happens when other processors and other files come into it. */
class RoundsTest {

    private static final String MODEL = """
        import dev.leibniz.annotations.Differentiable;
        class Model {
            @Differentiable static double f(double x) { return x * Generated.FACTOR; }
            @Differentiable static double g(double x) { return ModelGrad.fGrad(x).x() * x; }
            static double use() { return ModelGrad.gGrad(2).x(); }
        }
        """;

    /** Generates a class with a constant, in the first round. */
    private static final class Other extends AbstractProcessor {
        private boolean done;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                try (Writer file =
                        processingEnv.getFiler().createSourceFile("Generated").openWriter()) {
                    file.write("class Generated { static final double FACTOR = 3; }");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }

    @Test
    void waitsForWhatAnotherProcessorGenerates() {
        Compiled compiled = Compiled.of(Map.of("Model.java", MODEL), new Other(), new DifferentiableProcessor());
        assertTrue(compiled.success(), () -> compiled.messages().toString());
        assertEquals(
                Set.of("Generated.java", "ModelGrad.java"), compiled.generated().keySet());
    }

    @Test
    void whatNobodyGeneratesIsReportedByJavacAlone() {
        Compiled compiled = Compiled.of(Map.of("Model.java", MODEL), new DifferentiableProcessor());
        assertEquals(1, compiled.errors().size(), () -> compiled.messages().toString());
        assertEquals(3, compiled.errors().get(0).getLineNumber());
        String message = compiled.errors().get(0).getMessage(null);
        assertTrue(message.startsWith("cannot find symbol"), message);
    }

    @Test
    void aProblemInOneMethodLeavesTheOthersTheirDerivatives() {
        Compiled compiled = Compiled.of(Map.of("Model.java", """
            import dev.leibniz.annotations.Differentiable;
            class Model {
                @Differentiable static double bad(double x) { java.util.List.of(1).forEach(i -> i.equals(x)); return x; }
                @Differentiable static double good(double x) { return x * x; }
            }
            """), new DifferentiableProcessor());
        assertEquals(1, compiled.errors().size(), () -> compiled.messages().toString());
        String generated = compiled.generated().getOrDefault("ModelGrad.java", "");
        assertTrue(generated.contains("goodGrad(") && !generated.contains("badGrad("), generated);
    }

    @Test
    void methodsOfOtherFilesAreDifferentiatedThrough() {
        Compiled compiled = Compiled.of(Map.of("A.java", """
                    import dev.leibniz.annotations.Differentiable;
                    class A {
                        @Differentiable static double f(double x) { return B.g(x) + BGrad.gGrad(x).x(); }
                    }
                    """, "B.java", """
                    import dev.leibniz.annotations.Differentiable;
                    class B {
                        @Differentiable static double g(double x) { return hidden(x) * x; }
                        private static double hidden(double x) { return x; }
                    }
                    """), new DifferentiableProcessor());
        assertTrue(compiled.success(), () -> compiled.messages().toString());
        assertEquals(Set.of("AGrad.java", "BGrad.java"), compiled.generated().keySet());
    }

    @Test
    void aNameThatIsTakenIsAProblem() {
        Compiled compiled = Compiled.of(Map.of("Model.java", """
            import dev.leibniz.annotations.Differentiable;
            class Model {
                @Differentiable static double f(double x) { return x; }
            }
            class ModelGrad {}
            """), new DifferentiableProcessor());
        assertEquals(1, compiled.errors().size(), () -> compiled.messages().toString());
        String message = compiled.errors().get(0).getMessage(null);
        assertTrue(message.startsWith("[leibniz:name-clash]"), message);
        assertEquals(3, compiled.errors().get(0).getLineNumber());
        assertEquals(35, compiled.errors().get(0).getColumnNumber());
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void whatIsNewerThanTheSubsetIsAProblemAtItsPlace() {
        Compiled compiled = Compiled.of(Map.of("Model.java", """
            import dev.leibniz.annotations.Differentiable;
            class Model {
                sealed interface Shape permits Disc {}
                record Disc(double r) implements Shape {}
                @Differentiable static double f(double x, String s) {
                    return switch (s) {
                        case String t when t.isEmpty() -> x;
                        default -> x * x;
                    };
                }
                static double elsewhere(Shape s) {
                    return switch (s) { case Disc(double r) -> r; };
                }
            }
            """), new DifferentiableProcessor());
        assertEquals(1, compiled.errors().size(), () -> compiled.messages().toString());
        assertTrue(compiled.errors().get(0).getMessage(null).startsWith("[leibniz:newer-java]"));
        assertEquals(7, compiled.errors().get(0).getLineNumber());
    }

    @Test
    void rulesAreCalledAndTheirMethodsNeverLookedInto() {
        Compiled compiled = Compiled.of(
                Map.of("Model.java", """
                    import dev.leibniz.annotations.*;
                    @UseDerivatives(MyRules.class)
                    class Model {
                        @Differentiable static double f(double x) { return Special.erf(x) * own(x); }
                        static double own(double x) { Runnable hidden = () -> {}; return x; }
                        @DerivativeOf("own") static double ownRule(double x, double cotangent) { return cotangent; }
                    }
                    """, "Special.java", """
                    class Special {
                        static double erf(double x) { return x; }
                    }
                    """, "MyRules.java", """
                    import dev.leibniz.annotations.DerivativeOf;
                    class MyRules {
                        @DerivativeOf(value = "erf", owner = Special.class)
                        static double erf(double x, double cotangent) { return cotangent; }
                    }
                    """), new DifferentiableProcessor());
        assertTrue(compiled.success(), () -> compiled.messages().toString());
        String generated = compiled.generated().getOrDefault("ModelGrad.java", "");
        assertTrue(generated.contains("MyRules.erf(") && generated.contains("Model.ownRule("), generated);
    }

    @Test
    void stopGradientsMayBePrivate() {
        Compiled compiled = Compiled.of(Map.of("Model.java", """
            import dev.leibniz.annotations.*;
            class Model {
                @Differentiable static double f(double x) { return x * hidden(x) * seen(x); }
                @NoDerivative private static double hidden(double x) { return x; }
                @NoDerivative static double seen(double x) { Runnable any = () -> {}; return x; }
            }
            """), new DifferentiableProcessor());
        assertTrue(compiled.success(), () -> compiled.messages().toString());
    }

    @Test
    void whatARuleTakesForAConstantMustBeOne() {
        for (String call : java.util.List.of("special(x, x)", "special(1, x)", "special(t, t * x)")) {
            Compiled compiled =
                    Compiled.of(Map.of("Model.java", """
                import dev.leibniz.annotations.*;
                class Model {
                    @Differentiable static double f(double x, @NoDerivative double t) {
                        return x * CALL;
                    }
                    static double special(double x, double t) { return x * t; }
                    @DerivativeOf("special")
                    static double special(double x, @NoDerivative double t, double cotangent) { return t * cotangent; }
                }
                """.replace("CALL", call)), new DifferentiableProcessor());
            assertEquals(1, compiled.errors().size(), () -> compiled.messages().toString());
            String message = compiled.errors().get(0).getMessage(null);
            assertTrue(
                    message.startsWith("[leibniz:unavailable] `f` cannot be differentiated: `special` has no"),
                    message);
            assertEquals(4, compiled.errors().get(0).getLineNumber());
        }
    }
}
