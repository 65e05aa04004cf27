package corpus;

import dev.leibniz.annotations.*;
import java.util.Arrays;
import java.util.Objects;

/** Checks as libraries write them. */
public final class Checks {
    private Checks() {}

    static final class Errors extends RuntimeException {
        private static final long serialVersionUID = 1;

        Errors(String m, Object... args) {
            super(String.format(m, args));
        }

        static Errors of(String m, double x, int n) {
            return new Errors(m, x, n);
        }

        static IllegalArgumentException dimension(int a, int b) {
            return new IllegalArgumentException(a + " is not " + b);
        }
    }

    static void checkLength(int a, int b) {
        if (a != b) throw Errors.dimension(a, b);
    }

    static void checkPositive(double... xs) {
        for (double x : xs) if (!(x > -1e9)) throw Errors.of("not positive: %f at %d", x, 3);
    }

    @Differentiable
    static double checked(double[] a, double[] b) {
        checkLength(a.length, b.length);
        checkPositive(a);
        checkPositive(b[0], a[0]);
        Objects.requireNonNull(a, "a");
        if (a.length == 0) throw Errors.of("empty", a[0], a.length);
        double s = 0;
        for (int i = 0; i < a.length; i++) s += a[i] * b[i];
        if (Double.isNaN(s)) throw new ArithmeticException("NaN for " + Arrays.toString(a));
        return s;
    }

    @Differentiable
    static double configured(double x, String mode, int n) {
        String key = mode + "-" + n;
        if (key.equals("up-1") || key.startsWith("down")) return x * x;
        if (key.isEmpty()) throw new IllegalArgumentException("no key: " + key);
        return key.length() * x;
    }

    @Differentiable
    static double chars(double x, String s) {
        double v = x;
        int i = 0;
        String program = s.isEmpty() ? "s+" : s + "*";
        while (i < program.length()) {
            char c = program.charAt(i++);
            switch (c) {
                case '*':
                    v *= x;
                    break;
                case '+':
                    v += 1;
                    break;
                case 's':
                    v = Math.sin(v);
                    break;
                default:
                    if (c >= 'a' && c <= 'z') v += (c - 'a') * 0.1 * x;
            }
        }
        return v;
    }
}
