/**
 * Data that the readers hand to each other: the value of an expression ({@link
 * dev.leibniz.processor.frontend.read.values.JavaValue}), which value each variable has ({@link
 * dev.leibniz.processor.frontend.read.values.Environment}), where control may go ({@link
 * dev.leibniz.processor.frontend.read.values.StatementEnd}), which code a function value stands for ({@link
 * dev.leibniz.processor.frontend.read.values.Closure}), and the result of reading a method ({@link
 * dev.leibniz.processor.frontend.read.values.ReadFunction}).
 *
 * <p>The readers know these classes; these know no reader.
 */
@NullMarked
package dev.leibniz.processor.frontend.read.values;

import org.jspecify.annotations.NullMarked;
