package dev.leibniz.processor.pass;

/** What is known to passes that need no more than what they change. */
public enum Nothing {
    NOTHING
}
