/**
 * From attributed trees to the IR: expressions, calls, objects, lambdas, streams, and where control goes.
 *
 * <p>{@link dev.leibniz.processor.frontend.read.MethodReader} reads one method and holds the readers of its parts. These call each other as the grammar does: {@link
 * dev.leibniz.processor.frontend.read.ExpressionReader}, {@link dev.leibniz.processor.frontend.read.CallReader}, {@link dev.leibniz.processor.frontend.read.RecordMembers} and their neighbours. Statements are read in {@link
 * dev.leibniz.processor.frontend.read.statements}, the functions of the program are in {@link dev.leibniz.processor.frontend.read.program}. What is outside of the subset is reported, and the
 * reading goes on behind it.
 */
@NullMarked
package dev.leibniz.processor.frontend.read;

import org.jspecify.annotations.NullMarked;
