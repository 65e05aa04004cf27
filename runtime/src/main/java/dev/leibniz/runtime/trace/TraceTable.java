package dev.leibniz.runtime.trace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/** Prints a trace as textbooks do: step, expression, values, result. */
public final class TraceTable {
    private static final int WIDEST = 60;

    /** A row; a title has a {@code step} only. */
    public record Row(String step, String expression, String values, String result, int line) {
        boolean isTitle() {
            return result.isEmpty();
        }

        List<String> cells() {
            return List.of(step, expression, values, result);
        }
    }

    private final TraceGraph graph;
    private final int digits;
    private final List<Row> rows = new ArrayList<>();

    public TraceTable(TraceGraph graph, int digits) {
        this.graph = graph;
        this.digits = digits;
    }

    /** Both sweeps, as text. */
    public String all() {
        rows();
        return print();
    }

    /** Both sweeps. */
    public List<Row> rows() {
        rows.add(title("forward"));
        List<String> calls = List.of();
        for (int node : graph.shown()) {
            if (!graph.isLeaf(node)) {
                calls = enter(calls, graph.statement(node).calls());
                rows.add(row(
                        node,
                        "  ".repeat(calls.size()) + graph.label(node),
                        graph.formula(node).text(),
                        graph.numbers(node, digits).inNumbers(),
                        rounded(graph.value(node))));
            }
        }
        rows.add(title("backward"));
        int[] shown = graph.shown();
        for (int i = shown.length - 1; i >= 0; i--) {
            if (graph.isActive(shown[i]) && shown[i] != graph.result()) {
                backward(shown[i], new LinkedHashSet<>(graph.uses(shown[i])));
            }
        }
        return rows;
    }

    private List<String> enter(List<String> from, List<String> to) {
        for (int i = 0; i < to.size(); i++) {
            if (i >= from.size() || !from.get(i).equals(to.get(i))) {
                rows.add(title("  ".repeat(i) + to.get(i) + "(…)"));
            }
        }
        return to;
    }

    /** The backward sweep, as far as it leads to one node; with what a shortcut passes over, for it is what one wants to see. */
    public String to(int target) {
        Set<Integer> wanted = new TreeSet<>(List.of(target));
        List<Integer> work = new ArrayList<>(wanted);
        while (!work.isEmpty()) {
            int next = work.remove(work.size() - 1);
            for (TraceGraph.Use use : graph.uses(next)) {
                if (wanted.add(use.user())) {
                    work.add(use.user());
                }
            }
        }
        List<Integer> backward = new ArrayList<>(wanted);
        for (int i = backward.size() - 1; i >= 0; i--) {
            if (backward.get(i) != graph.result()) {
                backward(backward.get(i), new LinkedHashSet<>(graph.uses(backward.get(i))));
            }
        }
        return print();
    }

    /** The derivative by one node: those of its users by it, and the sum of the products. */
    private void backward(int node, Set<TraceGraph.Use> uses) {
        List<String> expressions = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (TraceGraph.Use use : uses) {
            if (Double.isNaN(graph.contribution(use, node))) {
                continue;
            }
            TraceGraph.Factor factor = use.factor();
            TraceGraph.Factor numeric = graph.withNumbers(use.user(), node, digits);
            boolean isPassed = factor.isPassed() && !graph.isPassedOver(node);
            TraceFormula formula = isPassed ? factor.passedFormula() : factor.formula();
            String inNumbers = (isPassed ? numeric.passedFormula() : numeric.formula()).inNumbers();
            double value = isPassed ? factor.passed() : factor.partial();
            if (use.user() == graph.result()) {
                expressions.add(formula.text());
                numbers.add(inNumbers);
            } else if (formula.isNumber(1)) {
                expressions.add(derivative(use.user()));
                numbers.add(rounded(graph.gradient(use.user())));
            } else {
                String local = "∂" + graph.label(use.user()) + "/∂" + graph.label(node);
                rows.add(row(use.user(), local, formula.text(), inNumbers, rounded(value)));
                expressions.add(derivative(use.user()) + "·" + local);
                numbers.add(rounded(graph.gradient(use.user())) + " × " + rounded(value));
            }
        }
        rows.add(row(node, derivative(node), sum(expressions), sum(numbers), rounded(graph.gradient(node))));
    }

    private static Row title(String text) {
        return new Row(text, "", "", "", 0);
    }

    private Row row(int node, String step, String expression, String values, String result) {
        int line = graph.isLeaf(node) ? 0 : graph.statement(node).line();
        return new Row(step, expression, values, result, line);
    }

    private static String sum(List<String> terms) {
        return terms.isEmpty() ? "0" : String.join(" + ", terms);
    }

    private String derivative(int node) {
        return "∂" + graph.label(graph.result()) + "/∂" + graph.label(node);
    }

    private String rounded(double number) {
        return TraceNumbers.rounded(number, digits);
    }

    private String print() {
        List<Row> all = new ArrayList<>(List.of(row(0, "step", "expression", "values", "result")));
        all.addAll(rows);
        int[] widths = new int[4];
        for (Row row : all) {
            for (int i = 0; i < widths.length && !row.isTitle(); i++) {
                widths[i] = Math.max(widths[i], shortened(row.cells().get(i)).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (Row row : all) {
            StringJoiner line = new StringJoiner(" | ");
            for (int i = 0; i < (row.isTitle() ? 1 : widths.length); i++) {
                String cell = shortened(row.cells().get(i));
                line.add(row.isTitle() ? cell : cell + " ".repeat(widths[i] - cell.length()));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String shortened(String cell) {
        return cell.length() <= WIDEST ? cell : cell.substring(0, WIDEST - 1) + "…";
    }
}
