/**
 * The second compilation, in which trees may be attributed: its input ({@link
 * dev.leibniz.processor.frontend.shadow.Sources}), how it runs ({@link
 * dev.leibniz.processor.frontend.shadow.ShadowCompilation}), and its output, files and methods with their types
 * ({@link dev.leibniz.processor.frontend.shadow.SourceIndex}).
 *
 * <p>Problems are reported through {@link dev.leibniz.processor.frontend.shadow.Messages} at the place in the user's
 * source. The methods are found here, but not read.
 */
@NullMarked
package dev.leibniz.processor.frontend.shadow;

import org.jspecify.annotations.NullMarked;
