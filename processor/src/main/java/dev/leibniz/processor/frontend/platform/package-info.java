/**
 * What is known of the methods of the Java platform, whose source is not read: which of them write to arrays, only
 * read their objects, print, or return a value that changes only in steps.
 *
 * <p>These are tables by name; they say what a method does, not how a call of it is read.
 */
@NullMarked
package dev.leibniz.processor.frontend.platform;

import org.jspecify.annotations.NullMarked;
