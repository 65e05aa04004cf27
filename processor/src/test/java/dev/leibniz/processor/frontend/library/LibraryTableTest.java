package dev.leibniz.processor.frontend.library;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.util.JavacTask;
import dev.leibniz.processor.DifferentiableProcessor;
import dev.leibniz.processor.frontend.Compiled;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What the table says of some methods, and how its patterns are read. */
class LibraryTableTest {
    private static final Elements ELEMENTS = ((JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(null, null, null, List.of("-proc:none"), List.of("java.lang.Object"), null))
            .getElements();

    @Test
    void aFunctionOfNumbersIsPure() {
        assertTrue(LibraryEffects.isPure(method("java.lang.Math", "sin", 1)));
        assertFalse(LibraryEffects.isPure(method("java.lang.Math", "random", 0)));
        assertFalse(LibraryEffects.isPure(method("java.util.Random", "nextDouble", 0)));
    }

    @Test
    void aMethodOfTheWorldCannotBeRepeated() {
        assertTrue(LibraryEffects.isUnrepeatable(method("java.lang.System", "nanoTime", 0), false));
        assertTrue(LibraryEffects.isUnrepeatable(method("java.time.LocalDate", "now", 0), false));
        assertFalse(LibraryEffects.isUnrepeatable(method("java.time.LocalDate", "of", 3), false));
        assertTrue(LibraryEffects.isUnrepeatable(method("java.time.Clock", "millis", 0), false));
        assertFalse(LibraryEffects.isUnrepeatable(method("java.time.Clock", "systemUTC", 0), false));
    }

    @Test
    void aGeneratorCanOnlyBeUsedAgainIfNobodyElseHasIt() {
        ExecutableElement draw = method("java.util.Random", "nextDouble", 0);
        assertTrue(LibraryEffects.isUnrepeatable(draw, true));
        assertFalse(LibraryEffects.isUnrepeatable(draw, false));
        assertTrue(ConstantObjects.isUnrepeatable(constructor("java.util.Random", 0)));
        assertFalse(ConstantObjects.isUnrepeatable(constructor("java.util.Random", 1)));
    }

    @Test
    void aMethodWithParametersMayFillThem() {
        assertTrue(LibraryEffects.leavesArraysAlone(method("java.util.List", "toArray", 0)));
        assertFalse(LibraryEffects.leavesArraysAlone(method("java.util.List", "toArray", 1)));
        assertFalse(LibraryEffects.leavesArraysAlone(method("java.lang.System", "arraycopy", 5)));
    }

    @Test
    void collectionsAreOnlyLookedInto() {
        assertTrue(ConstantObjects.isReader(method("java.util.Map", "get", 1)));
        assertFalse(ConstantObjects.isReader(method("java.util.Map", "put", 2)));
        assertTrue(ConstantObjects.isReader(method("java.util.Map.Entry", "getKey", 0)));
        assertTrue(ConstantObjects.makesConstant(method("java.util.List", "of", 0)));
        assertTrue(ConstantObjects.isCollection(type("java.util.concurrent.ConcurrentHashMap")));
        assertFalse(ConstantObjects.isCollection(type("java.util.concurrent.BlockingQueue")));
        assertFalse(ConstantObjects.isCollection(type("java.util.Random")));
    }

    @Test
    void printersAndLoggersPrint() {
        assertTrue(Printing.prints(method("java.io.PrintStream", "println", 0)));
        assertTrue(Printing.prints(method("java.io.PrintStream", "printf", 2)));
        assertFalse(Printing.prints(method("java.io.PrintStream", "close", 0)));
        assertTrue(Printing.prints(method("java.util.logging.Logger", "info", 1)));
        assertFalse(Printing.prints(method("java.util.logging.Logger", "getParent", 0)));
        assertFalse(Printing.prints(method("java.util.logging.Logger", "setLevel", 1)));
    }

    @Test
    void bitsOfNumbersAreNoSteps() {
        assertTrue(Predicates.givesBits(method("java.lang.Double", "doubleToLongBits", 1)));
        assertFalse(Predicates.givesBits(method("java.lang.Double", "longBitsToDouble", 1)));
        assertFalse(Predicates.isOne(method("java.lang.Float", "floatToIntBits", 1)));
        assertTrue(Predicates.isOne(method("java.lang.Double", "isNaN", 1)));
    }

    @Test
    void theOtherMathIsLikeMath() {
        Compiled compiled = Compiled.of(Map.of("Model.java", """
            import dev.leibniz.annotations.Differentiable;
            class Model {
                @Differentiable static double f(double[] x, int n) {
                    double s = 0;
                    try {
                        for (int i = 0; i < StrictMath.min(n, 3); i++) {
                            s += x[i] * s;
                        }
                    } finally {
                        s += StrictMath.sin(x[0]);
                    }
                    return s;
                }
            }
            """), new DifferentiableProcessor());
        assertTrue(compiled.success(), () -> compiled.messages().toString());
        assertFalse(compiled.generated().get("ModelGrad.java").contains("while"));
    }

    private static TypeElement type(String name) {
        return ELEMENTS.getTypeElement(name);
    }

    private static ExecutableElement method(String owner, String name, int parameters) {
        return ElementFilter.methodsIn(type(owner).getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(name)
                        && method.getParameters().size() == parameters)
                .findFirst()
                .orElseThrow();
    }

    private static ExecutableElement constructor(String owner, int parameters) {
        return ElementFilter.constructorsIn(type(owner).getEnclosedElements()).stream()
                .filter(made -> made.getParameters().size() == parameters)
                .findFirst()
                .orElseThrow();
    }
}
