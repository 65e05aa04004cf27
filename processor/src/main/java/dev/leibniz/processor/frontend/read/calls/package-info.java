/** Readers of calls, by who is called. */
@NullMarked
package dev.leibniz.processor.frontend.read.calls;

import org.jspecify.annotations.NullMarked;
