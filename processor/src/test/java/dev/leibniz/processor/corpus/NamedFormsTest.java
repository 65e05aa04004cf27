package dev.leibniz.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Forms that have to be named, flat and sparse ones, against the others: of the corpus, and of random methods. */
class NamedFormsTest {
    private static final int POINTS = 2;
    private static final int RANDOM_METHODS = 40;
    private static final long SEED = Long.getLong("sparse.seed", 5);

    /**
     * What prints or draws is not the same function when it is evaluated again, and has no sparse Hessian; nor has what goes through
     * collections in a file that changes some.
     */
    private static final Set<String> ACTING = Set.of(
            "Prints.java",
            "Draws.java",
            "AnyConstants.java",
            "ConstantFunctions.java",
            "Lists.java",
            "Streams.java",
            "Predicates.java",
            "PredicatesOfNumbers.java",
            "ValueObjects.java");

    private static final String ONLY = System.getProperty("corpus.only", "");

    @TestFactory
    Stream<DynamicTest> agreeWithTheOthers() throws IOException, URISyntaxException, ReflectiveOperationException {
        Map<String, String> sources = new TreeMap<>();
        CorpusTest.some(3, 2).forEach((name, text) -> sources.put(name, NamedForms.in(text)));
        sources.keySet().removeAll(ACTING);
        sources.keySet()
                .removeAll(List.of("RecordParameters.java", "ObjectArrays.java")); // these have none of these forms
        CorpusCompiler.Result compiled = CorpusCompiler.compile(sources, "");
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest("compiles without a message", () -> assertEquals(List.of(), compiled.messages())));
        if (compiled.messages().isEmpty()) {
            int checked = 0;
            for (CorpusMethod method : compiled.methods()) {
                if (method.toString().startsWith(ONLY) && NamedFormChecks.apply(method, compiled)) {
                    checked++;
                    tests.add(dynamicTest(method.toString(), () -> check(method, compiled)));
                }
            }
            int least = ONLY.isEmpty() ? 100 : 1;
            int found = checked;
            tests.add(dynamicTest("there are many", () -> assertTrue(found >= least, found + " methods")));
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> agreeForRandomMethods() throws ReflectiveOperationException {
        String source = NamedForms.in(RandomSparse.source(SEED, RANDOM_METHODS));
        CorpusCompiler.Result compiled = CorpusCompiler.compile(Map.of("RandomSparse.java", source), "");
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest("compiles without a message", () -> assertEquals(List.of(), compiled.messages())));
        tests.add(dynamicTest(
                "all are there",
                () -> assertEquals(2 * RANDOM_METHODS, compiled.methods().size(), source)));
        for (CorpusMethod method : compiled.methods()) {
            tests.add(dynamicTest(method.toString(), () -> check(method, compiled)));
        }
        return tests.stream();
    }

    private static void check(CorpusMethod method, CorpusCompiler.Result compiled) throws ReflectiveOperationException {
        for (int point = 0; point < POINTS; point++) {
            new NamedFormChecks(method, compiled, 31L * method.toString().hashCode() + point).check();
        }
    }
}
