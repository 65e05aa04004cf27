/**
 * Loops whose backward sweep gets back the state before an iteration by running code again: from a copy ({@link
 * dev.leibniz.processor.transform.replay.StepsSweep}), or by undoing iterations ({@link dev.leibniz.processor.transform.replay.ReversedSweep}). {@link dev.leibniz.processor.transform.replay.LoopSteps} takes such a loop
 * apart, {@link dev.leibniz.processor.transform.replay.ReplayChecks} says which ones cannot run again.
 *
 * <p>The derivative of an iteration is asked for like that of any function; how it is made is not known here.
 */
@NullMarked
package dev.leibniz.processor.transform.replay;

import org.jspecify.annotations.NullMarked;
