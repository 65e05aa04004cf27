/** Traversals of functions that do not change what they compute: walks, copies, the printer, the verifier. */
@NullMarked
package dev.leibniz.processor.ir.walk;

import org.jspecify.annotations.NullMarked;
