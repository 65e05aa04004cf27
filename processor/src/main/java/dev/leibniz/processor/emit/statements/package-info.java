/**
 * Prints the bodies of methods: {@link dev.leibniz.processor.emit.statements.MethodPrinter} the statements, {@link dev.leibniz.processor.emit.statements.ExpressionPrinter} the values in
 * them, as {@link dev.leibniz.processor.emit.locals} has arranged them.
 *
 * <p>The methods and the class around the bodies are not known here.
 */
@NullMarked
package dev.leibniz.processor.emit.statements;

import org.jspecify.annotations.NullMarked;
