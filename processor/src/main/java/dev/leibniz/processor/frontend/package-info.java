/**
 * From the user's source to the IR, and from problems back to the user's source. Only this package and its
 * subpackages know javac.
 *
 * <p>{@link dev.leibniz.processor.frontend.FrontEnd} is the entry. It compiles the text of the files that hold
 * annotated methods a second time ({@link dev.leibniz.processor.frontend.shadow}), because the trees of the running
 * compilation ({@link dev.leibniz.processor.frontend.host}) must not be attributed, and walks the trees of that
 * second compilation ({@link dev.leibniz.processor.frontend.read}). {@link
 * dev.leibniz.processor.frontend.ClassReader} has the methods of one class read and checked; {@link
 * dev.leibniz.processor.frontend.Linking} adds the code of other files that they need. Code outside the supported
 * subset of Java becomes a {@link dev.leibniz.processor.problem.Problem}.
 */
@NullMarked
package dev.leibniz.processor.frontend;

import org.jspecify.annotations.NullMarked;
