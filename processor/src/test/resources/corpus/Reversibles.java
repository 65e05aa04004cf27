package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import dev.leibniz.annotations.Reversible;

/** Loops whose steps are undone in the backward sweep. */
public final class Reversibles {
    private Reversibles() {}

    record State(double x, double v) {}

    @Reversible(inverse = "back")
    static State leapfrog(State s, double k, double dt) {
        double v = s.v() - dt * k * Math.sin(s.x());
        return new State(s.x() + dt * v, v);
    }

    static State back(State s, double k, double dt) {
        double x = s.x() - dt * s.v();
        return new State(x, s.v() + dt * k * Math.sin(x));
    }

    @Differentiable(order = 2)
    static double pendulum(double x, double v, double k) {
        State s = new State(x, v);
        double energy = 0;
        for (int i = 0; i < 6; i++) {
            s = leapfrog(s, k, 0.1);
            energy += s.x() * s.x() * k;
        }
        return energy + s.v();
    }

    @Reversible(inverse = "unscaled")
    static double scaled(double x, double a) {
        return x * (2 + a * a);
    }

    static double unscaled(double x, double a) {
        return x / (2 + a * a);
    }

    @Differentiable(order = 2)
    static double numberAsState(double x, double[] a) {
        double s = x;
        double last = 0;
        for (double factor : a) {
            s = scaled(s, factor);
            last = s * factor;
        }
        return s + last;
    }

    record Halves(double[] a, double[] b) {}

    static double unit(double[] x, double[] w, int i) {
        double s = 0.1 * w[0];
        for (int j = 0; j < x.length; j++) {
            s += 0.1 * w[j % w.length] * x[j] * (i + 1);
        }
        return Math.tanh(s);
    }

    @Reversible(inverse = "uncouple")
    static void couple(Halves s, double[] w) {
        for (int i = 0; i < s.a().length; i++) {
            s.a()[i] += unit(s.b(), w, i);
        }
        for (int i = 0; i < s.b().length; i++) {
            s.b()[i] += unit(s.a(), w, i);
        }
    }

    static void uncouple(Halves s, double[] w) {
        for (int i = 0; i < s.b().length; i++) {
            s.b()[i] -= unit(s.a(), w, i);
        }
        for (int i = 0; i < s.a().length; i++) {
            s.a()[i] -= unit(s.b(), w, i);
        }
    }

    @Differentiable(order = 2)
    static double residualNetwork(double[] x, double[][] w) {
        double[] a = x.clone();
        double[] b = x.clone();
        for (int k = 0; k < w.length; k++) {
            couple(new Halves(a, b), w[k]);
        }
        return a[0] * b[1];
    }

    @Reversible(inverse = "unshift")
    static double[] shift(double[] x, double a, int k) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[(i + 1) % x.length] * 1.5 + a * k;
        }
        return y;
    }

    static double[] unshift(double[] y, double a, int k) {
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[(i + 1) % x.length] = (y[i] - a * k) / 1.5;
        }
        return x;
    }

    @Differentiable(order = 2)
    static double arrayAsState(double[] x, double a) {
        double[] y = x;
        double s = 0;
        for (int k = 5; k >= 1; k -= 2) {
            double c = a * k;
            y = shift(y, c * a, k);
            s += y[0] * y[1] + k;
        }
        return s + y[y.length - 1];
    }

    @Reversible(inverse = "pull")
    static void push(double[] x, double[] force, double dt) {
        for (int i = 0; i < x.length; i++) {
            x[i] += dt * force[i % force.length];
        }
    }

    static void pull(double[] x, double[] force, double dt) {
        for (int i = 0; i < x.length; i++) {
            x[i] -= dt * force[i % force.length];
        }
    }

    @Reversible(inverse = "unturn")
    static void turn(double[] x, double[] v, double dt) {
        for (int i = 0; i < x.length; i++) {
            x[i] -= dt * Math.sin(v[i]);
        }
    }

    static void unturn(double[] x, double[] v, double dt) {
        for (int i = 0; i < x.length; i++) {
            x[i] += dt * Math.sin(v[i]);
        }
    }

    @Differentiable(order = 2)
    static double twoSteps(double[] x, double dt) {
        double[] p = x.clone();
        double[] v = new double[x.length];
        for (int i = 0; i < 4; i++) {
            turn(v, p, dt);
            push(p, v, dt);
        }
        return p[0] * v[1] + p[1];
    }

    @Differentiable
    static double leavesEarly(double x, double limit) {
        State s = new State(x, 1);
        int steps = 0;
        for (int i = 0; ; i++) {
            s = leapfrog(s, 2, 0.25);
            steps++;
            if (s.v() * s.v() > limit * limit || i > 5) {
                break;
            }
        }
        return s.x() * steps;
    }

    @Differentiable
    static double noStep(double[] x, @NoDerivative int n) {
        State s = new State(x[0], x[1]);
        for (int i = 0; i < n % 1; i++) {
            s = leapfrog(s, x[0], 0.25);
        }
        for (int i = 0; i < 1; i++) {
            s = leapfrog(s, x[0], 0.25);
        }
        return s.x() * s.v();
    }

    @Differentiable(order = 2)
    static double nested(double[] x, double[][] w) {
        double s = 0;
        for (int i = 0; i < 2; i++) {
            double[] a = x.clone();
            double[] b = new double[] {s, x[0], i};
            for (int k = 0; k < w.length; k++) {
                couple(new Halves(a, b), w[k]);
            }
            s += a[0] * b[1];
        }
        return s;
    }

    @Differentiable
    static double[] vectorResult(double[] x, double dt) {
        double[] p = x.clone();
        double[] v = x.clone();
        for (int i = 0; i < 4; i++) {
            turn(v, p, dt);
            push(p, v, dt * i);
        }
        return p;
    }

    @Differentiable
    static double trace(double[] x, double k) {
        State s = new State(x[0], x[1]);
        double[] path = new double[5];
        for (int i = 0; i < path.length; i++) {
            s = leapfrog(s, k, 0.1);
            path[i] = s.x();
        }
        double sum = 0;
        for (double p : path) {
            sum += p * p;
        }
        return sum;
    }

    /** A variable of the loop has what the state has after a step, and something else before it. */
    @Differentiable(order = 2)
    static double partOfTheState(double x, double v, double k) {
        double angle = x;
        State s = new State(angle, v);
        double energy = 0;
        for (int i = 0; i < 5; i++) {
            s = leapfrog(s, k, 0.2);
            angle = s.x();
            energy += k / (1.25 + angle * angle);
        }
        return energy + s.x() * s.v() - angle;
    }

    /** The number that a step takes is carried on, too. */
    @Differentiable(order = 2)
    static double argumentIsCarried(double x, double[] a) {
        double s = x;
        double factor = 0;
        double sum = 0;
        for (double element : a) {
            factor = Math.sin(element * x);
            s = scaled(s, factor);
            sum += s * factor;
        }
        return s * factor + sum;
    }

    private static double deep(double x, int depth) {
        if (depth == 0) {
            return x;
        }
        double s = x;
        double c = 1;
        for (int i = 0; i < 3; i++) {
            c = c * Math.sin(x) + 0.5;
            s = scaled(s, c);
        }
        return Math.sin(s) * deep(x * c, depth - 1) + c;
    }

    /** In a recursive method there may be steps that are not undone. */
    @SuppressWarnings("leibniz:not-reversed")
    @Differentiable
    static double inRecursion(double x) {
        return deep(x, 2);
    }
}
