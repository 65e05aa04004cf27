package dev.leibniz.processor.corpus;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A method of the corpus, as a function of the parameters that are no results. Where it fills arrays, these are made as long as those
 * in the value of its derivatives.
 */
final class PrimalCall {
    private final CorpusMethod method;
    private final Method java;
    private final Class<?> grad;

    PrimalCall(CorpusMethod method, Class<?> owner, Class<?> grad) {
        this.method = method;
        this.grad = grad;
        int count = method.parameters().size() + method.results().size();
        this.java = Arrays.stream(owner.getDeclaredMethods())
                .filter(m -> m.getName().equals(method.method()) && m.getParameterCount() == count)
                .findFirst()
                .orElseThrow();
    }

    Method java() {
        return java;
    }

    /** The types of the parameters that are no results. */
    List<Class<?>> types() {
        List<Class<?>> types = new ArrayList<>(List.of(java.getParameterTypes()));
        for (int i = method.results().size() - 1; i >= 0; i--) {
            types.remove((int) method.results().get(i));
        }
        return types;
    }

    Object apply(Object... arguments) throws ReflectiveOperationException {
        return method.results().isEmpty() ? invoke(java, arguments) : filled(arguments);
    }

    /** The type of what it returns or fills. */
    Class<?> type(Object value) {
        return method.results().isEmpty() ? java.getReturnType() : value.getClass();
    }

    private Object filled(Object[] arguments) throws ReflectiveOperationException {
        Object like = derived(arguments);
        List<Object> arrays = new ArrayList<>();
        if (like instanceof Record) {
            Parts.of(like.getClass()).forEach(component -> arrays.add(zeros(Parts.get(component, like))));
        } else {
            arrays.add(zeros(like));
        }
        List<Object> all = new ArrayList<>(List.of(arguments));
        for (int i = 0; i < arrays.size(); i++) {
            all.add(method.results().get(i), arrays.get(i));
        }
        invoke(java, all.toArray());
        return like instanceof Record ? Parts.create(like.getClass(), arrays.toArray()) : arrays.get(0);
    }

    /** The value that forward mode computes, along any tangents. */
    private Object derived(Object[] arguments) throws ReflectiveOperationException {
        List<Object> all = new ArrayList<>(List.of(arguments));
        for (int i = 0; i < arguments.length; i++) {
            if (method.parameters().get(i).differentiated()) {
                all.add(arguments[i]);
            }
        }
        Method jvp = Arrays.stream(grad.getDeclaredMethods())
                .filter(m -> m.getName().equals(method.name() + "Jvp")
                        && m.getParameterCount() == all.size()
                        && m.getReturnType().getSimpleName().endsWith("Jvp"))
                .findFirst()
                .orElseThrow();
        Object result = invoke(jvp, all.toArray());
        return Parts.get(Parts.of(result.getClass()).get(0), result);
    }

    private static Object zeros(Object array) {
        Class<?> inside = array.getClass().getComponentType();
        Object zeros = Array.newInstance(inside, Array.getLength(array));
        for (int i = 0; inside.isArray() && i < Array.getLength(array); i++) {
            Array.set(zeros, i, zeros(Array.get(array, i)));
        }
        return zeros;
    }

    private Object invoke(Method called, Object[] all) throws ReflectiveOperationException {
        try {
            called.setAccessible(true);
            return called.invoke(null, all);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(called.getName() + " throws at " + Shaped.show(all), e.getCause());
        }
    }
}
