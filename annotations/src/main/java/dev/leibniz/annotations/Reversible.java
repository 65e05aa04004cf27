package dev.leibniz.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a static method can be undone by another: a loop that makes its steps with it stores nothing, and the backward sweep runs the
 * inverse to get back each earlier state from the later one. The memory of a gradient does not grow with the number of steps then.
 *
 * <p>The method makes the next state of its first parameter, a number, an array or a record of these: it returns that state, or it is
 * {@code void} and changes the arrays of the parameter in place. {@link #inverse()} is a static method of the same class with the same
 * parameters and result, which makes the state before from the state after. The other parameters are the same for both.
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
 * <p>The state that the inverse gives back differs from the true one by rounding, and so does the gradient. With assertions enabled,
 * generated code checks that a step from that state ends where it should, and says which method it was that does not undo the other.
 *
 * <p>Calls count that stand in the body of a loop itself, not in a branch of it. What else the body changes must not matter to the derivative
 * as it was before; sums, for example, do not. Where that is not so the compiler warns, and what is needed is stored.
 *
 * @since 0.1.0
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Reversible {

    /**
     * The name of the method that makes the state before from the state after.
     *
     * @return the name of a static method of the same class
     */
    String inverse();
}
