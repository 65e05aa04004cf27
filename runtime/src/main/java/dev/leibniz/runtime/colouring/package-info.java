/** Colours of the rows and columns of sparse matrices: what has one colour is found by one sweep. */
package dev.leibniz.runtime.colouring;
