/**
 * For generated code: the derivatives of special functions of other libraries.
 *
 * @since 0.1.0
 */
package dev.leibniz.runtime.special;
