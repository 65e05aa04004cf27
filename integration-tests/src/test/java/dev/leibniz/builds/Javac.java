package dev.leibniz.builds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The compiler alone, with its output on the class path, as in a script. */
record Javac() implements BuildTool {
    @Override
    public String name() {
        return "javac";
    }

    @Override
    public void prepare(Project project, Jdk jdk) {
        // there is nothing to write
    }

    @Override
    public Outcome build(Project project, Jdk jdk) {
        return compile(project, jdk, classes(project), generated(project));
    }

    @Override
    public Path classes(Project project) {
        return project.resolve("out");
    }

    @Override
    public Path generated(Project project) {
        return project.resolve("generated");
    }

    static Outcome compile(Project project, Jdk jdk, Path classes, Path generated) {
        return compile(project, jdk, classes, generated, ClassPath.runtime(), ClassPath.processor(), List.of());
    }

    static Outcome compile(
            Project project,
            Jdk jdk,
            Path classes,
            Path generated,
            ClassPath libraries,
            ClassPath processors,
            List<String> options) {
        try {
            Files.createDirectories(classes);
            Files.createDirectories(generated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = new ArrayList<>(List.of(
                jdk.javac(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "--release",
                "17",
                "-d",
                classes.toString()));
        command.addAll(List.of(
                "-s", generated.toString(), "-cp", libraries.with(classes).toString()));
        command.addAll(List.of("-processorpath", processors.toString()));
        command.addAll(options);
        command.addAll(project.sources());
        return Command.run(project.directory(), command);
    }

    static Outcome run(Jdk jdk, ClassPath classPath) {
        return Command.run(
                Settings.directory(),
                List.of(
                        jdk.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath.toString(),
                        "demo.Main"));
    }
}
