/**
 * From the user's source to the IR, and from problems back to the user's source: the only package that knows javac.
 *
 * <p>{@link dev.leibniz.processor.frontend.FrontEnd} is the entry. It compiles the text of the files that hold annotated
 * methods a second time ({@link dev.leibniz.processor.frontend.ShadowCompilation}), because the trees of the running
 * compilation must not be attributed, and walks the trees of that second compilation ({@link
 * dev.leibniz.processor.frontend.MethodReader} and the readers around it). What is outside of the subset becomes a {@link
 * dev.leibniz.processor.problem.Problem}.
 */
@NullMarked
package dev.leibniz.processor.frontend;

import org.jspecify.annotations.NullMarked;
