package corpus;

import dev.leibniz.annotations.Differentiable;

/** Loops of all kinds over scalars. */
public final class Loops {
    private Loops() {}

    /** @range n 0 5 */
    @Differentiable
    static double power(double x, int n) {
        double r = 1;
        for (int i = 0; i < n; i++) {
            r *= x;
        }
        return r;
    }

    @Differentiable
    static double sumOfSines(double x) {
        double s = 0;
        for (int i = 1; i <= 5; i++) {
            s += Math.sin(i * x) / i;
        }
        return s;
    }

    @Differentiable
    static double nonlinearRecurrence(double x, double y) {
        for (int i = 0; i < 4; i++) {
            double t = x * y;
            x = x - 0.1 * t * x;
            y = y + 0.1 * t * y;
        }
        return x * y;
    }

    @Differentiable
    static double downwards(double x) {
        double r = x;
        for (int i = 5; i > 0; i--) {
            r = r * x / i + 1;
        }
        return r;
    }

    @Differentiable
    static double bySteps(double x) {
        double r = 0;
        for (int i = 1; i < 10; i += 3) {
            r += Math.pow(x, i);
        }
        return r;
    }

    /** @range x 1 30 */
    @Differentiable
    static double halvings(double x) {
        double n = 0;
        while (x > 1) {
            x = x * 0.5;
            n += x * x;
        }
        return x * n;
    }

    /** @range a 0.5 3 */
    @Differentiable
    static double newtonRoot(double a) {
        double x = a;
        double step;
        do {
            double next = 0.5 * (x + a / x);
            step = Math.abs(next - x);
            x = next;
        } while (step > 1e-13);
        return x;
    }

    /** @range x 0.1 0.9 */
    @Differentiable
    static double taylorLog(double x) {
        double sum = 0;
        double term = 1;
        int i = 1;
        while (term > 1e-3 && i < 50) {
            term *= x;
            sum += term / i;
            i++;
        }
        return sum;
    }

    @Differentiable
    static double withBreak(double x) {
        double s = 1;
        for (int i = 0; i < 10; i++) {
            s = s * 1.5 + x;
            if (s > 6) {
                break;
            }
            s += 0.1 * x * x;
        }
        return s * s;
    }

    @Differentiable
    static double withContinue(double x, double y) {
        double s = 0;
        for (int i = 0; i < 6; i++) {
            if (i % 2 == 0) {
                s -= y * i;
                continue;
            }
            s += x * s + y;
        }
        return s;
    }

    @Differentiable
    static double labelled(double x) {
        double s = x;
        outer:
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                if (i == j) {
                    continue outer;
                }
                if (s > 5) {
                    break outer;
                }
                s += x * x * (i - j);
            }
            s *= 2;
        }
        return s;
    }

    @Differentiable
    static double returnFromLoop(double x) {
        double s = x;
        for (int i = 0; i < 20; i++) {
            s = s * s * 0.5 + 1;
            if (s > 3) {
                return s * x;
            }
        }
        return s - x;
    }

    /** @range n 1 5 */
    @Differentiable
    static double triangular(double x, int n) {
        double s = 0;
        for (int i = 0; i < n; i++) {
            double t = 1;
            for (int j = 0; j <= i; j++) {
                t *= x - 0.1 * j;
                s += t * t;
            }
        }
        return s;
    }

    @Differentiable
    static double nestedWhile(double x) {
        double s = 0;
        int i = 0;
        while (i < 3) {
            double t = x;
            int j = i;
            while (j > 0 && t < 4) {
                t = t * t + 0.3;
                j--;
            }
            s += t;
            i++;
        }
        return s * x;
    }

    @Differentiable
    static double fibonacci(double a, double b) {
        for (int i = 0; i < 6; i++) {
            double c = a + b * 0.5;
            a = b;
            b = c * c * 0.1;
        }
        return a * b;
    }

    @Differentiable
    static double valueFromTheLastIteration(double x) {
        double last = 0;
        for (int i = 0; i < 3; i++) {
            last = Math.sin(x + i);
        }
        return last * x;
    }

    @Differentiable
    static double branchInLoop(double x, double y) {
        double s = x;
        for (int i = 0; i < 5; i++) {
            if (s > y) {
                s = s - y * y * 0.2;
            } else {
                s = s + 0.5 * x * x;
            }
        }
        return s;
    }

    @Differentiable
    static double twoVariables(double x) {
        double s = 0;
        for (int i = 0, j = 5; i < j; i++, j--) {
            s += x * i - x * x * j;
        }
        return s;
    }

    @Differentiable
    static double endlessWithBreak(double x) {
        double s = x;
        int n = 0;
        for (; ; ) {
            s = Math.cos(s) * x;
            if (++n == 4) {
                break;
            }
        }
        return s;
    }

    @Differentiable
    static double doWithContinue(double x) {
        double s = 0;
        int i = 0;
        do {
            i++;
            if (i == 2) {
                continue;
            }
            s += Math.pow(x * x + 1, i);
        } while (i < 4);
        return s;
    }

    @Differentiable
    static double zeroTrips(double x, int n) {
        double s = x;
        for (int i = n + 5; i < 3; i++) {
            s *= s;
        }
        return s * x;
    }

    /** @range x 0.5 2 */
    @Differentiable
    static double integral(double x) {
        int n = 20;
        double h = x / n;
        double s = 0;
        for (int i = 0; i < n; i++) {
            double t = (i + 0.5) * h;
            s += Math.exp(-t * t) * h;
        }
        return s;
    }

    @Differentiable(order = 2)
    static double eulerSteps(double y, double k) {
        double h = 0.1;
        for (int i = 0; i < 8; i++) {
            y += h * (k * y - y * y);
        }
        return y;
    }
}
