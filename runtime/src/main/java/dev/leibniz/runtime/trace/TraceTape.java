package dev.leibniz.runtime.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The operations of a traced method in their order: of each node its operands, and the derivatives by them. */
public final class TraceTape {
    /** So many operations are recorded, no more. */
    static final int MOST_STEPS = 10_000;

    /** A statement that was run: where it is, as often as it was run. */
    public record Statement(int line, String text, List<String> calls) {}

    /** A derivative that passes over the operations between, because factors cancel. */
    record Shortcut(int inner, double partial, String formula, int[] mentioned, double[] values) {}

    private static final int[] NONE = {};
    private static final double[] NO_NUMBERS = {};

    final String method;
    final List<String> names = new ArrayList<>();
    final List<String> rules = new ArrayList<>();
    final List<int[]> operands = new ArrayList<>();
    final List<double[]> operandValues = new ArrayList<>();
    final List<double[]> partials = new ArrayList<>();
    final List<Statement> statements = new ArrayList<>();
    final Map<Integer, Shortcut> shortcuts = new HashMap<>();
    final Map<String, List<Integer>> byName = new HashMap<>();
    double[] values = new double[64];
    boolean[] active = new boolean[64];

    private List<String> calls = List.of();
    private Statement statement;
    private int steps;

    public TraceTape(String method) {
        this.method = method;
        this.statement = new Statement(0, "", calls);
        add(null, "", 0, NONE, NO_NUMBERS, NO_NUMBERS, false);
    }

    /** A statement begins. */
    public void at(int line, String text) {
        statement = new Statement(line, text, calls);
    }

    /** A helper begins. */
    public void enter(String helper) {
        List<String> inside = new ArrayList<>(calls);
        inside.add(helper);
        calls = List.copyOf(inside);
    }

    /** A helper has returned. */
    public void exit() {
        calls = calls.subList(0, calls.size() - 1);
    }

    /** The derivative of an operation passes straight to a number further in, if that is active. */
    public void shortcut(int node, int inner, double partial, String formula, int[] mentioned, double[] values) {
        if (active[inner]) {
            shortcuts.put(node, new Shortcut(inner, partial, formula, mentioned, values));
        }
    }

    /** Adds operands to an operation. */
    public void extend(int node, int[] nodes, double[] numbers, double[] derivatives) {
        int before = operands.get(node).length;
        int[] allNodes = Arrays.copyOf(operands.get(node), before + nodes.length);
        double[] allNumbers = Arrays.copyOf(operandValues.get(node), allNodes.length);
        double[] allDerivatives = Arrays.copyOf(partials.get(node), allNodes.length);
        System.arraycopy(nodes, 0, allNodes, before, nodes.length);
        System.arraycopy(numbers, 0, allNumbers, before, nodes.length);
        System.arraycopy(derivatives, 0, allDerivatives, before, nodes.length);
        operands.set(node, allNodes);
        operandValues.set(node, allNumbers);
        partials.set(node, allDerivatives);
        for (int operand : nodes) {
            active[node] |= active[operand];
        }
    }

    /** A variable or an element takes a number that is there already. */
    public void name(int node, String name, boolean isElement) {
        String known = names.get(node);
        boolean isLeaf = operands.get(node).length == 0;
        if (known == null || isElement && !isLeaf && known.indexOf('[') < 0) {
            names.set(node, name);
        }
        note(name, node);
    }

    /** The graph of the recorded operations. @param result the node of the result; 0 if it is a constant */
    public TraceGraph graph(int result, double value) {
        boolean isStep = result != 0 && operands.get(result).length > 0;
        int[] same = {result};
        double[] one = {1};
        return new TraceGraph(this, isStep ? result : operation("", "a;1", value, same, new double[] {value}, one));
    }

    private void note(String name, int node) {
        byName.computeIfAbsent(name, n -> new ArrayList<>()).add(node);
    }

    /** A number that no operation made. */
    public int leaf(String name, double value, boolean differentiated) {
        return add(name, "", value, NONE, NO_NUMBERS, NO_NUMBERS, differentiated);
    }

    /** The result of an operation. */
    public int operation(
            String name, String rule, double value, int[] nodes, double[] operandValues, double[] partials) {
        if (++steps > MOST_STEPS) {
            throw new IllegalStateException("the trace of " + method + " has more than " + MOST_STEPS
                    + " steps; trace a smaller piece: less data, fewer iterations, or a helper of its own"
                    + " with @Differentiable(forms = Form.TRACE)");
        }
        boolean isActive = false;
        for (int i = 0; i < nodes.length; i++) {
            isActive |= active[nodes[i]];
        }
        return add(name.isEmpty() ? null : name, rule, value, nodes, operandValues, partials, isActive);
    }

    private int add(
            String name,
            String rule,
            double value,
            int[] nodes,
            double[] operandValues,
            double[] partials,
            boolean isActive) {
        int node = names.size();
        names.add(name);
        rules.add(rule);
        operands.add(nodes);
        this.operandValues.add(operandValues);
        this.partials.add(partials);
        statements.add(statement);
        if (node == values.length) {
            values = Arrays.copyOf(values, 2 * node);
            active = Arrays.copyOf(active, 2 * node);
        }
        values[node] = value;
        active[node] = isActive;
        if (name != null) {
            note(name, node);
        }
        return node;
    }
}
