package dev.leibniz.runtime.complex;

/**
 * The gradients of a function of two complex numbers.
 *
 * @param a by the object
 * @param b by the argument
 * @since 0.1.0
 */
public record Gradients(Parts a, Parts b) {}
