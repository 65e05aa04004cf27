package dev.leibniz.processor.pass;

import java.util.List;
import java.util.function.UnaryOperator;

/** Runs passes one after the other, each as often as it finds something to do. */
public final class Repetition {
    private static final int MAX_ROUNDS = 6;

    private Repetition() {}

    /** The subject when none of the steps finds anything more; a step that finds nothing returns the object it was given. */
    public static <T> T of(List<UnaryOperator<T>> steps, T subject) {
        T current = subject;
        int idle = 0; // how many steps in a row have had nothing to do
        for (int i = 0; i < MAX_ROUNDS * steps.size() && idle < steps.size(); i++) {
            T next = steps.get(i % steps.size()).apply(current);
            idle = next == current ? idle + 1 : 0;
            current = next;
        }
        return current;
    }
}
