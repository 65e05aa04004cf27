package dev.leibniz.processor.emit.text;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The body of a method while it is being written. JavaPoet gets it whole, as one flat list of pieces of text, and no more of
 * them than it needs: a tree of expressions, or the indentation of each line, took it longer than computing what they are.
 */
public final class BodyText {
    private static final String INDENT = "    ";

    /** How many braces are open around the body. */
    private static final int AROUND = 2;

    /** Where JavaPoet breaks lines. */
    private static final int LINE = 100;

    /** What JavaPoet takes for the end of a line, but Java does not; it may be in a literal or a comment of the user's. */
    private static final String NO_LINE_ENDS = "\u000B\f\u0085\u2028\u2029";

    private final StringBuilder format = new StringBuilder();
    private final List<ClassName> classes = new ArrayList<>();
    private final Map<String, ClassName> mentioned;
    private int depth;

    /** @param mentioned the classes that the bodies of the file mention, by their marks; more are added */
    public BodyText(Map<String, ClassName> mentioned) {
        this.mentioned = mentioned;
    }

    void line(Code code) {
        append(code.text(), 0);
    }

    void blank() {
        format.append('\n');
    }

    public void statement(Code code) {
        append(code.text() + ";", 2);
    }

    /** The first line of a statement with braces. */
    void open(Code header) {
        append(header.text() + " {", 0);
        depth++;
    }

    /** Closes braces and opens others, as in {@code } else {}. */
    void closeAndOpen(Code header) {
        depth--;
        append("} " + header.text() + " {", 0);
        depth++;
    }

    void close() {
        depth--;
        append("}", 0);
    }

    /** All that was written. */
    public CodeBlock code() {
        return CodeBlock.of(format.toString(), classes.toArray());
    }

    /** @param more how much more further lines of the text, if there are any, are indented than the first */
    private void append(String text, int more) {
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            line(text, depth);
            return;
        }
        int level = depth;
        for (String line : text.split("\r?\n|\r", -1)) {
            line(line, level);
            level = depth + more;
        }
    }

    /** JavaPoet is told of the indentation where it may have to break the line. */
    private void line(String text, int level) {
        boolean isLong = text.length() + (level + AROUND) * INDENT.length() > LINE && text.contains(Code.WRAP);
        format.append(INDENT.repeat(level)).append(isLong ? "$>".repeat(level) : "");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == Code.MARK && text.charAt(i + 1) == Code.CLASS) {
                int end = Code.endOfMark(text, i + 1);
                classes.add(mentioned.computeIfAbsent(text.substring(i + 2, end), Code::marked));
                format.append("$T");
                i = end;
            } else if (c == Code.MARK) {
                format.append(isLong ? "$W" : " ");
                i++;
            } else if (c == '$') {
                format.append("$$");
            } else if (NO_LINE_ENDS.indexOf(c) >= 0) {
                format.append(String.format("\\u%04x", (int) c));
            } else {
                format.append(c);
            }
        }
        format.append(isLong ? "$<".repeat(level) : "").append('\n');
    }
}
