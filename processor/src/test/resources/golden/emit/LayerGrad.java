package com.acme;

import dev.leibniz.annotations.GeneratedDerivatives;
import dev.leibniz.runtime.arrays.Buffers;
import dev.leibniz.runtime.arrays.RecordText;
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
     * Computes {@code Model.score} and a cotangent times its Jacobian (reverse mode).
     *
     * @param layer as in {@code Model.score}; it is not modified
     * @param cotangent the weight of the result
     * @return the value and the gradient, under the names of the parameters
     */
    public static ScoreGrad scoreVjp(Layer layer, double cotangent) {
        return scoreVjpInto(layer, cotangent, new Layer(new double[layer.weights().length], 0,
                layer.size(), 0, Buffers.zerosLike(layer.fixed())));
    }

    /**
     * Computes {@code Model.score}, and adds a cotangent times its Jacobian to the buffers.
     *
     * @param layer as in {@code Model.score}; it is not modified
     * @param cotangent the weight of the result
     * @param layerBuffer the gradient with respect to {@code layer} is added to it; of the same shape
     * @return the value and the gradient, which holds the buffers themselves
     */
    public static ScoreGrad scoreVjpInto(Layer layer, double cotangent, Layer layerBuffer) {
        double[] layerWeights = layer.weights();
        double layerBias = layer.bias();
        double[] layerBufferWeights = layerBuffer.weights();
        double s = layerWeights[0] + layerWeights[1];
        double t = cotangent * layerBias;
        layerBufferWeights[0] += t;
        layerBufferWeights[1] += t;
        return new ScoreGrad(s * layerBias, new Layer(layerBuffer.weights(),
                layerBuffer.bias() + cotangent * s, layerBuffer.size(), layerBuffer.rate(),
                layerBuffer.fixed()));
    }

    /**
     * The value of {@code Model.score} and its gradient.
     *
     * @param value the value
     * @param layer the gradient with respect to {@code layer}, of its shape
     */
    public record ScoreGrad(double value, Layer layer) {
        @Override
        public String toString() {
            return "ScoreGrad[value=" + value + ", layer=" + RecordText.of(layer) + "]";
        }
    }
}
