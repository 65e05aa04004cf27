package dev.leibniz.processor.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.annotation.Documented;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Sources of named modules, compiled with every warning an error. */
class ModulesTest {
    private static final String STRICT = "-Xlint:all -Werror -d $/out ";

    private static final String MODEL = """
        package p;
        import dev.leibniz.annotations.Differentiable;
        public final class Model {
            private Model() {}
            @Differentiable(order = 2)
            public static double loss(double[] w) {
                return w[0] * w[0] * Math.exp(w[1]);
            }
        }
        """;

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void emptyProject() {
        project = new Project(folder);
    }

    @TestFactory
    Stream<DynamicTest> noModuleMustReadJavasAnnotation() {
        return Stream.of("", "exports p;", "opens p;", "exports p to java.sql;")
                .flatMap(exports -> Stream.of(
                                "requires dev.leibniz.annotations;",
                                "requires transitive dev.leibniz.annotations;",
                                "requires static dev.leibniz.annotations;",
                                "requires dev.leibniz.runtime;")
                        .map(requires -> dynamicTest(requires + " " + exports, () -> {
                            Project fresh = compile(requires + exports);
                            String generated = fresh.text("out/p/ModelGrad.java");
                            assertTrue(generated.contains("@GeneratedDerivatives"), generated);
                            assertFalse(generated.contains("javax.annotation"), generated);
                            assertFalse(generated.contains("\"exports\""), generated);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> whereItCanBeReadItIsThere() {
        return Stream.of("", "exports p;", "exports p to java.sql;")
                .flatMap(exports -> Stream.of(
                                "requires static java.compiler;",
                                "requires java.compiler;",
                                "requires transitive java.compiler;",
                                "requires jdk.compiler;") // which reads it for all
                        .map(requires -> dynamicTest(requires + " " + exports, () -> {
                            Project fresh = compile("requires dev.leibniz.annotations;" + requires + exports);
                            String generated = fresh.text("out/p/ModelGrad.java");
                            assertTrue(generated.contains("@GeneratedDerivatives\n@Generated(\""), generated);
                            assertEquals(!exports.isEmpty(), generated.contains("@SuppressWarnings({\"exports\"})"));
                        })));
    }

    private Project compile(String directives) {
        Project fresh = new Project(folder.resolve("p" + folder.toFile().list().length));
        fresh.file("src/module-info.java", "module m {" + directives + "}").file("src/p/Model.java", MODEL);
        Project.Outcome outcome =
                fresh.javac(STRICT + "-p " + Project.libraries(), "src/module-info.java src/p/Model.java");
        assertTrue(outcome.isSilent(), outcome::toString);
        return fresh;
    }

    @Test
    void theRuntimeIsReadFromItsModule() {
        project.file("src/module-info.java", "module m { requires dev.leibniz.runtime; exports q; }")
                .file("src/q/Net.java", """
            package q;
            import dev.leibniz.annotations.Differentiable;
            import dev.leibniz.runtime.*;
            public final class Net {
                private Net() {}
                @Differentiable
                public static double loss(double[][] w, double[] x) {
                    return Losses.squaredError(Reductions.sum(Linear.matVec(w, x)), Activations.sigmoid(x[0]));
                }
                public static double slope(double[][] w, double[] x) { return NetGrad.lossGrad(w, x).x()[0]; }
            }
            """);
        Project.Outcome outcome =
                project.javac(STRICT + "-p " + Project.libraries(), "src/module-info.java src/q/Net.java");
        assertTrue(outcome.isSilent(), outcome::toString);
    }

    /** Each module gets its own, though both classes have one name. */
    @Test
    void twoModulesMayHaveClassesOfOneName() throws Exception {
        project.file("src/one/module-info.java", "module one { requires dev.leibniz.annotations; }")
                .file("src/one/p/Model.java", MODEL)
                .file("src/two/module-info.java", "module two { requires dev.leibniz.annotations; }")
                .file(
                        "src/two/p/Model.java",
                        MODEL.replace("w[0] * w[0]", "w[0]").replace("loss", "cost"));
        Project.Outcome outcome =
                project.javac(STRICT + "--module-source-path $/src -p " + Project.libraries() + " --module one,two");
        assertTrue(outcome.isSilent(), outcome::toString);
        assertTrue(project.has("out/one/p/ModelGrad$LossGrad.class"));
        assertTrue(project.has("out/two/p/ModelGrad$CostGrad.class"));
        assertFalse(project.has("out/one/p/ModelGrad$CostGrad.class"));
    }

    /** Of two modules, only one has annotated methods, and only the other exports the package. */
    @Test
    void theGeneratedClassIsInTheModuleOfItsSource() {
        project.file("src/one/module-info.java", "module one { requires dev.leibniz.annotations; }")
                .file("src/one/p/Model.java", MODEL)
                .file("src/two/module-info.java", "module two { exports p; }")
                .file("src/two/p/Model.java", "package p; public final class Model { private Model() {} }");
        Project.Outcome outcome =
                project.javac(STRICT + "--module-source-path $/src -p " + Project.libraries() + " --module one,two");
        assertTrue(outcome.isSilent(), outcome::toString);
        assertEquals(List.of("out/one/p/ModelGrad.java"), project.files("out", "ModelGrad.java"));
    }

    @Test
    void oneModuleMayDifferentiateWhatAnotherExports() throws Exception {
        project.file("src/one/module-info.java", "module one { requires transitive dev.leibniz.runtime; exports p; }")
                .file("src/one/p/Model.java", MODEL)
                .file("src/two/module-info.java", "module two { requires one; exports q; }")
                .file("src/two/q/User.java", """
                    package q;
                    import dev.leibniz.annotations.Differentiable;
                    import p.*;
                    public final class User {
                        private User() {}
                        @Differentiable
                        public static double slope(double[] w) {
                            return ModelGrad.lossGrad(w).w()[0] + Model.loss(w);
                        }
                    }
                    """);
        Project.Outcome outcome =
                project.javac(STRICT + "--module-source-path $/src -p " + Project.libraries() + " --module one,two");
        assertTrue(outcome.isSilent(), outcome::toString);
        // And with the other module compiled before:
        project.delete("out/two");
        project.file(
                "src/two/q/User.java",
                project.text("src/two/q/User.java").replace("ModelGrad.lossGrad(w).w()[0] + ", ""));
        Project.Outcome alone = project.javac(
                "-Xlint:all -Werror -d $/alone -p " + Project.path("$/out/one", Project.libraries()),
                "src/two/module-info.java src/two/q/User.java");
        assertTrue(alone.isSilent(), alone::toString);
    }

    @Test
    void aModuleWithoutTheRuntimeIsToldThatItNeedsIt() {
        project.file("src/module-info.java", "module m { requires dev.leibniz.annotations; }")
                .file("src/p/Model.java", MODEL.replace("double[] w", "double[] w, double[][] a"));
        String arguments = "-d $/out -p " + Project.libraries();
        Project.Outcome outcome = project.javac(arguments, "src/module-info.java src/p/Model.java");
        assertEquals(1, outcome.errors().size(), outcome::toString);
        assertTrue(
                outcome.errors().get(0).contains("Model.java:6: error: [leibniz:missing-runtime]"), outcome::toString);
        project.file("src/module-info.java", "module m { requires dev.leibniz.runtime; }");
        Project.Outcome repaired = project.javac(arguments, "src/module-info.java src/p/Model.java");
        assertTrue(repaired.isSilent(), repaired::toString);
    }

    /** A documented annotation is part of what a module exports: its users would have to read our module for all. */
    @Test
    void noAnnotationIsDocumented() throws ClassNotFoundException {
        for (String name : List.of(
                "Checkpointed",
                "DerivativeOf",
                "Differentiable",
                "GeneratedDerivatives",
                "NoDerivative",
                "UseDerivatives")) {
            Class<?> annotation = Class.forName("dev.leibniz.annotations." + name);
            assertFalse(annotation.isAnnotationPresent(Documented.class), name);
        }
    }

    @Test
    void aModuleThatDoesNotReadTheAnnotationsIsJavacsAffair() {
        project.file("src/module-info.java", "module m {}").file("src/p/Model.java", MODEL);
        Project.Outcome outcome =
                project.javac("-d $/out -p " + Project.libraries(), "src/module-info.java src/p/Model.java");
        assertEquals(1, outcome.errors().size(), outcome::toString);
        assertTrue(
                outcome.errors().get(0).contains("package dev.leibniz.annotations is not visible"), outcome::toString);
    }
}
