package dev.leibniz.processor.fuzz;

import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A random program as loaded classes: its entry, and the derivatives generated for it. */
final class CompiledProgram {

    private final Program program;
    private final ClassLoader loader;
    private final Method entry;

    /** A class or method that the contract promises is not there, or not as promised. */
    static final class Absent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Absent(String what) {
            super(what);
        }
    }

    CompiledProgram(Program program, ClassLoader loader) {
        this.program = program;
        this.loader = loader;
        this.entry = method("fuzz." + program.name(), program.entry().name());
    }

    private Method method(String owner, String name) {
        return method(owner, name, method -> true);
    }

    private Method method(String owner, String name, Predicate<Method> wanted) {
        try {
            for (Method method : Class.forName(owner, true, loader).getDeclaredMethods()) {
                if (method.getName().equals(name) && wanted.test(method)) {
                    method.setAccessible(true);
                    return method;
                }
            }
        } catch (ClassNotFoundException e) {
            throw new Absent("no class " + owner);
        }
        throw new Absent("no method " + owner + "." + name);
    }

    /** The arguments, made anew at each call. */
    List<Object> arguments() {
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < program.arguments().size(); i++) {
            arguments.add(JavaValues.argument(
                    program.arguments().get(i),
                    program.entry().parameters().get(i).type(),
                    entry,
                    i));
        }
        return arguments;
    }

    /** A value for each differentiated parameter, of its shape, with scalars taken from an array in order. */
    List<Object> tangents(double[] scalars) {
        int[] next = {0};
        List<Object> made = new ArrayList<>();
        for (int i = 0; i < program.arguments().size(); i++) {
            Program.Parameter p = program.entry().parameters().get(i);
            if (p.isDifferentiated()) {
                Object plain = program.arguments().get(i);
                made.add(JavaValues.make(
                        plain,
                        p.type(),
                        entry.getParameterTypes()[i],
                        false,
                        (t, old) -> scalar(t, scalars[next[0]++])));
            }
        }
        return made;
    }

    /** A value of the result's shape, with scalars taken from an array in order. */
    Object cotangent(Object result, double[] scalars) {
        int[] next = {0};
        return JavaValues.make(
                JavaValues.plain(result),
                program.entry().result(),
                resultType(),
                false,
                (t, old) -> scalar(t, scalars[next[0]++]));
    }

    private static Object scalar(Type type, double value) {
        return type == Type.FLOAT ? (Object) (float) value : (Object) value;
    }

    Class<?> resultType() {
        return FilledResult.of(program.entry()).isPresent() ? double[].class : entry.getReturnType();
    }

    Class<?> parameterType(Program.Parameter parameter) {
        return entry.getParameterTypes()[program.entry().parameters().indexOf(parameter)];
    }

    Object primal() {
        List<Object> arguments = arguments();
        Optional<FilledResult> filled = FilledResult.of(program.entry());
        filled.ifPresent(f -> arguments.add(new double[f.length()]));
        Object value = call(entry, arguments);
        return filled.isPresent() ? arguments.get(arguments.size() - 1) : value;
    }

    /** All scalars of the value, floats widened to double. */
    List<Object> primalScalars() {
        return widened(JavaValues.scalars(primal(), program.entry().result(), false));
    }

    static List<Object> widened(List<Object> scalars) {
        return new ArrayList<>(scalars.stream()
                .map(s -> s instanceof Float f ? (Object) (double) f : s)
                .toList());
    }

    /** Calls a generated method, {@code fGrad} for {@code Grad}. */
    Object derivative(String suffix, List<Object> arguments) {
        String name = program.entry().name() + suffix;
        return call(method("fuzz." + program.name() + "Grad", name, m -> accepts(m, arguments)), arguments);
    }

    /** Forms for one and for several directions have the same name. */
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
            throw new Absent(method + " cannot be called: " + e);
        }
    }
}
