package dev.leibniz.explain;

import dev.leibniz.page.Html;
import dev.leibniz.runtime.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.KVectorChain;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.core.util.ElkUtil;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * The computational graph: values and gradients on the nodes, derivatives on the edges. Large graphs are folded: the elements of an
 * array that one statement gives values to are one node. The Eclipse Layout Kernel says where things are.
 */
final class GraphSection {
    /** Of more steps than this, those of one array are one node. */
    private static final int MOST = 80;

    private static final double LINE = 17;
    private static final double LETTER = 7.4;

    /** What is drawn as one node. */
    private static final class Node {
        private final List<Trace.Step> steps = new ArrayList<>();
        private ElkNode placed;
    }

    private final Trace trace;

    GraphSection(Trace trace) {
        this.trace = trace;
    }

    String html() {
        List<Trace.Step> active =
                trace.steps().stream().filter(Trace.Step::isActive).toList();
        boolean isFolded = active.size() > MOST;
        Map<String, Node> nodes = isFolded
                ? folded(active, true)
                : nodes(active, active.stream().map(Trace.Step::name).toList());
        if (isFolded && nodes.size() > MOST) {
            nodes = folded(active, false);
        }
        Map<String, Node> byStep = new LinkedHashMap<>();
        nodes.values().forEach(node -> node.steps.forEach(step -> byStep.put(step.name(), node)));
        ElkNode graph = laidOut(nodes, byStep, isFolded);
        StringBuilder html = new StringBuilder("<p>")
                .append(isFolded ? "Elements of one array are one node here. " : "")
                .append(
                        "Forward from left to right; ∂ is the derivative of the result."
                                + "</p>\n<div class=\"tools\"><button type=\"button\" data-zoom=\"1.25\">Larger</button>"
                                + "<button type=\"button\" data-zoom=\"0.8\">Smaller</button>"
                                + "<button type=\"button\" data-zoom=\"0\">All</button></div>\n<div class=\"graph scroll\" tabindex=\"0\">\n")
                .append(String.format(
                        Locale.ROOT,
                        "<svg viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\" role=\"img\" aria-label=\"Computational graph\">%n",
                        graph.getWidth(),
                        graph.getHeight(),
                        graph.getWidth(),
                        graph.getHeight()))
                .append(
                        "<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\""
                                + " orient=\"auto\"><path d=\"M0 0L8 4L0 8z\"/></marker></defs>\n");
        graph.getContainedEdges().forEach(edge -> edge(edge, html));
        nodes.values().forEach(node -> node(node, html));
        return html.append("</svg>\n</div>\n").toString();
    }

    /**
     * What one statement gives to the elements of one array, as one node.
     *
     * @param byCall whether each call of a helper has nodes of its own
     */
    private static Map<String, Node> folded(List<Trace.Step> steps, boolean byCall) {
        List<String> keys = new ArrayList<>();
        int calls = 0;
        for (int i = 0; i < steps.size(); i++) {
            Trace.Step step = steps.get(i);
            calls += i > 0 && !step.calls().equals(steps.get(i - 1).calls()) ? 1 : 0;
            keys.add(stem(step.name()) + " " + step.line() + step.calls() + (byCall ? calls : ""));
        }
        return nodes(steps, keys);
    }

    private static Map<String, Node> nodes(List<Trace.Step> steps, List<String> keys) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            nodes.computeIfAbsent(keys.get(i), key -> new Node()).steps.add(steps.get(i));
        }
        return nodes;
    }

    private static String stem(String name) {
        String plain = name.replaceAll("@\\d+$", "");
        int bracket = plain.indexOf('[');
        return bracket < 0 ? plain : plain.substring(0, bracket);
    }

    private static ElkNode laidOut(Map<String, Node> nodes, Map<String, Node> byStep, boolean isFolded) {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, "org.eclipse.elk.layered");
        graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        graph.setProperty(CoreOptions.SPACING_NODE_NODE, 16.0);
        for (Node node : nodes.values()) {
            node.placed = ElkGraphUtil.createNode(graph);
            int longest = label(node).stream().mapToInt(String::length).max().orElse(1);
            node.placed.setDimensions(longest * LETTER + 18, label(node).size() * LINE + 10);
        }
        Map<String, ElkEdge> edges = new LinkedHashMap<>();
        for (Node node : nodes.values()) {
            for (Trace.Step step : node.steps) {
                for (Trace.Factor factor : step.factors()) {
                    Node from = byStep.get(factor.by());
                    String key = System.identityHashCode(from) + " " + System.identityHashCode(node);
                    if (from != null && from != node && !edges.containsKey(key)) {
                        ElkEdge edge = ElkGraphUtil.createSimpleEdge(from.placed, node.placed);
                        edges.put(key, edge);
                        if (!isFolded) {
                            ElkLabel label = ElkGraphUtil.createLabel(number(factor.value()), edge);
                            label.setDimensions(label.getText().length() * 6.4 + 4, 13);
                        }
                    }
                }
            }
        }
        new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
        return graph;
    }

    private static List<String> label(Node node) {
        Trace.Step first = node.steps.get(0);
        if (node.steps.size() == 1) {
            return List.of(first.name() + " = " + number(first.value()), "∂ " + number(first.gradient()));
        }
        double norm = 0;
        for (Trace.Step step : node.steps) {
            norm = Math.hypot(norm, step.gradient());
        }
        return List.of(stem(first.name()) + "[…] (" + node.steps.size() + ")", "‖∂‖ " + number(norm));
    }

    private static void node(Node node, StringBuilder html) {
        Trace.Step first = node.steps.get(0);
        ElkNode placed = node.placed;
        List<String> label = label(node);
        html.append(String.format(
                Locale.ROOT,
                "<g class=\"node%s\" tabindex=\"0\"%s><title>%s</title><rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%d\"/>",
                first.isInput() ? " input" : "",
                first.line() > 0 ? " data-line=\"" + first.line() + "\"" : "",
                Html.escaped(first.name() + " = " + first.formula()),
                placed.getX(),
                placed.getY(),
                placed.getWidth(),
                placed.getHeight(),
                first.isInput() ? 14 : 4));
        for (int i = 0; i < label.size(); i++) {
            html.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\" class=\"%s\">%s</text>",
                    placed.getX() + placed.getWidth() / 2,
                    placed.getY() + LINE * (i + 1),
                    i == 0 ? "value" : "gradient",
                    Html.escaped(label.get(i))));
        }
        html.append("</g>\n");
    }

    private static void edge(ElkEdge edge, StringBuilder html) {
        edge.getSections().forEach(section -> {
            KVectorChain points = ElkUtil.createVectorChain(section);
            StringBuilder path = new StringBuilder();
            points.forEach(point -> path.append(
                    String.format(Locale.ROOT, "%s%.1f %.1f", path.length() == 0 ? "M" : "L", point.x, point.y)));
            html.append("<path class=\"edge\" d=\"").append(path).append("\" marker-end=\"url(#arrow)\"/>\n");
        });
        edge.getLabels()
                .forEach(label -> html.append(String.format(
                        Locale.ROOT,
                        "<text class=\"factor\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                        label.getX() + label.getWidth() / 2,
                        label.getY() + 10,
                        Html.escaped(label.getText()))));
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3g", value);
        boolean hasZeros = text.contains(".") && !text.contains("e");
        String plain = hasZeros ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
        return plain.startsWith("-") ? "−" + plain.substring(1) : plain;
    }
}
