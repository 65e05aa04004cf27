import dev.leibniz.annotations.Differentiable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Exceptions that cannot be followed to where they are caught. */
class Tries {
    static final Lock LOCK = new ReentrantLock();

    @Differentiable
    static double index(double[] x) {
        try {
            return x[3] * 2; // ERROR: caught-elsewhere | [3]
        } catch (ArrayIndexOutOfBoundsException e) {
            return 0;
        }
    }

    @Differentiable
    static double any(double[] x) {
        try {
            return x[3] * 2; // ERROR: caught-elsewhere | [3]
        } catch (RuntimeException e) {
            return 0;
        }
    }

    @Differentiable
    static double division(double x, int n) {
        try {
            return x * (7 / n); // ERROR: caught-elsewhere | / n
        } catch (ArithmeticException e) {
            return 0;
        }
    }

    private static double helper(double x) {
        if (x < 0) throw new IllegalArgumentException();
        return Math.sqrt(x);
    }

    @Differentiable
    static double outOfAHelper(double x) {
        try {
            return helper(x); // ERROR: caught-elsewhere | helper(
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    @Differentiable
    static double parsed(double x, String text) {
        try {
            return x * Double.parseDouble(text); // ERROR: caught-elsewhere | .parseDouble
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Differentiable
    static double perhaps(double x, RuntimeException other) {
        try {
            if (x > 0) throw other; // ERROR: caught-elsewhere | throw other
            return x;
        } catch (IllegalStateException e) {
            return 0;
        }
    }

    @Differentiable
    static double message(double x) {
        try {
            if (x > 0) throw new IllegalStateException("abc");
            return x;
        } catch (IllegalStateException e) {
            return x * e.getMessage().length(); // ERROR: unsupported | e.getMessage
        }
    }

    @Differentiable
    static double locked(double x) {
        try {
            return x * x;
        } finally {
            LOCK.unlock(); // ERROR: try | .unlock
        }
    }

    @Differentiable
    static double jumps(double x) {
        try {
            return x * x;
        } finally { // ERROR: try | {
            if (x > 0) return 1;
        }
    }

    @Differentiable
    static double resource(double x, java.io.StringReader reader) {
        try (java.io.StringReader r = reader) { // ERROR: try | try
            return x;
        }
    }

    @Differentiable
    static double expression(double x, int n) {
        try {
            double y = switch (n) {
                case 0 -> x;
                default -> throw new IllegalStateException(); // ERROR: unsupported | throw
            };
            return y * y;
        } catch (IllegalStateException e) {
            return 1;
        }
    }
}
