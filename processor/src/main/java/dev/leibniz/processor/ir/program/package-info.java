/** Many functions together: the program of a class, the companion that comes of it, and what one program has of another. */
@NullMarked
package dev.leibniz.processor.ir.program;

import org.jspecify.annotations.NullMarked;
