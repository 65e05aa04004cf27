/**
 * The calculus: transformations of functions of the IR into functions of the IR. {@link
 * dev.leibniz.processor.transform.forward.TangentTransform} is forward mode, {@link
 * dev.leibniz.processor.transform.reverse.AdjointTransform} reverse mode; as the results are ordinary functions,
 * derivatives of derivatives are compositions ({@link dev.leibniz.processor.transform.forms.DerivativeForms}).
 *
 * <p>{@link dev.leibniz.processor.transform.Differentiation} is the entry. {@link
 * dev.leibniz.processor.transform.FunctionSet} has all functions of a program, those that were read and those that
 * were derived, and makes each when it is first asked for; the subpackages ask it through {@link
 * dev.leibniz.processor.transform.derivation.ProgramFunctions}.
 */
@NullMarked
package dev.leibniz.processor.transform;

import org.jspecify.annotations.NullMarked;
