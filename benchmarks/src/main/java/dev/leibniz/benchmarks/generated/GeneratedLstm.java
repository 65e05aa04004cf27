package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.problems.LstmGrad;
import dev.leibniz.benchmarks.results.LstmGradient;

/** The gradient of {@link dev.leibniz.benchmarks.problems.Lstm}. */
public final class GeneratedLstm {
    private GeneratedLstm() {}

    /** Returns the gradient by both kinds of parameters. */
    public static LstmGradient gradient(
            double[][] mainParams, double[][] extraParams, double[][] state, double[][] sequence) {
        LstmGrad.ObjectiveGrad grad = LstmGrad.objectiveGrad(mainParams, extraParams, state, sequence);
        return new LstmGradient(grad.mainParams(), grad.extraParams());
    }
}
