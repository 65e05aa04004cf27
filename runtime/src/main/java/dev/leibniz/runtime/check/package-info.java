/** The parts of {@link dev.leibniz.runtime.GradientCheck}: differences, and the numbers of arrays and records. */
package dev.leibniz.runtime.check;
