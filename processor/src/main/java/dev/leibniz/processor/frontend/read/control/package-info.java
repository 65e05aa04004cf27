/** The ways through a method while it is read: exits, branches and what joins behind them, what loops carry. */
@NullMarked
package dev.leibniz.processor.frontend.read.control;

import org.jspecify.annotations.NullMarked;
