/**
 * Reverse mode. {@link dev.leibniz.processor.transform.reverse.AdjointTransform} puts the sweeps together, {@link
 * dev.leibniz.processor.transform.reverse.BackwardSweep} appends the adjoint of each statement, {@link
 * dev.leibniz.processor.transform.reverse.ForwardSweep} is the primal that also keeps all values that were asked for,
 * and {@link dev.leibniz.processor.transform.reverse.JointSweep} runs both at once for the loops chosen by {@link
 * dev.leibniz.processor.transform.reverse.FusionPlan} has found.
 *
 * <p>Nothing here knows in which form of derivative it is used.
 */
@NullMarked
package dev.leibniz.processor.transform.reverse;

import org.jspecify.annotations.NullMarked;
