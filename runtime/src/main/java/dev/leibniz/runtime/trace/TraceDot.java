package dev.leibniz.runtime.trace;

/** Prints a trace as a graph in the language of Graphviz. */
public final class TraceDot {
    private final TraceGraph graph;
    private final int digits;

    public TraceDot(TraceGraph graph, int digits) {
        this.graph = graph;
        this.digits = digits;
    }

    public String print() {
        StringBuilder text = new StringBuilder("digraph ")
                .append(quoted(graph.method()))
                .append(" {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n");
        for (int node : graph.shown()) {
            if (graph.isActive(node)) {
                String label = graph.label(node) + " = " + rounded(graph.value(node)) + "\n∂ = "
                        + rounded(graph.gradient(node));
                text.append("  n")
                        .append(node)
                        .append(" [label=")
                        .append(quoted(label))
                        .append(graph.isLeaf(node) ? ", shape=ellipse" : "")
                        .append("];\n");
            }
        }
        for (int node : graph.shown()) {
            if (graph.isActive(node) && !graph.isLeaf(node)) {
                graph.factors(node).forEach(factor -> edge(node, factor, text));
            }
        }
        return text.append("}\n").toString();
    }

    private void edge(int node, TraceGraph.Factor factor, StringBuilder text) {
        boolean isPassed = factor.isPassed();
        text.append("  n")
                .append(factor.operand())
                .append(" -> n")
                .append(node)
                .append(" [label=")
                .append(quoted(rounded(isPassed ? factor.passed() : factor.partial())))
                .append(isPassed && !factor.isDirect() ? ", style=dashed" : "")
                .append("];\n");
    }

    private String rounded(double number) {
        return TraceNumbers.rounded(number, digits);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
