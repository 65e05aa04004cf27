package dev.leibniz.processor.pass;

/** The passes, place by place: whoever runs those of a place need not know them. */
public interface Segments {
    /** What becomes of the subject after all passes of a stage. */
    <T, C> T run(Stage<T, C> stage, T subject, C known);

    /** The same where the subject says it all. */
    default <T> T run(Stage<T, Nothing> stage, T subject) {
        return run(stage, subject, Nothing.NOTHING);
    }
}
