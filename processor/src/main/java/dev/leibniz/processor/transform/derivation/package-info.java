/**
 * The interface between transforms and their surroundings: the derivative to be made ({@link
 * dev.leibniz.processor.transform.derivation.Derivation}), the derivatives of callees ({@link
 * dev.leibniz.processor.transform.derivation.DerivedFunctions}), the places where passes run ({@link
 * dev.leibniz.processor.transform.derivation.Stages}), names of new variables, refusals.
 *
 * <p>It contains no transform, so all transforms can depend on it.
 */
@NullMarked
package dev.leibniz.processor.transform.derivation;

import org.jspecify.annotations.NullMarked;
