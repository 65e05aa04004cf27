/**
 * For generated code: loops that are run again in the backward sweep, from copies of their state or by undoing their steps.
 *
 * @since 0.1.0
 */
package dev.leibniz.runtime.replay;
