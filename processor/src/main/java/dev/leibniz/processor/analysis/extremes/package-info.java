/** The places where a zero can meet an infinity when a function is differentiated. */
@NullMarked
package dev.leibniz.processor.analysis.extremes;

import org.jspecify.annotations.NullMarked;
