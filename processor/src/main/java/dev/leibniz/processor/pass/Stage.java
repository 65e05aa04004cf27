package dev.leibniz.processor.pass;

/**
 * A place where passes run one after the other.
 *
 * @param name how documentation calls the place
 * @param <T> what its passes change
 * @param <C> what is known to them there
 */
public record Stage<T, C>(String name) {}
