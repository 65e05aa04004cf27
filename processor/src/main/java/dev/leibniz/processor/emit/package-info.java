/**
 * From the intermediate representation to Java source that reads as if a careful person had written it.
 *
 * <p>{@link dev.leibniz.processor.emit.GradClassEmitter} lays out the class: records, methods, Javadoc. Each method
 * body goes through the same steps: {@link dev.leibniz.processor.emit.locals.Pruning} drops what is not needed, {@link
 * dev.leibniz.processor.emit.locals.Nesting} decides which values become part of larger expressions, {@link
 * dev.leibniz.processor.emit.locals.Interference} and {@link dev.leibniz.processor.emit.locals.Locals} decide which values share a
 * Java variable and what it is called, and {@link dev.leibniz.processor.emit.statements.MethodPrinter} writes the statements.
 *
 * <p>Statements and expressions are {@link dev.leibniz.processor.emit.text.Code}, and each body is handed to JavaPoet
 * as one piece ({@link dev.leibniz.processor.emit.text.BodyText}). JavaPoet does the rest: classes, records, methods
 * and their parameters, Javadoc, annotations, imports, line breaks. This package and its subpackages know no calculus
 * and no compiler trees, and only they know JavaPoet.
 */
@NullMarked
package dev.leibniz.processor.emit;

import org.jspecify.annotations.NullMarked;
