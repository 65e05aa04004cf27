/**
 * The table of derivatives: the partial derivatives of every operation, one line each.
 *
 * <p>{@link dev.leibniz.processor.rules.RuleTable} is the table, {@link dev.leibniz.processor.rules.DerivativeRules}
 * is how the transforms read it. The same entry serves forward and reverse mode; the operands and the result that it
 * mentions are the primal values that the backward sweep needs. Nothing in here knows about control flow, memory or
 * modes.
 */
@NullMarked
package dev.leibniz.processor.rules;

import org.jspecify.annotations.NullMarked;
