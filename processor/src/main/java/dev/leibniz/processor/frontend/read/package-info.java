/**
 * From attributed trees to the IR: one method with its records, objects and lambdas.
 *
 * <p>{@link dev.leibniz.processor.frontend.read.MethodReader} reads one method and holds the readers of its parts.
 * These call each other as the grammar does, through {@link dev.leibniz.processor.frontend.read.Expressions}, {@link
 * dev.leibniz.processor.frontend.read.Calls} and {@link dev.leibniz.processor.frontend.read.Statements}, which are
 * packages of their own. The functions of the program are in {@link dev.leibniz.processor.frontend.read.program}.
 * Code outside the supported subset is reported, and reading continues after it.
 */
@NullMarked
package dev.leibniz.processor.frontend.read;

import org.jspecify.annotations.NullMarked;
