package dev.leibniz.runtime;

import dev.leibniz.runtime.trace.TraceDot;
import dev.leibniz.runtime.trace.TraceGraph;
import dev.leibniz.runtime.trace.TraceNumbers;
import dev.leibniz.runtime.trace.TracePaths;
import dev.leibniz.runtime.trace.TraceTable;
import dev.leibniz.runtime.trace.TraceTape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.StringJoiner;

/**
 * How a gradient came about, step by step: what a method computed, and how the derivative of its result passed back through it. Made by
 * the {@code Trace} form of a method.
 *
 * <p>A step is an assignment of the method, or of a helper that it calls, with its whole right-hand side. It is called as the user
 * called the variable or the element, {@code z1[0]}. Where a variable was assigned several times, its name means the last
 * assignment, and {@code z1@2} the third.
 *
 * <p>Two derivatives are given where factors cancel, as in the cross-entropy of a sigmoid: the generated derivative passes straight to
 * the logit, and so do {@link #chain} and the gradients of the steps before it.
 *
 * @since 0.1.0
 */
public final class Trace {
    private static final int DIGITS = 4;

    private final TraceGraph graph;
    private final int digits;

    /**
     * A step.
     *
     * @param name the name of the variable or element, with {@code @} and a number if it is assigned again later
     * @param line of the assignment in the source file; 0 for a parameter
     * @param source the statement; empty for a parameter
     * @param calls the helpers it was in, outermost first
     * @param formula the formula that computes its value from those of other steps
     * @param value its value
     * @param gradient the derivative of the result by it; 0 where none is wanted
     * @param isActive whether a derivative passes through it: it depends on a differentiated parameter
     * @param isInput whether it is a parameter of the method, or a constant
     * @param factors the derivatives of it by the numbers it uses
     */
    public record Step(
            String name,
            int line,
            String source,
            List<String> calls,
            String formula,
            double value,
            double gradient,
            boolean isActive,
            boolean isInput,
            List<Factor> factors) {}

    /**
     * The derivative of one step by another that it uses.
     *
     * @param of the name of the one step
     * @param by the name of the other
     * @param formula the derivative, as a formula
     * @param numbers the same, with numbers for the names
     * @param value the derivative
     */
    public record Factor(String of, String by, String formula, String numbers, double value) {
        @Override
        public String toString() {
            return "∂" + of + "/∂" + by + " = " + formula + " = " + TraceNumbers.rounded(value, DIGITS);
        }
    }

    /**
     * The derivative of the result by one number as products of factors, one for each way from the result to it.
     *
     * @param name of the number
     * @param paths the factors along each way, from the result on
     * @param gradient the sum of the products
     */
    public record Chain(String name, List<List<Factor>> paths, double gradient) {
        /** The factors, if there is one way only. */
        @Override
        public String toString() {
            return text(paths, gradient);
        }
    }

    /**
     * The magnitude of the derivatives of the result by the elements of one array, or by one variable.
     *
     * @param name of the array or variable, with {@code @} and a number if it is filled again later
     * @param norm the root of the sum of their squares
     * @param greatest the greatest, without sign
     * @param count the number of them
     */
    public record Magnitude(String name, double norm, double greatest, int count) {}

    /**
     * A row of the table; a title has a {@code step} only.
     *
     * @param step the step or the derivative that was computed; indented under the helper that it is in
     * @param expression the expression that computes it
     * @param values the same with numbers for the names
     * @param result its value
     * @param line of the statement that it belongs to; 0 if there is none
     */
    public record Row(String step, String expression, String values, String result, int line) {
        /**
         * Whether it is only the title of the rows that follow.
         *
         * @return whether there is nothing but a step
         */
        public boolean isTitle() {
            return result.isEmpty();
        }
    }

    private Trace(TraceGraph graph, int digits) {
        this.graph = graph;
        this.digits = digits;
    }

    /**
     * The trace of recorded operations, for the class that generated code records them with.
     *
     * @param graph of the operations
     * @return the trace
     * @hidden
     */
    @SuppressWarnings("exports") // for the other packages of the runtime
    public static Trace of(TraceGraph graph) {
        return new Trace(graph, DIGITS);
    }

    /**
     * The same trace, printed with other precision.
     *
     * @param digits the number of significant digits, 1 to 17, the 0 in front of a fraction included; 4 at first
     * @return the trace
     */
    public Trace withDigits(int digits) {
        if (digits < 1 || digits > 17) {
            throw new IllegalArgumentException("1 to 17 digits, not " + digits);
        }
        return new Trace(graph, digits);
    }

    /**
     * The name of the traced method.
     *
     * @return as in the source
     */
    public String method() {
        return graph.method();
    }

    /**
     * The value that the method returned.
     *
     * @return its result
     */
    public double value() {
        return graph.value(graph.result());
    }

    /**
     * The value of a step.
     *
     * @param name of the step, such as {@code z1[0]} or {@code z1[0]@2}
     * @return its value
     * @throws NoSuchElementException if there is no step of this name
     */
    public double value(String name) {
        return graph.value(node(name));
    }

    /**
     * The derivative of the result by a step.
     *
     * @param name of the step, such as {@code z1[0]}, or {@code z1[0]@2} for the third of this name
     * @return the derivative
     * @throws NoSuchElementException if there is no step of this name
     */
    public double gradient(String name) {
        return graph.gradient(node(name));
    }

    private int node(String name) {
        int node = graph.node(name);
        if (node < 0) {
            throw new NoSuchElementException("no step " + name + "; there are " + graph.names());
        }
        return node;
    }

    /**
     * All steps in the order in which they were computed, the parameters first.
     *
     * @return the steps
     */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int node : graph.shown()) {
            steps.add(step(node));
        }
        return List.copyOf(steps);
    }

    private Step step(int node) {
        List<Factor> factors = new ArrayList<>();
        boolean isInput = graph.isLeaf(node);
        if (!isInput) {
            graph.factors(node).forEach(factor -> factors.add(factor(node, factor)));
        }
        TraceTape.Statement statement = graph.statement(node);
        return new Step(
                graph.label(node),
                isInput ? 0 : statement.line(),
                isInput ? "" : statement.text(),
                List.copyOf(statement.calls()),
                graph.formula(node).text(),
                graph.value(node),
                graph.isActive(node) ? graph.gradient(node) : 0,
                graph.isActive(node),
                isInput,
                List.copyOf(factors));
    }

    private Factor factor(int step, TraceGraph.Factor factor) {
        TraceGraph.Factor numbers = graph.withNumbers(step, factor.operand(), digits);
        boolean isPassed = factor.isPassed();
        return new Factor(
                graph.label(step),
                graph.label(factor.operand()),
                (isPassed ? factor.passedFormula() : factor.formula()).text(),
                (isPassed ? numbers.passedFormula() : numbers.formula()).inNumbers(),
                isPassed ? factor.passed() : factor.partial());
    }

    /**
     * The derivative of the result by a step as a product of factors, one for each step on the way.
     *
     * @param name of the step, such as {@code w1[0][0]}
     * @return the factors; of several ways the first hundred
     * @throws NoSuchElementException if there is no step of this name
     */
    public Chain chain(String name) {
        int node = node(name);
        List<List<Factor>> paths = new ArrayList<>();
        new TracePaths(graph).to(node).forEach(path -> {
            List<Factor> factors = new ArrayList<>();
            path.forEach(use -> factors.add(factor(use.user(), use.factor())));
            paths.add(factors);
        });
        return new Chain(name, paths.stream().map(List::copyOf).toList(), graph.gradient(node));
    }

    /**
     * The forward and the backward sweep as a table: step, expression, the same with numbers, result.
     *
     * @return the table, with a line for each row
     */
    public String table() {
        return new TraceTable(graph, digits).all();
    }

    /**
     * The rows of {@link #table()}.
     *
     * @return the rows, without shortening
     */
    public List<Row> rows() {
        return new TraceTable(graph, digits)
                .rows().stream()
                        .map(row -> new Row(row.step(), row.expression(), row.values(), row.result(), row.line()))
                        .toList();
    }

    /**
     * The part of the backward sweep that leads to one step, as a table.
     *
     * @param name of the step, such as {@code w1[0][0]}
     * @return the table, with a line for each row
     * @throws NoSuchElementException if there is no step of this name
     */
    public String table(String name) {
        return new TraceTable(graph, digits).to(node(name));
    }

    /**
     * The computational graph in the language of Graphviz: values and gradients on the nodes, derivatives on the edges.
     *
     * @return the text of a {@code .dot} file
     */
    public String toDot() {
        return new TraceDot(graph, digits).print();
    }

    /**
     * The size of the derivatives along the computation, array by array: whether gradients vanish or explode.
     *
     * @return in the order of computation; parameters first
     */
    public List<Magnitude> magnitudes() {
        Map<String, Integer> rounds = new LinkedHashMap<>();
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        Map<String, List<String>> seen = new LinkedHashMap<>();
        for (int node : graph.shown()) {
            if (!graph.isActive(node)) {
                continue;
            }
            String name = graph.name(node);
            int bracket = name.indexOf('[');
            String stem = bracket < 0 ? name : name.substring(0, bracket);
            List<String> elements = seen.computeIfAbsent(stem, s -> new ArrayList<>());
            if (elements.contains(name)) {
                elements.clear();
                rounds.merge(stem, 1, Integer::sum);
            }
            elements.add(name);
            groups.computeIfAbsent(stem + "@" + rounds.getOrDefault(stem, 0), g -> new ArrayList<>())
                    .add(node);
        }
        List<Magnitude> magnitudes = new ArrayList<>();
        groups.forEach((name, nodes) -> {
            String stem = name.substring(0, name.lastIndexOf('@'));
            boolean isLast = name.equals(stem + "@" + rounds.getOrDefault(stem, 0));
            magnitudes.add(magnitude(isLast ? stem : name, nodes));
        });
        return List.copyOf(magnitudes);
    }

    private Magnitude magnitude(String name, List<Integer> nodes) {
        double greatest = 0;
        double norm = 0;
        for (int node : nodes) {
            greatest = Math.max(greatest, Math.abs(graph.gradient(node)));
            norm = Math.hypot(norm, graph.gradient(node));
        }
        return new Magnitude(name, norm, greatest, nodes.size());
    }

    /** The factors along each way, and their products. */
    private static String text(List<List<Factor>> paths, double gradient) {
        if (paths.isEmpty()) {
            return "0.0";
        }
        StringBuilder text = new StringBuilder();
        for (List<Factor> path : paths) {
            StringJoiner names = new StringJoiner(" · ");
            StringJoiner numbers = new StringJoiner(" × ");
            double product = 1;
            for (Factor factor : path) {
                names.add("∂" + factor.of() + "/∂" + factor.by());
                numbers.add(TraceNumbers.rounded(factor.value(), DIGITS));
                product *= factor.value();
            }
            text.append(text.length() == 0 ? "" : "\n+ ")
                    .append(names)
                    .append(" = ")
                    .append(numbers)
                    .append(" = ")
                    .append(TraceNumbers.rounded(product, DIGITS));
        }
        if (paths.size() > 1) {
            text.append("\n= ").append(TraceNumbers.rounded(gradient, DIGITS));
        }
        return text.toString();
    }

    /** The table. */
    @Override
    public String toString() {
        return table();
    }
}
