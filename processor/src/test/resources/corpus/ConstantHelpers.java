package corpus;

import dev.leibniz.annotations.*;
import java.util.*;

/** Helpers that could not be differentiated, and need not be: they get constants only. */
public final class ConstantHelpers {
    private ConstantHelpers() {}

    static final Map<Integer, Double> CACHE = new HashMap<>();

    static double cached(int n) {
        return CACHE.computeIfAbsent(n, k -> Math.sqrt(k));
    }

    static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0.5;
        }
    }

    static double locked(int n) {
        synchronized (CACHE) {
            return n + 1;
        }
    }

    static int filled(List<String> words) {
        return (int) words.stream().filter(word -> !word.isEmpty()).count();
    }

    static double[] weights(int n) {
        double[] w = new double[n];
        Arrays.setAll(w, i -> 1.0 / (i + 1));
        return w;
    }

    static double mean(double[] data) {
        try {
            return Arrays.stream(data).average().getAsDouble();
        } catch (NoSuchElementException e) {
            return 0;
        }
    }

    static void fill(double[] w) {
        Arrays.setAll(w, i -> 1.0 / (i + 1));
    }

    static int even(int n) {
        try {
            return n <= 0 ? 1 : odd(n - 1);
        } catch (ArithmeticException e) {
            return 3;
        }
    }

    static int odd(int n) {
        return n <= 0 ? 0 : even(n - 1);
    }

    private static double both(double x, String text) {
        return x * x * parsed(text);
    }

    @Differentiable
    static double cache(double x, int n) {
        double s = 0;
        for (int i = 0; i < n; i++) s += x * cached(i) * x;
        return s;
    }

    @Differentiable
    static double text(double x, String text) {
        return x * parsed(text) + both(x, text);
    }

    @Differentiable
    static double lock(double x, int n) {
        return x * locked(n);
    }

    @Differentiable
    static double words(double x, List<String> words) {
        return x * filled(words);
    }

    @Differentiable(order = 2)
    static double weighted(double x, int n) {
        double s = 0;
        for (double w : weights(n + 1)) s += w * x * x * x;
        return s;
    }

    @Differentiable
    static double data(double x, @NoDerivative double[] data) {
        return x * mean(data) + x;
    }

    @Differentiable
    static double mutual(double x, int n) {
        return x * odd(n) + x * x * even(n);
    }

    @Differentiable
    static double array(double x, int n) {
        double[] w = new double[n + 1];
        fill(w);
        return x * w[n];
    }
}
