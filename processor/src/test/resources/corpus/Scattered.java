package corpus;

import dev.leibniz.annotations.Differentiable;

/** Loops and recursions that change a few elements of a long array each time. */
public final class Scattered {
    private Scattered() {}

    record Heap(double[] keys, double[] weights, int[] order) {}

    /** Long enough that no copy of it is cheap. */
    private static double[] spread(double[] x, int n) {
        double[] a = new double[n];
        for (int i = 0; i < n; i++) {
            a[i] = x[i % x.length] * (1 + 0.1 * i);
        }
        return a;
    }

    private static double weighted(double[] a) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * a[i] * (i + 1);
        }
        return s / a.length;
    }

    @Differentiable(order = 2)
    static double climb(double[] x) {
        double[] a = spread(x, 19);
        for (int i = 0; i < a.length; i++) {
            for (int k = i; k > 0; k /= 2) {
                a[k / 2] += 0.01 * a[k] * a[k];
            }
        }
        return weighted(a);
    }

    @Differentiable
    static double twiceInOneIteration(double[] x) {
        double[] a = spread(x, 20);
        for (int i = 1; i < a.length; i++) {
            int k = (i * 7) % a.length;
            double before = a[k];
            a[k] = before * a[i - 1] * 0.1;
            a[k] += Math.sin(a[k]) * before;
            a[i] -= a[k] * 0.1;
        }
        return weighted(a);
    }

    @Differentiable
    static double fenwick(double[] x) {
        int n = 18;
        double[] tree = new double[n + 1];
        double total = 0;
        for (int i = 0; i < n; i++) {
            for (int k = (i * 5) % n + 1; k <= n; k += k & -k) {
                tree[k] = tree[k] * 0.9 + x[i % x.length] * (1 + 0.1 * tree[k]);
            }
            for (int k = i; k > 0; k -= k & -k) {
                total += tree[k] * tree[k];
            }
        }
        return total;
    }

    @Differentiable
    static double earlyExits(double[] x) {
        double[] a = spread(x, 21);
        double s = 0;
        for (int i = 0; i < 30; i++) {
            int k = (i * 11) % a.length;
            if (i % 5 == 4) {
                continue;
            }
            a[k] *= 1 + 0.1 * a[(k + 1) % a.length];
            if (a[k] * a[k] > 1e6) {
                return s + a[k];
            }
            int j = k;
            while (true) {
                if (j == 0) {
                    break;
                }
                a[j / 3] += 0.05 * a[j] * a[j / 2];
                if (a[j] < -3) {
                    break;
                }
                j /= 3;
            }
            if (i > 24 && a[0] > 0) {
                break;
            }
            s += a[j] * a[k];
        }
        return s;
    }

    @Differentiable
    static double mayRunNever(double[] x, int n) {
        double[] a = spread(x, 17);
        for (int i = 0; i < n; i++) {
            for (int k = i + 1; k < n; k++) {
                a[k * k % 17] *= a[i] * 0.3;
            }
            a[16 - i] = a[i] * a[i + 1];
        }
        return weighted(a);
    }

    @Differentiable
    static double rows(double[][] x) {
        double[][] m = new double[9][17];
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 17; j++) {
                m[i][j] = x[i % x.length][j % x[0].length] * (1 + 0.1 * j);
            }
        }
        for (int t = 0; t < 25; t++) {
            double[] row = m[t * 4 % 9];
            double[] other = m[t * 5 % 9];
            for (int j = t % 17; j > 0; j /= 2) {
                row[j / 2] += 0.1 * row[j] * other[j];
                other[j] *= 0.9;
            }
        }
        double s = 0;
        for (int i = 0; i < 9; i++) {
            s += weighted(m[i]);
        }
        return s;
    }

    @Differentiable
    static double floats(float[] x) {
        float[] a = new float[20];
        for (int i = 0; i < 20; i++) {
            a[i] = x[i % x.length];
        }
        for (int i = 0; i < 20; i++) {
            for (int k = i; k > 0; k /= 2) {
                a[k / 2] += 0.1f * a[k] * a[k];
            }
        }
        double s = 0;
        for (int i = 0; i < 20; i++) {
            s += a[i] * a[i] * (i + 1);
        }
        return s;
    }

    private static void siftDown(Heap heap, int from, int end) {
        int hole = from;
        double v = heap.keys()[hole];
        double w = heap.weights()[hole];
        int child = 2 * hole + 1;
        while (child < end) {
            if (child + 1 < end && heap.keys()[child + 1] > heap.keys()[child]) {
                child++;
            }
            if (heap.keys()[child] <= v) {
                break;
            }
            heap.keys()[hole] = heap.keys()[child];
            heap.weights()[hole] = heap.weights()[child] * 1.01;
            heap.order()[hole] = heap.order()[child];
            hole = child;
            child = 2 * hole + 1;
        }
        heap.keys()[hole] = v;
        heap.weights()[hole] = w * v;
    }

    @Differentiable
    static double recordOfArrays(double[] x) {
        int n = 18;
        Heap heap = new Heap(spread(x, n), new double[n], new int[n]);
        for (int i = 0; i < n; i++) {
            heap.weights()[i] = x[i % x.length];
            heap.order()[i] = i;
        }
        for (int i = n / 2 - 1; i >= 0; i--) {
            siftDown(heap, i, n);
        }
        double s = 0;
        for (int end = n - 1; end > 0; end--) {
            s += heap.keys()[0] * heap.keys()[end] * heap.weights()[0] * heap.order()[end];
            heap.keys()[0] = heap.keys()[end];
            siftDown(heap, 0, end);
        }
        return s;
    }

    private static void add(double[] to, double[] from, int at, double c) {
        for (int k = at; k > 0; k /= 2) {
            to[k / 2] += c * from[k] * to[k];
        }
    }

    @Differentiable
    static double underTwoNames(double[] x) {
        double[] a = spread(x, 19);
        double[] b = spread(x, 19);
        for (int i = 0; i < 19; i++) {
            double[] from = i % 3 == 0 ? a : b;
            add(a, from, i, 0.1);
            add(b, a, 18 - i, x[0] * 0.1);
        }
        return weighted(a) + weighted(b);
    }

    @Differentiable
    static double swapped(double[] x) {
        double[] a = spread(x, 19);
        double[] b = spread(x, 19);
        for (int i = 0; i < 19; i++) {
            add(a, b, i, 0.1);
            double[] t = a;
            a = b;
            b = t;
        }
        return weighted(a) + weighted(b);
    }

    private static void partition(double[] a, int from, int to) {
        if (from >= to) {
            return;
        }
        double pivot = a[(from + to) >>> 1];
        int i = from;
        int j = to;
        while (i <= j) {
            while (a[i] < pivot) {
                i++;
            }
            while (a[j] > pivot) {
                j--;
            }
            if (i <= j) {
                double t = a[i];
                a[i] = a[j];
                a[j] = t;
                i++;
                j--;
            }
        }
        partition(a, from, j);
        partition(a, i, to);
    }

    @Differentiable(order = 2)
    static double quickSort(double[] x) {
        double[] a = spread(x, 20);
        partition(a, 0, a.length - 1);
        return weighted(a);
    }

    /** Sorted while it is summed: each call finds what the last one left, and its arguments change in between. */
    @Differentiable
    static double sortedAgain(double[] x) {
        double[] a = spread(x, 9);
        double s = 0;
        for (int t = 0; t < 4; t++) {
            a[t] *= a[8 - t];
            partition(a, t, 8);
            s += a[t] * a[4];
        }
        return s;
    }

    private static double mix(double[] a, double[] table, int from, int to) {
        if (to - from < 2) {
            a[from] *= table[from % table.length];
            return a[from];
        }
        int middle = (from + to) / 2;
        double left = mix(a, table, from, middle);
        a[middle] += 0.1 * left * a[from];
        double right = mix(a, table, middle, to);
        double s = 0;
        for (int k = from; k < to; k++) {
            a[k] = a[k] * (1 + 0.1 * right) + table[k % table.length] * a[to - 1];
            s += a[k] * a[k];
        }
        return left * right * 0.1 + 0.01 * s;
    }

    @Differentiable(order = 2)
    static double nonlinearRecursion(double[] x) {
        double[] a = spread(x, 7);
        double r = mix(a, x, 0, 7);
        return r + weighted(a);
    }

    /** The table that a call only reads is changed between the calls. */
    @Differentiable
    static double tableChanges(double[] x) {
        double[] a = spread(x, 5);
        double[] table = x.clone();
        double s = 0;
        for (int t = 0; t < 3; t++) {
            for (int k = 0; k < 5; k++) {
                a[k] = Math.tanh(a[k]);
            }
            s += mix(a, table, 0, 3);
            table[t] = Math.tanh(s * 0.01) + a[t + 2];
            a[t] = Math.sin(a[t + 1]);
        }
        return s * table[1];
    }

    private static double product(double[] a, int from, int to, double c) {
        if (to - from == 1) {
            return a[from] * c;
        }
        if (to - from > 1000) {
            throw new IllegalArgumentException("too long: " + (to - from));
        }
        int middle = (from + to) / 2;
        return product(a, from, middle, c * a[from] * 0.3) * product(a, middle, to, c + 0.1) + c;
    }

    @Differentiable
    static double onlyReads(double[] x, double c) {
        return product(x, 0, x.length, c);
    }

    private static double[] tree(double[] a, int from, int to) {
        if (to - from == 1) {
            return new double[] {a[from] * a[from]};
        }
        int middle = (from + to) / 2;
        double[] left = tree(a, from, middle);
        double[] right = tree(a, middle, to);
        double[] both = new double[to - from];
        for (int i = 0; i < both.length; i++) {
            both[i] = i < left.length ? left[i] * right[0] : right[i - left.length] + left[0] * 0.1;
        }
        a[from] *= 1 + 0.1 * both[0];
        return both;
    }

    @Differentiable(order = 2)
    static double returnsNewArrays(double[] x) {
        double[] a = spread(x, 6);
        double[] t = tree(a, 0, 6);
        return weighted(t) * 0.1 + weighted(a);
    }

    private static int depth(double[] a, int at, int steps) {
        if (at >= a.length || steps > 6) {
            return steps;
        }
        a[at] *= 1 + 0.05 * a[at / 2];
        return a[at] > 0 ? depth(a, 2 * at + 1, steps + 1) : depth(a, 2 * at + 2, steps + 1);
    }

    @Differentiable
    static double searchDown(double[] x) {
        double[] a = spread(x, 20);
        double s = 0;
        for (int i = 0; i < 6; i++) {
            s += a[i] * depth(a, i % 3, 0);
        }
        return s + weighted(a);
    }

    private static double ping(double[] a, double[] b, int n) {
        a[n % a.length] += b[n % b.length] * 0.1;
        return n == 0 ? a[0] : a[n % a.length] * pong(b, a, n - 1);
    }

    private static double pong(double[] a, double[] b, int n) {
        double v = a[n % a.length];
        a[n % a.length] = v * v * 0.1;
        return n == 0 ? v : v + ping(b, a, n - 1);
    }

    @Differentiable
    static double callEachOther(double[] x) {
        double[] a = x.clone();
        double[] b = spread(x, 5);
        return ping(a, b, 6) + weighted(a) + weighted(b);
    }

    private static float halve(float[] a, int n, float c) {
        if (n < 1) {
            return c;
        }
        a[n] = a[n] * c + a[n / 2];
        float below = halve(a, n / 2, a[n] * 0.5f);
        return below * a[n];
    }

    @Differentiable
    static double floatRecursion(float[] x) {
        float[] a = x.clone();
        return halve(a, 3, x[0]) + a[1] * a[2];
    }

    private static void rotate(double[][] m, int k, double c) {
        if (k < 0) {
            return;
        }
        for (int j = 0; j < m[k].length; j++) {
            m[k][j] = m[k][j] * c + m[(k + 1) % m.length][j] * m[k][0] * 0.1;
        }
        rotate(m, k - 1, c * m[k][1] * 0.5);
        m[k][0] += m[0][1] * c;
    }

    @Differentiable(order = 2)
    static double matrixRecursion(double[][] x) {
        double[][] m = new double[x.length][];
        for (int i = 0; i < m.length; i++) {
            m[i] = x[i].clone();
        }
        rotate(m, m.length - 1, 0.7);
        rotate(m, 1, m[0][0] * 0.2);
        double s = 0;
        for (int i = 0; i < m.length; i++) {
            s += weighted(m[i]);
        }
        return s;
    }

    /** The arrays that it writes to are results. */
    @Differentiable
    static double[] arrayResult(double[] x) {
        double[] a = spread(x, 6);
        mix(a, x, 0, 6);
        for (int i = 0; i < 6; i++) {
            for (int k = i; k > 0; k /= 2) {
                a[k / 2] += 0.1 * a[k] * a[k];
            }
        }
        return a;
    }

    /** A call in a branch, in a loop, in a loop whose iterations are independent. */
    @Differentiable
    static double callsInIndependentIterations(double[][] x) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            double[] a = x[i].clone();
            for (int t = 0; t < 2; t++) {
                if (a[t] > -10) {
                    s += mix(a, x[0], 0, a.length) * a[1];
                }
            }
            s += a[0] * a[2];
        }
        return s;
    }
}
