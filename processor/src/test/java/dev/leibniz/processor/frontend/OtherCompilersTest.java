package dev.leibniz.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.DifferentiableProcessor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.junit.jupiter.api.Test;

/** A compiler that has no trees, and does not tell where its sources are, such as Turbine. */
class OtherCompilersTest {

    /** Our processor in an environment that is not javac's. */
    private static final class InTheDark extends AbstractProcessor {
        private final DifferentiableProcessor inner = new DifferentiableProcessor();

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            Elements elements = hiding(Elements.class, environment.getElementUtils(), "getFileObjectOf", null);
            inner.init(hiding(ProcessingEnvironment.class, environment, "getElementUtils", elements));
        }

        private static <T> T hiding(Class<T> type, T real, String method, Object result) {
            return type.cast(Proxy.newProxyInstance(
                    InTheDark.class.getClassLoader(), new Class<?>[] {type}, (proxy, called, args) -> {
                        if (called.getName().equals(method)) {
                            return result;
                        }
                        try {
                            return called.invoke(real, args);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return inner.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return inner.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return inner.process(annotations, round);
        }
    }

    @Test
    void isRefusedOnceForAClassAndAtTheMethod() {
        Compiled compiled = Compiled.of(Map.of("Model.java", """
            import dev.leibniz.annotations.Differentiable;
            class Model {
                @Differentiable static double f(double x) { return x * x; }
                @Differentiable static double g(double x) { return x * x; }
            }
            """), new InTheDark());
        assertEquals(1, compiled.errors().size(), () -> compiled.messages().toString());
        String message = compiled.errors().get(0).getMessage(null);
        assertTrue(message.startsWith("[leibniz:unusable-compiler]"), message);
        assertTrue(message.contains("where the source of `Model` is"), message);
        assertEquals(3, compiled.errors().get(0).getLineNumber());
    }
}
