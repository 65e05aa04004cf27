/**
 * What a user of Leibniz writes. Start reading at {@link dev.leibniz.sample.Textbook} and
 * {@link dev.leibniz.sample.DigitNet}, the two classes whose methods are differentiated; the rest trains and prints.
 */
package dev.leibniz.sample;
