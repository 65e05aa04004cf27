/** What {@link dev.leibniz.runtime.GradientCheck} is made of: differences, and the numbers of arrays and records. */
package dev.leibniz.runtime.check;
