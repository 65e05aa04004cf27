/** Which arrays a reference may mean, and when they are read and written. */
@NullMarked
package dev.leibniz.processor.analysis.memory;

import org.jspecify.annotations.NullMarked;
