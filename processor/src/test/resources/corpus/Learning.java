package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import dev.leibniz.runtime.Activations;

/** Models and losses. */
public final class Learning {
    private Learning() {}

    private static double sum(double[] a) {
        double s = 0;
        for (double x : a) {
            s += x;
        }
        return s;
    }

    private static double logSum(double[] a) {
        double s = 0;
        for (double x : a) {
            s += Math.exp(x);
        }
        return Math.log(s);
    }

    @Differentiable
    static double logistic(double[] w, @NoDerivative double[][] x, @NoDerivative boolean[] y) {
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            double z = 0;
            for (int j = 0; j < w.length; j++) {
                z += w[j] * x[i][j];
            }
            loss += Activations.softplus(y[i] ? -z : z);
        }
        return loss / x.length;
    }

    @Differentiable
    static double lstmCell(double[] w, double[] h, double[] c, double[] x) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            double forget = Activations.sigmoid(w[0] * x[i] + h[i]);
            double input = Activations.sigmoid(w[1] * x[i] + h[i]);
            double output = Activations.sigmoid(w[2] * x[i] + h[i]);
            double change = Math.tanh(w[3] * x[i] + h[i]);
            double state = forget * c[i] + input * change;
            s += output * Math.tanh(state);
        }
        return s;
    }

    @Differentiable
    static double recurrent(double[][] w, double[] x) {
        double[] h = new double[w.length];
        for (double input : x) {
            double[] next = new double[h.length];
            for (int i = 0; i < h.length; i++) {
                double z = input;
                for (int j = 0; j < h.length; j++) {
                    z += w[i][j] * h[j];
                }
                next[i] = Math.tanh(z);
            }
            h = next;
        }
        return sum(h);
    }

    @Differentiable
    static double mixtureOfGaussians(double[] weights, double[] means, double[] logScales, double[] x) {
        double total = 0;
        double[] terms = new double[weights.length];
        for (double e : x) {
            double most = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < weights.length; k++) {
                double z = (e - means[k]) * Math.exp(-logScales[k]);
                terms[k] = weights[k] - logScales[k] - 0.5 * z * z;
                most = Math.max(most, terms[k]);
            }
            double s = 0;
            for (double t : terms) {
                s += Math.exp(t - most);
            }
            total += most + Math.log(s);
        }
        return total - x.length * logSum(weights);
    }

    @Differentiable
    static double kMeans(double[] centres, double[] x) {
        double s = 0;
        for (double e : x) {
            double best = Double.POSITIVE_INFINITY;
            for (double c : centres) {
                best = Math.min(best, (e - c) * (e - c));
            }
            s += best;
        }
        return s;
    }

    @Differentiable
    static double convolution(double[] a, double[] kernel) {
        double s = 0;
        for (int i = 0; i + 2 < a.length + 2; i++) {
            double z = 0;
            for (int k = 0; k < 3; k++) {
                int at = i + k - 1;
                if (at >= 0 && at < a.length) {
                    z += a[at] * kernel[k];
                }
            }
            s += Math.max(0, z) * z;
        }
        return s;
    }

    @Differentiable
    static double layerNorm(double[] a, double gain) {
        double mean = sum(a) / a.length;
        double variance = 0;
        for (double x : a) {
            variance += (x - mean) * (x - mean) / a.length;
        }
        double scale = gain / Math.sqrt(variance + 1e-3);
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += (i + 1) * Math.sin((a[i] - mean) * scale);
        }
        return s;
    }

    @Differentiable
    static double hiddenMarkov(double[][] transition, double[] emission) {
        double[] alpha = {0.4, 0.3, 0.2, 0.1};
        double logLikelihood = 0;
        for (int t = 0; t < 3; t++) {
            double[] next = new double[alpha.length];
            double total = 0;
            for (int j = 0; j < alpha.length; j++) {
                for (int i = 0; i < alpha.length; i++) {
                    next[j] += alpha[i] * Math.exp(transition[i][j]);
                }
                next[j] *= Math.exp(emission[j] * t);
                total += next[j];
            }
            for (int j = 0; j < alpha.length; j++) {
                next[j] /= total;
            }
            logLikelihood += Math.log(total);
            alpha = next;
        }
        return logLikelihood;
    }

    @Differentiable
    static double dropout(double[] w, @NoDerivative boolean[] keep, double rate) {
        double s = 0;
        for (int i = 0; i < w.length; i++) {
            s += keep[i] ? w[i] * w[i] / (2 + rate) : 0;
        }
        return Math.sqrt(s + 0.5);
    }

    @Differentiable
    static double gradientDescent(double w, double rate) {
        for (int i = 0; i < 5; i++) {
            double slope = 2 * (w - 3) + Math.cos(w);
            w -= rate * 0.1 * slope;
        }
        return w * w;
    }
}
