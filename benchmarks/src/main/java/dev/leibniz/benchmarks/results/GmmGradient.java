package dev.leibniz.benchmarks.results;

/** The gradient of the mixture model's log posterior, each part in the shape of its parameter. */
public record GmmGradient(double[] alpha, double[][] mu, double[][] q, double[][] l) {}
