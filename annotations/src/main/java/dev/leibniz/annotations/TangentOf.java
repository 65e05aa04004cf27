package dev.leibniz.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that this static method <em>is</em> the forward-mode derivative of another method, whose body is then never
 * looked into.
 *
 * <p>Its parameters are those of the other method, followed by one tangent for each differentiable parameter, in order and with that
 * parameter's type. It returns the tangent of the result, Jacobian times tangents, with the result's type.
 *
 * <pre>{@code
 * final class SpecialRules {
 *     @TangentOf(value = "weighted", owner = Library.class)
 *     static double[] weighted(double[] a, double w, double[] aTangent, double wTangent) { ... }
 * }
 * }</pre>
 *
 * <p>What {@link DerivativeOf} says of constants, of overloads, of {@link UseDerivatives} and of second derivatives
 * holds here, too. A method may have a rule for each mode. If it has only one, the other mode is obtained by
 * differentiating that rule with respect to its tangents or cotangent, in which it is linear; for this, the rule has
 * to be in the same file as the calling method, or to be {@link Differentiable}.
 *
 * @since 0.1.0
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface TangentOf {

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
