/**
 * What a user of Leibniz writes. Start reading at {@link dev.leibniz.sample.Textbook} and
 * {@link dev.leibniz.sample.DigitNet}, the two classes whose methods are differentiated; the rest trains and prints. The package
 * {@code models} has others: an option, an orbit, a likelihood.
 */
package dev.leibniz.sample;
