package dev.leibniz.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected output, kept in files. {@code -Dleibniz.updateGoldens=true} writes them anew. */
final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "emit");

    private Golden() {}

    static void check(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("leibniz.updateGoldens")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, actual);
        } else if (!Files.exists(file)) {
            fail("missing golden file " + file.toAbsolutePath());
        }
        assertEquals(Files.readString(file).replace("\r\n", "\n"), actual, file.toString());
    }
}
