/**
 * Functions that run a method and record how its result came about, with the user's own statements: {@link
 * dev.leibniz.processor.transform.trace.TraceTransform}.
 *
 * <p>What is done with a record is the runtime's; {@link dev.leibniz.processor.transform.trace.TraceCalls} alone knows the runtime's class.
 */
@NullMarked
package dev.leibniz.processor.transform.trace;

import org.jspecify.annotations.NullMarked;
