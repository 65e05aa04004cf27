/**
 * Passes about arrays that the transforms make or find: where they are allocated, and which zeros are not needed.
 *
 * <p>They are correct for any function of the IR. All they know of derivatives is what an array of adjoints looks
 * like: it starts as zeros and is added to. {@link dev.leibniz.processor.transform.arrays.Indexing} says when an
 * array has only one name.
 */
@NullMarked
package dev.leibniz.processor.transform.arrays;

import org.jspecify.annotations.NullMarked;
