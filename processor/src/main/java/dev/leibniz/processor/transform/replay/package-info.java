/**
 * Loops whose backward sweep reconstructs the state before an iteration: by running code again from a copy ({@link
 * dev.leibniz.processor.transform.replay.StepsSweep}), or by undoing iterations ({@link
 * dev.leibniz.processor.transform.replay.ReversedSweep}). {@link dev.leibniz.processor.transform.replay.LoopSteps}
 * takes such a loop apart; {@link dev.leibniz.processor.transform.replay.ReplayChecks} says which loops cannot run
 * again.
 *
 * <p>The derivative of an iteration is requested like that of any function; how it is made is not known here.
 */
@NullMarked
package dev.leibniz.processor.transform.replay;

import org.jspecify.annotations.NullMarked;
