package dev.leibniz.processor.frontend;

/** Leaves a statement that cannot be read; the problem has been reported already. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable() {
        super("a problem has been reported", null, false, false);
    }
}
