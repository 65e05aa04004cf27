/**
 * Functions that run a method and record how its result came about, with the user's own statements: {@link
 * dev.leibniz.processor.transform.trace.TraceTransform}.
 *
 * <p>Evaluating the record is the task of the runtime; {@link dev.leibniz.processor.transform.trace.TraceCalls} alone
 * knows the runtime's class.
 */
@NullMarked
package dev.leibniz.processor.transform.trace;

import org.jspecify.annotations.NullMarked;
