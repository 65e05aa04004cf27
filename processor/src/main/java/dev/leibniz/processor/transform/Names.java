package dev.leibniz.processor.transform;

import dev.leibniz.processor.ir.Var;

/** How the variables that a transform adds are called, after those they belong to. */
final class Names {
    private Names() {}

    /** {@code dx} for {@code x}, {@code dLogits} for {@code logits}. */
    static String adjoint(Var variable) {
        return prefixed("d", variable.name());
    }

    /** {@code xDot} for {@code x}. */
    static String tangent(Var variable) {
        return variable.isNamed() ? variable.name() + "Dot" : "";
    }

    /** The array that keeps the values a variable takes in a loop. */
    static String saved(Var variable) {
        return variable.isNamed() ? variable.name() + "Saved" : "saved";
    }

    private static String prefixed(String prefix, String name) {
        if (name.length() <= 2) {
            return name.isEmpty() ? "" : prefix + name;
        }
        return prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
