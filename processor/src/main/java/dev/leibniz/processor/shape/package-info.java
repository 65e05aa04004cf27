/**
 * Functions in the shape that HotSpot makes fast code of: the same functions with shorter loops, shorter methods and values that
 * need not be kept for so long. Nothing here knows what a derivative is, and nothing changes what is computed, but for the
 * rounding of sums of products ({@link dev.leibniz.processor.shape.FlatSums}).
 */
@NullMarked
package dev.leibniz.processor.shape;

import org.jspecify.annotations.NullMarked;
