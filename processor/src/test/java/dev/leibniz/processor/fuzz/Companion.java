package dev.leibniz.processor.fuzz;

import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** A compiled method and its generated derivatives, called by name. */
final class Companion {

    private final String name;
    private final List<Program.Parameter> parameters;
    private final Type result;
    private final Method primal;
    private final Class<?> derivatives;

    Companion(ClassLoader loader, String owner, String name, List<Program.Parameter> parameters, Type result) {
        this.name = name;
        this.result = result;
        this.parameters = parameters;
        try {
            this.primal = List.of(Class.forName("fuzz." + owner, true, loader).getDeclaredMethods()).stream()
                    .filter(m -> m.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new CompiledProgram.Absent("no method " + name));
            this.derivatives = Class.forName("fuzz." + owner + "Grad", true, loader);
        } catch (ClassNotFoundException e) {
            throw new CompiledProgram.Absent("no class of " + owner);
        }
        primal.setAccessible(true);
    }

    List<Program.Parameter> parameters() {
        return parameters;
    }

    List<Program.Parameter> differentiated() {
        return parameters.stream().filter(Program.Parameter::isDifferentiated).toList();
    }

    /** Arguments of the compiled types, made anew. */
    List<Object> arguments(List<Object> plain) {
        List<Object> made = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            made.add(JavaValues.argument(plain.get(i), parameters.get(i).type(), primal, i));
        }
        return made;
    }

    /** A value for each differentiated parameter, of its shape, with scalars taken from an array in order. */
    List<Object> tangents(List<Object> plain, double[] scalars) {
        int[] next = {0};
        List<Object> made = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            Program.Parameter p = parameters.get(i);
            if (p.isDifferentiated()) {
                made.add(JavaValues.make(
                        plain.get(i),
                        p.type(),
                        primal.getParameterTypes()[i],
                        false,
                        (t, old) -> scalar(t, scalars[next[0]++])));
            }
        }
        return made;
    }

    /** Several values of a differentiated parameter as an array of them. */
    Object several(List<Object> values, Program.Parameter p) {
        return JavaValues.array(values, primal.getParameterTypes()[parameters.indexOf(p)]);
    }

    Object value(List<Object> plain) {
        return call(primal, arguments(plain));
    }

    /** Whether the result is a number. */
    boolean isNumber() {
        return result.isFloating();
    }

    /** Whether the result is an array of numbers. */
    boolean isArray() {
        return result instanceof Type.ArrayOf array && array.element().isFloating();
    }

    /** The differentiated numbers in a value of the result's type. */
    double[] numbers(Object value) {
        return JavaValues.scalars(value, result, true).stream()
                .mapToDouble(s -> ((Number) s).doubleValue())
                .toArray();
    }

    /** The number of differentiated scalars. */
    int count(List<Object> plain) {
        int n = 0;
        for (int i = 0; i < plain.size(); i++) {
            Program.Parameter p = parameters.get(i);
            n += p.isDifferentiated()
                    ? JavaValues.scalars(plain.get(i), p.type(), true).size()
                    : 0;
        }
        return n;
    }

    /** A value of the result's shape, with scalars taken from an array in order. */
    Object cotangent(Object like, double[] scalars) {
        int[] next = {0};
        Object plain = JavaValues.plain(like);
        return JavaValues.make(plain, result, primal.getReturnType(), false, (t, old) -> scalar(t, scalars[next[0]++]));
    }

    /** Several cotangents as an array of them. */
    Object several(List<Object> cotangents) {
        return JavaValues.array(cotangents, primal.getReturnType());
    }

    private static Object scalar(Type type, double value) {
        return type == Type.FLOAT ? (Object) (float) value : (Object) value;
    }

    /** The components of what a derivative returns. */
    List<Object> derivative(String form, List<Object> arguments) {
        for (Method method : derivatives.getDeclaredMethods()) {
            if (method.getName().equals(name + form) && accepts(method, arguments)) {
                method.setAccessible(true);
                return JavaValues.components(call(method, arguments));
            }
        }
        throw new CompiledProgram.Absent("no method " + name + form + " for " + JavaValues.bits(arguments));
    }

    private static boolean accepts(Method method, List<Object> arguments) {
        Class<?>[] types = method.getParameterTypes();
        boolean all = types.length == arguments.size();
        for (int i = 0; all && i < types.length; i++) {
            Class<?> boxed = MethodType.methodType(types[i]).wrap().returnType();
            all = boxed.isInstance(arguments.get(i));
        }
        return all;
    }

    private static Object call(Method method, List<Object> arguments) {
        try {
            return method.invoke(null, arguments.toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(method.getName() + " throws " + e.getCause(), e.getCause());
        } catch (IllegalAccessException | IllegalArgumentException e) {
            throw new CompiledProgram.Absent(method + " cannot be called: " + e);
        }
    }
}
