/**
 * The forms in which derivatives are offered, as data: one entry per form says when a method has it, what it takes besides the
 * method's own parameters, what it returns, and what its Javadoc says. All rooms that have to do with forms ask here.
 */
@NullMarked
package dev.leibniz.processor.contract;

import org.jspecify.annotations.NullMarked;
