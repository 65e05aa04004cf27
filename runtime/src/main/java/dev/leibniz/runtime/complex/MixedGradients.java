package dev.leibniz.runtime.complex;

/**
 * The gradients of a function of a complex and a real number.
 *
 * @param z by the object
 * @param a by the argument
 * @since 0.1.0
 */
public record MixedGradients(Parts z, double a) {}
