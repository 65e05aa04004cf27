package dev.leibniz.benchmarks.algorithms;

import dev.leibniz.annotations.Differentiable;

/** Trees that lie in arrays, updated from a leaf to the root. */
public final class Trees {
    private Trees() {}

    /** A Fenwick tree of sums that is updated and asked by turns. */
    @Differentiable
    public static double fenwick(double[] x) {
        int n = x.length;
        double[] tree = new double[n + 1];
        double total = 0;
        for (int i = 0; i < n; i++) {
            int at = (int) ((i * 2654435761L) % n);
            for (int k = at + 1; k <= n; k += k & -k) {
                tree[k] = tree[k] * 0.99 + x[i] * (1 + 0.1 * tree[k]) / (1 + tree[k] * tree[k]);
            }
            double sum = 0;
            for (int k = i; k > 0; k -= k & -k) {
                sum += tree[k];
            }
            total += x[i] * Math.tanh(sum);
        }
        return total;
    }

    /** A segment tree of soft maxima. */
    @Differentiable
    public static double segmentTree(double[] x) {
        int n = x.length;
        double[] tree = new double[2 * n];
        for (int i = 0; i < n; i++) {
            tree[n + i] = x[i];
        }
        for (int i = n - 1; i > 0; i--) {
            tree[i] = smooth(tree[2 * i], tree[2 * i + 1]);
        }
        double total = 0;
        for (int i = 0; i < n; i++) {
            int k = n + (int) ((i * 40503L) % n);
            tree[k] *= 0.5;
            while (k > 1) {
                k /= 2;
                tree[k] = smooth(tree[2 * k], tree[2 * k + 1]);
            }
            total += tree[1] * x[i];
        }
        return total;
    }

    private static double smooth(double a, double b) {
        double d = a - b;
        return 0.5 * (a + b + Math.sqrt(d * d + 0.01));
    }

    /** From each leaf to the root of a binary tree, where each parent is changed by its child. */
    @Differentiable
    public static double climb(double[] x) {
        double[] a = x.clone();
        for (int i = 0; i < a.length; i++) {
            for (int k = i; k > 0; k /= 2) {
                a[k / 2] += 0.01 * a[k] * a[k] / (1 + a[k / 2] * a[k / 2]);
            }
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * a[i];
        }
        return sum;
    }

    /** The minimum of each window, by a queue of candidates that lies in an array. */
    @Differentiable
    public static double slidingMinimum(double[] x) {
        int n = x.length;
        int window = 16;
        double[] queue = new double[n];
        int[] places = new int[n];
        int head = 0;
        int tail = 0;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            while (tail > head && queue[tail - 1] >= x[i]) {
                tail--;
            }
            queue[tail] = x[i];
            places[tail] = i;
            tail++;
            if (places[head] <= i - window) {
                head++;
            }
            sum += queue[head] * queue[head];
        }
        return sum;
    }
}
