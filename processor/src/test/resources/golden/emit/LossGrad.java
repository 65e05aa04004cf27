package com.acme;

import dev.leibniz.annotations.GeneratedDerivatives;
import dev.leibniz.runtime.arrays.RecordText;
import java.io.Serializable;
import javax.annotation.processing.Generated;

/**
 * Derivatives of the methods of {@code Model}, generated from its source.
 */
@GeneratedDerivatives
@Generated("dev.leibniz.processor.DifferentiableProcessor")
public final class ModelGrad {
    private ModelGrad() {
    }

    /**
     * Computes {@code Model.loss} and its gradient.
     *
     * @param w as in {@code Model.loss}; it is not modified
     * @param x as in {@code Model.loss}; it is not modified
     * @return the value and the gradient, under the names of the parameters
     */
    public static LossGrad lossGrad(double[] w, double x) {
        return lossGradInto(w, x, new double[w.length]);
    }

    /**
     * Computes {@code Model.loss}, and adds its gradient to the buffers.
     *
     * @param w as in {@code Model.loss}; it is not modified
     * @param x as in {@code Model.loss}; it is not modified
     * @param wBuffer the gradient with respect to {@code w} is added to it; of the same shape
     * @return the value and the gradient, which holds the buffers themselves
     */
    public static LossGrad lossGradInto(double[] w, double x, double[] wBuffer) {
        double s = 0;
        for (int i = 0; i < w.length; i++) {
            s += w[i] * w[i] * x;
        }

        // backward
        // return Math.sin(s);
        double ds = Math.cos(s);
        double dx = 0;
        // for (int i = 0; i < w.length; i++)
        for (int i = w.length - 1; i >= 0; i--) {
            // s += w[i] * w[i] * x;
            double wi = w[i];
            wBuffer[i] += 2 * wi * x * ds;
            dx += wi * wi * ds;
        }
        return new LossGrad(Math.sin(s), wBuffer, dx);
    }

    /**
     * The value of {@code Model.loss} and its gradient.
     *
     * @param value the value
     * @param w the gradient with respect to {@code w}, of its shape
     * @param x the gradient with respect to {@code x}, of its shape
     */
    @SuppressWarnings({"all", "ArrayRecordComponent"})
    public record LossGrad(double value, double[] w, double x) implements Serializable {
        @Override
        public String toString() {
            return "LossGrad[value=" + value + ", w=" + RecordText.of(w) + ", x=" + x + "]";
        }
    }
}
