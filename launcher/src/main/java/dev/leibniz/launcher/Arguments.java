package dev.leibniz.launcher;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param file the source file
 * @param action what to do with it
 * @param method the method whose derivatives are shown or explained; when empty all, or the first
 * @param classPath what the program is compiled and run with, beside Leibniz; may be empty
 * @param rest the arguments of the program
 */
record Arguments(Path file, Action action, Optional<String> method, String classPath, List<String> rest) {
    static final String USAGE = """
            Usage: java -jar leibniz.jar [options] File.java [arguments]
              compiles the file in memory, with the derivatives of its @Differentiable methods, and runs its main method
            Options:
              --show [method]                 prints the generated derivatives instead, all or those of one method
              --explain [method]              writes a page that shows source and derivative side by side, and prints its name
              -cp, --class-path PATH          more classes to compile and run with
              -h, --help                      prints this\
            """;

    /** What to do with the compiled file. */
    enum Action {
        RUN,
        SHOW,
        EXPLAIN,
        HELP
    }

    /** The command line cannot be read. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1;

        UsageException(String message) {
            super(message);
        }
    }

    static Arguments of(String... arguments) throws UsageException {
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        Action action = Action.RUN;
        Optional<String> method = Optional.empty();
        String classPath = "";
        while (!left.isEmpty() && left.peek().startsWith("-")) {
            String option = left.remove();
            switch (option) {
                case "-h", "--help", "-help", "-?" -> {
                    return new Arguments(Path.of(""), Action.HELP, method, classPath, List.of());
                }
                case "--show", "--explain" -> {
                    action = option.equals("--show") ? Action.SHOW : Action.EXPLAIN;
                    if (!left.isEmpty() && isMethod(left.peek())) {
                        method = Optional.of(left.remove());
                    }
                }
                case "-cp", "-classpath", "--class-path" -> {
                    if (left.isEmpty()) {
                        throw new UsageException(option + " needs a path");
                    }
                    classPath = left.remove();
                }
                default -> throw new UsageException("unknown option " + option);
            }
        }
        if (left.isEmpty()) {
            throw new UsageException("no source file");
        }
        return new Arguments(path(left.remove()), action, method, classPath, List.copyOf(left));
    }

    private static boolean isMethod(String argument) {
        return !argument.startsWith("-") && !argument.endsWith(".java");
    }

    private static Path path(String file) throws UsageException {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new UsageException("not a file name: " + file);
        }
    }
}
