package dev.leibniz.processor.pass;

/**
 * One step on the way from the code read to the code printed; returns the same object if there was nothing to do.
 *
 * @param <T> the subject that is changed: a function, or all functions of a class
 * @param <C> the facts known beside it
 */
@FunctionalInterface
public interface Pass<T, C> {
    T apply(T subject, C known);
}
