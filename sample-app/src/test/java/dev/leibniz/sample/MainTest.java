package dev.leibniz.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(String... args) {
        return Main.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private Path gzipped(String text) throws IOException {
        Path file = folder.resolve("digits.csv.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private void refuses(Path file, String sentence) {
        assertEquals(1, run(file.toString()));
        assertEquals(sentence + System.lineSeparator(), err.toString(StandardCharsets.UTF_8));
        assertEquals(0, out.size());
    }

    @Test
    void printsTheWholeStory() {
        assertEquals(0, run());
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("∂L/∂W1₁₁       0.160930591     0.160930591"), text);
        assertTrue(text.contains("1,797 handwritten digits"), text);
        assertTrue(text.contains("was \\ read as"), text);
        assertTrue(text.contains("E. Alpaydin and C. Kaynak"), text);
        assertEquals(0, err.size());
    }

    @Test
    void aMissingFileEndsWithASentence() {
        Path file = folder.resolve("none.csv.gz");
        refuses(file, "There is no data file " + file + ".");
    }

    @Test
    void aMissingResourceEndsWithASentence() {
        var thrown = assertThrows(DataFileException.class, () -> DigitsFile.read("digits.csv.gz", null));
        assertEquals("The data file digits.csv.gz is missing from the app.", thrown.getMessage());
    }

    @Test
    void aFolderEndsWithASentence() {
        refuses(folder, "The data file " + folder + " cannot be read.");
    }

    @Test
    void aFileThatIsNotGzippedEndsWithASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("digits.csv"), "1,2,3\n");
        refuses(file, "The data file " + file + " is not a gzip file, or not the whole of one.");
    }

    @Test
    void aTruncatedFileEndsWithASentence() throws IOException {
        Path file = gzipped("0,".repeat(64) + "1\n");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 9));
        refuses(file, "The data file " + file + " is not a gzip file, or not the whole of one.");
    }

    @Test
    void anEmptyFileEndsWithASentence() throws IOException {
        Path file = gzipped("");
        refuses(file, "The data file " + file + " has too few digits to learn from.");
    }

    @Test
    void aLineOfTheWrongLengthIsNamed() throws IOException {
        Path file = gzipped("0,".repeat(64) + "1\n" + "0,1,2\n");
        refuses(file, file + ", line 2: there should be 65 numbers, not 3.");
    }

    @Test
    void aFieldThatIsNoNumberOrOutOfRangeIsNamed() throws IOException {
        Path file = gzipped("0,".repeat(63) + "17,1\n");
        refuses(file, file + ", line 1: \"17\" should be a whole number from 0 to 16.");
        err.reset();
        gzipped("0,".repeat(64) + "seven\n");
        refuses(file, file + ", line 1: \"seven\" should be a whole number from 0 to 9.");
    }
}
