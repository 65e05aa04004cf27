/**
 * Checks that are possible only after everything was read: that parameters and constants are not written, that calls
 * of unknown methods have only constants for arguments, that rules written by hand belong to a method.
 *
 * <p>{@link dev.leibniz.processor.frontend.check.ParameterWrites} and {@link dev.leibniz.processor.frontend.check.ConstantFlow} are
 * analyses of the functions that were read, and of the notes on their statements ({@link
 * dev.leibniz.processor.frontend.read.values.Notes}). Nothing here knows the readers.
 */
@NullMarked
package dev.leibniz.processor.frontend.check;

import org.jspecify.annotations.NullMarked;
