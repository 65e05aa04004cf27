package dev.leibniz.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.Passes;
import dev.leibniz.processor.transform.derivation.Analysis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/architecture.md has the passes that there are, in the order in which they run. */
class PassTableTest {
    private static final Path PAGE = Path.of("..", "docs", "architecture.md");

    @Test
    void theTableHasAllPassesInTheirOrder() throws IOException {
        String passes = Arrays.stream(Passes.values())
                .map(pass -> "| `" + pass.label() + "` | " + pass.stage() + " | " + (pass.canBeOff() ? "yes |" : "|"))
                .collect(Collectors.joining("\n"));
        assertEquals(passes, firstCells(table("passes"), 3));
    }

    @Test
    void theTableHasAllAnalyses() throws IOException {
        String analyses = Arrays.stream(Analysis.values())
                .map(analysis -> "| `" + analysis.label() + "` |")
                .collect(Collectors.joining("\n"));
        assertEquals(analyses, firstCells(table("analyses"), 1));
    }

    @Test
    void eachRowSaysWhatIsDone() throws IOException {
        for (String name : List.of("passes", "analyses")) {
            for (String row : table(name)) {
                String[] cells = row.split("\\|");
                assertTrue(cells[cells.length - 1].strip().length() > 10, row);
            }
        }
    }

    private static String firstCells(List<String> rows, int count) {
        return rows.stream()
                .map(row -> row.split("(?<=\\|)"))
                .map(cells -> String.join("", Arrays.copyOf(cells, count + 1)))
                .collect(Collectors.joining("\n"));
    }

    /** The rows after {@code <!-- table: name -->}, without the head. */
    private static List<String> table(String name) throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        int mark = lines.indexOf("<!-- table: " + name + " -->");
        assertTrue(mark >= 0, () -> "there is no table " + name);
        return lines.subList(mark + 3, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }
}
