/**
 * The second compilation, in which trees may be attributed: what goes into it ({@link
 * dev.leibniz.processor.frontend.shadow.Sources}), how it is run ({@link
 * dev.leibniz.processor.frontend.shadow.ShadowCompilation}), and what comes out, files and methods with their types ({@link
 * dev.leibniz.processor.frontend.shadow.SourceIndex}).
 *
 * <p>Problems go back through {@link dev.leibniz.processor.frontend.shadow.Messages} to where the user has written something. The
 * methods are found here, but not read.
 */
@NullMarked
package dev.leibniz.processor.frontend.shadow;

import org.jspecify.annotations.NullMarked;
