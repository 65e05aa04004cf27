/**
 * The forms of derivatives, as data: one entry per form says when a method has it, what it takes besides the method's
 * own parameters, what it returns, and what its Javadoc says. All code that deals with forms asks here.
 */
@NullMarked
package dev.leibniz.processor.contract;

import org.jspecify.annotations.NullMarked;
