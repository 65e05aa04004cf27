/**
 * The questions the transforms ask about a function before they change it: which arrays a reference may mean, which values
 * depend on which, which memory a statement touches and when. Analyses only read; where they are not sure, they say so, and the
 * transform generates code that is slower but right in any case.
 */
@NullMarked
package dev.leibniz.processor.analysis;

import org.jspecify.annotations.NullMarked;
