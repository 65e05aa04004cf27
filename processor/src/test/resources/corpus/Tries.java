package corpus;

import dev.leibniz.annotations.*;

/** {@code try} with exceptions that the method itself throws, and with {@code finally}. */
public final class Tries {
    private Tries() {}

    static final class TooSmall extends IllegalArgumentException {
        private static final long serialVersionUID = 1;
    }

    @Differentiable
    static double caught(double x) {
        try {
            if (x < 0) throw new IllegalArgumentException("negative: " + x);
            return Math.sqrt(x + 1);
        } catch (IllegalArgumentException e) {
            return x * x;
        }
    }

    @Differentiable
    static double goesOn(double x, double y) {
        double s = x;
        try {
            s *= y;
            if (s > 0) throw new IllegalStateException();
            s += x * x;
        } catch (IllegalStateException e) {
            s = Math.sin(s);
        }
        s *= x;
        return s;
    }

    @Differentiable
    static double lastly(double x) {
        double s = 1;
        double r;
        try {
            r = x * x;
        } finally {
            s += x;
        }
        return r * s;
    }

    /** What is returned is computed before. */
    @Differentiable
    static double returned(double x) {
        double s = x;
        try {
            if (x > 0) return s * s;
            s *= 3;
        } finally {
            s += 1;
        }
        return s * x;
    }

    @Differentiable
    static double inALoop(double[] x) {
        double s = 1;
        for (int i = 0; i < x.length; i++) {
            double t = x[i];
            try {
                if (t < -0.5) throw new TooSmall();
                if (t > 1) continue;
                if (s > 5) break;
                s += s * t;
            } catch (IllegalArgumentException e) {
                s -= 0.1 * t * t;
            } finally {
                s *= 1.01;
            }
        }
        return s;
    }

    /** The loop is inside. */
    @Differentiable
    static double aroundALoop(double x, int n) {
        double s = x;
        try {
            for (int i = 0; i < n + 2; i++) {
                if (s > 2) throw new ArithmeticException("too large");
                s = s * s + x;
            }
            s += 3 * x;
        } catch (ArithmeticException | IllegalStateException e) {
            s = Math.log(s);
        }
        return s * x;
    }

    @Differentiable
    static double severalClauses(double x, int kind) {
        double s = x * x;
        try {
            if (kind == 0) throw new TooSmall();
            if (kind == 1) throw new IllegalStateException();
            if (kind == 2) throw new UnsupportedOperationException("kind");
            s *= x;
        } catch (TooSmall e) {
            s += 2 * x;
        } catch (IllegalArgumentException e) {
            s += 3 * x;
        } catch (IllegalStateException e) {
            return s * 7;
        } catch (UnsupportedOperationException e) {
            s = Math.cos(s);
        }
        return s;
    }

    @Differentiable
    static double nested(double x, int kind) {
        double s = x;
        try {
            try {
                if (kind == 0) throw new TooSmall();
                if (kind == 1) throw new IllegalStateException();
                s += Math.exp(x);
            } catch (TooSmall e) {
                s *= 2;
                if (x > 0) throw new IllegalStateException();
                s *= x;
            } finally {
                s += 1;
            }
            s = s * s;
        } catch (IllegalStateException e) {
            s = Math.sin(s);
        }
        return s;
    }

    @Differentiable
    static double always(double x) {
        try {
            throw new IllegalStateException();
        } catch (IllegalStateException e) {
            return x * x;
        }
    }

    @Differentiable
    static double array(double[] x) {
        double[] y = x.clone();
        try {
            y[0] = x[1] * x[0];
            if (x[0] > 0) throw new IllegalStateException();
            y[1] = y[0] * y[0];
        } catch (IllegalStateException e) {
            y[0] *= y[1];
        } finally {
            y[2] = y[0] * x[3];
        }
        return y[0] + y[1] * y[2];
    }

    private static double helper(double x) {
        try {
            if (x < 0) throw new IllegalArgumentException();
            return x * x;
        } catch (IllegalArgumentException e) {
            return -x;
        }
    }

    @Differentiable(order = 2)
    static double inHelpers(double x, double y) {
        try {
            return helper(x) * helper(y) + helper(x * y);
        } catch (UnsupportedOperationException e) {
            return 0;
        }
    }

    @Differentiable
    static double whileTrue(double x) {
        double s = x * x + 0.1;
        try {
            while (true) {
                s = s * 2;
                if (s > 3) throw new IllegalStateException();
            }
        } catch (IllegalStateException e) {
            return s * x;
        }
    }

    private static final int PERIOD = 3;

    /** Divisions by constants, which do not throw what is caught. */
    @Differentiable(order = 2)
    static double constantDivisors(double[] x) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            int k = i + 1;
            try {
                k %= (2);
                if (i % PERIOD == 2) throw new ArithmeticException();
                s += x[i] * x[i] * (k + Math.floorMod(i, 2) + i / 2);
            } catch (ArithmeticException e) {
                s -= Math.sin(x[i]) * Math.floor(k + 0.5);
            } finally {
                s *= 1.5;
            }
        }
        return s;
    }
}
