package dev.leibniz.processor.pass;

/** The facts known to passes that need no more than the subject they change. */
public enum Nothing {
    NOTHING
}
