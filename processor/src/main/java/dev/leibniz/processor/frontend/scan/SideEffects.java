package dev.leibniz.processor.frontend.scan;

import java.util.Set;
import java.util.TreeSet;

/**
 * The possible side effects of a method. Parameters are named by their positions; {@link #RECEIVER} is the object that
 * the method belongs to.
 *
 * @param written the parameters of whose arrays it writes elements
 * @param escaping the parameters whose arrays it hands to code that is not seen, which might write to them
 * @param returned the parameters whose arrays are reachable from its result
 * @param pure whether it only computes its result, so that it makes no difference how often it runs, and when
 */
public record SideEffects(Set<Integer> written, Set<Integer> escaping, Set<Integer> returned, boolean pure) {
    public static final int RECEIVER = -1;
    public static final SideEffects NONE = new SideEffects(Set.of(), Set.of(), Set.of(), true);

    public SideEffects {
        written = Set.copyOf(written);
        escaping = Set.copyOf(escaping);
        returned = Set.copyOf(returned);
    }

    /** Of a method of which only the head is known. */
    public static SideEffects unknown(int parameters) {
        Set<Integer> all = new TreeSet<>();
        for (int i = 0; i < parameters; i++) {
            all.add(i);
        }
        return new SideEffects(Set.of(), all, all, false);
    }
}
