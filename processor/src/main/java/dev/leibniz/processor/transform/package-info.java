/**
 * The calculus: functions of the IR to functions of the IR. {@link dev.leibniz.processor.transform.TangentTransform} is
 * forward mode, {@link dev.leibniz.processor.transform.AdjointTransform} reverse mode; since both give ordinary
 * functions, derivatives of derivatives are compositions.
 */
@NullMarked
package dev.leibniz.processor.transform;

import org.jspecify.annotations.NullMarked;
