/**
 * What the backward sweep has of the forward sweep, and where it comes from: {@link dev.leibniz.processor.transform.record.Recorder} is asked for values, {@link
 * dev.leibniz.processor.transform.record.BackwardScope} is the code under construction with the adjoints known at this point, {@link dev.leibniz.processor.transform.record.Shadows} are the
 * arrays of adjoints, {@link dev.leibniz.processor.transform.record.ValueStacks} what called functions keep.
 *
 * <p>What the adjoint of a statement is, is not known here.
 */
@NullMarked
package dev.leibniz.processor.transform.record;

import org.jspecify.annotations.NullMarked;
