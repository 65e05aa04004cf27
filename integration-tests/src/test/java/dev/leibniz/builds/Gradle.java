package dev.leibniz.builds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Gradle, which compiles what depends on a change, and asks of a processor that each companion comes of one file. */
record Gradle() implements BuildTool {
    @Override
    public String name() {
        return "Gradle " + GradleInstallation.VERSION;
    }

    @Override
    public void prepare(Project project, Jdk jdk) {
        project.write("settings.gradle", "rootProject.name = 'demo'\n");
        project.write("gradle.properties", """
            org.gradle.java.installations.paths=%s
            org.gradle.java.installations.auto-detect=false
            """.formatted(jdk.home()));
        project.write(
                "build.gradle",
                script()
                        + """

            java {
                toolchain {
                    languageVersion = JavaLanguageVersion.of(%d)
                }
            }

            repositories {
                maven { url = uri('%s') }
                maven { url = uri('%s') }
            }
            """.formatted(
                                        jdk.feature(),
                                        Settings.repository().toUri(),
                                        Settings.repositoryTail().toUri()));
    }

    /** The part of the script that docs show. */
    private static String script() {
        try {
            return Files.readString(GradleInstallation.SOURCES.resolve("build.gradle"))
                    .replaceAll("(dev\\.leibniz:[a-z-]+:)[^\"]+", "$1" + Settings.version());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Outcome build(Project project, Jdk jdk) {
        List<String> command = new ArrayList<>(List.of(Jdk.all().get(0).java(), "-cp"));
        command.add(GradleInstallation.classPath().toString());
        command.addAll(List.of("GradleLauncher", project.directory().toString()));
        command.add(Settings.directory().resolve("gradle-home").toString());
        command.add("compileJava");
        return Command.run(project.directory(), command);
    }

    @Override
    public Path classes(Project project) {
        return project.resolve("build/classes/java/main");
    }

    @Override
    public Path generated(Project project) {
        return project.resolve("build/generated/sources/annotationProcessor/java/main");
    }
}
