/**
 * Forward mode, in three variants: with one tangent beside each value ({@link
 * dev.leibniz.processor.transform.forward.TangentTransform}), with tangents in many directions ({@link
 * dev.leibniz.processor.transform.forward.VectorTangentTransform}), and with sets of inputs in place of tangents
 * ({@link dev.leibniz.processor.transform.forward.PatternTransform}).
 *
 * <p>Nothing here knows in which form of derivative it is used.
 */
@NullMarked
package dev.leibniz.processor.transform.forward;

import org.jspecify.annotations.NullMarked;
