import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;

/** Helpers that cannot be differentiated are called where they get constants only. */
class ConstantHelpers {
    private static double hidden(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    static double mean(double[] data) {
        try {
            return Arrays.stream(data).average().getAsDouble(); // ERROR: caught-elsewhere | .getAsDouble
        } catch (NoSuchElementException e) {
            return 0;
        }
    }

    static void fill(double[] w, double x) {
        Arrays.parallelSetAll(w, i -> x / (i + 1)); // ERROR: unknown-array-function | .parallelSetAll
    }

    static double random(int n) {
        return Math.random() * n; // ERROR: impure-call | .random
    }

    @Differentiable
    static double ofString(double x, String text) {
        return x * hidden(text); // ERROR: private-callee | hidden(
    }

    @Differentiable
    static double ofNumbers(double x, double[] data) {
        return x * mean(data);
    }

    @Differentiable
    static double ofConstants(double x, @NoDerivative double[] data) {
        return x * mean(data);
    }

    @Differentiable
    static double written(double x, int n) {
        double[] w = new double[n];
        fill(w, x);
        return w[0];
    }

    @Differentiable
    static double drawn(double x, int n) {
        return x * random(n);
    }

    @Differentiable
    static double words(double x, List<String> words) {
        return x * words.size();
    }

    @Differentiable
    static double numbers(double x, List<Double> numbers) { // ERROR: collection | numbers)
        return x * numbers.size();
    }
}
