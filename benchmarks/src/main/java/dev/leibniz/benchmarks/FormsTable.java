package dev.leibniz.benchmarks;

import dev.leibniz.benchmarks.measure.FormCase;
import dev.leibniz.benchmarks.measure.FormCases;
import dev.leibniz.benchmarks.measure.Options;
import dev.leibniz.benchmarks.measure.Text;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Prints how much dearer a Hessian-vector product, a Hessian and a Jacobian are than the functions they are the derivatives
 * of, measured in this one virtual machine; and how much dearer a matrix is than as many products with directions as it needs, of the
 * cheaper kind.
 *
 * <p>Usage: {@code FormsTable [--seconds=S] [--quantile=Q] [--cpu] [problem ...]}, as for {@link RatioTable}, but that S is 10: what
 * runs for a millisecond or two needs as long until HotSpot has compiled all of it.
 */
public final class FormsTable {
    private static final String ROW = "%-8s %-22s %-10s %12s %10s%n";

    private FormsTable() {}

    /** Prints the table. */
    public static void main(String[] args) {
        Options options = Options.of(10, args);
        System.out.println(Text.machine());
        System.out.printf(ROW, "problem", "size", "form", "ms", "/ primal");
        for (Map.Entry<String, Supplier<FormCase>> entry : FormCases.all().entrySet()) {
            if (options.wants(entry.getKey())) {
                print(entry.getKey(), entry.getValue().get(), options);
            }
        }
    }

    private static void print(String name, FormCase problem, Options options) {
        Supplier<?>[] computations = Stream.concat(Stream.of(problem.primal()), problem.forms().values().stream())
                .toArray(Supplier<?>[]::new);
        double[] times = options.timer().times(computations);
        row(name, problem.size(), "primal", times[0], times[0]);
        double products = Double.POSITIVE_INFINITY;
        int i = 1;
        for (String form : problem.forms().keySet()) {
            Integer directions = problem.directions().get(form);
            if (directions != null) {
                products = Math.min(products, directions * times[i]);
            }
            row(name, problem.size(), form, times[i++], times[0]);
        }
        String ratio = Text.number("%.2f", times[i - 1] / products);
        System.out.printf(ROW, name, problem.size(), "", "/ products", ratio);
    }

    private static void row(String name, String size, String form, double time, double primal) {
        System.out.printf(ROW, name, size, form, Text.number("%.5f", time / 1e6), Text.number("%.1f", time / primal));
    }
}
