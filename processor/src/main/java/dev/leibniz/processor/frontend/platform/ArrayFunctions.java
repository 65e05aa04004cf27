package dev.leibniz.processor.frontend.platform;

import static dev.leibniz.processor.frontend.platform.ArrayFunctions.Effect.COPIES;
import static dev.leibniz.processor.frontend.platform.ArrayFunctions.Effect.READS;
import static dev.leibniz.processor.frontend.platform.ArrayFunctions.Effect.SHARES;
import static dev.leibniz.processor.frontend.platform.ArrayFunctions.Effect.WRITES;
import static java.util.Map.entry;

import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** What {@code java.util.Arrays} and {@code System.arraycopy} do to the arrays that they are given. */
public final class ArrayFunctions {

    public enum Effect {
        /** Answers a question about the elements; the answer is a number, a boolean or a text. */
        READS,
        /** Hands the elements on in an array or a stream of its own. Rows are not copied. */
        COPIES,
        /** Writes elements of the argument that {@link #target} names. */
        WRITES,
        /** Hands on something that writes to the array itself. */
        SHARES
    }

    private static final String ARRAYS = "java.util.Arrays";
    private static final String SYSTEM = "java.lang.System";
    private static final String ARRAYCOPY = "arraycopy";

    private static final Map<String, Effect> EFFECTS = Map.ofEntries(
            entry("asList", SHARES),
            entry("binarySearch", READS),
            entry("compare", READS),
            entry("compareUnsigned", READS),
            entry("copyOf", COPIES),
            entry("copyOfRange", COPIES),
            entry("deepEquals", READS),
            entry("deepHashCode", READS),
            entry("deepToString", READS),
            entry("equals", READS),
            entry("fill", WRITES),
            entry("hashCode", READS),
            entry("mismatch", READS),
            entry("parallelPrefix", WRITES),
            entry("parallelSetAll", WRITES),
            entry("parallelSort", WRITES),
            entry("setAll", WRITES),
            entry("sort", WRITES),
            entry("spliterator", COPIES),
            entry("stream", COPIES),
            entry("toString", READS));

    private ArrayFunctions() {}

    /** Whether it is one of these functions. What it does is {@link Effect#WRITES} if a newer Java has added it. */
    public static boolean isOne(Element callee) {
        String owner = ownerOf(callee);
        return owner.equals(ARRAYS)
                || owner.equals(SYSTEM) && callee.getSimpleName().contentEquals(ARRAYCOPY);
    }

    public static Effect effectOf(Element callee) {
        return EFFECTS.getOrDefault(callee.getSimpleName().toString(), WRITES);
    }

    public static boolean does(Element callee, Effect effect) {
        return isOne(callee) && effectOf(callee) == effect;
    }

    /** The position of the argument that is written by a function that {@link Effect#WRITES}. */
    public static int target(Element callee) {
        return ownerOf(callee).equals(SYSTEM) ? 2 : 0;
    }

    /**
     * Whether an array that is passed stays as it is, whatever becomes of the result and of the other arguments.
     *
     * @param hasRows whether its elements are arrays, which copies share
     */
    public static boolean leavesAlone(Element callee, int argument, boolean hasRows) {
        return isOne(callee)
                && switch (effectOf(callee)) {
                    case READS -> true;
                    case COPIES -> !hasRows;
                    case WRITES -> argument < target(callee) && !hasRows;
                    case SHARES -> false;
                };
    }

    private static String ownerOf(Element callee) {
        return callee.getEnclosingElement() instanceof TypeElement owner
                ? owner.getQualifiedName().toString()
                : "";
    }
}
