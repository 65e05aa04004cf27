package dev.leibniz.processor.fuzz;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Values of compiled programs: made from plain data, taken apart into scalars, compared and copied. */
final class JavaValues {

    private JavaValues() {}

    /** Plain data (see {@link Program}) as a value of a compiled class; scalars come from a cursor if there is one. */
    static Object make(Object plain, Type type, Class<?> target) {
        return make(plain, type, target, false, (t, old) -> old);
    }

    /** The argument of a method: generators of random numbers are made of seeds, collections of what is in them. */
    static Object argument(Object plain, Type type, Method method, int at) {
        if (type == Type.RANDOM || type == Type.SPLITTABLE) {
            return generator(plain, type);
        }
        if (!(type instanceof Type.Collected c)) {
            return make(plain, type, method.getParameterTypes()[at]);
        }
        java.lang.reflect.Type[] parts =
                ((ParameterizedType) method.getGenericParameterTypes()[at]).getActualTypeArguments();
        Class<?> element = (Class<?>) parts[parts.length - 1];
        List<Object> elements = ((List<?>) plain)
                .stream().map(e -> make(e, c.element(), element)).toList();
        if (c.collection().equals("List")) {
            return elements;
        }
        Map<String, Object> entries = new TreeMap<>();
        elements.forEach(e -> entries.put("k" + entries.size(), e));
        return entries;
    }

    static RandomGenerator generator(Object seed, Type type) {
        long number = ((Number) seed).longValue();
        return type == Type.RANDOM ? new Random(number) : new SplittableRandom(number);
    }

    /** Another scalar for each differentiated one. */
    interface Scalars {
        Object replace(Type type, Object old);
    }

    /** A value of the same shape with other scalars in the place of the differentiated ones. */
    static Object make(Object plain, Type type, Class<?> target, boolean constant, Scalars scalars) {
        if (type instanceof Type.ArrayOf array) {
            int n = Array.getLength(plain);
            Object made = Array.newInstance(target.getComponentType(), n);
            for (int i = 0; i < n; i++) {
                Array.set(
                        made,
                        i,
                        make(Array.get(plain, i), array.element(), target.getComponentType(), constant, scalars));
            }
            return made;
        }
        if (type instanceof Type.RecordOf record) {
            RecordComponent[] components = target.getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                Type.Component c = record.components().get(i);
                Object value = ((List<?>) plain).get(i);
                values[i] = make(value, c.type(), components[i].getType(), constant || c.constant(), scalars);
            }
            return construct(target, components, values);
        }
        if (target.isEnum()) {
            return List.of(target.getEnumConstants()).stream()
                    .filter(c -> c.toString().equals(plain.toString()))
                    .findFirst()
                    .orElseThrow();
        }
        return constant || !type.isFloating() ? plain : scalars.replace(type, plain);
    }

    private static Object construct(Class<?> target, RecordComponent[] components, Object[] values) {
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            Constructor<?> constructor = target.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The components of a record value. */
    static List<Object> components(Object value) {
        List<Object> found = new ArrayList<>();
        try {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                found.add(component.getAccessor().invoke(value));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    /** A copy as plain data, deep. */
    static Object plain(Object value) {
        if (value.getClass().isArray()) {
            int n = Array.getLength(value);
            Object copy = Array.newInstance(value.getClass().getComponentType(), n);
            for (int i = 0; i < n; i++) {
                Array.set(copy, i, plain(Array.get(value, i)));
            }
            return copy;
        }
        return value.getClass().isRecord()
                ? components(value).stream().map(JavaValues::plain).toList()
                : value;
    }

    /** All scalars, in order; {@code differentiatedOnly} leaves out integers and constant components. */
    static List<Object> scalars(Object value, Type type, boolean differentiatedOnly) {
        List<Object> found = new ArrayList<>();
        collect(value, type, differentiatedOnly, found);
        return found;
    }

    private static void collect(Object value, Type type, boolean differentiatedOnly, List<Object> found) {
        Objects.requireNonNull(value, "null where " + type.java() + " is expected");
        if (type instanceof Type.ArrayOf array) {
            if (!value.getClass().isArray()) {
                throw new IllegalStateException(value.getClass() + " where " + type.java() + " is expected");
            }
            for (int i = 0; i < Array.getLength(value); i++) {
                collect(Array.get(value, i), array.element(), differentiatedOnly, found);
            }
        } else if (type instanceof Type.RecordOf record) {
            List<Object> values = value instanceof List<?> list ? List.copyOf(list) : components(value);
            for (int i = 0; i < values.size(); i++) {
                Type.Component c = record.components().get(i);
                if (!(differentiatedOnly && c.constant())) {
                    collect(values.get(i), c.type(), differentiatedOnly, found);
                }
            }
        } else if (type.isFloating() || !differentiatedOnly) {
            found.add(value);
        }
    }

    /** The same for a value of the interpreter; floating-point scalars are dual numbers. */
    static void collectInterpreted(Object value, Type type, boolean differentiatedOnly, List<Object> found) {
        if (type instanceof Type.ArrayOf array) {
            ArrayValue cells = (ArrayValue) value;
            for (int i = 0; i < cells.length(); i++) {
                collectInterpreted(cells.get(i), array.element(), differentiatedOnly, found);
            }
        } else if (type instanceof Type.RecordOf record) {
            for (Type.Component c : record.components()) {
                if (!(differentiatedOnly && c.constant())) {
                    collectInterpreted(((RecordValue) value).get(c.name()), c.type(), differentiatedOnly, found);
                }
            }
        } else if (type.isFloating() || !differentiatedOnly) {
            found.add(value);
        }
    }

    /** An array with these elements. */
    static Object array(List<Object> elements, Class<?> type) {
        Object array = Array.newInstance(type, elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Array.set(array, i, elements.get(i));
        }
        return array;
    }

    /** The shape and the bits of a value, to compare two. */
    static String bits(Object value) {
        if (value == null) {
            return "null";
        }
        if (value.getClass().isArray()) {
            StringBuilder text = new StringBuilder("[");
            for (int i = 0; i < Array.getLength(value); i++) {
                text.append(bits(Array.get(value, i))).append(' ');
            }
            return text.append(']').toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JavaValues::bits).toList().toString();
        }
        return value.getClass().isRecord() ? bits(components(value)) : value.toString();
    }
}
