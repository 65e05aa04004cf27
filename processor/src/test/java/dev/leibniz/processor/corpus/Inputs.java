package dev.leibniz.processor.corpus;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/** Arguments for a method, from its parameter types and the hints in its comment. */
final class Inputs {
    private static final double[] NUMBERS = {-1.5, 1.5};
    private static final double[] INTEGERS = {0, 3};
    private static final int LENGTH = 4;
    private static final List<String> TEXTS = List.of("up", "down", "");

    private final CorpusMethod method;
    private final Random random;

    Inputs(CorpusMethod method, long seed) {
        this.method = method;
        this.random = new Random(seed);
    }

    Object[] arguments(Method java) {
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < java.getParameterCount(); i++) {
            if (!method.results().contains(i)) {
                String name = method.parameters().get(arguments.size()).name();
                arguments.add(value(java.getGenericParameterTypes()[i], name));
            }
        }
        return arguments.toArray();
    }

    private Object value(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic, name);
        }
        return value((Class<?>) type, name);
    }

    /** A list, or a map that has a value for each text. */
    private Object collection(ParameterizedType type, String name) {
        Type[] inside = type.getActualTypeArguments();
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            elements.add(value(inside[inside.length - 1], name));
        }
        if (inside.length == 1) {
            return type.getRawType() == Optional.class ? Optional.of(elements.get(0)) : List.copyOf(elements);
        }
        Map<Object, Object> map = new TreeMap<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            map.put(TEXTS.get(i), elements.get(i));
        }
        return map;
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
        } else if (Parts.has(type)) {
            return Parts.create(
                    type,
                    Parts.of(type).stream()
                            .map(part -> value(part.getGenericType(), part.getName()))
                            .toArray());
        } else if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        } else if (type == String.class) {
            return TEXTS.get(random.nextInt(3));
        } else if (type == Random.class) {
            return new Random(random.nextInt());
        } else if (type == LocalDate.class) {
            return LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1000));
        } else if (type == DoubleUnaryOperator.class) {
            double slope = random.nextDouble();
            return (DoubleUnaryOperator) t -> slope * t + 0.5;
        } else if (type == boolean.class) {
            return random.nextBoolean();
        }
        return type.isPrimitive() || type.getName().startsWith("java.") ? number(type, name) : object(type);
    }

    /** An object of a class by its first constructor, or of one of the classes inside of the same one that are its subtypes. */
    private Object object(Class<?> type) {
        List<Class<?>> classes = Arrays.stream(type.getEnclosingClass().getDeclaredClasses())
                .filter(one -> type.isAssignableFrom(one) && !Modifier.isAbstract(one.getModifiers()))
                .sorted(Comparator.comparing(Class::getName))
                .toList();
        Class<?> chosen = classes.get(random.nextInt(classes.size()));
        if (chosen.isRecord() || chosen.isEnum()) {
            return value(chosen, "");
        }
        Constructor<?> constructor = Arrays.stream(chosen.getDeclaredConstructors())
                .max(Comparator.comparing(Constructor::getParameterCount))
                .orElseThrow();
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(constructor.getParameters())
                    .map(parameter -> value(parameter.getType(), parameter.getName()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object number(Class<?> type, String name) {
        boolean floating = type == double.class || type == float.class || type == Double.class;
        double[] range = method.ranges().getOrDefault(name, floating ? NUMBERS : INTEGERS);
        if (floating) {
            double x = range[0] + random.nextDouble() * (range[1] - range[0]);
            return type == float.class ? (Object) (float) x : (Object) x;
        }
        long n = (long) range[0] + random.nextInt((int) (range[1] - range[0]) + 1);
        if (type == int.class || type == Integer.class) {
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
