package dev.leibniz.processor.ir;

/**
 * The place in the user's source that a statement comes from, kept through all transforms.
 *
 * @param position offset in the file, for messages; -1 if there is none
 * @param line line number, from 1; 0 if there is none
 * @param text the statement's source, on one line, for the comment over the generated code
 */
public record Origin(int position, int line, String text) {
    public static final Origin NONE = new Origin(-1, 0, "");

    public boolean isKnown() {
        return line > 0;
    }
}
