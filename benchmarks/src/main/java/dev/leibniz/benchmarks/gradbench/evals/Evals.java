package dev.leibniz.benchmarks.gradbench.evals;

import dev.leibniz.benchmarks.gradbench.protocol.Eval;
import java.util.Map;

/** The list of the evals. */
public final class Evals {
    private Evals() {}

    /** All evals by the names of their modules. */
    public static Map<String, Eval> byModule() {
        return Map.ofEntries(
                Map.entry("hello", new HelloEval()),
                Map.entry("llsq", new LlsqEval()),
                Map.entry("lse", new LseEval()),
                Map.entry("det", new DetEval()),
                Map.entry("ode", new OdeEval()),
                Map.entry("gmm", new GmmEval()),
                Map.entry("lstm", new LstmEval()),
                Map.entry("ba", new BundleAdjustmentEval()),
                Map.entry("ht", new HandTrackingEval()),
                Map.entry("kmeans", new KMeansEval()),
                Map.entry("particle", new ParticleEval()),
                Map.entry("saddle", new SaddleEval()));
    }
}
