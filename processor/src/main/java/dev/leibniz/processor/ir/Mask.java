package dev.leibniz.processor.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** A selection of the parameters, arguments or results of a function, by their positions: the differentiated ones, or others. */
public record Mask(List<Boolean> flags) {
    public Mask {
        flags = List.copyOf(flags);
    }

    /** All elements of a list that are such. */
    public static <T> Mask of(List<T> list, Predicate<? super T> test) {
        List<Boolean> flags = new ArrayList<>(list.size());
        for (T element : list) {
            flags.add(test.test(element));
        }
        return new Mask(flags);
    }

    public static Mask all(int size) {
        return new Mask(Collections.nCopies(size, true));
    }

    public static Mask none(int size) {
        return new Mask(Collections.nCopies(size, false));
    }

    public boolean has(int position) {
        return flags.get(position);
    }

    public int size() {
        return flags.size();
    }

    /** Whether any are meant. */
    public boolean any() {
        return flags.contains(true);
    }

    /** This one, and behind it those of another. */
    public Mask and(Mask more) {
        List<Boolean> all = new ArrayList<>(flags);
        all.addAll(more.flags);
        return new Mask(all);
    }
}
