package dev.leibniz.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.leibniz.runtime.Trace;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The gradients of traces are those of the generated derivatives, on each method of the corpus that returns a number. */
class TraceTest {
    private static final String ONLY = System.getProperty("corpus.only", "");
    private static final int POINTS = 3;

    private static final Pattern ANNOTATED = Pattern.compile("@Differentiable(?:\\(([^)]*)\\))?"
            + "(?=\\s+(?:@\\w+(?:\\([^)]*\\))?\\s+|(?:public|private|protected|final|strictfp)\\s+)*static\\s+(?:strictfp\\s+)?"
            + "(?:double|float)\\s+(\\w+)\\()");
    private static final Pattern NAME = Pattern.compile("name = \"(\\w+)\"");
    private static final Pattern REFUSAL = Pattern.compile("`(\\w+)` cannot be differentiated: (.*) Hint:");
    private static final String FORMS = Stream.of("GRAD", "VJP", "JVP", "TRACE")
            .map(form -> "dev.leibniz.annotations.Form." + form)
            .collect(Collectors.joining(", "));
    private static final String SECOND = ", dev.leibniz.annotations.Form.HVP, dev.leibniz.annotations.Form.HESSIAN";

    /** For each method that cannot be traced, why. */
    private final Map<String, String> refused = new TreeMap<>();

    @TestFactory
    Stream<DynamicTest> gradientsAreThoseOfTheGradient() throws Exception {
        Map<String, String> sources = new TreeMap<>(CorpusTest.some(3, 1));
        // what keeps less than a trace, and arrays of records, which have none
        sources.keySet()
                .removeAll(
                        Set.of("Checkpoints.java", "Reversibles.java", "RecordParameters.java", "ObjectArrays.java"));
        CorpusCompiler.Result compiled = compile(sources);
        List<CorpusMethod> traced = compiled.methods().stream()
                .filter(method -> compiled.generated()
                        .getOrDefault(method.gradClass(), "")
                        .contains("Trace " + method.name() + "Trace("))
                .filter(method -> method.toString().startsWith(ONLY))
                .toList();
        return Stream.concat(
                traced.stream().map(method -> dynamicTest(method.toString(), () -> check(method, compiled))),
                Stream.of(dynamicTest("few are refused", () -> assertFewAreRefused(traced.size()))));
    }

    private void assertFewAreRefused(int traced) {
        assertTrue(refused.size() <= 1 + traced / 20, traced + " traced, refused: " + refused);
    }

    /** With traces of all methods but those that are refused. */
    private CorpusCompiler.Result compile(Map<String, String> sources) {
        while (true) {
            Map<String, String> texts = new TreeMap<>();
            sources.forEach((name, text) -> texts.put(name, withTraces(text)));
            CorpusCompiler.Result result = CorpusCompiler.compile(texts, "");
            int before = refused.size();
            for (String message : result.messages()) {
                Matcher refusal = REFUSAL.matcher(message);
                assertTrue(refusal.find(), message);
                refused.putIfAbsent(refusal.group(1), refusal.group(2));
            }
            if (refused.size() == before) {
                assertEquals(List.of(), result.messages());
                return result;
            }
        }
    }

    private String withTraces(String text) {
        return ANNOTATED.matcher(text).replaceAll(match -> {
            String others = match.group(1) == null ? "" : match.group(1);
            Matcher name = NAME.matcher(others);
            String stem = name.find() ? name.group(1) : match.group(2);
            boolean isWanted = !refused.containsKey(stem) && !others.contains("forms");
            return Matcher.quoteReplacement(
                    isWanted
                            ? "@Differentiable(forms = {" + FORMS + (others.contains("order = 2") ? SECOND : "") + "}"
                                    + (others.isEmpty() ? "" : ", " + others) + ")"
                            : match.group());
        });
    }

    private void check(CorpusMethod method, CorpusCompiler.Result compiled) throws ReflectiveOperationException {
        for (int point = 0; point < POINTS; point++) {
            Class<?> owner = compiled.loader().loadClass(method.className());
            Method primal = Arrays.stream(owner.getDeclaredMethods())
                    .filter(m -> m.getName().equals(method.method())
                            && m.getParameterCount() == method.parameters().size())
                    .findFirst()
                    .orElseThrow();
            long seed = 31L * method.toString().hashCode() + point;
            Object[] arguments = new Inputs(method, seed).arguments(primal);
            Object[] again = new Inputs(method, seed).arguments(primal); // a generator is used up
            Class<?> grad = compiled.loader().loadClass(method.gradClass());
            Object gradient = call(grad, method.name() + "Grad", arguments);
            Trace trace;
            try {
                trace = (Trace) call(grad, method.name() + "Trace", again);
            } catch (IllegalStateException e) {
                assertTrue(String.valueOf(e.getMessage()).contains("more than 10000 steps"), e.getMessage());
                return;
            }
            Map<String, Double> expected = new HashMap<>();
            List<Field> components = Parts.of(gradient.getClass());
            assertEquals(((Number) Parts.get(components.get(0), gradient)).doubleValue(), trace.value(), 0, "value");
            int next = 1;
            for (CorpusMethod.Parameter parameter : method.parameters()) {
                if (parameter.differentiated()) {
                    collect(
                            parameter.name(),
                            Parts.get(components.get(next++), gradient),
                            compiled.constantComponents(),
                            expected);
                }
            }
            boolean isSingle = method.single() || Arrays.stream(arguments).anyMatch(Shaped::mentionsFloat);
            for (Map.Entry<String, Double> entry : expected.entrySet()) {
                double tolerance = (isSingle ? 1e-4 : 1e-9) * (1e-3 + Math.abs(entry.getValue()));
                assertEquals(entry.getValue(), trace.gradient(entry.getKey() + "@0"), tolerance, entry.getKey());
            }
            assertTrue(trace.table().contains("backward"));
            assertTrue(trace.toDot().endsWith("}\n"));
            trace.steps();
        }
    }

    private static Object call(Class<?> type, String name, Object[] arguments) throws ReflectiveOperationException {
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                method.setAccessible(true);
                try {
                    return method.invoke(null, arguments);
                } catch (InvocationTargetException e) {
                    if (e.getCause() instanceof RuntimeException cause) {
                        throw cause;
                    }
                    throw e;
                }
            }
        }
        throw new NoSuchMethodException(name);
    }

    private static void collect(String path, Object value, Set<String> constant, Map<String, Double> into) {
        if (value instanceof Number number && (value instanceof Double || value instanceof Float)) {
            into.put(path, number.doubleValue());
        } else if (Parts.has(value)) {
            for (Field component : Parts.of(value.getClass())) {
                if (!constant.contains(value.getClass().getName() + "." + component.getName())) {
                    collect(path + "." + component.getName(), Parts.get(component, value), constant, into);
                }
            }
        } else if (value != null && value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                collect(path + "[" + i + "]", Array.get(value, i), constant, into);
            }
        }
    }
}
