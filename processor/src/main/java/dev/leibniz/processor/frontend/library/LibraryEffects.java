package dev.leibniz.processor.frontend.library;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** The side effects of calls of methods of the platform and of libraries, and the state that such calls depend on. */
public final class LibraryEffects {
    private static final List<Fact> NOT_PURE = List.of(Fact.CHANGES, Fact.WORLD, Fact.RANDOM);

    private LibraryEffects() {}

    /** Whether the method writes to no array, and hands none to code that might. Lambdas are looked at where they stand. */
    public static boolean leavesArraysAlone(ExecutableElement callee) {
        return LibraryTable.says(callee, Fact.LEAVES_ARRAYS)
                && !LibraryTable.says(callee, Fact.FILLS)
                && !ArrayFunctions.isOne(callee);
    }

    /** Whether the method is pure: only returns a value that its arguments, and the object it belongs to, determine. */
    public static boolean isPure(ExecutableElement callee) {
        return LibraryTable.says(callee, Fact.PURE)
                && NOT_PURE.stream().noneMatch(fact -> LibraryTable.says(callee, fact));
    }

    /**
     * Whether a call cannot be repeated, and is refused.
     *
     * @param isShared whether the method belongs to an object that others use, too: its draws depend on earlier draws of others
     */
    public static boolean isUnrepeatable(ExecutableElement callee, boolean isShared) {
        boolean isOfObject = !callee.getModifiers().contains(Modifier.STATIC);
        return LibraryTable.says(callee, Fact.WORLD)
                || LibraryTable.says(callee, Fact.RANDOM) && (isShared || !isOfObject);
    }

    /** Whether a method that returns text does nothing but make it, such as {@code Arrays.toString}. */
    public static boolean makesText(ExecutableElement callee) {
        return callee.getModifiers().contains(Modifier.STATIC)
                ? isPure(callee) && LibraryTable.says(callee, Fact.MAKES_TEXT)
                        || ArrayFunctions.does(callee, Fact.READS)
                : LibraryTable.says(callee, Fact.MAKES_TEXT);
    }
}
