package dev.leibniz.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that another method undoes this static method. A loop that makes its steps with it stores nothing; the
 * backward sweep runs the inverse to reconstruct each state from the one after it. So the memory of a gradient does
 * not grow with the number of steps.
 *
 * <p>The first parameter is the state: a number, an array or a record of these. The method returns the next state, or
 * it is {@code void} and changes the arrays of the state in place. {@link #inverse()} is a static method of the same
 * class with the same parameters and result, which computes the previous state. Both get the same values for the
 * other parameters.
 *
 * <pre>{@code
 * @Reversible(inverse = "back")
 * static State leapfrog(State s, double dt) {
 *     double v = s.v() - dt * Math.sin(s.x());
 *     return new State(s.x() + dt * v, v);
 * }
 *
 * static State back(State s, double dt) {
 *     double x = s.x() - dt * s.v();
 *     return new State(x, s.v() + dt * Math.sin(x));
 * }
 *
 * for (int i = 0; i < steps; i++) {
 *     s = leapfrog(s, dt);
 * }
 * }</pre>
 *
 * <p>The reconstructed state differs from the original one by rounding, and so does the gradient. With assertions
 * enabled, generated code checks that a step from the reconstructed state ends where it should; if not, an {@link
 * AssertionError} names the method.
 *
 * <p>The call has to stand directly in the body of the loop, not in a branch. If the body changes other variables,
 * the derivative must not need their earlier values; sums, for example, are fine. Otherwise the compiler warns, and
 * the values that are needed are stored.
 *
 * @since 0.1.0
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Reversible {

    /**
     * The name of the method that computes the previous state from the next one.
     *
     * @return the name of a static method of the same class
     */
    String inverse();
}
