package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** What no differentiated value reaches may be anything. */
public final class AnyConstants {
    private AnyConstants() {}

    record Quote(double strike, double vol, String kind) {}

    static final Map<String, Double> RATES = new HashMap<>();

    static {
        RATES.put("up", 0.25);
        RATES.put("down", -0.5);
    }

    private static final List<Double> WEIGHTS = List.of(0.5, 1.5, -1.0);

    /** @range strike 0.5 2 */
    @Differentiable(order = 2)
    static double listOfRecords(double x, @NoDerivative List<Quote> quotes) {
        double s = 0;
        for (int i = 0; i < quotes.size(); i++) {
            double d = x - quotes.get(i).strike();
            s += d * d * Math.exp(quotes.get(i).vol() * x);
        }
        for (Quote quote : quotes) {
            s += quote.strike() * Math.sin(x * quote.vol()) * (quote.kind().isEmpty() ? 2 : 1);
        }
        return s;
    }

    @Differentiable
    static double maps(double x, @NoDerivative Map<String, Double> table, String key) {
        double w = table.get(key);
        double other = table.getOrDefault("none", 3.0) + RATES.getOrDefault(key, 1.0);
        return table.containsKey("none") ? x : w * x * x + other * Math.cos(x);
    }

    @Differentiable
    static double boxes(double x, @NoDerivative List<Integer> powers, @NoDerivative Optional<Double> shift) {
        double s = shift.isPresent() ? shift.get() * x : 0;
        for (int power : powers) {
            s += Math.pow(x * x + 1, power);
        }
        Double none = RATES.get("none");
        return none == null ? s : s * none;
    }

    @Differentiable
    static double dates(double x, LocalDate start, LocalDate end) {
        double years = ChronoUnit.DAYS.between(start, end) / 365.25;
        return Math.exp(-x * years) + start.getYear() * x * 1e-3;
    }

    @Differentiable
    static double builtOnTheWay(double x, int n) {
        List<Double> nodes = new ArrayList<>();
        for (int i = 0; i < n + 2; i++) {
            nodes.add(i * 0.5);
        }
        double s = 0;
        for (int i = 0; i < nodes.size(); i++) {
            s += Math.sin(nodes.get(i) * x) * WEIGHTS.get(i % 3);
            nodes.set(i, 7.0);
        }
        return s * nodes.get(0);
    }

    @Differentiable
    static double functionOfConstants(double x, DoubleUnaryOperator f) {
        double s = 0;
        for (int i = 0; i < 3; i++) {
            s += f.applyAsDouble(i) * Math.exp(0.1 * i * x);
        }
        return s;
    }

    @NoDerivative
    static double looked(Map<String, Double> table, String key) {
        try {
            return table.get(key);
        } catch (NullPointerException e) {
            return 1;
        }
    }

    @Differentiable
    static double helperOfConstants(double x, @NoDerivative Map<String, Double> table) {
        return looked(table, "up") * x * x + looked(table, "none") * x;
    }
}
