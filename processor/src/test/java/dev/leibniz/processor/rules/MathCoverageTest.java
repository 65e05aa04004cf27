package dev.leibniz.processor.rules;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.leibniz.processor.ir.Op;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every method of Math and StrictMath is ruled, declared to have derivative zero, or refused with a reason. */
class MathCoverageTest {
    private static final int NEWEST_KNOWN_JDK = 25;
    private static final Set<String> PIECEWISE_CONSTANT = Set.of("signum", "floor", "ceil", "rint", "ulp");

    @TestFactory
    Stream<DynamicTest> everyMethodIsClassified() {
        return Stream.of(Math.class, StrictMath.class)
                .flatMap(owner -> Arrays.stream(owner.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(method -> dynamicTest(method.toString(), () -> check(method)));
    }

    private static void check(Method method) {
        Op op = new Op.MathCall(method.getDeclaringClass().getSimpleName(), method.getName());
        Rule rule = DerivativeRules.rule(Op.math(method.getName()));
        if (rule == null) {
            assertFalse(DerivativeRules.isSupported(op));
            assertFalse(DerivativeRules.whyUnsupported(op).isBlank());
            boolean isRefused = method.getName().equals("random");
            assertTrue(isRefused || Runtime.version().feature() > NEWEST_KNOWN_JDK, "not classified: " + method);
            return;
        }
        assertTrue(DerivativeRules.isSupported(op));
        boolean hasSmoothOperand = List.of(method.getParameterTypes()).stream().anyMatch(MathCoverageTest::isFloating);
        if (isFloating(method.getReturnType())
                && hasSmoothOperand
                && rule.partials().isEmpty()) {
            assertTrue(PIECEWISE_CONSTANT.contains(method.getName()), "declared to have derivative zero: " + method);
        }
        if (!rule.partials().isEmpty()) {
            assertTrue(
                    rule.partials().size() == method.getParameterCount(), "the rule has another arity than " + method);
        }
    }

    private static boolean isFloating(Class<?> type) {
        return type == double.class || type == float.class;
    }
}
