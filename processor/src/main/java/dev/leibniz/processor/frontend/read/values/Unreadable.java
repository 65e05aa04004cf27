package dev.leibniz.processor.frontend.read.values;

/** Leaves a statement that cannot be read; the problem has been reported already. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unreadable() {
        super("a problem has been reported", null, false, false);
    }
}
