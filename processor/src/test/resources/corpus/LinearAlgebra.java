package corpus;

import dev.leibniz.annotations.Differentiable;

/** Solvers that work in place. */
public final class LinearAlgebra {
    private LinearAlgebra() {}

    private static double[][] dominant(double[][] m) {
        double[][] a = new double[m.length][m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m.length; j++) {
                a[i][j] = m[i][j] + (i == j ? 8 : 0);
            }
        }
        return a;
    }

    @Differentiable
    static double[] solve(double[][] m, double[] b) {
        double[][] a = dominant(m);
        double[] x = b.clone();
        int n = x.length;
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double f = a[i][k] / a[k][k];
                for (int j = k; j < n; j++) {
                    a[i][j] -= f * a[k][j];
                }
                x[i] -= f * x[k];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                x[i] -= a[i][j] * x[j];
            }
            x[i] /= a[i][i];
        }
        return x;
    }

    @Differentiable
    static double inverseTrace(double[][] m) {
        int n = m.length;
        double[][] a = dominant(m);
        double[][] r = new double[n][n];
        for (int i = 0; i < n; i++) {
            r[i][i] = 1;
        }
        for (int k = 0; k < n; k++) {
            double p = a[k][k];
            for (int j = 0; j < n; j++) {
                a[k][j] /= p;
                r[k][j] /= p;
            }
            for (int i = 0; i < n; i++) {
                if (i != k) {
                    double f = a[i][k];
                    for (int j = 0; j < n; j++) {
                        a[i][j] -= f * a[k][j];
                        r[i][j] -= f * r[k][j];
                    }
                }
            }
        }
        double t = 0;
        for (int i = 0; i < n; i++) {
            t += r[i][i];
        }
        return t;
    }

    @Differentiable
    static double powerIteration(double[][] m) {
        double[][] a = dominant(m);
        double[] v = {1, 0.5, 0.25, 0.125};
        double norm = 0;
        for (int k = 0; k < 4; k++) {
            double[] w = new double[v.length];
            norm = 0;
            for (int i = 0; i < v.length; i++) {
                for (int j = 0; j < v.length; j++) {
                    w[i] += a[i][j] * v[j];
                }
                norm += w[i] * w[i];
            }
            norm = Math.sqrt(norm);
            for (int i = 0; i < v.length; i++) {
                v[i] = w[i] / norm;
            }
        }
        return norm;
    }

    @Differentiable
    static double gramSchmidt(double[][] m) {
        double[][] q = dominant(m);
        double s = 0;
        for (int i = 0; i < q.length; i++) {
            for (int k = 0; k < i; k++) {
                double d = 0;
                for (int j = 0; j < q.length; j++) {
                    d += q[i][j] * q[k][j];
                }
                for (int j = 0; j < q.length; j++) {
                    q[i][j] -= d * q[k][j];
                }
            }
            double norm = 0;
            for (double x : q[i]) {
                norm += x * x;
            }
            norm = Math.sqrt(norm);
            s += Math.log(norm);
            for (int j = 0; j < q.length; j++) {
                q[i][j] /= norm;
            }
        }
        return s + q[2][1];
    }

    @Differentiable
    static double tridiagonal(double[] d, double[] e, double[] b) {
        int n = b.length;
        double[] c = new double[n];
        double[] x = new double[n];
        double beta = d[0] + 5;
        x[0] = b[0] / beta;
        for (int i = 1; i < n; i++) {
            c[i] = e[i - 1] / beta;
            beta = d[i] + 5 - e[i - 1] * c[i];
            x[i] = (b[i] - e[i - 1] * x[i - 1]) / beta;
        }
        for (int i = n - 2; i >= 0; i--) {
            x[i] -= c[i + 1] * x[i + 1];
        }
        return x[0] * x[1] + x[n - 1];
    }

    @Differentiable
    static double jacobiSweeps(double[][] m, double[] b) {
        double[][] a = dominant(m);
        double[] x = new double[b.length];
        for (int k = 0; k < 6; k++) {
            double[] y = x.clone();
            for (int i = 0; i < x.length; i++) {
                double s = b[i];
                for (int j = 0; j < x.length; j++) {
                    if (j != i) {
                        s -= a[i][j] * y[j];
                    }
                }
                x[i] = s / a[i][i];
            }
        }
        return x[0] + x[1] * x[2];
    }

    @Differentiable
    static double gaussSeidel(double[][] m, double[] b) {
        double[][] a = dominant(m);
        double[] x = b.clone();
        double change;
        int sweeps = 0;
        do {
            change = 0;
            for (int i = 0; i < x.length; i++) {
                double s = b[i];
                for (int j = 0; j < x.length; j++) {
                    s -= j == i ? 0 : a[i][j] * x[j];
                }
                s /= a[i][i];
                change = Math.max(change, Math.abs(s - x[i]));
                x[i] = s;
            }
        } while (change > 1e-14 && ++sweeps < 100);
        return x[0] * x[3];
    }

    @Differentiable
    static double conjugateGradient(double[][] m, double[] b) {
        int n = b.length;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = m[i][j] + m[j][i] + (i == j ? 9 : 0);
            }
        }
        double[] x = new double[n];
        double[] r = b.clone();
        double[] p = b.clone();
        double rr = 0;
        for (double e : r) {
            rr += e * e;
        }
        for (int k = 0; k < 3; k++) {
            double[] ap = new double[n];
            double pap = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    ap[i] += a[i][j] * p[j];
                }
                pap += p[i] * ap[i];
            }
            double alpha = rr / pap;
            double next = 0;
            for (int i = 0; i < n; i++) {
                x[i] += alpha * p[i];
                r[i] -= alpha * ap[i];
                next += r[i] * r[i];
            }
            double beta = next / rr;
            rr = next;
            for (int i = 0; i < n; i++) {
                p[i] = r[i] + beta * p[i];
            }
        }
        return x[0] + x[1] * x[2] + x[3];
    }

    @Differentiable
    static double matrixPower(double[][] m, int n) {
        double[][] r = {{1, 0}, {0, 1}};
        double[][] b = {{m[0][0], m[0][1]}, {m[1][0], m[1][1]}};
        for (int k = n + 2; k > 0; k >>= 1) {
            if (k % 2 == 1) {
                r = multiply(r, b);
            }
            b = multiply(b, b);
        }
        return r[0][1] + r[1][1];
    }

    private static double[][] multiply(double[][] a, double[][] b) {
        double[][] c = new double[2][2];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                c[i][j] = a[i][0] * b[0][j] + a[i][1] * b[1][j];
            }
        }
        return c;
    }
}
