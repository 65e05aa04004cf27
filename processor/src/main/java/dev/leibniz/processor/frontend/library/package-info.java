/**
 * The known facts about methods of the Java platform and of libraries, whose source is not read: which of them write to
 * arrays, only read their objects, print, or have derivatives that are known by name. All names are in one table,
 * {@link dev.leibniz.processor.frontend.library.LibraryTable}; the other classes are the questions that are asked of it.
 *
 * <p>The table says what a method does, not how a call of it is read.
 */
@NullMarked
package dev.leibniz.processor.frontend.library;

import org.jspecify.annotations.NullMarked;
