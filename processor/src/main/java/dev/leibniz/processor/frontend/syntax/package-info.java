/**
 * What the text of a method says before anything in it is known by type: parentheses, how a statement can end, what is written to,
 * what a constructor calls first.
 *
 * <p>Only trees come in, and nothing here knows files, classes or the IR's functions. {@link dev.leibniz.processor.frontend.syntax.Syntax}
 * is the simplest, {@link dev.leibniz.processor.frontend.syntax.WriteScanner} the one that others extend.
 */
@NullMarked
package dev.leibniz.processor.frontend.syntax;

import org.jspecify.annotations.NullMarked;
