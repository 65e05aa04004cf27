/** The annotations a user writes; see {@link dev.leibniz.annotations.Differentiable} first. */
package dev.leibniz.annotations;
