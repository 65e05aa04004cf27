/** Readers of expressions, patterns and assignments. */
@NullMarked
package dev.leibniz.processor.frontend.read.expressions;

import org.jspecify.annotations.NullMarked;
