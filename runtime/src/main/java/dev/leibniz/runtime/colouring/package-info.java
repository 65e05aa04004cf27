/** Colours of the rows and columns of sparse matrices: rows or columns of one colour are found by one sweep. */
package dev.leibniz.runtime.colouring;
