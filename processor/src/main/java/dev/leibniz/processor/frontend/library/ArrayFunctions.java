package dev.leibniz.processor.frontend.library;

import java.util.List;
import javax.lang.model.element.Element;

/** The effects of {@code java.util.Arrays} and {@code System.arraycopy} on the arrays that they are given. */
public final class ArrayFunctions {
    private static final List<Fact> NOT_WRITING = List.of(Fact.READS, Fact.COPIES, Fact.SHARES);

    private ArrayFunctions() {}

    /** Whether it is one of these functions. */
    public static boolean isOne(Element callee) {
        return LibraryTable.says(callee, Fact.ARRAY_FUNCTION);
    }

    /** The effect of one of these functions: {@link Fact#READS}, {@link Fact#COPIES}, {@link Fact#SHARES} or {@link Fact#WRITES}. */
    public static Fact effectOf(Element callee) {
        return NOT_WRITING.stream()
                .filter(effect -> LibraryTable.says(callee, effect))
                .findFirst()
                .orElse(Fact.WRITES);
    }

    public static boolean does(Element callee, Fact effect) {
        return isOne(callee) && effectOf(callee) == effect;
    }

    /** The position of the argument that is written by a function that {@link Fact#WRITES}. */
    public static int target(Element callee) {
        return LibraryTable.says(callee, Fact.WRITES_THIRD) ? 2 : 0;
    }

    /**
     * Whether an array that is passed stays as it is, whatever is done with the result and the other arguments.
     *
     * @param hasRows whether its elements are arrays, which copies share
     */
    public static boolean leavesAlone(Element callee, int argument, boolean hasRows) {
        return isOne(callee)
                && switch (effectOf(callee)) {
                    case READS -> true;
                    case COPIES -> !hasRows;
                    case WRITES -> argument < target(callee) && !hasRows;
                    default -> false;
                };
    }
}
