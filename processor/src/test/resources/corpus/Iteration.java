package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** Loops that are not the usual counted ones. */
public final class Iteration {
    private Iteration() {}

    @Differentiable
    static double indexChangedInTheBody(double x) {
        double s = 0;
        for (int i = 0; i < 10; i++) {
            s += x * i;
            if (i % 3 == 0) {
                i += 2;
                s *= x;
            }
        }
        return s;
    }

    @Differentiable
    static double boundChangedInTheBody(double x) {
        int n = 3;
        double s = x;
        for (int i = 0; i < n; i++) {
            s = s * x + i;
            if (s > 1 && n < 6) {
                n++;
            }
        }
        return s + n;
    }

    @Differentiable
    static double indexAfterTheLoop(double[] a) {
        int i = 0;
        double s = 0;
        while (i < a.length && s < 1) {
            s += a[i] * a[i];
            i++;
        }
        return s * i + a[i - 1];
    }

    @Differentiable
    static double floatingIndex(double x) {
        double s = 0;
        for (double t = 0; t < 1; t += 0.25) {
            s += Math.sin(t * x);
        }
        return s;
    }

    /** @range h 0.2 0.3 */
    @Differentiable
    static double activeStep(double h) {
        double s = 0;
        for (double t = h; t < 1.05; t += h) {
            s += t * t * h;
        }
        return s;
    }

    @Differentiable
    static double longIndex(double x) {
        double s = 0;
        for (long i = 10_000_000_000L; i > 1; i /= 100) {
            s = s * 0.5 + x * (i % 7);
        }
        return s;
    }

    @Differentiable
    static double testWithSideEffect(double x, int n) {
        double s = 1;
        int i = 0;
        while (i++ < n) {
            s += x * i * s;
        }
        return s * i;
    }

    @Differentiable
    static double nothingInTheBody(double[] a) {
        int i;
        for (i = 0; i < a.length - 1 && a[i] < 0.5; i++) {}
        return a[i] * a[i];
    }

    @Differentiable
    static double threeDeep(double x) {
        double s = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = i; j < 3; j++) {
                double t = x;
                for (int k = 0; k <= j - i; k++) {
                    t *= x + 0.1 * k;
                }
                s += t * (i + 1);
            }
            s *= 1 + 0.1 * x;
        }
        return s;
    }

    @Differentiable
    static double flagEndsTheLoop(double x) {
        boolean done = false;
        double s = x;
        int n = 0;
        while (!done) {
            s = s * 0.5 + x * x;
            done = s > 2 || ++n > 5;
        }
        return s * n;
    }

    @Differentiable
    static double breakFromTheInnerLoop(double[] a) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            double t = 1;
            for (int j = 0; j < a.length; j++) {
                if (j > i && a[j] > 0) {
                    break;
                }
                t *= a[j] + 2;
            }
            s += t;
        }
        return s;
    }

    @Differentiable
    static double returnFromTheInnerLoop(double[] a) {
        double s = 1;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                s += a[i] * a[j];
                if (s < 0 || s > 3) {
                    return s * s;
                }
            }
        }
        return -s;
    }

    @Differentiable
    static double continueOuter(double[] a) {
        double s = 0;
        rows:
        for (int i = 0; i < a.length; i++) {
            double t = 1;
            int j = 0;
            while (true) {
                if (j == a.length) {
                    break;
                }
                if (a[j] > 1) {
                    s -= t;
                    continue rows;
                }
                t += a[j] * a[i];
                j++;
            }
            s += t * t;
        }
        return s;
    }

    @Differentiable
    static double labelledBlock(double x, double y) {
        double s = x;
        block:
        {
            if (y > 0) {
                s *= y;
                break block;
            }
            s = s * s + y;
        }
        return s * x;
    }

    @Differentiable
    static double switchInALoop(double x, double[] a) {
        double s = x;
        loop:
        for (int i = 0; i < 8; i++) {
            switch (i % 4) {
                case 0:
                    s += a[i % a.length];
                    break;
                case 1:
                    continue;
                case 3:
                    if (s > 4) {
                        break loop;
                    }
                    s *= x;
                    break;
                default:
                    s -= x * x;
            }
            s *= 1.1;
        }
        return s;
    }

    @Differentiable
    static double activeTripCounts(double[] a) {
        double s = 0;
        for (double x : a) {
            double y = Math.abs(x) + 0.3;
            while (y < 2) {
                y *= 1 + y;
                s += y;
            }
        }
        return s;
    }

    @Differentiable
    static double skipsEverySecond(double[] a, @NoDerivative double[] b) {
        double s = 0;
        for (int i = a.length - 1; i >= 0; i -= 2) {
            s += a[i] * b[i] * s + a[i];
        }
        return s;
    }

    @Differentiable
    static double overMatrix(double[][] m, int[] columns) {
        double s = 0;
        for (double[] row : m) {
            for (int c : columns) {
                s += row[c] * row[0];
            }
        }
        return s;
    }

    @Differentiable
    static double wrapAround(double x) {
        double s = 0;
        for (int i = Integer.MAX_VALUE - 2; i > 0; i++) {
            s += x * x;
        }
        return s;
    }

    @Differentiable
    static double scopesWithOneName(double x) {
        double s = 0;
        for (int i = 0; i < 2; i++) {
            double t = x * i;
            s += t;
        }
        for (int i = 3; i > 0; i--) {
            double t = x * x * i;
            s += t * s;
        }
        {
            double t = s * s;
            s = t;
        }
        double t = s + x;
        return t * s;
    }

    @Differentiable
    static double lastValueWins(double[] a) {
        double last = 0;
        double before = 1;
        for (double x : a) {
            before = last;
            last = x * x;
        }
        return last * before;
    }
}
