/** Readers of calls, one for each kind of callee. */
@NullMarked
package dev.leibniz.processor.frontend.read.calls;

import org.jspecify.annotations.NullMarked;
