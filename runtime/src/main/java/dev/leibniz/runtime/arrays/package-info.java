/**
 * For generated code: what it does with arrays of any rank, and how their elements are sorted, summed, flattened and printed.
 *
 * @since 0.1.0
 */
package dev.leibniz.runtime.arrays;
