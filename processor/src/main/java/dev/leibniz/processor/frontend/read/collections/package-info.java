/** Readers of streams, of lists that a method makes, and of arrays and collections that loops iterate over. */
@NullMarked
package dev.leibniz.processor.frontend.read.collections;

import org.jspecify.annotations.NullMarked;
