package dev.leibniz.processor.corpus;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/** The components of a record, or the fields of an object of a final class that is as good as one. */
final class Parts {
    private Parts() {}

    static boolean has(Object value) {
        return value instanceof Record || value != null && has(value.getClass()) && isMadeOf(value);
    }

    /** Whether the constructor keeps what it is given. */
    private static boolean isMadeOf(Object value) {
        List<Object> parts =
                of(value.getClass()).stream().map(part -> get(part, value)).toList();
        Object again = create(value.getClass(), parts.toArray());
        return of(value.getClass()).stream()
                .map(part -> get(part, again))
                .toList()
                .equals(parts);
    }

    static boolean has(Class<?> type) {
        if (type.isRecord()) {
            return true;
        }
        boolean isOwn = !type.isPrimitive()
                && !type.isArray()
                && type.getClassLoader() != null
                && Modifier.isFinal(type.getModifiers())
                && type.getSuperclass() == Object.class;
        return isOwn
                && !of(type).isEmpty()
                && of(type).stream().allMatch(field -> Modifier.isFinal(field.getModifiers()))
                && Arrays.stream(type.getDeclaredConstructors())
                        .anyMatch(one -> Arrays.equals(one.getParameterTypes(), types(type)));
    }

    static List<Field> of(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .toList();
    }

    private static Class<?>[] types(Class<?> type) {
        return of(type).stream().map(Field::getType).toArray(Class<?>[]::new);
    }

    static Object get(Field part, Object owner) {
        try {
            part.setAccessible(true);
            return part.get(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Object create(Class<?> type, Object... parts) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types(type));
            constructor.setAccessible(true);
            return constructor.newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
