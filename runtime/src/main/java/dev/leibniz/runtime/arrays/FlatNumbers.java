package dev.leibniz.runtime.arrays;

import java.util.Arrays;

/**
 * The numbers of parameters in one array, taken or put one after the other. For generated code: {@link dev.leibniz.runtime.FlatFunction} and
 * {@link dev.leibniz.runtime.FlatVectorFunction} use it.
 *
 * @since 0.1.0
 */
public final class FlatNumbers {
    private static final double[] NONE = {};

    private double[] array = NONE;
    private int next;

    /** An object to put numbers into, which grows. */
    public FlatNumbers() {}

    /**
     * Takes the numbers of an array from now on, from the first on.
     *
     * @param numbers [length], not changed
     * @param length the number of elements there must be
     * @return this
     * @throws IllegalArgumentException if the array has another length
     */
    public FlatNumbers over(double[] numbers, int length) {
        if (numbers.length != length) {
            throw new IllegalArgumentException(
                    "the array has length " + numbers.length + ", and there are " + length + " differentiated numbers");
        }
        array = numbers;
        next = 0;
        return this;
    }

    /**
     * Takes a number.
     *
     * @return the next one
     */
    public double take() {
        return array[next++];
    }

    /**
     * Takes as many numbers as there are elements.
     *
     * @param a [n], overwritten
     * @return {@code a}
     */
    public double[] take(double[] a) {
        System.arraycopy(array, next, a, 0, a.length);
        next += a.length;
        return a;
    }

    /**
     * Takes as many numbers as there are elements.
     *
     * @param a [n], overwritten
     * @return {@code a}
     */
    public float[] take(float[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) array[next++];
        }
        return a;
    }

    /**
     * Takes as many numbers as there are elements, row by row; rows that are {@code null} have none.
     *
     * @param a an array of arrays of {@code double} or {@code float}, of any rank, jagged or not; overwritten
     * @param <T> the type of its rows
     * @return {@code a}
     */
    public <T> T[] take(T[] a) {
        for (T row : a) {
            if (row instanceof double[] r) {
                take(r);
            } else if (row instanceof float[] r) {
                take(r);
            } else if (row != null) {
                take((Object[]) row);
            }
        }
        return a;
    }

    /**
     * Puts a number in the next place.
     *
     * @param number to put there
     * @return this
     */
    public FlatNumbers put(double number) {
        room(1);
        array[next++] = number;
        return this;
    }

    /**
     * Puts numbers in the next places.
     *
     * @param a [n], not changed
     * @return this
     */
    public FlatNumbers put(double[] a) {
        room(a.length);
        System.arraycopy(a, 0, array, next, a.length);
        next += a.length;
        return this;
    }

    /**
     * Puts numbers in the next places.
     *
     * @param a [n], not changed
     * @return this
     */
    public FlatNumbers put(float[] a) {
        room(a.length);
        for (float number : a) {
            array[next++] = number;
        }
        return this;
    }

    /**
     * Puts numbers in the next places, row by row; rows that are {@code null} have none.
     *
     * @param a an array of arrays of {@code double} or {@code float}, of any rank, jagged or not; not changed
     * @return this
     */
    public FlatNumbers put(Object[] a) {
        for (Object row : a) {
            if (row instanceof double[] r) {
                put(r);
            } else if (row instanceof float[] r) {
                put(r);
            } else if (row != null) {
                put((Object[]) row);
            }
        }
        return this;
    }

    private void room(int more) {
        if (next + more > array.length) {
            array = Arrays.copyOf(array, Math.max(next + more, 2 * array.length));
        }
    }

    /**
     * All that was put.
     *
     * @return a new array
     */
    public double[] toArray() {
        return Arrays.copyOf(array, next);
    }

    /**
     * Overwrites an array with zeros.
     *
     * @param a [n]
     */
    public static void clear(double[] a) {
        Arrays.fill(a, 0);
    }

    /**
     * Overwrites an array with zeros.
     *
     * @param a [n]
     */
    public static void clear(float[] a) {
        Arrays.fill(a, 0);
    }

    /**
     * Overwrites an array with zeros, down to the last dimension.
     *
     * @param a an array of arrays of {@code double} or {@code float}, of any rank, jagged or not
     */
    public static void clear(Object[] a) {
        for (Object row : a) {
            if (row instanceof double[] r) {
                clear(r);
            } else if (row instanceof float[] r) {
                clear(r);
            } else if (row != null) {
                clear((Object[]) row);
            }
        }
    }
}
