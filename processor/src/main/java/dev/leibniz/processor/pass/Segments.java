package dev.leibniz.processor.pass;

/** The passes, place by place: whoever runs those of a place need not know them. */
public interface Segments {
    /** The subject after all passes of a stage. */
    <T, C> T run(Stage<T, C> stage, T subject, C known);

    /** The same for passes that need nothing but the subject. */
    default <T> T run(Stage<T, Nothing> stage, T subject) {
        return run(stage, subject, Nothing.NOTHING);
    }
}
