package dev.leibniz.processor.rules;

import java.util.Set;

/** Classes of libraries whose methods compute the same as those of {@code Math} with the same names. */
public final class MathLibraries {
    private static final Set<String> CLASSES = Set.of(
            "org.hipparchus.util.FastMath",
            "org.apache.commons.math3.util.FastMath",
            "org.apache.commons.math4.core.jdkmath.AccurateMath",
            "org.apache.commons.math4.legacy.core.jdkmath.AccurateMath",
            "net.jafama.FastMath",
            "net.jafama.StrictFastMath");

    private MathLibraries() {}

    /** The qualified names of these classes. */
    public static Set<String> classes() {
        return CLASSES;
    }

    /** Whether a class is one, by its qualified name. */
    public static boolean contains(String owner) {
        return CLASSES.contains(owner);
    }
}
