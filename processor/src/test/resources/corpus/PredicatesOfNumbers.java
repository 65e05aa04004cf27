package corpus;

/** Asks things of numbers; it is not looked into. */
final class PredicatesOfNumbers {
    private PredicatesOfNumbers() {}

    enum Side {
        LEFT,
        RIGHT
    }

    static boolean isSmall(double x) {
        return Math.abs(x) < 1e-3;
    }

    static int bucket(double x, int n) {
        return (int) (Math.abs(x) * n);
    }

    static Side side(double x) {
        return x < 0 ? Side.LEFT : Side.RIGHT;
    }

    static void check(double x) {
        if (Double.isNaN(x)) {
            throw new IllegalArgumentException("not a number");
        }
    }
}
