package dev.leibniz.processor.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemCodeTest {

    @Test
    void everyCodeHasItsSectionAndEverySectionItsCode() throws IOException {
        Path page = Path.of("..", "docs", "problems.md");
        Set<String> sections = Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).strip())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> codes =
                Arrays.stream(ProblemCode.values()).map(ProblemCode::id).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(codes, sections);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatAndThenWhatToDoInstead(ProblemCode code) {
        String message = code.message("subject", "other", "third", "fourth", "fifth");
        int hint = message.indexOf(" Hint: ");
        assertTrue(hint > 20, message);
        assertTrue(message.endsWith("."), message);
        assertTrue(message.length() > hint + 15, message);
        assertFalse(message.contains("%"), message);
    }
}
