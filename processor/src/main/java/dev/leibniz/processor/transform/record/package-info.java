/**
 * How the backward sweep gets values of the forward sweep: {@link dev.leibniz.processor.transform.record.Recorder} is
 * asked for values, {@link dev.leibniz.processor.transform.record.BackwardScope} is the backward code under
 * construction, with the adjoints known so far, {@link dev.leibniz.processor.transform.record.Shadows} are the arrays
 * of adjoints, {@link dev.leibniz.processor.transform.record.ValueStacks} the values that called functions keep.
 *
 * <p>The adjoints of statements are not defined here.
 */
@NullMarked
package dev.leibniz.processor.transform.record;

import org.jspecify.annotations.NullMarked;
