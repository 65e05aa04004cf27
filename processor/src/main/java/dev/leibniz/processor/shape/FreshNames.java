package dev.leibniz.processor.shape;

import java.util.Set;

/** Names for functions that are made here. */
final class FreshNames {
    private FreshNames() {}

    /** A name like the wish that is not taken; it is from now on. */
    static String of(String wish, Set<String> taken) {
        String name = wish;
        for (int number = 2; !taken.add(name); number++) {
            name = wish + number;
        }
        return name;
    }
}
