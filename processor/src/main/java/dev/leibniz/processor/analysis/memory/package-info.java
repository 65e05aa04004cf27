/** The arrays a reference may mean, and the times at which they are read and written. */
@NullMarked
package dev.leibniz.processor.analysis.memory;

import org.jspecify.annotations.NullMarked;
