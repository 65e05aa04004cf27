/**
 * How passes are run: {@link dev.leibniz.processor.pass.Stage} is a place where some run one after the other,
 * {@link dev.leibniz.processor.pass.Segments} runs those of a place. A room that needs passes names the place; which they are, and
 * in which order they run, is said in one list above all rooms.
 */
@NullMarked
package dev.leibniz.processor.pass;

import org.jspecify.annotations.NullMarked;
