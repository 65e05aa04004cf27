/**
 * Pieces of Java text and how they come together: {@link dev.leibniz.processor.emit.text.Code} is text in which classes are not yet called by their names and
 * long lines not yet broken, {@link dev.leibniz.processor.emit.text.Line} a line before comments are put over it, {@link dev.leibniz.processor.emit.text.BodyText} a whole body as
 * JavaPoet takes it. Types, literals and the names of generated methods become text here.
 *
 * <p>Statements and expressions of the IR are not known here.
 */
@NullMarked
package dev.leibniz.processor.emit.text;

import org.jspecify.annotations.NullMarked;
