package dev.leibniz.processor.corpus;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Random;

/** Arguments for a method, from its parameter types and the hints in its comment. */
final class Inputs {
    private static final double[] NUMBERS = {-1.5, 1.5};
    private static final double[] INTEGERS = {0, 3};
    private static final int LENGTH = 4;

    private final CorpusMethod method;
    private final Random random;

    Inputs(CorpusMethod method, long seed) {
        this.method = method;
        this.random = new Random(seed);
    }

    Object[] arguments(Method java) {
        Object[] arguments = new Object[java.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = value(
                    java.getParameterTypes()[i], method.parameters().get(i).name());
        }
        return arguments;
    }

    private Object value(Class<?> type, String name) {
        if (type.isArray()) {
            Map<String, Integer> lengths = method.lengths();
            int length = lengths.getOrDefault(name, LENGTH);
            Object array = Array.newInstance(type.getComponentType(), length);
            for (int i = 0; i < length; i++) {
                Array.set(array, i, value(type.getComponentType(), name));
            }
            return array;
        } else if (type.isRecord()) {
            RecordComponent[] components = type.getRecordComponents();
            Object[] parts = new Object[components.length];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = value(components[i].getType(), components[i].getName());
            }
            return Shaped.create(type, parts);
        } else if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        } else if (type == String.class) {
            return new String[] {"up", "down", ""}[random.nextInt(3)];
        } else if (type == boolean.class) {
            return random.nextBoolean();
        }
        return number(type, name);
    }

    private Object number(Class<?> type, String name) {
        boolean floating = type == double.class || type == float.class;
        double[] range = method.ranges().getOrDefault(name, floating ? NUMBERS : INTEGERS);
        if (floating) {
            double x = range[0] + random.nextDouble() * (range[1] - range[0]);
            return type == float.class ? (Object) (float) x : (Object) x;
        }
        long n = (long) range[0] + random.nextInt((int) (range[1] - range[0]) + 1);
        if (type == int.class) {
            return (int) n;
        } else if (type == long.class) {
            return n;
        } else if (type == short.class) {
            return (short) n;
        } else if (type == byte.class) {
            return (byte) n;
        } else if (type == char.class) {
            return (char) ('a' + n);
        }
        throw new IllegalStateException("no way to make a " + type);
    }
}
