package dev.leibniz.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;

/** What was run and how it went, as Markdown. */
final class BuildTable {
    /** How it went. */
    enum Result {
        GOOD("✓"),
        /** It cannot work, and one sentence says so. */
        REFUSED("○"),
        BAD("✗");

        private final String sign;

        Result(String sign) {
            this.sign = sign;
        }
    }

    private final String corner;
    private final Map<String, Map<String, Map<Integer, Result>>> rows = new LinkedHashMap<>();

    BuildTable(String corner) {
        this.corner = corner;
    }

    /** Runs what fills a cell. */
    void run(String row, String column, Jdk jdk, Executable build) throws Throwable {
        Result result = Result.BAD;
        try {
            build.execute();
            result = Result.GOOD;
        } catch (TestAbortedException e) {
            result = Result.REFUSED;
            throw e;
        } finally {
            record(row, column, jdk, result);
        }
    }

    private void record(String row, String column, Jdk jdk, Result result) {
        rows.computeIfAbsent(row, name -> new LinkedHashMap<>())
                .computeIfAbsent(column, name -> new LinkedHashMap<>())
                .put(jdk.feature(), result);
    }

    /** Each cell has the result for each JDK, in the order of {@link Jdk#FEATURES}. */
    String markdown() {
        Map<String, Map<Integer, Result>> first =
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

    /**
     * What was run is what docs show below {@code <!-- table: name -->}, row by row; rows that were not run stay as they are.
     * {@code -Dbuilds.rewrite=true} writes it there.
     */
    void assertShown(String name) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        String docs = Files.readString(Settings.docs());
        String place = "<!-- table: " + name + " -->\n";
        int start = docs.indexOf(place) + place.length();
        assertTrue(start >= place.length(), () -> Settings.docs() + " has no place for the table " + name);
        int end = start;
        while (docs.startsWith("|", end)) {
            end = docs.indexOf('\n', end) + 1;
        }
        Map<String, String> lines = new LinkedHashMap<>(byFirstCell(docs.substring(start, end)));
        lines.putAll(byFirstCell(markdown()));
        String table = String.join("", lines.values());
        if (Settings.rewrite()) {
            Files.writeString(Settings.docs(), docs.substring(0, start) + table + docs.substring(end));
        } else {
            assertEquals(table, docs.substring(start, end), () -> Settings.docs() + " does not show what was run");
        }
    }

    private static Map<String, String> byFirstCell(String table) {
        return table.lines()
                .collect(Collectors.toMap(
                        line -> line.split("\\|")[1].strip(), line -> line + "\n", (a, b) -> b, LinkedHashMap::new));
    }

    private static String cell(Map<Integer, Result> results) {
        return Jdk.FEATURES.stream()
                .map(results::get)
                .map(result -> result == null ? "–" : result.sign)
                .collect(Collectors.joining(" "));
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
