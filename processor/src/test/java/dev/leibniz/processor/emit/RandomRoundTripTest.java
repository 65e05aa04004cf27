package dev.leibniz.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.IrInterpreter;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.program.Companion;
import dev.leibniz.processor.ir.program.Linkage;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.ir.walk.IrPrinter;
import dev.leibniz.processor.ir.walk.IrVerifier;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Prints random functions, compiles and runs them, and wants bit for bit what the interpreter computes: results and what
 * is left in the arguments. {@code -Dleibniz.roundTrips=n} runs more of them.
 */
class RandomRoundTripTest {
    private static final int PER_CLASS = 60;
    private static final List<Type> PARAMS = List.of(
            Type.INT, Type.DOUBLE, Type.DOUBLE, RandomFunctions.VECTOR, RandomFunctions.VECTOR, RandomFunctions.MATRIX);
    private static final List<Type> RESULTS = List.of(
            Type.DOUBLE,
            Type.DOUBLE,
            Type.DOUBLE,
            RandomFunctions.VECTOR,
            RandomFunctions.VECTOR,
            RandomFunctions.MATRIX);

    @Test
    void printedFunctionsComputeWhatTheInterpreterComputes() throws Exception {
        int classes = Integer.getInteger("leibniz.roundTrips", 600) / PER_CLASS;
        long first = Long.getLong("leibniz.seed", 20261122L);
        int normally = 0;
        for (int c = 0; c < classes; c++) {
            normally += roundTrip(first + 1000L * c);
        }
        assertTrue(normally > classes * PER_CLASS, "too few runs end normally: " + normally);
    }

    @Test
    void theSameFunctionsArePrintedAsTheSameText() {
        assertEquals(emitted(7).toString(), emitted(7).toString());
    }

    private static GeneratedFile emitted(long seed) {
        RandomFunctions random = new RandomFunctions(seed);
        return Emitted.of(companion(seed, random));
    }

    private static Companion companion(long seed, RandomFunctions random) {
        random.addCallable("one", Type.DOUBLE);
        random.addCallable("none");
        random.addCallable("several", Type.DOUBLE, Type.INT, RandomFunctions.VECTOR);
        List<Signature> signatures = new ArrayList<>();
        List<Companion.Form> forms = new ArrayList<>();
        for (int i = 0; i < PER_CLASS; i++) {
            Function function = random.function("f" + i, PARAMS, RESULTS, 5 + i);
            IrVerifier.verify(function);
            signatures.add(signature(function));
            forms.add(new Companion.Form(signature(function), Derivative.GRAD, function));
        }
        Program program =
                new Program("random", "Seed" + seed, true, List.of(), Set.of(), signatures, Map.of(), Linkage.NONE);
        return new Companion(program, forms, List.copyOf(random.callable().values()));
    }

    private int roundTrip(long seed) throws Exception {
        RandomFunctions random = new RandomFunctions(seed);
        Companion companion = companion(seed, random);
        GeneratedFile file = Emitted.of(companion);
        Class<?> compiled = MemoryCompiler.compile(file, Map.of());
        int normally = 0;
        for (Companion.Form form : companion.forms()) {
            Method method = Arrays.stream(compiled.getMethods())
                    .filter(m -> m.getName().equals(form.function().name() + "Grad"))
                    .findFirst()
                    .orElseThrow();
            for (int run = 0; run < 3; run++) {
                long argumentSeed = seed * 31 + run;
                String expected = interpreted(form.function(), random.callable(), arguments(argumentSeed));
                String actual = compiled(method, arguments(argumentSeed));
                assertEquals(
                        expected,
                        actual,
                        () -> "seed " + seed + "\n" + IrPrinter.print(form.function()) + "\n" + text(file, method));
                normally += actual.startsWith("thrown") ? 0 : 1;
            }
        }
        return normally;
    }

    private static String text(GeneratedFile file, Method method) {
        String all = file.toString();
        int start = all.indexOf(" " + method.getName() + "(");
        return all.substring(start, all.indexOf("\n    }\n", start));
    }

    private static Signature signature(Function function) {
        List<Signature.Parameter> params = new ArrayList<>();
        function.params()
                .forEach(p -> params.add(new Signature.Parameter(
                        p.name(),
                        new Layout.Leaf(p.type(), p.type() != Type.INT),
                        p.type().toString(),
                        false)));
        return new Signature(
                function.name(),
                function.name(),
                function.name(),
                params,
                new Layout.Leaf(Type.DOUBLE, true),
                Derivative.withoutName(),
                0);
    }

    private static Object[] arguments(long seed) {
        Random random = new Random(seed);
        double[] a = random.doubles(RandomFunctions.SIZE, -2, 2).toArray();
        double[] b = random.doubles(RandomFunctions.SIZE, -2, 2).toArray();
        double[][] m = new double[RandomFunctions.SIZE][];
        for (int i = 0; i < m.length; i++) {
            m[i] = i == 2 ? a : random.doubles(RandomFunctions.SIZE, -2, 2).toArray();
        }
        return new Object[] {random.nextInt(9) - 4, random.nextGaussian(), random.nextGaussian(), a, b, m};
    }

    private static String interpreted(Function function, Map<String, Function> callable, Object[] args) {
        try {
            List<Object> results = IrInterpreter.run(callable, RandomRoundTripTest::opaque, function, args);
            return show(results, args);
        } catch (IrInterpreter.Thrown thrown) {
            return "thrown";
        }
    }

    private static Object opaque(Expr.Opaque opaque, List<Object> operands) {
        int a = (Integer) operands.get(0);
        int b = (Integer) operands.get(1);
        return opaque.template().equals("$0 + $1") ? a + b : Math.min(a, b);
    }

    private static String compiled(Method method, Object[] args) throws ReflectiveOperationException {
        try {
            Object result = method.invoke(null, args);
            List<Object> components = new ArrayList<>();
            for (RecordComponent component : result.getClass().getRecordComponents()) {
                components.add(component.getAccessor().invoke(result));
            }
            return show(components, args);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalStateException) {
                return "thrown";
            }
            throw e;
        }
    }

    /** Everything, so that no bit of it can differ unnoticed but the payload of a NaN. */
    private static String show(List<Object> results, Object[] args) {
        return Arrays.deepToString(results.toArray()) + " left " + Arrays.deepToString(args);
    }
}
