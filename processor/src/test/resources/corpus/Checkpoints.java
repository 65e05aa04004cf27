package corpus;

import dev.leibniz.annotations.Checkpointed;
import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** Loops and methods whose forward sweep is not stored. */
public final class Checkpoints {
    private Checkpoints() {}

    record Body(double[] position, double[] velocity, double energy) {}

    // Methods

    @Checkpointed
    static double expensive(double x) {
        double s = x;
        for (int i = 0; i < 5; i++) {
            s = Math.sin(s) + x;
        }
        return s;
    }

    @Differentiable(order = 2)
    static double callsCheckpointed(double x, double y) {
        return expensive(x) * expensive(y);
    }

    @Checkpointed
    static void push(double[] p, double[] v, double a) {
        for (int j = 0; j < p.length; j++) {
            v[j] -= 0.1 * Math.sin(p[j] * a);
            p[j] += 0.1 * v[j] * p[(j + 1) % p.length];
        }
    }

    @Differentiable(order = 2)
    static double inPlaceInLoop(double[] x, double a) {
        double[] p = x.clone();
        double[] v = new double[p.length];
        double e = 0;
        for (int i = 0; i < 4; i++) {
            push(p, v, a);
            e += p[0] * v[1] * i;
        }
        return e + p[0] * p[1];
    }

    @Checkpointed
    static double[] twice(double[] x, double a) {
        double[] y = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            y[j] = expensive(x[j] * a) + x[0];
        }
        return y;
    }

    @Differentiable(order = 2)
    static double nestedCalls(double[] x, double a) {
        double[] y = twice(twice(x, a), a * x[0]);
        return y[0] * y[1] + expensive(y[1]);
    }

    @Checkpointed
    static Body moved(Body body, double dt) {
        double[] p = body.position().clone();
        double[] v = body.velocity().clone();
        for (int i = 0; i < p.length; i++) {
            v[i] -= dt * Math.sin(p[i]);
            p[i] += dt * v[i];
        }
        return new Body(p, v, body.energy() + v[0] * v[0] * p[1]);
    }

    @Differentiable(order = 2)
    static double recordState(double[] x, double dt) {
        Body body = new Body(x, new double[x.length], 0);
        for (@Checkpointed(snapshots = 2) int i = 0; i < 6; i++) {
            body = moved(body, dt);
        }
        return body.energy() + body.position()[0] * body.velocity()[1];
    }

    @Checkpointed
    static float floats(float[] x, float a) {
        float s = 0;
        for (float xi : x) {
            s += xi * a * s + xi;
        }
        return s;
    }

    @Differentiable
    static float inFloats(float[] x, float a) {
        return floats(x, a) * floats(x, a * a);
    }

    // Loops

    @Differentiable(order = 2)
    static double loop(double[] u, double k) {
        double[] v = u.clone();
        for (@Checkpointed(snapshots = 3) int t = 0; t < 10; t++) {
            for (int i = 1; i < v.length; i++) {
                v[i] += 0.1 * k * Math.sin(v[i - 1]);
            }
            v[0] = v[0] * v[v.length - 1] * 0.3 + k;
        }
        return v[0] * v[v.length - 1];
    }

    @Differentiable(order = 2)
    static double oneCopy(double x, double y) {
        double s = x;
        for (@Checkpointed(snapshots = 1) int i = 0; i < 7; i++) {
            s = Math.sin(s * y) + x * i;
        }
        return s;
    }

    @Differentiable
    static double manyCopies(double x, double y) {
        double s = x;
        for (@Checkpointed(snapshots = 100) int i = 0; i < 7; i++) {
            s = Math.sin(s * y) + x * i;
        }
        return s;
    }

    @Differentiable
    static double noIteration(double x, double[] y) {
        double s = x * y[0];
        for (@Checkpointed(snapshots = 2) int i = 3; i < 3; i++) {
            s = Math.sin(s);
        }
        for (@Checkpointed int i = 2; i < y.length - 4; i++) {
            s = Math.sin(s) * y[i];
        }
        return s * s;
    }

    @Differentiable(order = 2)
    static double oneIteration(double x) {
        double s = x;
        for (@Checkpointed int i = 3; i < 4; i++) {
            s = Math.sin(s) * x;
        }
        return s;
    }

    @Differentiable(order = 2)
    static double downwards(double[] x, double a) {
        double[] p = x.clone();
        double[] w = x.clone();
        double e = 0;
        for (@Checkpointed(snapshots = 2) int i = 13; i >= 2; i -= 3) {
            for (int j = 0; j < p.length; j++) {
                p[j] = p[j] * w[j] * 0.5 + a * i;
            }
            e += p[0];
        }
        for (int j = 0; j < p.length; j++) {
            w[j] = p[j] * a;
            p[j] = p[j] * p[j] * 0.01;
        }
        for (@Checkpointed int i = 0; i <= 4; i += 2) {
            for (int j = 0; j < p.length; j++) {
                p[j] = p[j] * Math.cos(w[j]) + a;
            }
            e += p[0] * i;
        }
        return e + p[1] * w[0];
    }

    @Differentiable(order = 2)
    static double leavesEarly(double[] x, double a) {
        double[] p = x;
        double s = 0;
        int k = 0;
        for (@Checkpointed(snapshots = 2) int i = 0; ; i++) {
            double[] q = new double[p.length];
            for (int j = 0; j < q.length; j++) {
                q[j] = p[j] * Math.cos(a * p[(j + 1) % p.length]) + 0.3;
            }
            p = q;
            s += q[0];
            k += i;
            if (s > 3 || i > 9) {
                break;
            }
        }
        return s * p[1] * k;
    }

    @Differentiable
    static double returnsInside(double[] x, double limit) {
        double s = 0;
        double[] last = x;
        for (@Checkpointed(snapshots = 2) int i = 0; i < 20; i++) {
            last = new double[] {last[1] * 0.9 + x[0], last[0] - last[1]};
            s += last[0] * last[1];
            if (s > 8) {
                return s * last[0];
            }
            if (i % 3 == 1) {
                continue;
            }
            s += limit * last[0] * last[0];
        }
        return s;
    }

    @Differentiable(order = 2)
    static double eachElement(double[] x, double a) {
        double s = a;
        boolean odd = false;
        for (@Checkpointed(snapshots = 2) double xi : x) {
            s = odd ? s * xi : Math.sin(s + xi);
            odd = !odd;
        }
        return s;
    }

    @Differentiable(order = 2)
    static double nestedLoops(double[] x, double a) {
        double[] p = x.clone();
        double s = 1;
        for (@Checkpointed(snapshots = 2) int i = 0; i < 3; i++) {
            for (@Checkpointed(snapshots = 1) int j = 0; j < 3; j++) {
                for (int k = 0; k < p.length; k++) {
                    p[k] = Math.sin(p[k] * a + s);
                }
                s = 0.5 * s + p[0] * p[1];
            }
            p[0] = p[0] + s * i;
        }
        return s * p[0];
    }

    @Differentiable
    static double matrixState(double[][] m, double a) {
        double[][] x = new double[m.length][];
        for (int i = 0; i < m.length; i++) {
            x[i] = m[i].clone();
        }
        double s = 0;
        for (@Checkpointed(snapshots = 2) int t = 0; t < 6; t++) {
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < x[i].length; j++) {
                    x[i][j] = 0.5 * x[i][j] * x[0][0] + a * t;
                }
            }
            s += x[0][0];
        }
        return s;
    }

    @Differentiable
    static double wholeNumbers(double[] x, double a) {
        int[] counts = new int[x.length];
        long total = 1;
        double s = a;
        for (@Checkpointed(snapshots = 2) int t = 0; t < 8; t++) {
            int at = (t * t) % x.length;
            counts[at]++;
            total += counts[at];
            s = s * 0.5 * counts[at] + x[at] * s + total;
        }
        return s;
    }

    @Differentiable
    static double history(double[] x, double a) {
        double[] trace = new double[9];
        trace[0] = x[0];
        double[] p = x.clone();
        for (@Checkpointed(snapshots = 3) int t = 1; t < 9; t++) {
            p[t % p.length] = Math.sin(trace[t - 1] * a) + p[0];
            trace[t] = trace[t / 2] * p[t % p.length] + 0.1;
        }
        double s = 0;
        for (double v : trace) {
            s += v * v;
        }
        return s * p[0];
    }

    @Differentiable
    static double[] vectorResult(double[] x, double a) {
        double[] p = x.clone();
        for (@Checkpointed(snapshots = 2) int t = 0; t < 5; t++) {
            for (int j = 0; j < p.length; j++) {
                p[j] = Math.sin(p[j] * a + t);
            }
        }
        return p;
    }

    @Differentiable
    static double constantInside(double[] x, @NoDerivative double[] c, @NoDerivative double dt) {
        double t = 0;
        double[] p = x.clone();
        double[] scratch = new double[x.length];
        for (@Checkpointed(snapshots = 2) int i = 0; i < 6; i++) {
            for (int j = 0; j < p.length; j++) {
                scratch[j] = p[j] * c[j % c.length] * t;
            }
            for (int j = 0; j < p.length; j++) {
                p[j] += dt * Math.cos(scratch[(j + 1) % p.length]);
            }
            t += dt;
        }
        return p[0] * t;
    }

    @Checkpointed
    static double power(double x, int n) {
        return n == 0 ? 1 : x * power(Math.sin(x), n - 1);
    }

    @Differentiable(order = 2)
    static double recursive(double x, double y) {
        return power(x, 4) * power(y, 3);
    }

    static double tree(double[] x, int depth) {
        double s = x[0];
        for (@Checkpointed(snapshots = 2) int i = 0; i < 3; i++) {
            s = Math.sin(s) + x[1] * i;
            if (depth > 0) {
                s += tree(new double[] {s, x[1]}, depth - 1);
            }
        }
        return s;
    }

    @Differentiable
    static double loopInRecursion(double[] x) {
        return tree(x, 2);
    }

    @Differentiable
    static double gradientInside(double[] x, double a) {
        double[] w = x.clone();
        for (@Checkpointed(snapshots = 2) int i = 0; i < 4; i++) {
            double[] g = CheckpointsGrad.loopGrad(w, a).u();
            for (int j = 0; j < w.length; j++) {
                w[j] -= 0.1 * g[j];
            }
        }
        return w[0] * w[1];
    }
}
