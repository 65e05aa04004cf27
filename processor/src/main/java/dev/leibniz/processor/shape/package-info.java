/**
 * Gives functions the shape that HotSpot compiles to fast code: shorter loops, shorter methods, and values that need
 * not be kept for so long. Nothing here knows what a derivative is, and nothing changes what is computed, except for
 * the rounding of sums of products ({@link dev.leibniz.processor.shape.FlatSums}).
 */
@NullMarked
package dev.leibniz.processor.shape;

import org.jspecify.annotations.NullMarked;
