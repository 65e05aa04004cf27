package dev.leibniz.builds;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

/** A processor for all annotations, which says whether it saw the class that another one saw. */
final class OtherProcessor {
    static final String SAYS = "the other processor saw the class";

    private OtherProcessor() {}

    /** Its class path. */
    static ClassPath compiled(Jdk jdk, Path directory) {
        Project project = Project.in(directory);
        project.write("src/main/java/other/Other.java", """
            package other;

            import java.util.Set;
            import javax.annotation.processing.*;
            import javax.lang.model.SourceVersion;
            import javax.lang.model.element.TypeElement;
            import javax.tools.Diagnostic;

            @SupportedAnnotationTypes("*")
            public final class Other extends AbstractProcessor {
                @Override
                public SourceVersion getSupportedSourceVersion() {
                    return SourceVersion.latestSupported();
                }

                @Override
                public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
                    if (round.getRootElements().stream().anyMatch(type -> type.getSimpleName().contentEquals("Model"))) {
                        processingEnv.getMessager().printMessage(Diagnostic.Kind.NOTE, "%s");
                    }
                    return false;
                }
            }
            """.formatted(SAYS));
        Path classes = project.resolve("classes");
        Outcome outcome = Command.run(
                project.directory(),
                List.of(
                        jdk.javac(),
                        "-proc:none",
                        "-d",
                        classes.toString(),
                        project.sources().get(0)));
        assertTrue(outcome.success(), outcome::tail);
        project.write("classes/META-INF/services/javax.annotation.processing.Processor", "other.Other\n");
        return new ClassPath(List.of(classes));
    }
}
