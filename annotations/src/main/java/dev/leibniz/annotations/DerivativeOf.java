package dev.leibniz.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that this static method <em>is</em> the reverse-mode derivative of another method, whose body is then never
 * looked into. The annotated method is called a rule.
 *
 * <p>Its parameters are those of the other method, followed by one cotangent of the type of the other's result. It returns
 * cotangent times Jacobian: the gradient of the one differentiable parameter, with that parameter's type and shape, or a
 * record with one component per differentiable parameter, in order and with their names.
 *
 * <pre>{@code
 * final class SpecialRules {
 *     @DerivativeOf(value = "erf", owner = Erf.class)
 *     static double erf(double x, double cotangent) {
 *         return cotangent * 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
 *     }
 *
 *     record DistanceGrad(double[] a, double[] b) {}
 *
 *     @DerivativeOf(value = "distance", owner = Geometry.class)
 *     static DistanceGrad distance(double[] a, double[] b, double cotangent) { ... }
 * }
 *
 * @UseDerivatives(SpecialRules.class)
 * final class Model { ... }  // may call Erf.erf and Geometry.distance
 * }</pre>
 *
 * <p>A parameter that is {@link NoDerivative} in the rule, or in the other method, is a constant: the rule returns no
 * gradient for it, and calls must pass a constant for it.
 *
 * <p>A rule for a method of its own class needs no {@link UseDerivatives}. The rule has to be visible from the class
 * that calls the method, and must not change its arguments. Overloads of the other method are told apart by the
 * parameters of the rule.
 *
 * <p>For second derivatives the rule itself is differentiated. If it is in another file than the calling method,
 * annotate it with {@link Differentiable}, too.
 *
 * @since 0.1.0
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface DerivativeOf {

    /**
     * The method that this is the derivative of.
     *
     * @return its simple name
     */
    String value();

    /**
     * The class that the other method is declared in.
     *
     * @return the class; {@code void.class}, the default, stands for the class that this rule is in
     */
    Class<?> owner() default void.class;
}
