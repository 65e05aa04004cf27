package dev.leibniz.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** Calls of the derivatives of one method at one point. */
final class DerivativeCalls {
    private final CorpusMethod method;
    private final Shaped shaped;
    private final Class<?> owner;
    private final Class<?> grad;
    private final Object[] arguments;
    private final String traces;

    /**
     * @param traces what the method prints and draws
     */
    DerivativeCalls(
            CorpusMethod method, Shaped shaped, Class<?> owner, Class<?> grad, Object[] arguments, String traces) {
        this.method = method;
        this.shaped = shaped;
        this.owner = owner;
        this.grad = grad;
        this.arguments = arguments;
        this.traces = traces;
    }

    /** Calls a derivative, and sees to it that it leaves the arguments as they are. */
    Object call(String suffix, List<Object> extra) throws ReflectiveOperationException {
        Object[] copies = copies();
        List<Object> all = new ArrayList<>(Arrays.asList(copies));
        all.addAll(extra);
        String given = Shaped.show(extra.toArray());
        Traces.clear(owner);
        Object result = at(suffix, all.toArray());
        assertEquals(traces, Traces.of(owner, copies), "what is printed and drawn by " + suffix);
        assertEquals(Shaped.show(arguments), Shaped.show(copies), "arguments of " + suffix);
        if (!suffix.endsWith("Into")) {
            assertEquals(given, Shaped.show(extra.toArray()), "tangents or cotangent of " + suffix);
        }
        return result;
    }

    /** Calls a derivative with all of its arguments. */
    Object at(String suffix, Object[] all) throws ReflectiveOperationException {
        return invoke(derivative(suffix, all), all);
    }

    boolean has(String suffix) {
        return Arrays.stream(grad.getMethods()).anyMatch(m -> m.getName().equals(method.name() + suffix));
    }

    /** Forms for one and for several directions have the same name. */
    private Method derivative(String suffix, Object[] all) {
        return Arrays.stream(grad.getMethods())
                .filter(m -> m.getName().equals(method.name() + suffix) && accepts(m.getParameterTypes(), all))
                .findFirst()
                .orElseGet(() -> Assertions.fail(
                        "no " + method.name() + suffix + " for " + Arrays.toString(all) + " in " + grad.getName()));
    }

    private static boolean accepts(Class<?>[] types, Object[] all) {
        boolean accepted = types.length == all.length;
        for (int i = 0; accepted && i < types.length; i++) {
            Class<?> boxed = MethodType.methodType(types[i]).wrap().returnType();
            accepted = boxed.isInstance(all[i]);
        }
        return accepted;
    }

    private Object invoke(Method called, Object[] all) throws ReflectiveOperationException {
        try {
            called.setAccessible(true);
            return called.invoke(null, all);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(called.getName() + " throws at " + Shaped.show(arguments), e.getCause());
        }
    }

    /** The arguments, for a call that may write to them. */
    Object[] copies() {
        return Arrays.stream(arguments).map(shaped::copy).toArray();
    }
}
