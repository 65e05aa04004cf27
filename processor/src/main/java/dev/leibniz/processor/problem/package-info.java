/**
 * The problems that a user's method can have, as data: codes with their texts, and a collector. Knows neither the
 * compiler nor the IR: a problem has its place as file and offset, and the front end reports it there.
 */
@NullMarked
package dev.leibniz.processor.problem;

import org.jspecify.annotations.NullMarked;
