/**
 * Forward mode, three times: with one tangent beside each value ({@link dev.leibniz.processor.transform.forward.TangentTransform}), with tangents in many directions
 * ({@link dev.leibniz.processor.transform.forward.VectorTangentTransform}), and with sets of inputs in place of tangents ({@link dev.leibniz.processor.transform.forward.PatternTransform}).
 *
 * <p>Nothing here knows which form of a derivative is made of it.
 */
@NullMarked
package dev.leibniz.processor.transform.forward;

import org.jspecify.annotations.NullMarked;
