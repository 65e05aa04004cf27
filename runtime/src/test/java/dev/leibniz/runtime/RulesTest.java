package dev.leibniz.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every function has a rule, and every rule agrees with central differences of its function at random points, parameter by
 * parameter. The functions are found by reflection, so that none can be forgotten.
 */
class RulesTest {

    private static final Map<Class<?>, Class<?>> RULES = Map.of(
            Activations.class, ActivationRules.class,
            Losses.class, LossRules.class,
            Reductions.class, ReductionRules.class,
            Linear.class, LinearRules.class);

    /** Their rules are those of {@link Systems}, which they call. */
    private static final Set<String> SYSTEMS =
            Set.of("solve", "solveTriangular", "solveTridiagonal", "cholesky", "logDet", "inverse");

    private static final int POINTS = 20;

    @TestFactory
    List<DynamicTest> everyFunctionHasARuleThatIsItsDerivative() {
        List<DynamicTest> tests = new ArrayList<>();
        RULES.forEach((functions, rules) -> {
            for (Method function : functions.getDeclaredMethods()) {
                if (Modifier.isPublic(function.getModifiers()) && !SYSTEMS.contains(function.getName())) {
                    String name = functions.getSimpleName() + "." + function.getName()
                            + Arrays.toString(function.getParameterTypes());
                    tests.add(dynamicTest(name, () -> checkRule(function, rules)));
                }
            }
        });
        assertEquals(21, tests.size());
        return tests;
    }

    private static void checkRule(Method function, Class<?> rules) throws ReflectiveOperationException {
        Class<?>[] types = function.getParameterTypes();
        Class<?>[] withCotangent = Arrays.copyOf(types, types.length + 1);
        withCotangent[types.length] = function.getReturnType();
        Method rule = rules.getMethod(function.getName(), withCotangent);
        Random random = new Random(17);
        for (int point = 0; point < POINTS; point++) {
            Object[] arguments = arguments(function, random);
            Object result = function.invoke(null, arguments);
            Object cotangent = fillLike(result, random);
            Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
            all[arguments.length] = cotangent;
            Object gradient = rule.invoke(null, all);
            for (int p = 0; p < types.length; p++) {
                if (types[p] != int.class) {
                    checkParameter(function, arguments, p, cotangent, component(gradient, function, p));
                }
            }
        }
    }

    private static void checkParameter(Method function, Object[] arguments, int p, Object cotangent, Object gradient) {
        Object at = arguments[p];
        GradientCheck check;
        if (at instanceof Double) {
            check = GradientCheck.of(
                    x -> paired(function, with(arguments, p, x), cotangent), (double) at, (double) gradient);
        } else if (at instanceof double[]) {
            check = GradientCheck.of(
                    x -> paired(function, with(arguments, p, x), cotangent), (double[]) at, (double[]) gradient);
        } else {
            check = GradientCheck.of(
                    x -> paired(function, with(arguments, p, x), cotangent), (double[][]) at, (double[][]) gradient);
        }
        assertTrue(
                check.worst().relativeError() < 1e-7,
                () -> function.getName() + " by parameter " + p + " at " + Arrays.deepToString(arguments) + ": "
                        + check);
    }

    /** The gradient of parameter {@code p}: what the rule returns, or the component of that name and place in its record. */
    private static Object component(Object gradient, Method function, int p) throws ReflectiveOperationException {
        if (!(gradient instanceof Record)) {
            return gradient;
        }
        var component = gradient.getClass().getRecordComponents()[p];
        assertEquals(function.getParameters()[p].getName(), component.getName());
        return component.getAccessor().invoke(gradient);
    }

    private static Object[] with(Object[] arguments, int p, Object x) {
        Object[] changed = arguments.clone();
        changed[p] = x;
        return changed;
    }

    private static double paired(Method function, Object[] arguments, Object cotangent) {
        try {
            return inner(function.invoke(null, arguments), cotangent);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static double inner(Object x, Object y) {
        if (x instanceof Double) {
            return (double) x * (double) y;
        }
        if (x instanceof double[] xs) {
            return Reductions.dot(xs, (double[]) y);
        }
        double sum = 0;
        for (int i = 0; i < ((double[][]) x).length; i++) {
            sum += Reductions.dot(((double[][]) x)[i], ((double[][]) y)[i]);
        }
        return sum;
    }

    private static Object[] arguments(Method function, Random random) {
        boolean probability = function.getName().equals("binaryCrossEntropy");
        Class<?>[] types = function.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int p = 0; p < types.length; p++) {
            if (types[p] == int.class) {
                arguments[p] = random.nextInt(3);
            } else if (types[p] == double.class) {
                boolean positive =
                        probability || function.getParameters()[p].getName().equals("delta");
                arguments[p] = positive ? 0.05 + 0.9 * random.nextDouble() : 2 * random.nextGaussian();
            } else if (types[p] == double[].class) {
                arguments[p] = fillLike(new double[3], random);
            } else {
                arguments[p] = fillLike(new double[3][3], random);
            }
        }
        return arguments;
    }

    private static Object fillLike(Object shape, Random random) {
        if (shape instanceof Double) {
            return random.nextGaussian();
        }
        if (shape instanceof double[] vector) {
            return Arrays.stream(vector).map(x -> random.nextGaussian()).toArray();
        }
        return Arrays.stream((double[][]) shape)
                .map(row -> (double[]) fillLike(row, random))
                .toArray(double[][]::new);
    }
}
