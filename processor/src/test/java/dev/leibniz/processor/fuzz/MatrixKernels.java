package dev.leibniz.processor.fuzz;

/** The kernels on matrices and on arrays of rank three, written as those in {@link Kernels} are. */
final class MatrixKernels {

    private MatrixKernels() {}

    static final String MATRICES = """
            double[] a
            double[][] m = {{4.1, REAL, 0.3}, {0.2, 5.2, REAL}, {REAL, 0.1, 6.3}};
            int n = m.length;
            for (int i = 0; i < n; i++) { m[i][i] += Math.abs(m[i][(i + 1) % n]) + Math.abs(m[i][(i + 2) % n]); }
            for (int k = 0; k < n; k++) {
                for (int i = k + 1; i < n; i++) {
                    m[i][k] /= m[k][k];
                    for (int j = k + 1; j < n; j++) { m[i][j] -= m[i][k] * m[k][j]; }
                }
            }
            double[] x = {1.5, a[0], -0.5};
            for (int i = 0; i < n; i++) { for (int j = 0; j < i; j++) { x[i] -= m[i][j] * x[j]; } }
            for (int i = n - 1; i >= 0; i--) {
                for (int j = i + 1; j < n; j++) { x[i] -= m[i][j] * x[j]; }
                x[i] /= m[i][i];
            }
            ---
            double[] a
            double[][] m = {{0, REAL, 0.3}, {1.2, 0.2, REAL}, {REAL, 2.1, 0.3}};
            double det = 1;
            for (int k = 0; k < 3; k++) {
                int pivot = k;
                for (int i = k + 1; i < 3; i++) { if (Math.abs(m[i][k]) > Math.abs(m[pivot][k])) { pivot = i; } }
                if (pivot != k) {
                    double[] row = m[k];
                    m[k] = m[pivot];
                    m[pivot] = row;
                    det = -det;
                }
                det *= m[k][k];
                if (Math.abs(m[k][k]) < 0.01) { break; }
                for (int i = k + 1; i < 3; i++) {
                    double factor = m[i][k] / m[k][k];
                    for (int j = k; j < 3; j++) { m[i][j] -= factor * m[k][j]; }
                }
            }
            ---
            double[] a
            double[][] s = new double[3][3];
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j <= i; j++) {
                    double e = Math.sin(REAL + i * j) * 0.5;
                    s[i][j] = e;
                    s[j][i] = e;
                }
                s[i][i] += 3;
            }
            double[][] l = new double[3][3];
            double logDet = 0;
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j <= i; j++) {
                    double sum = s[i][j];
                    for (int k = 0; k < j; k++) { sum -= l[i][k] * l[j][k]; }
                    if (i == j) {
                        l[i][i] = Math.sqrt(sum);
                        logDet += 2 * Math.log(l[i][i]);
                    } else {
                        l[i][j] = sum / l[j][j];
                    }
                }
            }
            ---
            double[][] m
            double[][] p = new double[m.length][m.length];
            for (int i = 0; i < m.length; i++) {
                for (int j = 0; j < m.length; j++) {
                    for (int k = 0; k < m[j].length && k < m[i].length; k++) { p[i][j] += m[i][k] * m[j][k]; }
                }
            }
            double trace = 0;
            for (int i = 0; i < p.length; i++) { trace += p[i][i] * REAL; }
            ---
            double[] a
            double[][] grid = new double[3][4];
            for (int i = 0; i < 3; i++) { for (int j = 0; j < 4; j++) { grid[i][j] = REAL * (i - 0.5 * j); } }
            for (int t = 0; t < 2; t++) {
                double[][] next = new double[3][4];
                for (int i = 0; i < 3; i++) {
                    for (int j = 0; j < 4; j++) {
                        double around = 0;
                        if (i > 0) { around += grid[i - 1][j]; }
                        if (i < 2) { around += grid[i + 1][j]; }
                        if (j > 0) { around += grid[i][j - 1]; }
                        if (j < 3) { around += grid[i][j + 1]; }
                        next[i][j] = 0.6 * grid[i][j] + 0.1 * around * a[(i + j) % a.length];
                    }
                }
                grid = next;
            }
            ---
            double[] a double[] b
            double[][] best = new double[a.length + 1][b.length + 1];
            for (int i = 1; i <= a.length; i++) { best[i][0] = best[i - 1][0] + 0.9; }
            for (int j = 1; j <= b.length; j++) { best[0][j] = best[0][j - 1] + 1.1; }
            for (int i = 1; i <= a.length; i++) {
                for (int j = 1; j <= b.length; j++) {
                    double step = Math.abs(a[i - 1] - b[j - 1]);
                    best[i][j] = step + Math.min(best[i - 1][j - 1], Math.min(best[i - 1][j] + 0.31, best[i][j - 1] + 0.17));
                }
            }
            double distance = best[a.length][b.length];
            ---
            double[] a
            double[][] w = {{0.3, REAL}, {REAL, -0.2}};
            double[] h = {a[0], REAL};
            for (int t = 0; t < 3; t++) {
                double[] z = new double[2];
                for (int i = 0; i < 2; i++) {
                    for (int j = 0; j < 2; j++) { z[i] += w[i][j] * h[j]; }
                    z[i] = Math.tanh(z[i] + a[t % a.length]);
                }
                h = z;
                w[t % 2] = t == 1 ? z : w[t % 2];
            }
            ---
            double[][] m!
            for (int i = 0; i + 1 < m.length; i++) {
                double[] row = m[i];
                m[i] = m[i + 1];
                m[i + 1] = row;
                if (row.length > 0) { row[0] *= 1.5; }
            }
            ---
            double[] a
            double[][] rows = new double[4][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = new double[i];
                for (int j = 0; j < i; j++) { rows[i][j] = REAL * (j + 1) + a[i % a.length]; }
            }
            double whole = 0;
            for (double[] row : rows) { for (double e : row) { whole += e * e * 0.1; } }
            rows[0] = rows[3];
            rows[0][1] += whole;
            ---
            double[] a
            double[] v = {1, 0.5, REAL};
            double value = 0;
            for (int t = 0; t < 4; t++) {
                double[] u = new double[3];
                for (int i = 0; i < 3; i++) {
                    u[i] = 2.5 * v[i] + 0.3 * v[(i + 1) % 3] - a[0] * 0.1 * v[(i + 2) % 3];
                }
                double norm = 0;
                for (double e : u) { norm += e * e; }
                norm = Math.sqrt(norm) + 0.1;
                for (int i = 0; i < 3; i++) { v[i] = u[i] / norm; }
                value = norm;
            }
            ---
            double[] a double[] b
            double[] weights = new double[a.length];
            double[] attended = new double[2];
            for (int q = 0; q < 2; q++) {
                double most = -100;
                for (int i = 0; i < a.length; i++) {
                    weights[i] = Math.sin(a[i]) * b[q % b.length];
                    most = Math.max(most, weights[i]);
                }
                double sum = 0;
                for (int i = 0; i < a.length; i++) {
                    weights[i] = Math.exp(weights[i] - most);
                    sum += weights[i];
                }
                for (int i = 0; i < a.length; i++) { attended[q] += weights[i] / sum * a[(i + q) % a.length]; }
            }
            """;

    static final String CUBES = """
            double[][][] c
            double[][] planes = new double[c.length][];
            double content = 0;
            for (int i = 0; i < c.length; i++) {
                planes[i] = new double[c[i].length];
                for (int j = 0; j < c[i].length; j++) {
                    double[] line = c[i][j];
                    for (int k = 0; k < line.length; k++) {
                        planes[i][j] += line[k] * line[line.length - 1 - k] * REAL;
                        content += line[k];
                    }
                }
            }
            ---
            double[][][] c!
            for (double[][] plane : c) {
                for (double[] line : plane) {
                    for (int k = 1; k < line.length; k++) { line[k] = line[k - 1] * 0.5 + line[k] * REAL; }
                }
            }
            double[][] first = c[0];
            c[0] = c[c.length - 1];
            c[c.length - 1] = first;
            double corner = c[0][0][0];
            ---
            double[] a
            double[][][] w = new double[2][2][a.length];
            for (int t = 0; t < 2; t++) {
                for (int i = 0; i < 2; i++) {
                    for (int k = 0; k < a.length; k++) {
                        w[t][i][k] = a[k] * (t + 1) + (t > 0 ? w[t - 1][1 - i][k] * a[i % a.length] : REAL);
                    }
                }
            }
            double end = w[1][0][0] * w[1][1][a.length - 1];
            ---
            double[] a
            double[][] weights = {{REAL, 0.3}, {-0.4, REAL}};
            double[][] product = Linear.matMul(weights, weights);
            double[] hidden = Linear.matVec(product, new double[] {a[0], 0.7});
            double[] back = Linear.matTVec(weights, Reductions.softmax(hidden));
            double loss = Losses.crossEntropyWithLogits(back, 1) + Reductions.dot(hidden, back);
            """;
}
