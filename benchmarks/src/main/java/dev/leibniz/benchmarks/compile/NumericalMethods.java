package dev.leibniz.benchmarks.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The source of a class with any number of annotated methods, of the kinds that numerical programs are made of: loops,
 * arrays, branches, helpers, records. The kinds take turns, with other functions and constants in each turn, and so are never
 * the same method twice.
 */
public final class NumericalMethods {
    private static final List<String> FUNCTIONS = List.of(
            "Math.sin",
            "Math.tanh",
            "square",
            "Math.cos",
            "Math.atan",
            "normal",
            "Math.cbrt",
            "Math.expm1",
            "Math.sinh");

    private NumericalMethods() {}

    /** The source of a class of the package {@code sample} with so many annotated methods. */
    public static String source(String className, int count) {
        List<String> kinds = kinds();
        StringBuilder source = new StringBuilder(HEAD.formatted(className));
        for (int i = 0; i < count; i++) {
            int turn = i / kinds.size();
            source.append('\n').append(variant(kinds.get(i % kinds.size()), i + 1, turn));
        }
        return source.append("}\n").toString();
    }

    private static String variant(String kind, int number, int turn) {
        return kind.replace("#", Integer.toString(number))
                .replace("$f", FUNCTIONS.get((number + turn) % FUNCTIONS.size()))
                .replace("$a", (number % 7 + 1) + ".25")
                .replace("$b", "0." + (turn + 3));
    }

    private static List<String> kinds() {
        try (InputStream stream = NumericalMethods.class.getResourceAsStream("methods.txt")) {
            if (stream == null) {
                throw new IllegalStateException("methods.txt is not on the class path");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.split("\n(?=    @Differentiable)"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String HEAD = """
            package sample;

            import dev.leibniz.annotations.Differentiable;
            import dev.leibniz.annotations.NoDerivative;

            final class %s {
                record Point(double x, double y) {}

                private static double square(double x) {
                    return x * x;
                }

                private static double slope(double y, double k) {
                    return k * y * (1 - 0.1 * y) + Math.sin(y);
                }

                private static double normal(double x) {
                    return 0.5 * (1 + Math.tanh(0.7978845608 * (x + 0.044715 * x * x * x)));
                }

                private static double dot(double[] a, double[] b) {
                    double s = 0;
                    for (int i = 0; i < a.length; i++) {
                        s += a[i] * b[i];
                    }
                    return s;
                }
            """;
}
