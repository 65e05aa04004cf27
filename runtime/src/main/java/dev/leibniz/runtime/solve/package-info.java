/**
 * For generated code: solvers of linear systems, by factors of the matrix or by products with it. Used by {@link
 * dev.leibniz.runtime.Linear} and by the derivatives of functions that equations define.
 *
 * @since 0.1.0
 */
package dev.leibniz.runtime.solve;
