package dev.leibniz.processor.fuzz;

import java.util.Arrays;
import java.util.List;

/**
 * The loops of numerical programs, as text. The first line of each says what it works on; what it writes to has an exclamation
 * mark. {@code REAL} and {@code COND} are random expressions, {@code BODY;} is a random statement; {@link KernelParser} puts
 * them in.
 */
final class Kernels {

    private Kernels() {}

    static List<String> all() {
        return Arrays.stream(
                        String.join("---\n", VECTORS, MatrixKernels.MATRICES, MatrixKernels.CUBES, SCALARS, SEARCHES)
                                .split("---\n"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static final String VECTORS = """
            double[] a!
            for (int i = 1; i < a.length; i++) { a[i] += a[i - 1]; }
            ---
            double[] a!
            for (int i = a.length - 2; i >= 0; i--) { a[i] = REAL * a[i + 1] + Math.sin(a[i]); }
            ---
            double[] a! double[] b
            int n = Math.min(a.length, b.length);
            int i = 0;
            while (i < n) { a[i++] += b[n - i] * REAL; }
            ---
            double[] a double[] b!
            int[] index = new int[a.length];
            for (int i = 0; i < index.length; i++) { index[i] = (i * 2 + 1) % b.length; }
            for (int i = 0; i < a.length; i++) { b[index[i]] += a[i] * REAL; }
            for (int i = 0; i < a.length; i++) { b[index[i]] = b[index[index.length - 1 - i]] * a[i]; }
            ---
            double[] a!
            double[] next = new double[a.length];
            for (int t = 0; t < 3; t++) {
                for (int i = 0; i < a.length; i++) {
                    double left = i > 0 ? a[i - 1] : 0;
                    double right = i < a.length - 1 ? a[i + 1] : a[0];
                    next[i] = 0.25 * left + 0.5 * a[i] + 0.25 * right * REAL;
                }
                double[] swap = a;
                a = next;
                next = swap;
            }
            ---
            double[] a!
            for (int t = 0; t < 2; t++) {
                for (int i = 1; i < a.length - 1; i++) { a[i] = 0.5 * (a[i - 1] + a[i + 1]) - REAL * a[i]; }
            }
            ---
            double[] a double[] b
            double mean = 0;
            double spread = 0;
            int count = 0;
            for (double e : a) {
                count++;
                double delta = e - mean;
                mean += delta / count;
                spread += delta * (e - mean);
            }
            for (int i = 0; i < b.length; i++) { spread += (b[i] - mean) * (b[i] - mean) / (1 + count); }
            ---
            double[] a
            double[] c = new double[2 * a.length];
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < a.length; j++) { c[i + j] += a[i] * a[j] * REAL; }
            }
            ---
            double[] a!
            int n = a.length;
            int head = 0;
            int tail = n;
            while (head < tail) {
                double lead = a[head++];
                if (lead > REAL) { a[--tail] = lead * a[head - 1]; } else { a[head - 1] -= 0.5 * lead; }
            }
            ---
            double[] a double[] b
            double[] merged = new double[a.length + b.length];
            int i = 0;
            int j = 0;
            for (int k = 0; k < merged.length; k++) {
                if (j >= b.length || i < a.length && a[i] <= b[j]) { merged[k] = a[i++]; } else { merged[k] = b[j++] * 2; }
            }
            double total = 0;
            for (int k = 1; k < merged.length; k++) { total += merged[k] * merged[k - 1]; }
            ---
            double[] a!
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j + 1 < a.length - i; j++) {
                    if (a[j] > a[j + 1]) {
                        double t = a[j];
                        a[j] = a[j + 1];
                        a[j + 1] = t;
                    }
                }
            }
            for (int i = 0; i < a.length; i++) { a[i] *= i + 1.5; }
            ---
            double[] a!
            for (int i = 1; i < a.length; i++) {
                double key = a[i];
                int j = i - 1;
                while (j >= 0 && a[j] < key) {
                    a[j + 1] = a[j];
                    j--;
                }
                a[j + 1] = key * 1.5;
            }
            ---
            double[] a double b
            double low = a[0];
            double high = a[0];
            int at = 0;
            for (int i = 1; i < a.length; i++) {
                low = Math.min(low, a[i] * b);
                if (a[i] >= high) {
                    high = a[i];
                    at = i;
                }
            }
            double range = (high - low) * a[at];
            ---
            double[] a
            double[] counts = new double[3];
            for (double e : a) {
                int bin = (int) Math.floor(Math.abs(e) * 1.3) % 3;
                counts[bin] += e - Math.floor(e);
                double weight = e * 1.7 - Math.floor(e * 1.7);
                counts[(bin + 1) % 3] += weight * REAL;
            }
            ---
            double[] a double[] b
            double[] d = {1.5, 2.5, 3.5, 2.25};
            double[] r = {REAL, REAL, REAL, REAL};
            int n = d.length;
            for (int i = 0; i < n; i++) { d[i] += a[i % a.length] * a[i % a.length]; }
            for (int i = 1; i < n; i++) {
                double w = 0.4 / d[i - 1];
                d[i] -= w * 0.3;
                r[i] -= w * r[i - 1];
            }
            r[n - 1] /= d[n - 1];
            for (int i = n - 2; i >= 0; i--) { r[i] = (r[i] - 0.3 * r[i + 1]) / d[i]; }
            ---
            double[] a!
            double[] old = a.clone();
            double carry = 0;
            for (int i = 0; i < a.length; i++) {
                carry = 0.8 * carry + old[i];
                a[i] = carry * old[a.length - 1 - i];
                old[i] = carry;
            }
            ---
            double[] a double[] b!
            int n = Math.min(a.length, b.length);
            double[] p = a;
            double[] q = b;
            for (int i = 0; i < n; i++) {
                if (COND) { p = q; }
                q[i] = p[i] * 1.1 + Math.cos(q[n - 1]);
            }
            ---
            double[] a!
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                double local = a[i];
                double inner = 1;
                for (int j = 0; j <= i; j++) {
                    inner *= 0.5 + local * 0.3;
                    BODY;
                }
                a[i] = inner;
                sum += inner * local;
            }
            """;

    private static final String SCALARS = """
            double x
            double term = 1;
            double series = 0;
            int k = 0;
            while (Math.abs(term) > 1e-3 && k < 40) {
                series += term;
                k++;
                term *= Math.sin(x) / k;
            }
            ---
            double x
            double low = 0;
            double high = 4;
            for (int it = 0; it < 12; it++) {
                double middle = 0.5 * (low + high);
                if (middle * middle * middle + middle > 3 + Math.sin(x)) { high = middle; } else { low = middle; }
            }
            double root = low - (low * low * low + low - 3 - Math.sin(x)) / (3 * low * low + 1);
            ---
            double x double y
            double u = x;
            double v = y;
            for (int step = 0; step < 4; step++) {
                double k1 = v;
                double l1 = -Math.sin(u);
                double k2 = v + 0.05 * l1;
                double l2 = -Math.sin(u + 0.05 * k1) + 0.01 * REAL;
                u += 0.05 * (k1 + k2);
                v += 0.05 * (l1 + l2);
            }
            ---
            double x
            double s = 0;
            int n = 0;
            for (double t = 0.5; t < 4; t += 0.3 + 0.1 * Math.sin(x)) {
                s += Math.cos(t * x) * 0.2;
                n++;
            }
            s /= n;
            ---
            double x double y
            double p = x;
            double q = y;
            double r = 1;
            for (int i = 0; i < 6; i++) {
                double t = p;
                p = q;
                q = r + 0.2 * t;
                r = Math.sin(t) + 0.1 * p;
            }
            ---
            double x
            double f = 0;
            double g = 1;
            do {
                f = 0.5 * (f + g * x);
                g *= 0.6;
                if (f > 5) { break; }
            } while (g > 0.05);
            ---
            double x
            double z = x;
            int n = 0;
            for (; n < 30 && Math.abs(z) < 3; n++) { z = 0.9 * z * z + 0.4 + 0.01 * x; }
            double escaped = z * (n + 1);
            ---
            double[] a
            double horner = 0;
            for (int i = a.length; i > 0; ) { horner = horner * 0.7 + a[--i]; }
            ---
            double x double y
            double e = Math.sin(x) * 0.4;
            double anomaly = y;
            double change = 1;
            for (int i = 0; i < 20 && Math.abs(change) > 1e-4; i++) {
                change = (anomaly - e * Math.sin(anomaly) - y) / (1 - e * Math.cos(anomaly));
                anomaly -= change;
            }
            ---
            double x
            double total = 0;
            for (int i = 0; i < 3; i++) {
                double s = x * (i + 1);
                total += s;
                for (int j = 0; j < 2; j++) {
                    s = Math.sin(s) + REAL;
                    total *= 0.5;
                    total += s * j;
                }
                if (COND) { continue; }
                total -= s;
            }
            """;

    private static final String SEARCHES = """
            double[] a double x
            double found = 0;
            outer:
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < a.length; j++) {
                    if (i == j) { continue; }
                    if (a[i] * a[j] > x) {
                        found = a[i] - a[j] * x;
                        break outer;
                    }
                    found += 0.1 * a[j];
                }
            }
            ---
            double[] a double x
            double[] knots = {-2.1, -0.7, 0.4, 1.9};
            double[] values = {REAL, a[0], REAL, 0.5};
            double at = 1.8 * Math.sin(x);
            int low = 0;
            int high = knots.length - 1;
            while (high - low > 1) {
                int middle = (low + high) >>> 1;
                if (knots[middle] > at) { high = middle; } else { low = middle; }
            }
            double share = (at - knots[low]) / (knots[high] - knots[low]);
            double interpolated = values[low] * (1 - share) + values[high] * share;
            ---
            double[] a
            double level = 0;
            int peaks = 0;
            rows:
            for (int i = 0; i < 3; i++) {
                int j = 0;
                do {
                    if (a[j] < level) { continue rows; }
                    level += 0.3 * a[j];
                    if (COND) { break; }
                } while (++j < a.length);
                peaks++;
            }
            level *= peaks;
            ---
            double[] a
            boolean[] kept = new boolean[a.length];
            int count = 0;
            for (int i = 0; i < a.length; i++) {
                kept[i] = a[i] > -0.5;
                if (kept[i]) { count++; }
            }
            double[] packed = new double[count];
            for (int i = 0, k = 0; i < a.length; i++) { if (kept[i]) { packed[k++] = a[i] * REAL; } }
            ---
            double[] a!
            long seed = 12345L;
            for (int i = a.length - 1; i > 0; i--) {
                seed = seed * 25214903917L + 11L & 281474976710655L;
                int j = (int) (seed >>> 20) & 2147483647;
                j %= i + 1;
                double t = a[i];
                a[i] = a[j] * 1.25;
                a[j] = t;
            }
            """;
}
