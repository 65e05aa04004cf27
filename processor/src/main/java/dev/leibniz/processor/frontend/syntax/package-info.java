/**
 * Properties of a method that its syntax shows before types are known: parentheses, how a statement can end, which variables are written,
 * which constructor a constructor calls first.
 *
 * <p>The only input is trees; nothing here knows files, classes or functions of the IR. {@link
 * dev.leibniz.processor.frontend.syntax.Syntax} is the simplest, {@link
 * dev.leibniz.processor.frontend.syntax.WriteScanner} the one that others extend.
 */
@NullMarked
package dev.leibniz.processor.frontend.syntax;

import org.jspecify.annotations.NullMarked;
