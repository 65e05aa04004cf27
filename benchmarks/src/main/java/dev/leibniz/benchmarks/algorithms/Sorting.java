package dev.leibniz.benchmarks.algorithms;

import dev.leibniz.annotations.Differentiable;

/** Weighted sums of order statistics, by five ways of sorting a copy in place. */
public final class Sorting {
    private Sorting() {}

    /** By a heap. */
    @Differentiable
    public static double heapSort(double[] x) {
        double[] a = x.clone();
        int n = a.length;
        for (int i = n / 2 - 1; i >= 0; i--) {
            siftDown(a, i, n);
        }
        for (int end = n - 1; end > 0; end--) {
            double top = a[0];
            a[0] = a[end];
            a[end] = top;
            siftDown(a, 0, end);
        }
        return weighted(a);
    }

    private static void siftDown(double[] a, int from, int end) {
        int hole = from;
        double v = a[hole];
        int child = 2 * hole + 1;
        while (child < end) {
            if (child + 1 < end && a[child + 1] > a[child]) {
                child++;
            }
            if (a[child] <= v) {
                break;
            }
            a[hole] = a[child];
            hole = child;
            child = 2 * hole + 1;
        }
        a[hole] = v;
    }

    /** By recursive partition. */
    @Differentiable
    public static double quickSort(double[] x) {
        double[] a = x.clone();
        partition(a, 0, a.length - 1);
        return weighted(a);
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

    /** By recursive merging through a buffer. */
    @Differentiable
    public static double mergeSort(double[] x) {
        double[] a = x.clone();
        merge(a, new double[a.length], 0, a.length);
        return weighted(a);
    }

    private static void merge(double[] a, double[] buffer, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        merge(a, buffer, from, middle);
        merge(a, buffer, middle, to);
        int i = from;
        int j = middle;
        for (int k = from; k < to; k++) {
            if (j >= to || i < middle && a[i] <= a[j]) {
                buffer[k] = a[i++];
            } else {
                buffer[k] = a[j++];
            }
        }
        for (int k = from; k < to; k++) {
            a[k] = buffer[k];
        }
    }

    /** By merging runs of 1, 2, 4, … without recursion. */
    @Differentiable
    public static double bottomUpSort(double[] x) {
        int n = x.length;
        double[] a = x.clone();
        double[] b = new double[n];
        for (int width = 1; width < n; width *= 2) {
            for (int from = 0; from < n; from += 2 * width) {
                int middle = Math.min(from + width, n);
                int to = Math.min(from + 2 * width, n);
                int i = from;
                int j = middle;
                for (int k = from; k < to; k++) {
                    if (j >= to || i < middle && a[i] <= a[j]) {
                        b[k] = a[i++];
                    } else {
                        b[k] = a[j++];
                    }
                }
            }
            double[] t = a;
            a = b;
            b = t;
        }
        return weighted(a);
    }

    /** By insertion into a sorted beginning; quadratic, and meant for short arrays. */
    @Differentiable
    public static double insertionSort(double[] x) {
        double[] a = x.clone();
        for (int i = 1; i < a.length; i++) {
            double v = a[i];
            int j = i - 1;
            while (j >= 0 && a[j] > v) {
                a[j + 1] = a[j];
                j--;
            }
            a[j + 1] = v;
        }
        return weighted(a);
    }

    private static double weighted(double[] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * a[i] * (i + 1) / a.length;
        }
        return sum;
    }
}
