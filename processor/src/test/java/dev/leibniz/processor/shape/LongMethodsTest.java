package dev.leibniz.processor.shape;

import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.leibniz.processor.DifferentiableProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Long methods, from source to running code. {@code -Dleibniz.timing=true} adds the measurement of the time per
 * statement.
 */
class LongMethodsTest {
    /** HotSpot compiles no method with more bytes. */
    private static final int LARGEST_COMPILED = 8_000;

    private static final long LARGE_STACK = 64L << 20;

    /** A compiled class with its companion. */
    private record Program(Class<?> primal, Class<?> derivatives, Map<String, Integer> sizes) {
        static Program compile(String name, String source) throws IOException, ReflectiveOperationException {
            Compilation compilation = javac().withProcessors(new DifferentiableProcessor())
                    .withOptions("-Xlint:all", "-Xlint:-classfile")
                    .compile(JavaFileObjects.forSourceString(name, source));
            assertEquals(Compilation.Status.SUCCESS, compilation.status(), () -> {
                String problems = compilation.diagnostics().toString();
                return problems.substring(0, Math.min(2_000, problems.length()));
            });
            Map<String, byte[]> classes = new HashMap<>();
            Map<String, Integer> sizes = new TreeMap<>();
            for (JavaFileObject file : compilation.generatedFiles()) {
                if (file.getKind() == JavaFileObject.Kind.CLASS) {
                    String path = file.toUri().getPath();
                    String className = path.substring(path.lastIndexOf('/') + 1, path.length() - ".class".length());
                    try (InputStream in = file.openInputStream()) {
                        classes.put(className, in.readAllBytes());
                    }
                    if (className.startsWith(name + "Grad")) {
                        try (InputStream in = file.openInputStream()) {
                            sizes.putAll(CodeSizes.of(in));
                        }
                    }
                }
            }
            ClassLoader loader = new ClassLoader(LongMethodsTest.class.getClassLoader()) {
                @Override
                protected Class<?> findClass(String wanted) throws ClassNotFoundException {
                    byte[] bytes = classes.get(wanted);
                    if (bytes == null) {
                        throw new ClassNotFoundException(wanted);
                    }
                    return defineClass(wanted, bytes, 0, bytes.length);
                }
            };
            return new Program(loader.loadClass(name), loader.loadClass(name + "Grad"), sizes);
        }

        void isCompiledByHotSpot() {
            sizes.forEach((method, size) ->
                    assertTrue(size < LARGEST_COMPILED, () -> method + " has " + size + " bytes of bytecode"));
        }

        double value(Object... args) throws ReflectiveOperationException {
            return (Double) call(primal, "f", args);
        }

        double[] gradient(Object... args) throws ReflectiveOperationException {
            Object[] all = Arrays.copyOf(args, args.length + 1);
            double[] buffer = new double[LongSources.INPUTS];
            all[args.length] = buffer;
            call(derivatives, "fGradInto", all);
            return buffer;
        }

        double tangent(Object... args) throws ReflectiveOperationException {
            Object result = call(derivatives, "fJvp", args);
            return (Double) call(result, "tangent");
        }

        private static Object call(Object owner, String name, Object... args) throws ReflectiveOperationException {
            Class<?> type = owner instanceof Class<?> c ? c : owner.getClass();
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name) && takes(method.getParameterTypes(), args)) {
                    method.setAccessible(true);
                    return method.invoke(owner, args);
                }
            }
            throw new NoSuchMethodException(name);
        }

        private static boolean takes(Class<?>[] types, Object[] args) {
            return types.length == args.length
                    && IntStream.range(0, args.length)
                            .allMatch(i -> MethodType.methodType(types[i])
                                    .wrap()
                                    .returnType()
                                    .isInstance(args[i]));
        }
    }

    private static double[] point() {
        double[] x = new double[LongSources.INPUTS];
        for (int i = 0; i < x.length; i++) {
            x[i] = 0.3 + 0.1 * i - 0.013 * i * i;
        }
        return x;
    }

    private static double[] direction(int k) {
        double[] direction = new double[LongSources.INPUTS];
        direction[k] = 1;
        return direction;
    }

    private static void close(double expected, double actual, double tolerance, String what) {
        assertEquals(expected, actual, tolerance * (1 + Math.abs(expected)), what);
    }

    /** Both modes agree with each other, and forward mode with a difference of values. */
    private static void derivativesAreRight(Program program, Object... rest) throws ReflectiveOperationException {
        Object[] args = new Object[rest.length + 1];
        System.arraycopy(rest, 0, args, 1, rest.length);
        args[0] = point();
        double[] gradient = program.gradient(args);
        Object[] withTangent = Arrays.copyOf(args, args.length + 1);
        double h = 1e-6;
        for (int k = 0; k < LongSources.INPUTS; k++) {
            withTangent[args.length] = direction(k);
            double tangent = program.tangent(withTangent);
            close(tangent, gradient[k], 1e-9, "modes in direction " + k);
            double[] x = point();
            args[0] = x;
            x[k] += h;
            double above = program.value(args);
            x[k] -= 2 * h;
            double difference = (above - program.value(args)) / (2 * h);
            close(difference, gradient[k], 1e-5, "difference in direction " + k);
        }
        assertNotEquals(0, gradient[0]);
    }

    @Test
    void straightLineOfFiveThousandStatements() throws IOException, ReflectiveOperationException {
        Program program = Program.compile("Straight", LongSources.straight("Straight", 5_000));
        int total =
                program.sizes().values().stream().mapToInt(Integer::intValue).sum();
        assertTrue(total > 3 * 65_536, "not long enough to show anything: " + total);
        program.isCompiledByHotSpot();
        derivativesAreRight(program);
    }

    @Test
    void longLoopBody() throws IOException, ReflectiveOperationException {
        Program program = Program.compile("Looping", LongSources.loop("Looping", 1_500));
        program.isCompiledByHotSpot();
        derivativesAreRight(program, 3);
    }

    /** javac itself needs a large stack for an expression of so many terms; then we do not need a larger one. */
    @Test
    void longSum() throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        Program program = Program.compile("Summing", LongSources.sum("Summing", 3_000));
                        program.isCompiledByHotSpot();
                        derivativesAreRight(program);
                    } catch (IOException | ReflectiveOperationException | RuntimeException | Error e) {
                        failures.add(e);
                    }
                },
                "long sum",
                LARGE_STACK);
        thread.start();
        thread.join();
        failures.forEach(failure -> fail(failure));
    }

    /** The same work per statement: a long method may cost half as much again per statement, not more. */
    @Test
    @EnabledIfSystemProperty(named = "leibniz.timing", matches = "true")
    void longMethodsAreAsFastPerStatement() throws Throwable {
        double small = nanosPerStatement(50);
        double large = nanosPerStatement(5_000);
        System.out.printf("ns per statement: %.2f of 50 statements, %.2f of 5,000%n", small, large);
        assertTrue(large <= 1.5 * small, large + " against " + small + " ns per statement");
    }

    private static double nanosPerStatement(int statements) throws Throwable {
        String name = "Timed" + statements;
        Program program = Program.compile(name, LongSources.straight(name, statements));
        Method method = program.derivatives().getDeclaredMethod("fGradInto", double[].class, double[].class);
        method.setAccessible(true);
        MethodHandle gradient = MethodHandles.lookup()
                .unreflect(method)
                .asType(MethodType.methodType(Object.class, double[].class, double[].class));
        double[] x = point();
        double[] buffer = new double[x.length];
        int repetitions = 2_000_000 / statements;
        double best = Double.POSITIVE_INFINITY;
        for (int trial = 0; trial < 20; trial++) {
            long start = System.nanoTime();
            for (int i = 0; i < repetitions; i++) {
                Object unused = (Object) gradient.invokeExact(x, buffer);
            }
            best = Math.min(best, (System.nanoTime() - start) / (double) repetitions / statements);
        }
        return best;
    }
}
