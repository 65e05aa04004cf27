package dev.leibniz.benchmarks.handwritten;

import dev.leibniz.benchmarks.results.LstmGradient;

/**
 * The gradient of {@link dev.leibniz.benchmarks.problems.Lstm}. Of each step it keeps what was dear (the gates, the two
 * hyperbolic tangents, the softmax) and the cell states; everything else is arithmetic and done again.
 */
public final class HandWrittenLstm {
    private final double[][] mainParams;
    private final double[][] extraParams;
    private final double[][] state;
    private final double[][] sequence;
    private final int layers;
    private final int bits;
    private final int predictions;

    /** For each step and layer {@code bits} numbers, as are the following. */
    private final double[] forget;

    private final double[] ingate;
    private final double[] outgate;
    private final double[] change;
    private final double[] cellTanh;
    private final double[] cell;

    /** For each step {@code bits} numbers. */
    private final double[] probability;

    private HandWrittenLstm(double[][] mainParams, double[][] extraParams, double[][] state, double[][] sequence) {
        this.mainParams = mainParams;
        this.extraParams = extraParams;
        this.state = state;
        this.sequence = sequence;
        layers = mainParams.length / 2;
        bits = extraParams[0].length;
        predictions = sequence.length - 1;
        int size = predictions * layers * bits;
        forget = new double[size];
        ingate = new double[size];
        outgate = new double[size];
        change = new double[size];
        cellTanh = new double[size];
        cell = new double[size];
        probability = new double[predictions * bits];
    }

    /** Returns the gradient by both kinds of parameters. */
    public static LstmGradient gradient(
            double[][] mainParams, double[][] extraParams, double[][] state, double[][] sequence) {
        HandWrittenLstm sweeps = new HandWrittenLstm(mainParams, extraParams, state, sequence);
        sweeps.forward();
        return sweeps.backward();
    }

    private void forward() {
        double[] flow = new double[bits];
        for (int t = 0; t < predictions; t++) {
            double[] character = sequence[t];
            double[] inputScale = extraParams[0];
            for (int j = 0; j < bits; j++) {
                flow[j] = character[j] * inputScale[j];
            }
            for (int i = 0; i < layers; i++) {
                forwardLayer(t, i, flow);
            }
            double[] scale = extraParams[1];
            double[] bias = extraParams[2];
            double sum = 2;
            for (int j = 0; j < bits; j++) {
                double e = Math.exp(flow[j] * scale[j] + bias[j]);
                probability[t * bits + j] = e;
                sum += e;
            }
            for (int j = 0; j < bits; j++) {
                probability[t * bits + j] /= sum;
            }
        }
    }

    private void forwardLayer(int t, int layer, double[] flow) {
        double[] weight = mainParams[2 * layer];
        double[] bias = mainParams[2 * layer + 1];
        int at = (t * layers + layer) * bits;
        for (int j = 0; j < bits; j++) {
            double in = flow[j];
            double h = hiddenBefore(t, layer, j);
            double f = 1 / (1 + Math.exp(-(in * weight[j] + bias[j])));
            double g = 1 / (1 + Math.exp(-(h * weight[bits + j] + bias[bits + j])));
            double o = 1 / (1 + Math.exp(-(in * weight[2 * bits + j] + bias[2 * bits + j])));
            double a = Math.tanh(h * weight[3 * bits + j] + bias[3 * bits + j]);
            double c = cellBefore(t, layer, j) * f + g * a;
            double tanh = Math.tanh(c);
            forget[at + j] = f;
            ingate[at + j] = g;
            outgate[at + j] = o;
            change[at + j] = a;
            cell[at + j] = c;
            cellTanh[at + j] = tanh;
            flow[j] = o * tanh;
        }
    }

    private double hiddenBefore(int t, int layer, int j) {
        int before = ((t - 1) * layers + layer) * bits + j;
        return t == 0 ? state[2 * layer][j] : outgate[before] * cellTanh[before];
    }

    private double cellBefore(int t, int layer, int j) {
        return t == 0 ? state[2 * layer + 1][j] : cell[((t - 1) * layers + layer) * bits + j];
    }

    private LstmGradient backward() {
        double[][] mainBar = new double[2 * layers][4 * bits];
        double[][] extraBar = new double[3][bits];
        double[][] hiddenBar = new double[layers][bits];
        double[][] cellBar = new double[layers][bits];
        double[] flowBar = new double[bits];
        double totalBar = -1.0 / (bits * predictions);
        for (int t = predictions - 1; t >= 0; t--) {
            double[] target = sequence[t + 1];
            double targets = 0;
            for (int j = 0; j < bits; j++) {
                targets += target[j];
            }
            int last = (t * layers + layers - 1) * bits;
            for (int j = 0; j < bits; j++) {
                double yBar = totalBar * (target[j] - targets * probability[t * bits + j]);
                extraBar[1][j] += yBar * outgate[last + j] * cellTanh[last + j];
                extraBar[2][j] += yBar;
                flowBar[j] = yBar * extraParams[1][j];
            }
            for (int i = layers - 1; i >= 0; i--) {
                backwardLayer(t, i, hiddenBar[i], cellBar[i], flowBar, mainBar[2 * i], mainBar[2 * i + 1]);
            }
            double[] character = sequence[t];
            for (int j = 0; j < bits; j++) {
                extraBar[0][j] += flowBar[j] * character[j];
            }
        }
        return new LstmGradient(mainBar, extraBar);
    }

    private void backwardLayer(
            int t,
            int layer,
            double[] hiddenBar,
            double[] cellBar,
            double[] flowBar,
            double[] weightBar,
            double[] biasBar) {
        double[] weight = mainParams[2 * layer];
        int at = (t * layers + layer) * bits;
        for (int j = 0; j < bits; j++) {
            double f = forget[at + j];
            double g = ingate[at + j];
            double o = outgate[at + j];
            double a = change[at + j];
            double tanh = cellTanh[at + j];
            double h = hiddenBefore(t, layer, j);
            double in =
                    layer == 0 ? sequence[t][j] * extraParams[0][j] : outgate[at - bits + j] * cellTanh[at - bits + j];

            double hBar = hiddenBar[j] + flowBar[j];
            double cBar = cellBar[j] + hBar * o * (1 - tanh * tanh);
            double outBar = hBar * tanh * o * (1 - o);
            double forgetBar = cBar * cellBefore(t, layer, j) * f * (1 - f);
            double inBar = cBar * a * g * (1 - g);
            double changeBar = cBar * g * (1 - a * a);
            weightBar[j] += forgetBar * in;
            weightBar[bits + j] += inBar * h;
            weightBar[2 * bits + j] += outBar * in;
            weightBar[3 * bits + j] += changeBar * h;
            biasBar[j] += forgetBar;
            biasBar[bits + j] += inBar;
            biasBar[2 * bits + j] += outBar;
            biasBar[3 * bits + j] += changeBar;
            cellBar[j] = cBar * f;
            hiddenBar[j] = inBar * weight[bits + j] + changeBar * weight[3 * bits + j];
            flowBar[j] = forgetBar * weight[j] + outBar * weight[2 * bits + j];
        }
    }
}
