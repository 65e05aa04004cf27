/**
 * What can be wrong with a user's method, as data: codes with their texts, and a collector. Knows neither the compiler nor
 * the IR; whoever finds a problem names its place by file and offset, and the front end prints it there.
 */
@NullMarked
package dev.leibniz.processor.problem;

import org.jspecify.annotations.NullMarked;
