package dev.leibniz.benchmarks.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prints what the processor costs, next to what javac needs for the rest of the same compilation: reading and checking a
 * class with many annotated methods and the class generated for it, and writing class files. Each run is in a new virtual
 * machine, as a build is; the kinds of runs take turns.
 *
 * <p>Usage: {@code CompileTimeTable processor.jar [--methods=M] [--runs=R]}, with M = 200 methods and R = 7 runs of each kind.
 */
public final class CompileTimeTable {
    private static final String CLASS = "Sample";
    private static final String ROW = "%-30s %8s %8s%n";

    private final String processor;
    private final Path folder;
    private final Path source;

    private CompileTimeTable(String processor, Path folder) {
        this.processor = processor;
        this.folder = folder;
        this.source = folder.resolve("source/sample/" + CLASS + ".java");
    }

    /** What one run took, in nanoseconds, by the clock on the wall and of the processor. */
    private record Cost(long wall, long cpu) {}

    /** Prints the table. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int methods = 200;
        int runs = 7;
        String processor = "";
        for (String arg : args) {
            if (arg.startsWith("--methods=")) {
                methods = Integer.parseInt(arg.substring("--methods=".length()));
            } else if (arg.startsWith("--runs=")) {
                runs = Integer.parseInt(arg.substring("--runs=".length()));
            } else {
                processor = arg;
            }
        }
        Path folder = Files.createTempDirectory("leibniz-compile");
        try {
            new CompileTimeTable(processor, folder).measure(methods, runs);
        } finally {
            delete(folder);
        }
    }

    private void measure(int methods, int runs) throws IOException, InterruptedException {
        Files.createDirectories(source.getParent());
        Files.writeString(source, NumericalMethods.source(CLASS, methods));
        Path generated = Files.createDirectories(folder.resolve("generated"));
        List<String> together = List.of("-processorpath", processor, "-s", generated.toString(), source.toString());
        run(together);
        List<String> alone = new ArrayList<>(List.of("-proc:none", source.toString()));
        try (Stream<Path> files = Files.walk(generated)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(alone::add);
        }
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        for (int i = 0; i < runs; i++) {
            note(costs, "start of javac", run(List.of("-version")));
            note(costs, "javac, all but the processor", run(alone));
            note(costs, "javac, with the processor", run(together));
        }
        System.out.printf(
                "%d methods, %s %s%n",
                methods, System.getProperty("java.vm.name"), System.getProperty("java.runtime.version"));
        System.out.printf(ROW, "seconds, median of " + runs, "wall", "cpu");
        costs.forEach((name, all) -> print(name, median(all)));
        Cost rest = median(costs.get("javac, all but the processor"));
        Cost all = median(costs.get("javac, with the processor"));
        Cost difference = new Cost(all.wall() - rest.wall(), all.cpu() - rest.cpu());
        print("the processor", difference);
        System.out.printf(
                ROW,
                "its part of the rest",
                ratio(difference.wall(), rest.wall()),
                ratio(difference.cpu(), rest.cpu()));
    }

    private static void note(Map<String, List<Cost>> costs, String name, Cost cost) {
        costs.computeIfAbsent(name, n -> new ArrayList<>()).add(cost);
    }

    private Cost run(List<String> arguments) throws IOException, InterruptedException {
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                OneCompile.class.getName(),
                "-cp",
                classPath,
                "-d",
                Files.createDirectories(folder.resolve("classes")).toString()));
        command.addAll(arguments);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> output =
                new String(process.getInputStream().readAllBytes()).lines().toList();
        int status = process.waitFor();
        long wall = System.nanoTime() - start;
        if (status != 0) {
            throw new IllegalStateException(String.join("\n", output));
        }
        return new Cost(wall, Long.parseLong(output.get(output.size() - 1)));
    }

    private static Cost median(List<Cost> costs) {
        return new Cost(
                median(costs.stream().mapToLong(Cost::wall).toArray()),
                median(costs.stream().mapToLong(Cost::cpu).toArray()));
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static void print(String name, Cost cost) {
        System.out.printf(ROW, name, seconds(cost.wall()), seconds(cost.cpu()));
    }

    private static String seconds(long nanoseconds) {
        return String.format(Locale.ROOT, "%.2f", nanoseconds / 1e9);
    }

    private static String ratio(long part, long whole) {
        return String.format(Locale.ROOT, "%.2f", (double) part / whole);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
