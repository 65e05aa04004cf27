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

    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private abstract static class Curve {
        final double k;

        Curve(double k) {
            this.k = k;
        }

        double at(double v) {
            return v * k;
        }
    }

    private static final class Line extends Curve {
        Line(double k) {
            super(k);
        }
    }

    private static final class Steep extends Curve {
        Steep(double k) {
            super(k);
        }

        @Override
        double at(double v) {
            if (v > 0.3) {
                throw new Stop();
            }
            return super.at(v) + 1;
        }
    }

    @Differentiable
    static double thrownByAnOverride(double x, double y, int n) {
        Curve curve = n > 1 ? new Steep(x) : new Line(y);
        double s = x;
        try {
            s += curve.at(y); // ERROR: caught-elsewhere | .at(y)
        } catch (Stop e) {
            s -= y;
        }
        return s;
    }

    private enum Kind {
        PLAIN,
        LIMITED {
            @Override
            double at(double v) {
                if (v > 0.3) {
                    throw new Stop();
                }
                return v;
            }
        };

        double at(double v) {
            return 2 * v;
        }
    }

    @Differentiable
    static double thrownByAConstant(double x, int n) {
        Kind kind = n > 0 ? Kind.PLAIN : Kind.LIMITED;
        double s = x;
        try {
            s *= kind.at(x); // ERROR: caught-elsewhere | .at(x)
        } catch (Stop e) {
            s = 2;
        }
        return s;
    }
}
