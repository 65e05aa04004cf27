/** Control flow of a method while it is read: exits, branches and their joins, values carried by loops. */
@NullMarked
package dev.leibniz.processor.frontend.read.control;

import org.jspecify.annotations.NullMarked;
