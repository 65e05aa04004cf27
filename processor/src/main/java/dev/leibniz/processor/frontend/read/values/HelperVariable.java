package dev.leibniz.processor.frontend.read.values;

/** A variable that the user did not write: a flag that says how a block was left, or the result of an expression. */
public final class HelperVariable {
    private final String name;

    public HelperVariable(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }
}
