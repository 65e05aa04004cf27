package dev.leibniz.processor.frontend;

/** A variable that the user did not write: a flag that says how a block was left, or the result of an expression. */
final class Slot {
    private final String name;

    Slot(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }
}
