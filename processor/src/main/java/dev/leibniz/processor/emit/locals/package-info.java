/**
 * Decisions about a function of the IR before it is printed: what is dropped ({@link
 * dev.leibniz.processor.emit.locals.Pruning}), which values become parts of larger expressions ({@link
 * dev.leibniz.processor.emit.locals.Nesting}), which share a Java variable ({@link
 * dev.leibniz.processor.emit.locals.Interference}), and where each variable is declared and what it is called ({@link
 * dev.leibniz.processor.emit.locals.Locals}).
 *
 * <p>Everything is expressed in terms of the IR; no text is made here.
 */
@NullMarked
package dev.leibniz.processor.emit.locals;

import org.jspecify.annotations.NullMarked;
