package dev.leibniz.builds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A JDK of this machine. */
record Jdk(int feature, Path home) {
    private static final Path COMMON_HOMES = Path.of("/usr/lib/jvm");

    /** The oldest that is supported and the latest with long-term support; each build is run on both. */
    static final List<Integer> FEATURES = List.of(17, 25);

    /** The JDKs that can be found: this one, {@code JAVA_HOME_25_X64} as build servers have it, or where Linux keeps them. */
    static List<Jdk> all() {
        return FEATURES.stream().map(Jdk::find).flatMap(Optional::stream).toList();
    }

    private static Optional<Jdk> find(int feature) {
        List<Path> homes = new ArrayList<>();
        homes.add(Path.of(System.getProperty("java.home")));
        Optional.ofNullable(System.getenv("JAVA_HOME_" + feature + "_X64"))
                .map(Path::of)
                .ifPresent(homes::add);
        if (Files.isDirectory(COMMON_HOMES)) {
            try (Stream<Path> installed = Files.list(COMMON_HOMES)) {
                installed.sorted().forEach(homes::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return homes.stream()
                .filter(home -> featureOf(home) == feature && Files.exists(home.resolve("bin/javac")))
                .findFirst()
                .map(home -> new Jdk(feature, home));
    }

    private static int featureOf(Path home) {
        Path release = home.resolve("release");
        try {
            return !Files.exists(release)
                    ? 0
                    : Files.readAllLines(release).stream()
                            .filter(line -> line.startsWith("JAVA_VERSION="))
                            .map(line -> line.replaceAll("[^0-9.]", "").split("\\.")[0])
                            .mapToInt(Integer::parseInt)
                            .findFirst()
                            .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String java() {
        return home.resolve("bin/java").toString();
    }

    String javac() {
        return home.resolve("bin/javac").toString();
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
