/**
 * For generated code: the patterns of sparse derivatives, found by running a method on sets of indices, and the derivatives themselves,
 * found by few sweeps.
 *
 * @since 0.1.0
 */
package dev.leibniz.runtime.sparse;
