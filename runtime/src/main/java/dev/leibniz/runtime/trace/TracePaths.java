package dev.leibniz.runtime.trace;

import java.util.ArrayList;
import java.util.List;

/** The ways on which the derivative passes from the result of a trace to one of its steps. */
public final class TracePaths {
    private static final int MOST = 100;

    private final TraceGraph graph;
    private final List<List<TraceGraph.Use>> found = new ArrayList<>();

    public TracePaths(TraceGraph graph) {
        this.graph = graph;
    }

    /** The uses along each way, from the result on. */
    public List<List<TraceGraph.Use>> to(int node) {
        back(node, graph.isPassedOver(node), List.of());
        return found;
    }

    private void back(int node, boolean isAlongAll, List<TraceGraph.Use> rest) {
        if (node == graph.result()) {
            found.add(rest);
            return;
        }
        for (TraceGraph.Use use : graph.uses(node)) {
            boolean passes = isAlongAll || !Double.isNaN(graph.contribution(use, node));
            if (passes && found.size() < MOST) {
                List<TraceGraph.Use> longer = new ArrayList<>(List.of(use));
                longer.addAll(rest);
                back(use.user(), isAlongAll && graph.isPassedOver(use.user()), longer);
            }
        }
    }
}
