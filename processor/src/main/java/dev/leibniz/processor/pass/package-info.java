/**
 * How passes are run: {@link dev.leibniz.processor.pass.Stage} is a place where some passes run one after the other,
 * {@link dev.leibniz.processor.pass.Segments} runs the passes of a place. Code that needs passes only names the
 * place; which passes these are, and their order, is in one list, {@code Passes}, in the package above.
 */
@NullMarked
package dev.leibniz.processor.pass;

import org.jspecify.annotations.NullMarked;
