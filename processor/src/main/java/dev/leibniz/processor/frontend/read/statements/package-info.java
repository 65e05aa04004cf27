/**
 * Reads statements: {@link dev.leibniz.processor.frontend.read.statements.StatementReader} and, for those that need more, readers of loops, switches, {@code try} and
 * messages. {@link dev.leibniz.processor.frontend.read.statements.Effects} finds the effects of a loop before it is read.
 *
 * <p>Expressions that contain statements reach them through {@link dev.leibniz.processor.frontend.read.Statements};
 * nothing else below knows this package.
 */
@NullMarked
package dev.leibniz.processor.frontend.read.statements;

import org.jspecify.annotations.NullMarked;
