/**
 * Reverse mode. {@link dev.leibniz.processor.transform.reverse.AdjointTransform} puts the sweeps together, {@link dev.leibniz.processor.transform.reverse.BackwardSweep} appends the adjoint of
 * each statement, {@link dev.leibniz.processor.transform.reverse.ForwardSweep} is the primal with all kept that was asked for, and {@link
 * dev.leibniz.processor.transform.reverse.JointSweep} is both at once for loops that {@link dev.leibniz.processor.transform.reverse.FusionPlan} has found.
 *
 * <p>Nothing here knows which form of a derivative is made of it.
 */
@NullMarked
package dev.leibniz.processor.transform.reverse;

import org.jspecify.annotations.NullMarked;
