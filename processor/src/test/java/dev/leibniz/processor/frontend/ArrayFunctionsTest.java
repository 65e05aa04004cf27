package dev.leibniz.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.util.JavacTask;
import dev.leibniz.processor.DifferentiableProcessor;
import dev.leibniz.processor.frontend.library.ArrayFunctions;
import dev.leibniz.processor.frontend.library.Fact;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of array functions against what the functions of this Java do, and what the processor makes of it. */
class ArrayFunctionsTest {

    private static final Map<Class<?>, Object> FUNCTIONS = Map.of(
            Comparator.class, Comparator.naturalOrder(),
            BinaryOperator.class, (BinaryOperator<Integer>) (a, b) -> 9,
            DoubleBinaryOperator.class, (DoubleBinaryOperator) (a, b) -> 9,
            IntBinaryOperator.class, (IntBinaryOperator) (a, b) -> 9,
            LongBinaryOperator.class, (LongBinaryOperator) (a, b) -> 9,
            IntFunction.class, (IntFunction<Integer>) i -> 9,
            IntToDoubleFunction.class, (IntToDoubleFunction) i -> 9,
            IntToLongFunction.class, (IntToLongFunction) i -> 9,
            IntUnaryOperator.class, (IntUnaryOperator) i -> 9);

    private static final Map<String, ExecutableElement> ELEMENTS = new HashMap<>();

    static {
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), List.of("java.util.Arrays"), null);
        TypeElement arrays = task.getElements().getTypeElement("java.util.Arrays");
        ElementFilter.methodsIn(arrays.getEnclosedElements())
                .forEach(method -> ELEMENTS.put(method.getSimpleName().toString(), method));
    }

    static Stream<Method> functions() {
        return Arrays.stream(Arrays.class.getMethods())
                .filter(method -> method.getDeclaringClass() == Arrays.class)
                .filter(method -> Modifier.isStatic(method.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theTableSaysWhatTheyDo(Method function) throws ReflectiveOperationException {
        List<Object> arguments = new ArrayList<>();
        List<Object> before = new ArrayList<>();
        int numbers = 0;
        for (Class<?> type : function.getParameterTypes()) {
            boolean isNumber = type == int.class;
            arguments.add(isNumber ? (Object) (numbers++ % 2 == 0 ? 0 : 3) : argument(type));
            before.add(isNumber ? (Object) 0 : argument(type));
        }
        Object result = function.invoke(null, arguments.toArray());
        ExecutableElement element = ELEMENTS.get(function.getName());
        Fact effect = ArrayFunctions.effectOf(element);
        if (effect == Fact.SHARES) {
            @SuppressWarnings("unchecked")
            List<Object> list = (List<Object>) result;
            list.set(0, 9);
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).getClass().isArray()) {
                boolean isWritten =
                        effect == Fact.WRITES && i == ArrayFunctions.target(element) || effect == Fact.SHARES;
                assertEquals(isWritten, !text(before.get(i)).equals(text(arguments.get(i))), "argument " + i);
                assertEquals(!isWritten, ArrayFunctions.leavesAlone(element, i, false), "argument " + i);
                assertNotSame(arguments.get(i), result);
            }
        }
        if (effect == Fact.READS) {
            assertTrue(function.getReturnType().isPrimitive() || result instanceof String, function.toString());
        }
    }

    private static Object argument(Class<?> type) {
        if (type.isArray()) {
            boolean ofNumbers = type.getComponentType().isPrimitive() && type != boolean[].class;
            Object array = Array.newInstance(type.getComponentType(), 3);
            for (int i = 0; i < 3; i++) {
                byte element = new byte[] {3, 1, 2}[i];
                if (type == char[].class) {
                    Array.set(array, i, (char) element);
                } else if (type == boolean[].class) {
                    Array.set(array, i, true);
                } else {
                    Array.set(array, i, ofNumbers ? (Object) element : Integer.valueOf(element));
                }
            }
            return array;
        } else if (type == Class.class) {
            return Object[].class;
        } else if (FUNCTIONS.containsKey(type)) {
            return FUNCTIONS.get(type);
        } else if (type == boolean.class) {
            return false;
        } else if (type == char.class) {
            return (char) 9;
        }
        return type.isPrimitive() ? (Object) (byte) 9 : Integer.valueOf(9);
    }

    private static String text(Object array) {
        return Arrays.deepToString(new Object[] {array});
    }

    @Test
    void whatAHelperWithoutDerivativesOnlyReadsMayBeChangedLater() {
        Compiled compiled = Compiled.of(Map.of("Model.java", """
            import dev.leibniz.annotations.Differentiable;
            import dev.leibniz.annotations.NoDerivative;
            import java.util.Arrays;
            class Model {
                @Differentiable static double f(double x, int[] keys) {
                    int[] own = keys.clone();
                    double y = x * Table.find(own, 3) * Table.differs(own, keys) * Table.code(own);
                    own[0] = 5;
                    return y * own[0];
                }
            }
            class Table {
                @NoDerivative static int find(int[] keys, int key) { return Arrays.binarySearch(keys, key); }
                @NoDerivative static int differs(int[] a, int[] b) {
                    return Arrays.compare(a, b) + Arrays.compareUnsigned(a, b) + Arrays.mismatch(a, b);
                }
                @NoDerivative static int code(int[] a) {
                    return Arrays.hashCode(a) + Arrays.toString(a).length() + (Arrays.equals(a, a) ? 1 : 0);
                }
            }
            """), new DifferentiableProcessor());
        assertTrue(compiled.success(), () -> compiled.messages().toString());
    }

    @Test
    void ofAHelperOfAnotherFileNobodyKnowsThatItOnlyReads() {
        Compiled compiled = Compiled.of(Map.of("Model.java", """
            import dev.leibniz.annotations.Differentiable;
            class Model {
                @Differentiable static double f(double x, int[] keys) {
                    int[] own = keys.clone();
                    double y = x * Table.find(own, 3) * Table.differs(own, keys) * Table.code(own);
                    own[0] = 5;
                    return y * own[0];
                }
            }
            """, "Table.java", """
            import dev.leibniz.annotations.Differentiable;
            import java.util.Arrays;
            class Table {
                @Differentiable static double g(double x) { return x; }
                static int find(int[] keys, int key) { return Arrays.binarySearch(keys, key); }
                static int differs(int[] a, int[] b) {
                    return Arrays.compare(a, b) + Arrays.compareUnsigned(a, b) + Arrays.mismatch(a, b);
                }
                static int code(int[] a) {
                    return Arrays.hashCode(a) + Arrays.toString(a).length() + (Arrays.equals(a, a) ? 1 : 0);
                }
            }
            """), new DifferentiableProcessor());
        assertEquals(List.of("unseen-write", "unseen-write", "unseen-write"), codes(compiled));
    }

    @Test
    void whatAHelperOfAnotherFileWritesIsAProblemIfItIsLookedAt() {
        for (String write : List.of(
                "Arrays.parallelPrefix(a, (x, y) -> x + y)",
                "Arrays.parallelSetAll(a, i -> i)",
                "Arrays.setAll(a, i -> i)",
                "Arrays.parallelSort(a)",
                "System.arraycopy(a, 0, a, 1, 1)")) {
            Compiled compiled = Compiled.of(
                    Map.of("Model.java", """
                import dev.leibniz.annotations.Differentiable;
                class Model {
                    @Differentiable static double f(double x, int[] keys) {
                        int[] own = keys.clone();
                        return x * Table.spoil(own) * own[0];
                    }
                }
                """, "Table.java", """
                import dev.leibniz.annotations.Differentiable;
                import java.util.Arrays;
                class Table {
                    @Differentiable static double g(double x) { return x; }
                    static int spoil(int[] a) { WRITE; return a[0]; }
                }
                """.replace("WRITE", write)),
                    new DifferentiableProcessor());
            assertEquals(List.of("unseen-write"), codes(compiled), write);
        }
    }

    @Test
    void aConstantThatIsWrittenByAnyOfThemIsNone() {
        for (String write : List.of(
                "Arrays.fill(TABLE, 0)",
                "Arrays.sort(TABLE)",
                "Arrays.parallelPrefix(TABLE, (a, b) -> a + b)",
                "Arrays.parallelSetAll(TABLE, i -> i)",
                "System.arraycopy(new double[3], 0, TABLE, 0, 3)")) {
            Compiled compiled =
                    Compiled.of(Map.of("Model.java", """
                import dev.leibniz.annotations.Differentiable;
                import java.util.Arrays;
                class Model {
                    static final double[] TABLE = {3, 1, 2};
                    static void spoil() { WRITE; }
                    @Differentiable static double f(double x) { return x * TABLE[0]; }
                }
                """.replace("WRITE", write)), new DifferentiableProcessor());
            assertEquals(List.of("constant-written"), codes(compiled), write);
        }
    }

    @Test
    void aConstantThatIsOnlyReadByThemStaysOne() {
        Compiled compiled = Compiled.of(Map.of("Model.java", """
            import dev.leibniz.annotations.Differentiable;
            import java.util.Arrays;
            class Model {
                private static final double[] TABLE = {3, 1, 2};
                static int ask(double[] other) {
                    System.arraycopy(TABLE, 0, other, 0, 3);
                    return Arrays.hashCode(TABLE) + Arrays.compare(TABLE, other) + Arrays.binarySearch(TABLE, 1)
                            + Arrays.stream(TABLE).map(x -> x).toArray().length + Arrays.toString(TABLE).length();
                }
                @Differentiable static double f(double x) { return x * TABLE[0]; }
            }
            """), new DifferentiableProcessor());
        assertTrue(compiled.success(), () -> compiled.messages().toString());
    }

    @Test
    void aLoopThatAsksOneOfThemStaysACountedOne() {
        Compiled compiled = Compiled.of(Map.of("Model.java", """
            import dev.leibniz.annotations.Differentiable;
            import java.util.Arrays;
            class Model {
                @Differentiable static double f(double[] x, int[] keys, int[] others, double[][] rows) {
                    double s = 0;
                    for (int i = 0; i < keys[0]; i++) {
                        if (Arrays.equals(keys, others) && Arrays.binarySearch(keys, i) >= 0) {
                            s += x[i] * Arrays.hashCode(keys) * Arrays.deepHashCode(rows);
                        }
                    }
                    return s;
                }
            }
            """), new DifferentiableProcessor());
        assertTrue(compiled.success(), () -> compiled.messages().toString());
        String generated = compiled.generated().getOrDefault("ModelGrad.java", "");
        assertTrue(generated.contains("for (int i = 0; i < "), generated);
        assertFalse(generated.contains("while"), generated);
    }

    private static List<String> codes(Compiled compiled) {
        List<String> codes = new ArrayList<>();
        for (Diagnostic<?> error : compiled.errors()) {
            codes.add(error.getMessage(null).replaceFirst("(?s)\\[leibniz:([a-z-]+)].*", "$1"));
        }
        return codes;
    }
}
