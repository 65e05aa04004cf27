/**
 * What is asked of a transform, and what it may ask for: the derivative that is to be made ({@link dev.leibniz.processor.transform.derivation.Derivation}),
 * derivatives of functions that are called ({@link dev.leibniz.processor.transform.derivation.DerivedFunctions}), places where passes run ({@link
 * dev.leibniz.processor.transform.derivation.Stages}), names of new variables, refusals.
 *
 * <p>No transform is in here, so each of them can know it.
 */
@NullMarked
package dev.leibniz.processor.transform.derivation;

import org.jspecify.annotations.NullMarked;
