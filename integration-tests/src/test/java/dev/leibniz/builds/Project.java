package dev.leibniz.builds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder with sources, as a user edits them. */
final class Project {
    /** Ant looks at whole seconds. */
    private static final long CLOCK_MILLIS = 1100;

    private final Path directory;

    private Project(Path directory) {
        this.directory = directory;
    }

    /** An empty one. */
    static Project in(Path directory) {
        Project project = new Project(directory);
        project.deleteTree("");
        return project;
    }

    Path directory() {
        return directory;
    }

    Path resolve(String path) {
        return directory.resolve(path);
    }

    /** All Java sources, in the folder where Maven and Gradle have them. */
    Path sourceRoot() {
        return directory.resolve("src/main/java");
    }

    List<String> sources() {
        return files(sourceRoot(), ".java").values().stream()
                .map(Path::toString)
                .toList();
    }

    Project write(String path, String text) {
        try {
            Path file = directory.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Makes the sources what is given: writes what is new or changed, deletes what is not there any more, touches no other. */
    void edit(Map<String, String> sources) {
        waitForClock();
        files(sourceRoot(), ".java").forEach((name, file) -> {
            if (!sources.containsKey(name)) {
                delete(file);
            }
        });
        sources.forEach((name, text) -> {
            if (!text.equals(read(sourceRoot().resolve(name)))) {
                write(directory.relativize(sourceRoot().resolve(name)).toString(), text);
            }
        });
    }

    void deleteTree(String path) {
        Path root = directory.resolve(path);
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder()).forEach(Project::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files below a folder whose names end so, by their path in it. */
    static Map<String, Path> files(Path root, String ending) {
        if (!Files.isDirectory(root)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
                    .collect(Collectors.toMap(
                            file -> root.relativize(file).toString().replace('\\', '/'),
                            file -> file,
                            (a, b) -> a,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of the companions below a folder of generated sources. */
    static Map<String, String> companions(Path generated) {
        Map<String, String> texts = new TreeMap<>();
        files(generated, "Grad.java").forEach((name, file) -> texts.put(name, read(file)));
        return texts;
    }

    /** The names of the companions' classes that have been compiled for a class that is not there any more. */
    static Set<String> orphans(Path classes) {
        Set<String> names = files(classes, ".class").keySet();
        Set<String> orphans = new TreeSet<>();
        for (String name : names) {
            if (name.endsWith("Grad.class") && !name.contains("$")) {
                String owner = name.replaceFirst("Grad\\.class$", ".class");
                if (!names.contains(owner)) {
                    orphans.add(name);
                }
            }
        }
        return orphans;
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void waitForClock() {
        try {
            Thread.sleep(CLOCK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
