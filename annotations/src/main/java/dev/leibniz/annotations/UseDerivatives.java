package dev.leibniz.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the classes whose {@link DerivativeOf} and {@link TangentOf} rules apply to the differentiable methods of
 * this class.
 *
 * <pre>{@code
 * @UseDerivatives(SpecialRules.class)
 * final class Model {
 *     @Differentiable
 *     static double blur(double x) {
 *         return 0.5 * (1 + Erf.erf(x / Math.sqrt(2)));
 *     }
 * }
 * }</pre>
 *
 * <p>On a class of library functions it names the rules for those functions, which then apply wherever they are
 * called; {@code dev.leibniz.runtime} does so, and its rules need not be named by users. A rule that the calling
 * class names has precedence.
 *
 * @since 0.1.0
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface UseDerivatives {

    /**
     * The classes that hold the rules.
     *
     * @return at least one class with {@link DerivativeOf} or {@link TangentOf} methods
     */
    Class<?>[] value();
}
