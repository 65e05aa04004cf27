package dev.leibniz.runtime.replay;

/**
 * Compares the states of a loop whose steps are undone by an inverse. Called by generated code, in assertions.
 *
 * @since 0.1.0
 */
public final class Reversibility {
    private static final double TOLERANCE = 1e-6;
    private static final double FLOAT_TOLERANCE = 1e-3;

    private Reversibility() {}

    /**
     * Whether two numbers are the same but for rounding.
     *
     * @param again the one
     * @param before the other
     * @return whether they differ by no more than a millionth of what they are, or of 1; also if neither is a number
     */
    public static boolean isSame(double again, double before) {
        return isNear(again, before, Math.abs(before), TOLERANCE);
    }

    /**
     * As for {@code double}, to a thousandth.
     *
     * @param again the one
     * @param before the other
     * @return whether they are the same but for rounding
     */
    public static boolean isSame(float again, float before) {
        return isNear(again, before, Math.abs(before), FLOAT_TOLERANCE);
    }

    /**
     * As for numbers, relative to the largest element.
     *
     * @param again the one
     * @param before the other
     * @return whether they are of one length, and each element is the same but for rounding
     */
    public static boolean isSame(double[] again, double[] before) {
        double size = 0;
        for (double x : before) {
            size = Math.max(size, Double.isInfinite(x) ? 0 : Math.abs(x));
        }
        boolean same = again.length == before.length;
        for (int i = 0; same && i < before.length; i++) {
            same = isNear(again[i], before[i], size, TOLERANCE);
        }
        return same;
    }

    /**
     * As for {@code double}, to a thousandth.
     *
     * @param again the one
     * @param before the other
     * @return whether they are of one length, and each element is the same but for rounding
     */
    public static boolean isSame(float[] again, float[] before) {
        double size = 0;
        for (float x : before) {
            size = Math.max(size, Float.isInfinite(x) ? 0 : Math.abs(x));
        }
        boolean same = again.length == before.length;
        for (int i = 0; same && i < before.length; i++) {
            same = isNear(again[i], before[i], size, FLOAT_TOLERANCE);
        }
        return same;
    }

    /**
     * For arrays of arrays, and for what is not compared to rounding.
     *
     * @param again the one
     * @param before the other
     * @return whether they are the same, arrays of {@code double} or {@code float} in them but for rounding
     */
    public static boolean isSame(Object again, Object before) {
        if (again instanceof double[] a && before instanceof double[] b) {
            return isSame(a, b);
        } else if (again instanceof float[] a && before instanceof float[] b) {
            return isSame(a, b);
        } else if (again instanceof Object[] a && before instanceof Object[] b) {
            boolean same = a.length == b.length;
            for (int i = 0; same && i < a.length; i++) {
                same = isSame(a[i], b[i]);
            }
            return same;
        }
        return java.util.Objects.deepEquals(again, before);
    }

    private static boolean isNear(double again, double before, double size, double tolerance) {
        return Math.abs(again - before) <= tolerance * (1 + size)
                || Double.compare(again, before) == 0
                || again == before;
    }
}
