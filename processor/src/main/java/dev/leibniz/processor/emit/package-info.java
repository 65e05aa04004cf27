/**
 * From the intermediate representation to Java source that reads as if a careful person had written it.
 *
 * <p>{@link dev.leibniz.processor.emit.GradClassEmitter} lays out the class: records, methods, Javadoc. Each method
 * body goes through the same steps: {@link dev.leibniz.processor.emit.Pruning} drops what is not needed, {@link
 * dev.leibniz.processor.emit.Nesting} decides which values become part of larger expressions, {@link
 * dev.leibniz.processor.emit.Interference} and {@link dev.leibniz.processor.emit.Locals} decide which values share a
 * Java variable and what it is called, and {@link dev.leibniz.processor.emit.MethodPrinter} writes the statements.
 *
 * <p>Statements and expressions are {@link dev.leibniz.processor.emit.Code}, and each body is handed to JavaPoet as one piece
 * ({@link dev.leibniz.processor.emit.BodyText}). All else is JavaPoet's: classes, records, methods and their parameters, Javadoc,
 * annotations, what is imported, where lines are broken. This package knows nothing of calculus and nothing of the compiler's
 * trees, and it alone knows JavaPoet.
 */
@NullMarked
package dev.leibniz.processor.emit;

import org.jspecify.annotations.NullMarked;
