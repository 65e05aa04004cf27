package dev.leibniz.benchmarks.results;

/** The gradient of the network's loss, each part in the shape of its parameter. */
public record MlpGradient(double[][] hidden, double[] hiddenBias, double[][] output, double[] outputBias) {}
