package dev.leibniz.builds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jars of an artifact with all it needs, as Maven finds them. */
record ClassPath(List<Path> jars) {

    /** {@code group:artifact:version}, several of them. */
    static ClassPath of(String... coordinates) {
        String name = String.join("_", coordinates).replaceAll("[^A-Za-z0-9.]+", "-");
        Path directory = Settings.directory().resolve("tools").resolve(name);
        Path file = directory.resolve("classpath.txt");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(directory);
                Files.writeString(directory.resolve("pom.xml"), pom(coordinates));
                Outcome outcome = Maven.run(
                        directory,
                        Jdk.all().get(0),
                        List.of(
                                "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath",
                                "-Dmdep.outputFile=" + file));
                if (!outcome.success()) {
                    throw new IllegalStateException(outcome.tail());
                }
            }
            return new ClassPath(Stream.of(Files.readString(file).strip().split(java.io.File.pathSeparator))
                    .map(Path::of)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a user's code is compiled against. */
    static ClassPath runtime() {
        return of("dev.leibniz:leibniz-runtime:" + Settings.version());
    }

    static ClassPath processor() {
        return of("dev.leibniz:leibniz-processor:" + Settings.version());
    }

    ClassPath with(Path... more) {
        return new ClassPath(Stream.concat(jars.stream(), Stream.of(more)).toList());
    }

    ClassPath and(ClassPath other) {
        return new ClassPath(Stream.concat(jars.stream(), other.jars.stream()).toList());
    }

    private static String pom(String... coordinates) {
        return """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>tools</groupId><artifactId>tools</artifactId><version>1</version><packaging>pom</packaging>
              <dependencies>
            %s
              </dependencies>
            </project>
            """.formatted(MavenPom.elements("dependency", List.of(coordinates)));
    }

    @Override
    public String toString() {
        return String.join(
                java.io.File.pathSeparator, jars.stream().map(Path::toString).toList());
    }
}
