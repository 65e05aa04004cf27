package dev.leibniz.processor.pass;

/**
 * One step on the way from what was read to what is printed; gives the same object if there was nothing to do.
 *
 * @param <T> what is changed: a function, or all functions of a class
 * @param <C> what is known beside it
 */
@FunctionalInterface
public interface Pass<T, C> {
    T apply(T subject, C known);
}
