/**
 * Pieces of Java text and how they are combined: {@link dev.leibniz.processor.emit.text.Code} is text in which class
 * names are not yet resolved and long lines not yet broken, {@link dev.leibniz.processor.emit.text.Line} is a line
 * before comments are placed above it, {@link dev.leibniz.processor.emit.text.BodyText} is a whole body, as JavaPoet
 * takes it, {@link dev.leibniz.processor.emit.text.BodyTexts} has the lines that JavaPoet need not see. Types, literals and the names of generated methods become text here.
 *
 * <p>Statements and expressions of the IR are not known here.
 */
@NullMarked
package dev.leibniz.processor.emit.text;

import org.jspecify.annotations.NullMarked;
