package dev.leibniz.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.leibniz.processor.incremental.SourceTree;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Calls every method of the corpus from another file, which knows of it what its companion tells, and holds the caller to the contract. */
class AcrossFilesTest {

    @TestFactory
    Stream<DynamicNode> everyMethodIsCalledFromAnotherFile() throws IOException, URISyntaxException {
        Map<String, String> sources = CorpusTest.some(3, 0);
        Map<String, String> callers = CorpusCompiler.callersOf(sources);
        List<DynamicNode> nodes = new ArrayList<>();
        for (String off : CorpusTest.ALL_SWITCHES ? List.of("", "all") : List.of("")) {
            Map<String, String> both = new TreeMap<>(sources);
            both.putAll(callers);
            CorpusCompiler.Result compiled = CorpusCompiler.compile(both, off);
            Stream<DynamicNode> tests = compiled.messages().isEmpty()
                    ? compiled.methods().stream()
                            .filter(method -> method.toString().startsWith("CallerOf"))
                            .map(method -> dynamicTest(method.toString(), () -> check(method, compiled)))
                    : Stream.of(dynamicTest("compiles", () -> assertEquals(List.of(), compiled.messages())));
            nodes.add(dynamicContainer(off.isEmpty() ? "everything on" : "everything off", tests));
        }
        return nodes.stream();
    }

    /** What a derivative in another file is given is the list as it was when the method itself was called. */
    @TestFactory
    Stream<DynamicTest> listsThatChangeLater() {
        CorpusCompiler.Result compiled =
                CorpusCompiler.compile(Map.of("Weights.java", """
            package corpus;
            import dev.leibniz.annotations.*;
            import java.util.List;
            final class Weights {
                @Differentiable
                static double of(double[] x, @NoDerivative List<Integer> positions) {
                    double sum = 0;
                    for (int i : positions) {
                        sum += x[i] * x[i];
                    }
                    return sum;
                }
            }
            """, "CallerOfWeights.java", """
            package corpus;
            import dev.leibniz.annotations.*;
            import java.util.*;
            public final class CallerOfWeights {
                @Differentiable(order = 2)
                public static double filled(double[] x) {
                    List<Integer> all = new ArrayList<>();
                    for (int i = 0; i < x.length; i++) {
                        all.add(i);
                    }
                    return Weights.of(x, all);
                }

                @Differentiable(order = 2)
                public static double cleared(double[] x) {
                    List<Integer> all = new ArrayList<>();
                    for (int i = 0; i < x.length; i++) {
                        all.add(i);
                    }
                    double sum = Weights.of(x, all);
                    all.clear();
                    return sum * Weights.of(x, all) + sum;
                }
            }
            """), "");
        assertEquals(List.of(), compiled.messages());
        return compiled.methods().stream()
                .filter(method -> method.toString().startsWith("CallerOf"))
                .map(method -> dynamicTest(method.toString(), () -> check(method, compiled)));
    }

    /** A class of the corpus is known by its class file, or by its source: that makes no difference. */
    @Test
    void theCallersAreTheSameIfTheyAreCompiledAlone(@TempDir Path folder) throws IOException, URISyntaxException {
        Map<String, String> sources = CorpusTest.some(8, 0);
        SourceTree tree = new SourceTree(folder);
        for (Map.Entry<String, String> source : sources.entrySet()) {
            tree.write(path(source.getKey(), source.getValue()), source.getValue());
        }
        List<String> callers = new ArrayList<>();
        for (Map.Entry<String, String> caller :
                CorpusCompiler.callersOf(sources).entrySet()) {
            callers.add(path(caller.getKey(), caller.getValue()));
            tree.write(callers.get(callers.size() - 1), caller.getValue());
        }
        assertEquals(List.of(), tree.compileAll());
        Map<String, String> together = tree.generated();
        assertEquals(List.of(), tree.compile(callers.toArray(String[]::new)));
        Map<String, String> alone = tree.generated();
        together.forEach((file, text) -> assertEquals(text, alone.get(file), file));
        assertEquals(together.keySet(), alone.keySet());
    }

    private static String path(String file, String text) {
        Matcher declared = Pattern.compile("(?m)^package (.*);").matcher(text);
        return declared.find() ? declared.group(1).replace('.', '/') + "/" + file : file;
    }

    private static void check(CorpusMethod method, CorpusCompiler.Result compiled) throws ReflectiveOperationException {
        new MethodChecks(method, compiled, 31L * method.toString().hashCode()).check();
    }
}
