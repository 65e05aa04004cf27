/**
 * The running compilation, which belongs to the user: its classes and modules, its sources, its version of Java, the
 * other processors, and the differences between compilers.
 *
 * <p>{@link dev.leibniz.processor.frontend.host.ModuleView} gives classes by name, {@link
 * dev.leibniz.processor.frontend.host.HostTrees} gives texts and places; its trees are never attributed. Nothing here
 * knows that there will be a second compilation.
 */
@NullMarked
package dev.leibniz.processor.frontend.host;

import org.jspecify.annotations.NullMarked;
