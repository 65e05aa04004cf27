package dev.leibniz.runtime.check;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * A number, array or record as the list of floating-point numbers in it, with the way to each.
 *
 * @param numbers in order
 * @param isSingle whether one of them is a {@code float}
 */
public record WholeValue<T>(T value, double[] numbers, List<String> paths, boolean isSingle) {

    public static <T> WholeValue<T> of(T value) {
        List<Double> numbers = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        boolean isSingle = collect(value, "", numbers, paths);
        return new WholeValue<>(
                value, numbers.stream().mapToDouble(Double::doubleValue).toArray(), List.copyOf(paths), isSingle);
    }

    /** A copy with other numbers. */
    @SuppressWarnings("unchecked") // it is made like the value
    public T with(double[] others) {
        return (T) rebuilt(value, Arrays.stream(others).iterator());
    }

    /** The sum of the products of the numbers of two values of one shape. */
    public static double dot(Object a, Object b) {
        double[] left = of(a).numbers;
        double[] right = of(b).numbers;
        if (left.length != right.length) {
            throw new IllegalArgumentException("shapes differ: " + left.length + " and " + right.length + " numbers");
        }
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    /** The same without signs: how much rounding there can be in it. */
    public static double dotOfSizes(Object a, Object b) {
        double[] left = of(a).numbers;
        double[] right = of(b).numbers;
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += Math.abs(left[i] * right[i]);
        }
        return sum;
    }

    private static boolean collect(Object value, String path, List<Double> numbers, List<String> paths) {
        boolean isSingle = value instanceof Float;
        if (isSingle || value instanceof Double) {
            numbers.add(((Number) value).doubleValue());
            paths.add(path);
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                isSingle |= collect(part(component, value), path + "." + component.getName(), numbers, paths);
            }
        } else if (value != null && value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                isSingle |= collect(Array.get(value, i), path + "[" + i + "]", numbers, paths);
            }
        }
        return isSingle;
    }

    private static Object rebuilt(Object value, Iterator<Double> numbers) {
        if (value instanceof Double) {
            return numbers.next();
        } else if (value instanceof Float) {
            return numbers.next().floatValue();
        } else if (value instanceof Record) {
            RecordComponent[] components = value.getClass().getRecordComponents();
            Object[] parts = new Object[components.length];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = rebuilt(part(components[i], value), numbers);
            }
            return created(value.getClass(), components, parts);
        } else if (value != null && value.getClass().isArray()) {
            int length = Array.getLength(value);
            Object copy = Array.newInstance(value.getClass().getComponentType(), length);
            for (int i = 0; i < length; i++) {
                Array.set(copy, i, rebuilt(Array.get(value, i), numbers));
            }
            return copy;
        }
        return value;
    }

    private static Object part(RecordComponent component, Object record) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw closed(record.getClass(), e);
        }
    }

    private static Object created(Class<?> type, RecordComponent[] components, Object[] parts) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(parts);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw closed(type, e);
        }
    }

    private static IllegalArgumentException closed(Class<?> type, Exception cause) {
        return new IllegalArgumentException(
                "the record " + type.getName()
                        + " cannot be taken apart or made; is its package open to dev.leibniz.runtime?",
                cause);
    }
}
