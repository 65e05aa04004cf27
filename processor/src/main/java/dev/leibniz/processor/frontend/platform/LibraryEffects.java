package dev.leibniz.processor.frontend.platform;

import dev.leibniz.processor.frontend.types.LibraryValues;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** What is known of the methods of the platform: which of them write to arrays, and which depend on more than their arguments. */
public final class LibraryEffects {
    private static final Set<String> NOT_PURE = Set.of(
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.Runtime",
            "java.lang.System",
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.util.Calendar",
            "java.util.Date",
            "java.util.Random",
            "java.util.Scanner",
            "java.util.SplittableRandom",
            "java.util.Timer",
            "java.util.UUID");

    /** Methods that fill an array which they are given. */
    private static final Set<String> FILLING = Set.of("getBytes", "getChars", "nextBytes", "toArray");

    private LibraryEffects() {}

    /** Whether the method writes to no array, and hands none to somebody who might. Lambdas are looked at where they stand. */
    public static boolean leavesArraysAlone(ExecutableElement callee) {
        String owner = ownerOf(callee);
        boolean fills = FILLING.contains(callee.getSimpleName().toString())
                && !callee.getParameters().isEmpty();
        return !fills
                && (isKnown(owner)
                        || LibraryValues.areOf(callee.getEnclosingElement())
                        || owner.equals("java.io.PrintStream")
                        || owner.equals("java.io.PrintWriter"));
    }

    /** Whether the method does nothing but return what its arguments, and the object it belongs to, determine. */
    public static boolean isPure(ExecutableElement callee) {
        String owner = ownerOf(callee);
        String name = callee.getSimpleName().toString();
        boolean isDrawn = name.equals("random") || name.equals("shuffle") || owner.endsWith("Random");
        return !isDrawn && isKnown(owner) && !NOT_PURE.contains(owner)
                || LibraryValues.areOf(callee.getEnclosingElement());
    }

    private static boolean isKnown(String owner) {
        return owner.startsWith("java.util.stream.")
                || isIn("java.lang.", owner)
                || isIn("java.util.", owner) && !owner.equals("java.util.Arrays");
    }

    private static boolean isIn(String packageName, String owner) {
        return owner.startsWith(packageName)
                && owner.length() > packageName.length()
                && Character.isUpperCase(owner.charAt(packageName.length()));
    }

    private static String ownerOf(ExecutableElement callee) {
        return callee.getEnclosingElement() instanceof TypeElement owner
                ? owner.getQualifiedName().toString()
                : "";
    }
}
