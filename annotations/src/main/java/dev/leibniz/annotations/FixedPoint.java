package dev.leibniz.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that this static method finds the fixed point <i>x = G(x, θ…)</i>, by whatever means, where θ… are its
 * parameters. Everything else is as for an {@link ImplicitFunction} with <i>F = x − G</i>.
 *
 * <pre>{@code
 * @FixedPoint(map = "step")
 * static double[] layer(double[] input, double[][] weights) { ... }
 *
 * static double[] step(double[] x, double[] input, double[][] weights) { ... }
 * }</pre>
 *
 * <p>By default, the linear systems are solved by iterating the derivative of <i>G</i> until it converges. This needs
 * no matrix, and converges about as fast as iterating <i>G</i> itself.
 *
 * @since 0.1.0
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface FixedPoint {

    /**
     * The method G.
     *
     * @return its simple name
     */
    String map();

    /**
     * The class that G is declared in, in the same source file.
     *
     * @return the class; {@code void.class}, the default, stands for the class that this method is in
     */
    Class<?> owner() default void.class;

    /**
     * When the iteration for a derivative stops: no number changes by more than this, relative to the largest.
     *
     * @return a positive number
     */
    double tolerance() default 1e-12;

    /**
     * The method of solving linear systems with the matrix 1 − ∂G/∂x.
     *
     * @return the solver
     */
    Solver solver() default Solver.ITERATION;
}
