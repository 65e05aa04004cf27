/**
 * Passes about arrays that the transforms make or find: where they are allocated, and which zeros nobody needs.
 *
 * <p>They are right for any function of the IR and know nothing of derivatives but what an array of adjoints looks like: one that
 * starts as zeros and is added to. {@link dev.leibniz.processor.transform.arrays.Indexing} says when an array is known by one name only.
 */
@NullMarked
package dev.leibniz.processor.transform.arrays;

import org.jspecify.annotations.NullMarked;
