package dev.leibniz.builds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was run and how it went, as Markdown. */
final class BuildTable {
    private static final String GOOD = "✓";
    private static final String BAD = "✗";

    private final String corner;
    private final Map<String, Map<String, Map<Integer, Boolean>>> rows = new LinkedHashMap<>();

    BuildTable(String corner) {
        this.corner = corner;
    }

    void record(String row, String column, Jdk jdk, boolean good) {
        rows.computeIfAbsent(row, name -> new LinkedHashMap<>())
                .computeIfAbsent(column, name -> new LinkedHashMap<>())
                .put(jdk.feature(), good);
    }

    /** Each cell has the result for each JDK, in the order of {@link Jdk#FEATURES}. */
    String markdown() {
        Map<String, Map<Integer, Boolean>> first =
                rows.values().stream().findFirst().orElse(Map.of());
        StringBuilder text = new StringBuilder();
        text.append(row(Stream.concat(Stream.of(corner), first.keySet().stream())));
        text.append(row(Stream.concat(Stream.of("---"), first.keySet().stream().map(column -> "---"))));
        rows.forEach((name, cells) -> text.append(
                row(Stream.concat(Stream.of(name), cells.values().stream().map(BuildTable::cell)))));
        return text.toString();
    }

    void write(String name) {
        Path file = Settings.directory().resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, markdown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(Map<Integer, Boolean> results) {
        return Jdk.FEATURES.stream()
                .map(results::get)
                .map(good -> good == null ? "–" : good ? GOOD : BAD)
                .collect(Collectors.joining(" "));
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
