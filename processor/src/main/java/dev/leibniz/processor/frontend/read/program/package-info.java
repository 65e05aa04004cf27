/**
 * The functions of one program while they are read. {@link dev.leibniz.processor.frontend.read.program.Functions} has
 * each method read once for each list of argument layouts that it is called with; {@link
 * dev.leibniz.processor.frontend.read.program.MethodCode} is one of them under construction: its code so far, the
 * values of its variables, its problems.
 *
 * <p>How statements and expressions are read is not known here. The package also has the parts that need no grammar: callees
 * that are called as they are ({@link dev.leibniz.processor.frontend.read.program.ExternalCallees}), and lengths of
 * arrays that a method fills ({@link dev.leibniz.processor.frontend.read.program.ResultShapes}).
 */
@NullMarked
package dev.leibniz.processor.frontend.read.program;

import org.jspecify.annotations.NullMarked;
