package dev.leibniz.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Trades time for memory: the forward sweep stores no intermediate values of the annotated code, and the backward
 * sweep runs it again.
 *
 * <p>On a <b>static method</b>: a call keeps only its arguments; the backward sweep runs it again, this time
 * recording.
 *
 * <p>On the <b>loop variable of a {@code for}</b>: the loop keeps at most {@link #snapshots()} copies of the
 * variables and arrays that its iterations change, and recomputes the other states from the nearest copy, by the
 * binomial schedule of Griewank and Walther (Algorithm 799: revolve, ACM TOMS 26, 2000). With <i>s</i> copies and
 * <i>r</i> repetitions it reverses up to (<i>s</i> + <i>r</i>)! / (<i>s</i>! <i>r</i>!) iterations. If the number of
 * iterations is known only at the end of the loop, because of a {@code break} or {@code return}, the loop runs once
 * more to count them.
 *
 * <pre>{@code
 * for (@Checkpointed(snapshots = 20) int step = 0; step < steps; step++) {
 *     advance(state, dt);
 * }
 * }</pre>
 *
 * <p>The derivatives are the same numbers with and without the annotation.
 *
 * @since 0.1.0
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.LOCAL_VARIABLE})
public @interface Checkpointed {

    /**
     * The number of copies of the loop's state that may be kept at a time; has no effect on a method.
     *
     * @return a positive number, or 0, the default: about the square root of twice the number of iterations, so that
     *     none of them is recomputed more than twice
     */
    int snapshots() default 0;
}
