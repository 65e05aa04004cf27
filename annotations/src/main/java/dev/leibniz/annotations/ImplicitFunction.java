package dev.leibniz.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that this static method finds <i>x</i> with <i>F(x, θ…) = 0</i>, by whatever means, where θ… are its
 * parameters. Its body is never looked into, and may call libraries, use objects, catch exceptions. It is
 * differentiated by the implicit function theorem: <i>ẋ = −(∂F/∂x)⁻¹ ∂F/∂θ θ̇</i> in forward mode, and the transpose
 * of that in reverse mode.
 *
 * <pre>{@code
 * @ImplicitFunction(residual = "keplersEquation")
 * static double eccentricAnomaly(double meanAnomaly, double eccentricity) {
 *     return new BrentSolver().solve(100, e -> keplersEquation(e, meanAnomaly, eccentricity), 0, 7);
 * }
 *
 * static double keplersEquation(double x, double meanAnomaly, double eccentricity) {
 *     return x - eccentricity * Math.sin(x) - meanAnomaly;
 * }
 * }</pre>
 *
 * <p>The method returns a {@code double} or a {@code double[]}. <i>F</i> is a static method in the same source file
 * that takes <i>x</i>, then the same parameters, and returns as many numbers as <i>x</i> has. Mark parameters that do
 * not change the solution, such as a first guess or a tolerance, as {@link NoDerivative}.
 *
 * <p>Where ∂F/∂x is singular, the derivative throws an {@link ArithmeticException} that names the method. With
 * assertions enabled, the derivative checks that <i>x</i> solves the equation.
 *
 * @since 0.1.0
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ImplicitFunction {

    /**
     * The method F.
     *
     * @return its simple name
     */
    String residual();

    /**
     * The class that F is declared in, in the same source file.
     *
     * @return the class; {@code void.class}, the default, stands for the class that this method is in
     */
    Class<?> owner() default void.class;

    /**
     * The method of solving linear systems with ∂F/∂x.
     *
     * @return the solver
     */
    Solver solver() default Solver.LU;
}
