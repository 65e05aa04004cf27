/** What goes through functions without changing what they compute: walks, copies, the printer, the verifier. */
@NullMarked
package dev.leibniz.processor.ir.walk;

import org.jspecify.annotations.NullMarked;
