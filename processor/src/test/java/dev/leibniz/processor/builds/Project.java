package dev.leibniz.processor.builds;

import com.palantir.javapoet.TypeSpec;
import dev.leibniz.annotations.Differentiable;
import dev.leibniz.processor.DifferentiableProcessor;
import dev.leibniz.runtime.Activations;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of sources that is compiled as builds do it: by javac's command line, with the processor on the processor path,
 * found as a service. What javac says, warnings and crashes of its own too, is the result.
 */
final class Project {
    private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();

    private final Path root;

    Project(Path root) {
        this.root = root;
    }

    /** What javac said, and how it ended: 0 is success, 1 are errors, 4 is a crash. */
    record Outcome(int status, String output) {

        /** Whether it ended well without a word. */
        boolean isSilent() {
            return status == 0 && output.isEmpty();
        }

        List<String> errors() {
            return lines("error: ");
        }

        List<String> warnings() {
            return lines("warning: ");
        }

        private List<String> lines(String kind) {
            return output.lines().filter(line -> line.contains(kind)).toList();
        }

        @Override
        public String toString() {
            return "javac ended with " + status + ":\n" + output;
        }
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** Writes a source or another file; the folders of its path are made. */
    Project file(String name, String text) {
        return quietly(() -> {
            Path file = path(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        });
    }

    String text(String name) {
        return quietly(() -> Files.readString(path(name)));
    }

    boolean has(String name) {
        return Files.exists(path(name));
    }

    Project folder(String name) {
        quietly(() -> Files.createDirectories(path(name)));
        return this;
    }

    /** Deletes a file, or a folder with all that is in it. */
    void delete(String name) {
        quietly(() -> {
            try (Stream<Path> all = Files.walk(path(name))) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
            return null;
        });
    }

    /** The files below a folder whose names end in {@code ending}, as paths from the project's folder. */
    List<String> files(String folder, String ending) {
        return quietly(() -> {
            try (Stream<Path> all = Files.walk(path(folder))) {
                return all.filter(file -> file.toString().endsWith(ending))
                        .map(file -> root.relativize(file).toString().replace(File.separatorChar, '/'))
                        .sorted()
                        .toList();
            }
        });
    }

    /** All sources below {@code src}. */
    List<String> sources() {
        return files("src", ".java");
    }

    /** The contents of all files below a folder. */
    TreeMap<String, List<Byte>> contents(String folder) {
        TreeMap<String, List<Byte>> contents = new TreeMap<>();
        for (String file : files(folder, "")) {
            if (Files.isRegularFile(path(file))) {
                byte[] bytes = quietly(() -> Files.readAllBytes(path(file)));
                List<Byte> list = new ArrayList<>(bytes.length);
                for (byte one : bytes) {
                    list.add(one);
                }
                contents.put(file, list);
            }
        }
        return contents;
    }

    /**
     * Compiles with the processor and the annotations at hand.
     *
     * @param arguments javac's; an entry with spaces is several, and {@code $} stands for the project's folder
     */
    Outcome javac(String... arguments) {
        return compile(processor(), arguments);
    }

    /** The same with other processors, or several. */
    Outcome compile(String processorPath, String... arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int status =
                JAVAC.run(writer, writer, arguments(processorPath, arguments).toArray(String[]::new));
        return new Outcome(status, output.toString());
    }

    /** The same in a virtual machine of its own, where the processor path is all that processors are loaded from. */
    Outcome compileApart(String processorPath, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "javac").toString()));
        command.addAll(arguments(processorPath, arguments));
        return run(command);
    }

    private List<String> arguments(String processorPath, String... arguments) {
        List<String> all = new ArrayList<>(List.of("-processorpath", processorPath));
        for (String argument : arguments) {
            for (String one : argument.split(" +")) {
                String path = one.startsWith("src/") ? "$/" + one : one;
                all.add(path.replace("$", root.toString()));
            }
        }
        return all;
    }

    /** Runs a program; what the virtual machine warns of is no part of what it said. */
    Outcome run(List<String> command) {
        return quietly(() -> {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String said = output.lines()
                    .filter(line -> !line.startsWith("WARNING: "))
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
            try {
                return new Outcome(process.waitFor(), said);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** What is in {@code folder}, which holds class files. */
    Object call(String folder, String owner, String method, Object... arguments) throws Exception {
        URL[] places = {path(folder).toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(places, Project.class.getClassLoader())) {
            var found = Arrays.stream(loader.loadClass(owner).getDeclaredMethods())
                    .filter(candidate -> candidate.getName().equals(method))
                    .findFirst()
                    .orElseThrow();
            found.setAccessible(true);
            return found.invoke(null, arguments);
        }
    }

    /** Where the processor is, and what is in its jar beside it. */
    static String processor() {
        return path(placeOf(DifferentiableProcessor.class), placeOf(TypeSpec.class));
    }

    /** The class path of a user: the annotations and the runtime. */
    static String libraries() {
        return placeOf(Differentiable.class) + File.pathSeparator + placeOf(Activations.class);
    }

    /** Where a class was loaded from. */
    static String placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String path(String... entries) {
        return Stream.of(entries).collect(Collectors.joining(File.pathSeparator));
    }

    private interface Action<T> {
        T run() throws IOException;
    }

    private static <T> T quietly(Action<T> action) {
        try {
            return action.run();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
