package dev.leibniz.builds;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A processor that generates a class, with a project that uses it: ours, and three that are known to work in every build. */
enum Subject {
    LEIBNIZ(
            "Leibniz",
            List.of("dev.leibniz:leibniz-runtime:" + Settings.version()),
            "dev.leibniz:leibniz-processor:" + Settings.version(),
            "dev.leibniz.runtime",
            "dev.leibniz.processor.DifferentiableProcessor",
            """
            package demo;

            import dev.leibniz.annotations.Differentiable;

            public final class Model {
                private Model() {}

                @Differentiable(order = 2)
                static double loss(double[] w) {
                    double sum = 0;
                    for (double v : w) {
                        sum += 3 * v;
                    }
                    return sum;
                }
            }
            """,
            "ModelGrad.lossGrad(new double[] {1}).value()"),
    MAPSTRUCT(
            "MapStruct 1.6.3",
            List.of("org.mapstruct:mapstruct:1.6.3"),
            "org.mapstruct:mapstruct-processor:1.6.3",
            "org.mapstruct",
            "org.mapstruct.ap.MappingProcessor",
            """
            package demo;

            import org.mapstruct.Mapper;

            @Mapper
            public interface Model {
                To map(From from);

                record From(double value) {}

                record To(double value) {}
            }
            """,
            "new ModelImpl().map(new Model.From(3)).value()"),
    IMMUTABLES(
            "Immutables 2.12.2",
            List.of("org.immutables:value:2.12.2:annotations"),
            "org.immutables:value:2.12.2",
            "org.immutables.value.annotations",
            "org.immutables.processor.ProxyProcessor",
            """
            package demo;

            import org.immutables.value.Value;

            @Value.Immutable
            public interface Model {
                double value();
            }
            """,
            "ImmutableModel.builder().value(3).build().value()"),
    AUTO_VALUE(
            "AutoValue 1.11.1",
            List.of("com.google.auto.value:auto-value-annotations:1.11.1"),
            "com.google.auto.value:auto-value:1.11.1",
            "auto.value.annotations",
            "com.google.auto.value.processor.AutoValueProcessor",
            """
            package demo;

            import com.google.auto.value.AutoValue;

            @AutoValue
            public abstract class Model {
                /** For the generated class. */
                Model() {}

                abstract double value();

                static Model of(double value) {
                    return new AutoValue_Model(value);
                }
            }
            """,
            "Model.of(3).value()");

    private final String title;
    private final List<String> libraries;
    private final String processor;
    private final String module;
    private final String processorClass;
    private final String model;
    private final String use;

    Subject(
            String title,
            List<String> libraries,
            String processor,
            String module,
            String processorClass,
            String model,
            String use) {
        this.title = title;
        this.libraries = libraries;
        this.processor = processor;
        this.module = module;
        this.processorClass = processorClass;
        this.model = model;
        this.use = use;
    }

    /** As it stands in the table. */
    String title() {
        return title;
    }

    String[] libraryCoordinates() {
        return libraries.toArray(String[]::new);
    }

    String processorCoordinates() {
        return processor;
    }

    ClassPath libraries() {
        return ClassPath.of(libraryCoordinates());
    }

    ClassPath processors() {
        return ClassPath.of(processor);
    }

    /** The name of the module with its annotations. */
    String module() {
        return module;
    }

    String processorClass() {
        return processorClass;
    }

    /** A class that has another generated, and a program that prints {@code 3.0} by it. */
    Map<String, String> sources() {
        return Map.of("demo/Model.java", model, "demo/Main.java", """
            package demo;

            public final class Main {
                private Main() {}

                public static void main(String[] args) {
                    System.out.println(%s);
                }
            }
            """.formatted(use));
    }

    /** The same after an edit. */
    Map<String, String> edited() {
        Map<String, String> edited = new TreeMap<>(sources());
        edited.replaceAll((name, text) -> text.replace("package demo;\n", "package demo;\n\n// edited\n"));
        return edited;
    }
}
