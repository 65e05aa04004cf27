/**
 * Properties of attributed sources that are found before they are read: for which classes objects are followed as the
 * values of their fields, where arrays come from, which elements a method touches, whether something may be null or
 * change.
 *
 * <p>Each class answers one question by walking trees, and gives the safe answer where it is not sure. Nothing here
 * generates code. {@link dev.leibniz.processor.frontend.scan.HomeFile} is where the readers ask, {@link
 * dev.leibniz.processor.frontend.scan.ObjectClasses} the largest question.
 */
@NullMarked
package dev.leibniz.processor.frontend.scan;

import org.jspecify.annotations.NullMarked;
