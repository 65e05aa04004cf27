package dev.leibniz.builds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the operating system. */
final class Command {
    private static final int MINUTES = 5;

    private Command() {}

    static Outcome run(Path directory, List<String> command) {
        try {
            Path log = Files.createTempFile(Files.createDirectories(Settings.directory()), "command", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
            }
            String said = Files.readString(log);
            Files.delete(log);
            return new Outcome(process.exitValue() == 0, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
