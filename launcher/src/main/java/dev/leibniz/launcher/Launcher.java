package dev.leibniz.launcher;

import dev.leibniz.explain.ExplainPage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code java -jar leibniz.jar Model.java}: compiles one source file in memory with the processor, and runs it or shows what was
 * generated for it.
 *
 * <p>Exits with 0 when all went well, with 1 when the file does not compile or its main method throws, and with 2 when the command
 * line is wrong or there is no such file.
 */
public final class Launcher {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Launcher() {}

    /**
     * Runs the launcher.
     *
     * @param arguments options, the source file, and the arguments of the program
     */
    public static void main(String[] arguments) {
        int status = run(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int run(String... arguments) {
        try {
            Arguments asked = Arguments.of(arguments);
            if (asked.action() == Arguments.Action.HELP) {
                System.out.println(Arguments.USAGE);
                return 0;
            }
            checkFile(asked.file());
            Optional<CompiledFile> compiled =
                    FileCompiler.compile(asked.file(), asked.classPath(), asked.action() == Arguments.Action.RUN);
            if (compiled.isEmpty()) {
                return FAILED;
            }
            return switch (asked.action()) {
                case SHOW -> show(compiled.get(), asked.method(), System.out);
                case EXPLAIN -> explain(compiled.get(), asked.method(), System.out);
                default -> MainMethod.run(compiled.get(), asked.classPath(), asked.rest());
            };
        } catch (Arguments.UsageException e) {
            System.err.println("error: " + e.getMessage());
            System.err.println(Arguments.USAGE);
            return MISUSED;
        } catch (IOException e) {
            System.err.println("error: " + e.getMessage());
            return MISUSED;
        }
    }

    private static void checkFile(Path file) throws IOException {
        if (!file.toString().endsWith(".java")) {
            throw new IOException("not a .java file: " + file);
        }
        if (!Files.exists(file)) {
            throw new IOException("file not found: " + file);
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IOException("cannot read: " + file);
        }
    }

    /** Writes the page into the current folder, under the name of the source file. */
    private static int explain(CompiledFile compiled, Optional<String> method, PrintStream out) throws IOException {
        Set<String> known = Listing.of(compiled, "").known();
        String wanted = method.orElse(known.stream().findFirst().orElse(""));
        for (Map.Entry<String, String> generated : compiled.generated().entrySet()) {
            if (known.contains(wanted) && generated.getValue().contains(" " + wanted + "Vjp(")
                    || generated.getValue().contains(" " + wanted + "Grad(")) {
                String file = compiled.file().getFileName().toString();
                Path page = Path.of(file.substring(0, file.length() - ".java".length()) + ".html");
                String simpleName =
                        generated.getKey().substring(generated.getKey().lastIndexOf('.') + 1);
                ExplainPage.ofCode(wanted)
                        .withSource(file, compiled.text())
                        .withGenerated(simpleName + ".java", generated.getValue())
                        .writeTo(page);
                out.println(page);
                return 0;
            }
        }
        System.err.println("error: no derivatives of " + wanted + " were generated; there are those of "
                + String.join(", ", known));
        return FAILED;
    }

    private static int show(CompiledFile compiled, Optional<String> method, PrintStream out) throws IOException {
        if (compiled.generated().isEmpty()) {
            System.err.println("error: there is no @Differentiable method in " + compiled.file());
            return FAILED;
        }
        if (method.isEmpty()) {
            compiled.generated().values().forEach(source -> out.println(source.strip()));
            return 0;
        }
        Listing listing = Listing.of(compiled, method.get());
        if (listing.text().isEmpty()) {
            System.err.println("error: no derivatives of " + method.get() + " were generated; there are those of "
                    + String.join(", ", listing.known()));
            return FAILED;
        }
        out.println(listing.text());
        return 0;
    }
}
