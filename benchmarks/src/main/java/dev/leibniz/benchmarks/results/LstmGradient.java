package dev.leibniz.benchmarks.results;

/** The gradient of the memory's loss, each part in the shape of its parameter. */
public record LstmGradient(double[][] mainParams, double[][] extraParams) {}
