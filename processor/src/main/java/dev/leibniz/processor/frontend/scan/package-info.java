/**
 * What attributed sources tell before they are read: which classes' objects are followed as the values of their fields, where
 * arrays come from, which elements a method touches, whether something may be null or change.
 *
 * <p>Each class answers one question by walking trees, and says the safe thing where it is not sure. Nothing here makes code.
 * {@link dev.leibniz.processor.frontend.scan.HomeFile} is where the readers ask, {@link
 * dev.leibniz.processor.frontend.scan.ObjectClasses} the largest question.
 */
@NullMarked
package dev.leibniz.processor.frontend.scan;

import org.jspecify.annotations.NullMarked;
