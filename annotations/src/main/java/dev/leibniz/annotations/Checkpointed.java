package dev.leibniz.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Trades time for memory: nothing of the annotated code is stored in the forward sweep, and it is run again when the
 * backward sweep comes to it.
 *
 * <p>On a <b>static method</b>: a call keeps only its arguments, and is run again, this time recording, in the backward
 * sweep.
 *
 * <p>On the <b>loop variable of a {@code for}</b>: the loop keeps at most {@link #snapshots()} copies of the variables and arrays that
 * its iterations change, and computes the rest again from the nearest copy, by the binomial schedule of Griewank and
 * Walther (Algorithm 799: revolve, ACM TOMS 26, 2000). With <i>s</i> copies and <i>r</i> repetitions it reverses up to
 * (<i>s</i> + <i>r</i>)! / (<i>s</i>! <i>r</i>!) iterations. A loop of which the number of iterations is only known at its end, as it
 * may {@code break} or {@code return}, runs once more before that.
 *
 * <pre>{@code
 * for (@Checkpointed(snapshots = 20) int step = 0; step < steps; step++) {
 *     advance(state, dt);
 * }
 * }</pre>
 *
 * <p>The derivatives are the same numbers with and without it.
 *
 * @since 0.1.0
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.LOCAL_VARIABLE})
public @interface Checkpointed {

    /**
     * How many copies of the state of the loop may be kept at a time; without meaning on a method.
     *
     * @return a positive number, or 0, the default: about the square root of twice the number of iterations, so that none of them runs
     *     more than twice again before its turn
     */
    int snapshots() default 0;
}
