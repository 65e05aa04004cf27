package dev.leibniz.runtime.arrays;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The array operations that generated code needs: gradients of the same shape as a parameter, copies of what is overwritten, and
 * sums of gradients. Jagged arrays and arrays without elements keep their shape. Users can call it too.
 *
 * <p>The methods for arrays of rank 2 and more take the rows apart by their run-time type; the rows must not be null.
 *
 * @since 0.1.0
 */
public final class Buffers {
    private Buffers() {}

    /**
     * An array of zeros.
     *
     * @param a [n], its contents do not matter
     * @return [n], a new array
     */
    public static double[] zerosLike(double[] a) {
        return new double[a.length];
    }

    /**
     * An array of zeros.
     *
     * @param a [n], its contents do not matter
     * @return [n], a new array
     */
    public static float[] zerosLike(float[] a) {
        return new float[a.length];
    }

    /**
     * An array of zeros of the same shape; rows that are {@code null} are {@code null} in it, too.
     *
     * @param a an array of arrays of {@code double} or {@code float}, of any rank, jagged or not
     * @param <T> the type of its rows
     * @return a new array, down to the last dimension
     * @throws IllegalArgumentException if the innermost elements are not {@code double} or {@code float}
     */
    public static <T> T[] zerosLike(T[] a) {
        T[] zeros = a.clone();
        for (int i = 0; i < zeros.length; i++) {
            zeros[i] = like(zeros[i]);
        }
        return zeros;
    }

    @SuppressWarnings("unchecked") // each branch returns an array of the class of its argument
    private static <R> R like(R row) {
        if (row == null) {
            return row;
        } else if (row instanceof double[] r) {
            return (R) zerosLike(r);
        } else if (row instanceof float[] r) {
            return (R) zerosLike(r);
        } else if (row instanceof Object[] r) {
            return (R) zerosLike(r);
        }
        throw new IllegalArgumentException(
                "no array of double or float: " + row.getClass().getTypeName());
    }

    /**
     * The order into which {@link java.util.Arrays#sort(double[], int, int)} puts the elements of a range; elements that are equal stay in
     * the order in which they are.
     *
     * @param a [n], it is left as it is
     * @param from the first position of the range
     * @param to the position behind the range
     * @return [to − from], for each place of the sorted range the place, counted from {@code from}, where its element is now
     * @throws IllegalArgumentException if {@code from > to}
     * @throws ArrayIndexOutOfBoundsException if {@code from < 0} or {@code to > n}
     */
    public static int[] sortingOrder(double[] a, int from, int to) {
        requireRange(a.length, from, to);
        return order(to - from, (i, j) -> Double.compare(a[from + i], a[from + j]));
    }

    /**
     * The order into which {@link java.util.Arrays#sort(float[], int, int)} puts the elements of a range, as above.
     *
     * @param a [n], it is left as it is
     * @param from the first position of the range
     * @param to the position behind the range
     * @return [to − from], for each place of the sorted range the place, counted from {@code from}, where its element is now
     * @throws IllegalArgumentException if {@code from > to}
     * @throws ArrayIndexOutOfBoundsException if {@code from < 0} or {@code to > n}
     */
    public static int[] sortingOrder(float[] a, int from, int to) {
        requireRange(a.length, from, to);
        return order(to - from, (i, j) -> Float.compare(a[from + i], a[from + j]));
    }

    private static void requireRange(int length, int from, int to) {
        if (from > to) {
            throw new IllegalArgumentException("fromIndex(" + from + ") > toIndex(" + to + ")");
        } else if (from < 0) {
            throw new ArrayIndexOutOfBoundsException(from);
        } else if (to > length) {
            throw new ArrayIndexOutOfBoundsException(to);
        }
    }

    private static int[] order(int length, Comparator<Integer> comparator) {
        Integer[] places = new Integer[length];
        for (int i = 0; i < length; i++) {
            places[i] = i;
        }
        Arrays.sort(places, comparator);
        int[] order = new int[length];
        for (int i = 0; i < length; i++) {
            order[i] = places[i];
        }
        return order;
    }

    /**
     * A copy of an array and of all its rows, down to the last dimension.
     *
     * @param a an array of arrays of primitives, of any rank, jagged or not; innermost elements that are objects are
     *     not copied
     * @param <T> the type of its rows
     * @return a new array with the same contents
     */
    public static <T> T[] deepCopy(T[] a) {
        T[] copy = a.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = copyOf(copy[i]);
        }
        return copy;
    }

    @SuppressWarnings("unchecked") // each branch returns an array of the class of its argument
    private static <R> R copyOf(R row) {
        if (row instanceof double[] r) {
            return (R) r.clone();
        } else if (row instanceof float[] r) {
            return (R) r.clone();
        } else if (row instanceof int[] r) {
            return (R) r.clone();
        } else if (row instanceof long[] r) {
            return (R) r.clone();
        } else if (row instanceof boolean[] r) {
            return (R) r.clone();
        } else if (row instanceof byte[] r) {
            return (R) r.clone();
        } else if (row instanceof short[] r) {
            return (R) r.clone();
        } else if (row instanceof char[] r) {
            return (R) r.clone();
        } else if (row instanceof Object[] r) {
            return (R) deepCopy(r);
        }
        return row;
    }

    /**
     * Adds one array to another, target[i] += source[i]. Does nothing if the two are one array: what is to be added is
     * there already.
     *
     * @param target [n], changed
     * @param source [n]
     * @throws IllegalArgumentException if the lengths differ
     */
    public static void addInto(double[] target, double[] source) {
        if (target == source) {
            return;
        }
        requireSameLength(target.length, source.length);
        for (int i = 0; i < target.length; i++) {
            target[i] += source[i];
        }
    }

    /**
     * Adds one array to another, target[i] += source[i]. Does nothing if the two are one array: what is to be added is
     * there already.
     *
     * @param target [n], changed
     * @param source [n]
     * @throws IllegalArgumentException if the lengths differ
     */
    public static void addInto(float[] target, float[] source) {
        if (target == source) {
            return;
        }
        requireSameLength(target.length, source.length);
        for (int i = 0; i < target.length; i++) {
            target[i] += source[i];
        }
    }

    /**
     * Adds one array to another of the same shape, element by element. Rows that are one and the same array in both are
     * left as they are, and so are those that the source does not have.
     *
     * @param target an array of arrays of {@code double} or {@code float}, of any rank, changed
     * @param source an array of the same type and shape
     * @throws IllegalArgumentException if shapes or types differ
     */
    public static void addInto(Object[] target, Object[] source) {
        if (target == source) {
            return;
        }
        requireSameLength(target.length, source.length);
        for (int i = 0; i < target.length; i++) {
            if (target[i] instanceof double[] t && source[i] instanceof double[] s) {
                addInto(t, s);
            } else if (target[i] instanceof float[] t && source[i] instanceof float[] s) {
                addInto(t, s);
            } else if (target[i] instanceof Object[] t && source[i] instanceof Object[] s) {
                addInto(t, s);
            } else if (source[i] != null) {
                throw new IllegalArgumentException("no arrays of double or float of one type at index " + i);
            }
        }
    }

    private static void requireSameLength(int target, int source) {
        if (target != source) {
            throw new IllegalArgumentException("target has length " + target + ", source has length " + source);
        }
    }
}
