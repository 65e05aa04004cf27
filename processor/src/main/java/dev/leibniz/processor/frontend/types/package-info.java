/**
 * Java's classes, members and annotations, as the processor sees them: the representation of a type in the IR ({@link
 * dev.leibniz.processor.frontend.types.Layouts}), the annotations users have written on it ({@link
 * dev.leibniz.processor.frontend.types.Annotations}), the elements generated code may name ({@link
 * dev.leibniz.processor.frontend.types.Visibility}).
 *
 * <p>All of it uses {@code javax.lang.model}, so it works for the running compilation and for the second one. Nothing
 * here looks into a method.
 */
@NullMarked
package dev.leibniz.processor.frontend.types;

import org.jspecify.annotations.NullMarked;
