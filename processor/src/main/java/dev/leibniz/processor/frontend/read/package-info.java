/**
 * From attributed trees to the IR: the grammar of the subset of Java that can be differentiated.
 *
 * <p>{@link dev.leibniz.processor.frontend.read.Functions} are the functions of one program, each read once; {@link
 * dev.leibniz.processor.frontend.read.MethodReader} reads one of them and holds what the readers of its parts share. These call
 * each other as the grammar does: {@link dev.leibniz.processor.frontend.read.StatementReader}, {@link
 * dev.leibniz.processor.frontend.read.ExpressionReader}, {@link dev.leibniz.processor.frontend.read.CallReader} and their
 * neighbours. What is outside of the subset is reported, and the reading goes on behind it.
 */
@NullMarked
package dev.leibniz.processor.frontend.read;

import org.jspecify.annotations.NullMarked;
