package corpus;

import dev.leibniz.annotations.Differentiable;
import java.util.Arrays;

/** Linear algebra in the style of JAMA, EJML and Numerical Recipes. */
public final class Decompositions {
    private Decompositions() {}

    private static double hypot(double a, double b) {
        double r;
        if (Math.abs(a) > Math.abs(b)) {
            r = b / a;
            r = Math.abs(a) * Math.sqrt(1 + r * r);
        } else if (b != 0) {
            r = a / b;
            r = Math.abs(b) * Math.sqrt(1 + r * r);
        } else {
            r = 0.0;
        }
        return r;
    }

    private static double[][] spd(double[][] m) {
        int n = m.length;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                double s = i == j ? 5 : 0;
                for (int k = 0; k < n; k++) s += m[i][k] * m[j][k];
                a[i][j] = s;
            }
        return a;
    }
    /** JAMA LU: dot-product Crout, det. */
    @Differentiable
    static double luDet(double[][] A) {
        int m = A.length, n = A[0].length;
        double[][] LU = new double[m][];
        for (int i = 0; i < m; i++) {
            LU[i] = A[i].clone();
            LU[i][i] += 7;
        }
        int[] piv = new int[m];
        for (int i = 0; i < m; i++) piv[i] = i;
        int pivsign = 1;
        double[] LUrowi;
        double[] LUcolj = new double[m];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) LUcolj[i] = LU[i][j];
            for (int i = 0; i < m; i++) {
                LUrowi = LU[i];
                int kmax = Math.min(i, j);
                double s = 0.0;
                for (int k = 0; k < kmax; k++) s += LUrowi[k] * LUcolj[k];
                LUrowi[j] = LUcolj[i] -= s;
            }
            int p = j;
            for (int i = j + 1; i < m; i++) if (Math.abs(LUcolj[i]) > Math.abs(LUcolj[p])) p = i;
            if (p != j) {
                for (int k = 0; k < n; k++) {
                    double t = LU[p][k];
                    LU[p][k] = LU[j][k];
                    LU[j][k] = t;
                }
                int k = piv[p];
                piv[p] = piv[j];
                piv[j] = k;
                pivsign = -pivsign;
            }
            if (j < m & LU[j][j] != 0.0) for (int i = j + 1; i < m; i++) LU[i][j] /= LU[j][j];
        }
        double d = (double) pivsign;
        for (int j = 0; j < n; j++) d *= LU[j][j];
        return d;
    }
    /** JAMA QR solve least squares.
     * @length b 6 */
    @Differentiable
    static double[] qrSolve(double[][] A0, double[] B) {
        int m = A0.length, n = 3;
        double[][] QR = new double[m][n];
        for (int i = 0; i < m; i++) for (int j = 0; j < n; j++) QR[i][j] = A0[i][j] + (i == j ? 6.0 : 0.0);
        double[] Rdiag = new double[n];
        for (int k = 0; k < n; k++) {
            double nrm = 0;
            for (int i = k; i < m; i++) nrm = hypot(nrm, QR[i][k]);
            if (nrm != 0.0) {
                if (QR[k][k] < 0) nrm = -nrm;
                for (int i = k; i < m; i++) QR[i][k] /= nrm;
                QR[k][k] += 1.0;
                for (int j = k + 1; j < n; j++) {
                    double s = 0.0;
                    for (int i = k; i < m; i++) s += QR[i][k] * QR[i][j];
                    s = -s / QR[k][k];
                    for (int i = k; i < m; i++) QR[i][j] += s * QR[i][k];
                }
            }
            Rdiag[k] = -nrm;
        }
        double[] X = Arrays.copyOf(B, m);
        for (int k = 0; k < n; k++) {
            double s = 0.0;
            for (int i = k; i < m; i++) s += QR[i][k] * X[i];
            s = -s / QR[k][k];
            for (int i = k; i < m; i++) X[i] += s * QR[i][k];
        }
        for (int k = n - 1; k >= 0; k--) {
            X[k] /= Rdiag[k];
            for (int i = 0; i < k; i++) X[i] -= X[k] * QR[i][k];
        }
        return Arrays.copyOfRange(X, 0, n);
    }
    /** JAMA cholesky with boolean isspd. */
    @Differentiable
    static double cholLogDet(double[][] m) {
        double[][] Arg = spd(m);
        int n = Arg.length;
        double[][] L = new double[n][n];
        boolean isspd = (Arg[0].length == n);
        for (int j = 0; j < n; j++) {
            double[] Lrowj = L[j];
            double d = 0.0;
            for (int k = 0; k < j; k++) {
                double[] Lrowk = L[k];
                double s = 0.0;
                for (int i = 0; i < k; i++) s += Lrowk[i] * Lrowj[i];
                Lrowj[k] = s = (Arg[j][k] - s) / L[k][k];
                d = d + s * s;
                isspd = isspd & (Arg[k][j] == Arg[j][k]);
            }
            d = Arg[j][j] - d;
            isspd = isspd & (d > 0.0);
            L[j][j] = Math.sqrt(Math.max(d, 0.0));
            for (int k = j + 1; k < n; k++) L[j][k] = 0.0;
        }
        if (!isspd) return Double.NEGATIVE_INFINITY;
        double s = 0;
        for (int i = 0; i < n; i++) s += 2 * Math.log(L[i][i]);
        return s;
    }
    /** Jacobi eigenvalues (NR jacobi). */
    @Differentiable
    static double jacobiEigen(double[][] m) {
        double[][] a = spd(m);
        a[0][0] += 1;
        a[1][1] += 3;
        a[2][2] += 9;
        a[3][3] += 20;
        int n = a.length;
        double[] b = new double[n], z = new double[n], d = new double[n];
        for (int ip = 0; ip < n; ip++) {
            b[ip] = d[ip] = a[ip][ip];
            z[ip] = 0.0;
        }
        for (int sweep = 1; sweep <= 6; sweep++) {
            double sm = 0.0;
            for (int ip = 0; ip < n - 1; ip++) for (int iq = ip + 1; iq < n; iq++) sm += Math.abs(a[ip][iq]);
            if (sm < 1e-12) break;
            for (int ip = 0; ip < n - 1; ip++) {
                for (int iq = ip + 1; iq < n; iq++) {
                    double h = d[iq] - d[ip], theta, t;
                    theta = 0.5 * h / (a[ip][iq] + 1e-30);
                    t = 1.0 / (Math.abs(theta) + Math.sqrt(1.0 + theta * theta));
                    if (theta < 0.0) t = -t;
                    double c = 1.0 / Math.sqrt(1 + t * t), s = t * c, tau = s / (1.0 + c);
                    h = t * a[ip][iq];
                    z[ip] -= h;
                    z[iq] += h;
                    d[ip] -= h;
                    d[iq] += h;
                    a[ip][iq] = 0.0;
                    for (int j = 0; j < ip; j++) rotate(a, j, ip, j, iq, s, tau);
                    for (int j = ip + 1; j < iq; j++) rotate(a, ip, j, j, iq, s, tau);
                    for (int j = iq + 1; j < n; j++) rotate(a, ip, j, iq, j, s, tau);
                }
            }
            for (int ip = 0; ip < n; ip++) {
                b[ip] += z[ip];
                d[ip] = b[ip];
                z[ip] = 0.0;
            }
        }
        double r = 0;
        for (int i = 0; i < n; i++) r += Math.log(d[i]) * (i + 1) * 0 + Math.log(d[i]);
        return r;
    }

    private static void rotate(double[][] a, int i, int j, int k, int l, double s, double tau) {
        final double g = a[i][j], h = a[k][l];
        a[i][j] = g - s * (h + g * tau);
        a[k][l] = h + s * (g - h * tau);
    }
    /** Row-major 1D EJML-style mult with strides.
     * @length a 12
     * @length b 12 */
    @Differentiable
    static double[] mult(double[] a, double[] b) {
        return multReorder(a, 3, 4, b, 4, 3);
    }

    static double[] multReorder(double[] a, int aRows, int aCols, double[] b, int bRows, int bCols) {
        if (aCols != bRows)
            throw new IllegalArgumentException("dims " + aRows + "x" + aCols + " and " + bRows + "x" + bCols);
        double[] c = new double[aRows * bCols];
        double valA;
        int indexCbase = 0;
        int endOfKLoop = bRows * bCols;
        for (int i = 0; i < aRows; i++) {
            int indexA = i * aCols;
            int indexB = 0;
            int indexC = indexCbase;
            int end = indexB + bCols;
            valA = a[indexA++];
            while (indexB < end) c[indexC++] = valA * b[indexB++];
            while (indexB != endOfKLoop) {
                indexC = indexCbase;
                end = indexB + bCols;
                valA = a[indexA++];
                while (indexB < end) c[indexC++] += valA * b[indexB++];
            }
            indexCbase += bCols;
        }
        return c;
    }
    /** One-sided Jacobi SVD: product of singular values and nuclear norm. */
    @Differentiable
    static double nuclear(double[][] m) {
        int n = m.length;
        double[][] u = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(m[i], 0, u[i], 0, n);
            u[i][i] += 3 + i;
        }
        int rotations;
        int sweeps = 0;
        do {
            rotations = 0;
            for (int p = 0; p < n - 1; p++)
                for (int q = p + 1; q < n; q++) {
                    double alpha = 0, beta = 0, gamma = 0;
                    for (double[] row : u) {
                        alpha += row[p] * row[p];
                        beta += row[q] * row[q];
                        gamma += row[p] * row[q];
                    }
                    if (Math.abs(gamma) < 1e-14 * Math.sqrt(alpha * beta)) continue;
                    rotations++;
                    double zeta = (beta - alpha) / (2 * gamma);
                    double t = Math.signum(zeta) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
                    double c = 1 / Math.sqrt(1 + t * t), s = c * t;
                    for (double[] row : u) {
                        double x = row[p];
                        row[p] = c * x - s * row[q];
                        row[q] = s * x + c * row[q];
                    }
                }
        } while (rotations > 0 && ++sweeps < 12);
        double sum = 0;
        for (int j = 0; j < n; j++) {
            double s = 0;
            for (double[] row : u) s += row[j] * row[j];
            sum += Math.sqrt(s);
        }
        return sum;
    }
    /** Hessenberg/ Gauss-Jordan inverse in place on a flattened matrix with int pivots. */
    @Differentiable
    static double[][] gaussj(double[][] m) {
        int n = m.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = m[i].clone();
            a[i][i] += 5;
        }
        int icol = 0, irow = 0;
        int[] indxc = new int[n], indxr = new int[n], ipiv = new int[n];
        double big, dum, pivinv;
        for (int i = 0; i < n; i++) {
            big = 0.0;
            for (int j = 0; j < n; j++)
                if (ipiv[j] != 1)
                    for (int k = 0; k < n; k++)
                        if (ipiv[k] == 0)
                            if (Math.abs(a[j][k]) >= big) {
                                big = Math.abs(a[j][k]);
                                irow = j;
                                icol = k;
                            }
            ++(ipiv[icol]);
            if (irow != icol)
                for (int l = 0; l < n; l++) {
                    double t = a[irow][l];
                    a[irow][l] = a[icol][l];
                    a[icol][l] = t;
                }
            indxr[i] = irow;
            indxc[i] = icol;
            if (a[icol][icol] == 0.0) throw new ArithmeticException("gaussj: Singular Matrix");
            pivinv = 1.0 / a[icol][icol];
            a[icol][icol] = 1.0;
            for (int l = 0; l < n; l++) a[icol][l] *= pivinv;
            for (int ll = 0; ll < n; ll++)
                if (ll != icol) {
                    dum = a[ll][icol];
                    a[ll][icol] = 0.0;
                    for (int l = 0; l < n; l++) a[ll][l] -= a[icol][l] * dum;
                }
        }
        for (int l = n - 1; l >= 0; l--)
            if (indxr[l] != indxc[l])
                for (int k = 0; k < n; k++) {
                    double t = a[k][indxr[l]];
                    a[k][indxr[l]] = a[k][indxc[l]];
                    a[k][indxc[l]] = t;
                }
        return a;
    }
    /** Band matrix solve, tridag with null check.
     * @range d 3 5 */
    @Differentiable
    static double tridag(double[] a, double[] d, double[] c, double[] r) {
        int n = d.length;
        double[] u = null;
        double[] gam = null;
        if (n > 0) {
            u = new double[n];
            gam = new double[n];
        }
        if (u == null || gam == null) return 0;
        double bet = d[0];
        u[0] = r[0] / bet;
        for (int j = 1; j < n; j++) {
            gam[j] = c[j - 1] / bet;
            bet = d[j] - a[j] * gam[j];
            u[j] = (r[j] - a[j] * u[j - 1]) / bet;
        }
        for (int j = n - 2; j >= 0; j--) u[j] -= gam[j + 1] * u[j + 1];
        double s = 0;
        for (double x : u) s += x * x;
        return s;
    }
    /** Conjugate gradient with early stop and swapped work vectors. */
    @Differentiable
    static double[] cg(double[][] m, double[] b) {
        double[][] A = spd(m);
        int n = b.length;
        double[] x = new double[n], r = b.clone(), p = b.clone(), q;
        double rho = dot(r, r);
        for (int it = 0; it < n; it++) {
            q = times(A, p);
            double alpha = rho / dot(p, q);
            axpy(alpha, p, x);
            axpy(-alpha, q, r);
            double next = dot(r, r);
            if (Math.sqrt(next) < 1e-14) break;
            double beta = next / rho;
            for (int i = 0; i < n; i++) p[i] = r[i] + beta * p[i];
            rho = next;
        }
        return x;
    }

    private static double dot(final double[] x, final double[] y) {
        double s = 0;
        int i = x.length;
        while (--i >= 0) s += x[i] * y[i];
        return s;
    }

    private static double[] times(double[][] a, double... x) {
        double[] y = new double[a.length];
        int i = 0;
        for (final double[] row : a) y[i++] = dot(row, x);
        return y;
    }

    private static void axpy(double a, double[] x, double[] y) {
        for (int i = 0; i < x.length; ++i) y[i] += a * x[i];
    }
    /** Householder tridiagonalisation (tred2-like), trace of T^2. */
    @Differentiable
    static double tred(double[][] m) {
        double[][] z = spd(m);
        int n = z.length;
        double[] d = new double[n], e = new double[n];
        for (int i = n - 1; i > 0; i--) {
            int l = i;
            double h = 0.0, scale = 0.0;
            if (l > 1) {
                for (int k = 0; k < i; k++) scale += Math.abs(z[i][k]);
                if (scale == 0.0) e[i] = z[i][l - 1];
                else {
                    for (int k = 0; k < i; k++) {
                        z[i][k] /= scale;
                        h += z[i][k] * z[i][k];
                    }
                    double f = z[i][l - 1];
                    double g = (f >= 0.0 ? -Math.sqrt(h) : Math.sqrt(h));
                    e[i] = scale * g;
                    h -= f * g;
                    z[i][l - 1] = f - g;
                    f = 0.0;
                    for (int j = 0; j < i; j++) {
                        g = 0.0;
                        for (int k = 0; k < j + 1; k++) g += z[j][k] * z[i][k];
                        for (int k = j + 1; k < i; k++) g += z[k][j] * z[i][k];
                        e[j] = g / h;
                        f += e[j] * z[i][j];
                    }
                    double hh = f / (h + h);
                    for (int j = 0; j < i; j++) {
                        f = z[i][j];
                        e[j] = g = e[j] - hh * f;
                        for (int k = 0; k < j + 1; k++) z[j][k] -= (f * e[k] + g * z[i][k]);
                    }
                }
            } else e[i] = z[i][l - 1];
            d[i] = h;
        }
        double s = 0;
        for (int i = 0; i < n; i++) s += z[i][i] * z[i][i] + 2 * e[i] * e[i];
        return s;
    }
    /** Kronecker, ragged, triangular packed storage.
     * @length p 10 */
    @Differentiable
    static double packed(double[] p, double[] x) {
        double q = 0;
        int at = 0;
        for (int i = 0; i < x.length; i++)
            for (int j = 0; j <= i; j++, at++) q += (i == j ? 1 : 2) * p[at] * x[i] * x[j];
        return q;
    }
}
