/**
 * For generated code: the recording of a {@link dev.leibniz.runtime.Trace}.
 *
 * @since 0.1.0
 */
package dev.leibniz.runtime.recording;
