package dev.leibniz.processor.corpus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;

/**
 * Numbers, arrays, records and objects of them as points of a vector space: the floating-point numbers inside, in order, those of
 * constant record components aside.
 */
final class Shaped {
    private final Set<String> constantComponents;

    Shaped(Set<String> constantComponents) {
        this.constantComponents = constantComponents;
    }

    /** The floating-point numbers in a value. */
    List<Double> numbers(Object value) {
        List<Double> numbers = new ArrayList<>();
        collect(value, numbers);
        return numbers;
    }

    private void collect(Object value, List<Double> into) {
        if (value instanceof Double || value instanceof Float) {
            into.add(((Number) value).doubleValue());
        } else if (value != null && value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                collect(Array.get(value, i), into);
            }
        } else if (Parts.has(value)) {
            for (Field component : Parts.of(value.getClass())) {
                if (!isConstant(component)) {
                    collect(Parts.get(component, value), into);
                }
            }
        }
    }

    private boolean isConstant(Field part) {
        return constantComponents.contains(part.getDeclaringClass().getName() + "." + part.getName());
    }

    /** A deep copy with other floating-point numbers in it. */
    Object withNumbers(Object value, Iterator<Double> numbers) {
        if (value instanceof Double) {
            return numbers.next();
        } else if (value instanceof Float) {
            return numbers.next().floatValue();
        } else if (value != null && value.getClass().isArray()) {
            int length = Array.getLength(value);
            Object copy = Array.newInstance(value.getClass().getComponentType(), length);
            for (int i = 0; i < length; i++) {
                Array.set(copy, i, withNumbers(Array.get(value, i), numbers));
            }
            return copy;
        } else if (Parts.has(value)) {
            List<Object> copies = new ArrayList<>();
            for (Field component : Parts.of(value.getClass())) {
                Object part = Parts.get(component, value);
                copies.add(isConstant(component) ? copy(part) : withNumbers(part, numbers));
            }
            return Parts.create(value.getClass(), copies.toArray());
        } else if (value instanceof Random generator) {
            return serializedCopy(generator);
        }
        return value;
    }

    /** A generator that draws what the other would draw. */
    private static Random serializedCopy(Random generator) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new ObjectOutputStream(bytes).writeObject(generator);
            return (Random) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    Object copy(Object value) {
        return withNumbers(value, numbers(value).iterator());
    }

    /** For each number in one value and its counterpart in another of the same shape, another number. */
    Object combine(Object a, Object b, DoubleBinaryOperator operator) {
        Iterator<Double> others = numbers(b).iterator();
        return withNumbers(
                a,
                numbers(a).stream()
                        .map(x -> operator.applyAsDouble(x, others.next()))
                        .iterator());
    }

    double dot(Object a, Object b) {
        List<Double> left = numbers(a);
        List<Double> right = numbers(b);
        if (left.size() != right.size()) {
            throw new IllegalStateException("shapes differ: " + show(a) + " and " + show(b));
        }
        double sum = 0;
        for (int i = 0; i < left.size(); i++) {
            sum += left.get(i) * right.get(i);
        }
        return sum;
    }

    /** The lengths of all arrays, and the names of components, of what is differentiated. */
    String shape(Object value) {
        if (value.getClass().isArray()) {
            List<String> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(shape(Array.get(value, i)));
            }
            return elements.toString();
        } else if (Parts.has(value)) {
            return Parts.of(value.getClass()).stream()
                    .filter(component -> !isConstant(component))
                    .map(component -> component.getName() + shape(Parts.get(component, value)))
                    .toList()
                    .toString();
        }
        return value.getClass().getSimpleName();
    }

    static boolean mentionsFloat(Object value) {
        if (value == null || value instanceof Float) {
            return value != null;
        } else if (value.getClass().isArray()) {
            return value.getClass().getName().endsWith("[F");
        } else if (Parts.has(value)) {
            return Parts.of(value.getClass()).stream().anyMatch(c -> mentionsFloat(Parts.get(c, value)));
        }
        return false;
    }

    /** Everything that can be seen of a value, to the last bit. */
    static String show(Object value) {
        if (value == null) {
            return "null";
        } else if (value.getClass().isArray()) {
            List<String> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(show(Array.get(value, i)));
            }
            return elements.toString();
        } else if (Parts.has(value)) {
            List<String> parts = new ArrayList<>();
            for (Field component : Parts.of(value.getClass())) {
                parts.add(component.getName() + "=" + show(Parts.get(component, value)));
            }
            return parts.toString();
        } else if (value instanceof Random) {
            return "a generator";
        }
        return value.toString();
    }
}
