package dev.leibniz.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that something is a constant to the chain rule.
 *
 * <p>On a <b>parameter</b>, or on a <b>component of a record</b>, no gradient is computed and none is returned. Use
 * it for data, labels and hyperparameters.
 *
 * <p>On a <b>static method</b>, its result is a constant wherever a differentiable method calls it (a stop-gradient).
 * Its body may be anything: it may call libraries, use collections, catch exceptions. Its side effects, such as
 * printing or drawing a random number, happen once for each call, in order. The method must not write to an array
 * through which derivatives flow.
 *
 * <pre>{@code
 * record Layer(double[][] weights, double[] bias, @NoDerivative double dropout) {}
 *
 * @NoDerivative
 * static double detached(double x) {
 *     return x;
 * }
 *
 * @Differentiable
 * static double surprise(double x) {
 *     return x * detached(x);  // derivative: x, not 2x
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface NoDerivative {}
