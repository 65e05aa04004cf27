/**
 * What the optimisers and least-squares solvers of <a href="https://hipparchus.org">Hipparchus</a> take, made of flat functions.
 *
 * @since 0.1.0
 */
package dev.leibniz.hipparchus;
