/** Readers of streams, of lists that a method makes, and of what loops iterate over. */
@NullMarked
package dev.leibniz.processor.frontend.read.collections;

import org.jspecify.annotations.NullMarked;
