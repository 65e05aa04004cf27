package dev.leibniz.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.leibniz.processor.PassRunner;
import dev.leibniz.processor.transform.derivation.Analysis;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Compiles every source in {@code resources/corpus} and holds each annotated method to the contract, with all analyses
 * and simplifications and without. To add a case, add a method to one of the files there, or a file.
 */
class CorpusTest {
    private static final int POINTS = 3;
    private static final String ONLY = System.getProperty("corpus.only", "");

    /** Whether each pass is left out in turn, by {@code ./mvnw -B -Pcorpus}, or only what decides most about what is recorded. */
    static final boolean ALL_SWITCHES =
            System.getProperty("corpus.switches", "").equals("all");

    /** The gradients with everything switched on: without, they are the same but for rounding. */
    private final Map<String, List<Double>> reference = new HashMap<>();

    /** The generated classes with everything switched on. */
    private final Map<String, String> texts = new HashMap<>();

    static Map<String, String> sources() throws IOException, URISyntaxException {
        Map<String, String> sources = new TreeMap<>();
        for (String folder : Runtime.version().feature() < 21 ? List.of("/corpus") : List.of("/corpus", "/corpus-21")) {
            try (Stream<Path> files =
                    Files.list(Path.of(CorpusTest.class.getResource(folder).toURI()))) {
                for (Path file : files.toList()) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".java") && name.startsWith(ONLY.replaceAll("[.].*", ""))) {
                        sources.put(name, Files.readString(file));
                    }
                }
            }
        }
        return sources;
    }

    /**
     * Each third file, or each eighth and so on, and the files that these mention; all of them by {@code ./mvnw -B -Pcorpus}.
     *
     * @param first the index of the first one
     */
    static Map<String, String> some(int step, int first) throws IOException, URISyntaxException {
        Map<String, String> sources = sources();
        if (ALL_SWITCHES || !ONLY.isEmpty()) {
            return sources;
        }
        List<String> files = List.copyOf(sources.keySet());
        Deque<String> work = new ArrayDeque<>();
        for (int i = first; i < files.size(); i += step) {
            work.add(files.get(i));
        }
        Map<String, String> some = new TreeMap<>();
        while (!work.isEmpty()) {
            String file = work.remove();
            String text = sources.get(file);
            if (some.put(file, text) == null) {
                files.stream()
                        .filter(other -> Pattern.compile("\\b" + other.replace(".java", "\\."))
                                .matcher(text)
                                .find())
                        .forEach(work::add);
            }
        }
        return some;
    }

    @TestFactory
    Stream<DynamicNode> everyMethodKeepsTheContract() throws IOException, URISyntaxException {
        List<String> switches = new ArrayList<>(List.of("", "all"));
        switches.addAll(ALL_SWITCHES ? PassRunner.switches() : List.of(Analysis.RECOMPUTATION.label()));
        Map<String, String> sources = sources();
        ExecutorService compilers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        Map<String, CompletableFuture<CorpusCompiler.Result>> compiled = new HashMap<>();
        for (String off : switches) {
            compiled.put(off, CompletableFuture.supplyAsync(() -> CorpusCompiler.compile(sources, off), compilers));
        }
        List<DynamicNode> nodes = new ArrayList<>();
        for (String off : switches) {
            CorpusCompiler.Result all = compiled.get(off).join();
            nodes.add(dynamicContainer(off.isEmpty() ? "everything on" : "without " + off, tests(all, sources, off)));
        }
        compilers.shutdown();
        return nodes.stream();
    }

    private Stream<DynamicNode> tests(CorpusCompiler.Result all, Map<String, String> sources, String off) {
        if (all.messages().isEmpty()) {
            return methods(all, off);
        }
        return sources.entrySet().stream().flatMap(source -> {
            CorpusCompiler.Result one = CorpusCompiler.compile(Map.of(source.getKey(), source.getValue()), off);
            DynamicNode compiles = dynamicTest(
                    source.getKey() + " compiles without a message", () -> assertEquals(List.of(), one.messages()));
            return one.messages().isEmpty() ? methods(one, off) : Stream.of(compiles);
        });
    }

    /** Where the generated text is that with everything switched on, so are the numbers. */
    private Stream<DynamicNode> methods(CorpusCompiler.Result compiled, String off) {
        if (off.isEmpty()) {
            texts.putAll(compiled.generated());
        }
        return compiled.methods().stream()
                .filter(method -> method.toString().startsWith(ONLY))
                .filter(method -> off.isEmpty() || !isAsOn(method.gradClass(), compiled))
                .map(method -> dynamicTest(method.toString(), () -> check(method, compiled, off)));
    }

    private boolean isAsOn(String companion, CorpusCompiler.Result compiled) {
        String text = compiled.generated().get(companion);
        return text != null && text.equals(texts.get(companion));
    }

    private void check(CorpusMethod method, CorpusCompiler.Result compiled, String off)
            throws ReflectiveOperationException {
        int points = off.isEmpty() || off.equals("all") ? POINTS : 1;
        for (int point = 0; point < points; point++) {
            long seed = 31L * method.toString().hashCode() + point;
            List<Double> gradient = new MethodChecks(method, compiled, seed).check();
            String key = method + " at point " + point;
            if (off.isEmpty()) {
                reference.put(key, gradient);
            } else if (reference.containsKey(key)) {
                assertSameNumbers(reference.get(key), gradient, key);
            }
        }
    }

    private static void assertSameNumbers(List<Double> expected, List<Double> actual, String what) {
        assertEquals(expected.size(), actual.size(), what);
        for (int i = 0; i < expected.size(); i++) {
            double tolerance = 1e-5 * Math.abs(expected.get(i)) + 1e-7;
            assertEquals(expected.get(i), actual.get(i), tolerance, what + ", compared with everything switched on");
        }
    }

    @Test
    void corpusIsLarge() throws IOException, URISyntaxException {
        long annotated = sources().values().stream()
                .flatMap(String::lines)
                .filter(line -> line.strip().startsWith("@Differentiable"))
                .count();
        assertTrue(annotated >= (ONLY.isEmpty() ? 250 : 1), annotated + " methods");
    }
}
