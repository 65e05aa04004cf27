/**
 * Several functions together: the program of a class, the companion (the generated class) that is made of it, and the
 * code that one program takes from another.
 */
@NullMarked
package dev.leibniz.processor.ir.program;

import org.jspecify.annotations.NullMarked;
