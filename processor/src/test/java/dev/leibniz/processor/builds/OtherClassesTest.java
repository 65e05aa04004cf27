package dev.leibniz.processor.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file with the annotated methods does with classes of other files, apart from differentiating. */
class OtherClassesTest {
    private static final String[] OTHERS = {
        "lib/Shape.java", """
            package lib;
            public sealed interface Shape permits Disc, Shape.Square {
                record Square(double side) implements Shape { public double area() { return side * side; } }
                double area();
            }
            """,
        "lib/Disc.java", """
            package lib;
            public record Disc(double radius) implements Shape {
                public double area() { return radius * radius; }
                public double side() { return radius; }
            }
            """,
        "lib/Task.java", """
            package lib;
            public interface Task<T> { T run(Many context); default void unused(Unused unused) {} }
            """,
        "lib/Many.java", """
            package lib;
            public interface Many { void first(); void second(); void third(); }
            """,
        "lib/Distance.java", """
            package lib;
            public interface Distance<T> extends java.util.function.ToDoubleBiFunction<T, T> {
                double between(T one, T other);
                @Override default double applyAsDouble(T one, T other) { return between(one, other); }
            }
            """,
        "lib/Unused.java", """
            package lib;
            public class Unused {}
            """,
        "lib/Runner.java", """
            package lib;
            public class Runner extends Base {
                public <T> T run(Task<T> task) { return task.run(null); }
                public void run(Many many) {}
                public Chain chain() { return new Chain(); }
                public static final class Chain { public Chain next() { return this; } public int end() { return 1; } }
            }
            """,
        "lib/Base.java", """
            package lib;
            public abstract class Base implements Many {
                protected Base() {}
                @Override public void first() {}
                @Override public void second() {}
                @Override public void third() {}
                public static class Inner { public int depth = 1; }
            }
            """,
        "lib/Resource.java", """
            package lib;
            public class Resource implements AutoCloseable, Iterable<Color> {
                public Resource(String name) {}
                @Override public void close() {}
                @Override public java.util.Iterator<Color> iterator() { return null; }
            }
            """,
        "lib/Color.java", """
            package lib;
            public enum Color { RED, GREEN { @Override int code() { return 1; } }; int code() { return 0; } }
            """,
        "lib/Mark.java", """
            package lib;
            import java.lang.annotation.*;
            @Target({ElementType.TYPE, ElementType.METHOD}) @Repeatable(Mark.All.class)
            public @interface Mark {
                String value() default "none";
                Color color() default Color.RED;
                Class<?>[] types() default {Unused.class};
                Retention retention() default @Retention(RetentionPolicy.SOURCE);
                @Target({ElementType.TYPE, ElementType.METHOD}) @interface All { Mark[] value(); }
            }
            """,
        "lib/lower.java", """
            package lib;
            public class lower { public static int count = 3; public static lower of() { return new lower(); } }
            """,
        "empty/Nothing.java", """
            package empty;
            public class Nothing {}
            """
    };

    private static final String MODEL = """
        package p;
        import static lib.Color.*;
        import dev.leibniz.annotations.Differentiable;
        import empty.*;
        import java.util.function.ToIntFunction;
        import lib.*;
        import lib.Shape.Square;

        @Mark("model") @Mark(color = GREEN)
        class Model extends Runner implements Many {
            @Differentiable
            static double f(double x) { return Math.sin(x) * x; }

            static double area(Shape shape) {
                return shape instanceof Square square ? square.side() : shape.area() + ((Disc) shape).side();
            }
            static int code(Color color) {
                return switch (color) { case RED -> 1; case GREEN -> 2; };
            }
            int run() {
                String done = run(context -> "done");
                Task<Integer> task = context -> 3;
                ToIntFunction<String> length = String::length;
                Distance<String> distance = (one, other) -> one.length() - other.length();
                return done.length() + distance.hashCode() + task.run(this) + chain().next().end() + new Inner().depth + lower.of().count
                        + lib.lower.count;
            }
            static int count() {
                int count = 0;
                try (Resource resource = new Resource("name")) {
                    for (Color color : resource) {
                        count += color.ordinal();
                    }
                }
                return count + new Runner() {}.hashCode();
            }
        }
        """;

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void writeSources() {
        project = new Project(folder).file("src/p/Model.java", MODEL);
        for (int i = 0; i < OTHERS.length; i += 2) {
            project.file("src/" + OTHERS[i], OTHERS[i + 1]);
        }
    }

    @Test
    void theyMayBeCompiledTogether() {
        Project.Outcome outcome = project.javac(
                "-Xlint:all,-static,-processing -Werror -d $/out -cp " + Project.libraries(),
                String.join(" ", project.sources()));
        assertTrue(outcome.isSilent(), outcome::toString);
        assertTrue(project.has("out/p/ModelGrad.class"));
    }

    @Test
    void orBefore() {
        String[] others =
                project.sources().stream().filter(file -> !file.contains("/p/")).toArray(String[]::new);
        Project.Outcome before = project.javac("-proc:none -d $/lib", String.join(" ", others));
        assertTrue(before.isSilent(), before::toString);
        Project.Outcome outcome = project.javac(
                "-Xlint:all,-static,-processing -Werror -d $/out -cp " + Project.path(Project.libraries(), "$/lib"),
                "src/p/Model.java");
        assertTrue(outcome.isSilent(), outcome::toString);
        assertTrue(project.has("out/p/ModelGrad.class"));
    }

    @Test
    void orFoundOnTheSourcePathAndThoseThatNobodyUsesAreNotCompiled() {
        project.file("src/lib/Broken.java", "package lib; class Broken { nonsense }")
                .file("src/p/Broken.java", "package p; class Broken { nonsense }");
        Project.Outcome outcome = project.javac(
                "-implicit:class -d $/out -sourcepath $/src -cp " + Project.libraries(), "src/p/Model.java");
        assertTrue(outcome.isSilent(), outcome::toString);
        assertTrue(project.has("out/lib/Runner.class"));
        assertFalse(project.has("out/empty/Nothing.class"));
    }

    /** As of Kotlin: reading a class with an annotation whose class is missing is worth a warning to javac. */
    @Test
    void whatNobodyUsesIsNotReadAndNotWarnedOf() {
        project.file("far/Metadata.java", """
            package far;
            public @interface Metadata { int mv(); String k(); }
            """)
                .file("far/Facade.java", """
            package api;
            @far.Metadata(mv = 1, k = "x") public class Facade { public static void check() {} }
            """)
                .file("far/Assertions.java", """
            package api;
            public class Assertions { public static void check(boolean good) {} }
            """)
                .file("src/q/Model.java", """
            package q;
            import static api.Assertions.*;
            import api.*;
            class Model {
                @dev.leibniz.annotations.Differentiable static double f(double x) { return x * x; }
                static void test() { check(true); }
            }
            """);
        Project.Outcome before = project.javac(
                "-proc:none -d $/api",
                String.join(
                        " ",
                        project.files("far", ".java").stream()
                                .map(file -> "$/" + file)
                                .toList()));
        assertTrue(before.isSilent(), before::toString);
        project.delete("api/far");
        Project.Outcome outcome = project.javac(
                "-Xlint:all -Werror -d $/out -cp " + Project.path(Project.libraries(), "$/api"), "src/q/Model.java");
        assertTrue(outcome.isSilent(), outcome::toString);
    }

    /** Generated code names {@code Math}; in a package with a class of that name it means another. */
    @Test
    void classesThatHideThoseOfThePlatformAreSeenThoughNobodyNamesThem() throws Exception {
        project.file("src/hiding/Math.java", "package hiding; class Math {}").file("src/hiding/Model.java", """
            package hiding;
            import static java.lang.Math.sin;
            public class Model {
                @dev.leibniz.annotations.Differentiable public static double f(double x) { return sin(x); }
            }
            """);
        Project.Outcome outcome = project.javac(
                "-Xlint:all -Werror -d $/out -cp " + Project.libraries(), "src/hiding/Math.java src/hiding/Model.java");
        assertTrue(outcome.isSilent(), outcome::toString);
        assertEquals(
                "FGrad[value=0.0, x=1.0]",
                project.call("out", "hiding.ModelGrad", "fGrad", 0.0).toString());
    }

    /** The derivatives of a compiled class are called by name, without its own name, or not named at all. */
    @Test
    void derivativesOfCompiledClassesAreFoundByEitherName() {
        project.file("src/old/Outer.java", """
            package old;
            public class Outer {
                public static class Energy {
                    @dev.leibniz.annotations.Differentiable public static double of(double x) { return x * x; }
                }
            }
            """).file("src/now/Model.java", """
            package now;
            import old.*;
            import dev.leibniz.annotations.*;
            class Model {
                @Differentiable static double through(double x) { return Outer.Energy.of(x); }
                static double user(double x) { return Outer_EnergyGrad.ofGrad(x).x(); }
            }
            """).file("src/now/Wrong.java", """
            package now;
            import dev.leibniz.annotations.*;
            class Wrong {
                @Differentiable static double f(double x) { return x * old.Outer_EnergyGrad.ofHessian(x).matrix()[0][0]; }
            }
            """);
        String options = "-Xlint:all -Werror -d $/out -cp " + Project.path(Project.libraries(), "$/out");
        project.folder("out");
        Project.Outcome before = project.javac(options, "src/old/Outer.java");
        assertTrue(before.isSilent(), before::toString);
        Project.Outcome outcome = project.javac(options, "src/now/Model.java");
        assertTrue(outcome.isSilent(), outcome::toString);
        List<String> errors = project.javac(options, "src/now/Wrong.java").errors();
        assertEquals(1, errors.size(), errors::toString);
        assertTrue(errors.get(0).contains("[leibniz:missing-order]"), errors::toString);
    }

    @Test
    void rulesAreFoundInTheClassesThatAnAnnotationNames() {
        project.file("src/q/Special.java", """
            package q;
            public class Special { public static double erf(double x) { return x; } }
            """)
                .file("src/q/SpecialRules.java", """
            package q;
            public class SpecialRules {
                @dev.leibniz.annotations.DerivativeOf(value = "erf", owner = Special.class)
                public static double slopeOfErf(double x, double cotangent) { return cotangent; }
            }
            """)
                .file("src/now/Model.java", """
            package now;
            @dev.leibniz.annotations.UseDerivatives(q.SpecialRules.class)
            class Model {
                @dev.leibniz.annotations.Differentiable static double f(double x) { return q.Special.erf(x); }
            }
            """);
        Project.Outcome outcome = project.javac(
                "-Xlint:all -Werror -d $/out -cp " + Project.libraries(),
                "src/q/Special.java src/q/SpecialRules.java src/now/Model.java");
        assertTrue(outcome.isSilent(), outcome::toString);
    }

    /** They would hide what is wrong with a method. */
    @Test
    void importsOfWhatNobodyUsesAreNoErrors() {
        project.file("src/p/Model.java", """
                package p;
                import dev.leibniz.annotations.Differentiable;
                import empty.*;
                import lib.*;
                import lib.deep.*;
                import static lib.Color.*;
                class Model {
                    static Deep deep;
                    @Differentiable static double f(double x) { return x + Math.random(); }
                }
                """).file("src/lib/deep/Deep.java", "package lib.deep; public class Deep {}");
        Project.Outcome outcome =
                project.javac("-d $/out -cp " + Project.libraries(), String.join(" ", project.sources()));
        assertEquals(1, outcome.errors().size(), outcome::toString);
        assertTrue(outcome.errors().get(0).contains("Model.java:9: error: [leibniz:impure-call]"), outcome::toString);
    }
}
