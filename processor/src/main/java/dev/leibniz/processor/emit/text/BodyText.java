package dev.leibniz.processor.emit.text;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The body of a method while it is being written. JavaPoet gets it as one flat piece, in which a line may stand for many
 * ({@link BodyTexts}): only lines that it may have to break are in it as they are.
 */
public final class BodyText {
    private static final String INDENT = "    ";

    /** The number of braces open around the body. */
    private static final int AROUND = 2;

    /** The length at which JavaPoet breaks lines. */
    private static final int LINE = 100;

    /** The characters that JavaPoet takes for line ends, but Java does not; they may be in a literal or a comment of the user's. */
    private static final String NO_LINE_ENDS = "\u000B\f\u0085\u2028\u2029";

    private final BodyTexts bodies;
    private final StringBuilder format = new StringBuilder();
    private final List<ClassName> arguments = new ArrayList<>();

    /** Lines that JavaPoet need not see. */
    private final StringBuilder lines = new StringBuilder();

    /** The classes mentioned in such lines, numbered. */
    private final Map<ClassName, Integer> classes = new LinkedHashMap<>();

    /** The positions in the format, and among its arguments, where these classes are to be named; negative if there are no such lines. */
    private int namesInFormat = -1;

    private int namesInArguments;

    private int depth;

    public BodyText(BodyTexts bodies) {
        this.bodies = bodies;
    }

    void line(Code code) {
        append(code.text(), 0);
    }

    void blank() {
        lines.append('\n');
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
        putAside();
        if (!classes.isEmpty()) {
            format.insert(namesInFormat, ("$T" + Code.END).repeat(classes.size()));
            arguments.addAll(namesInArguments, classes.keySet());
        }
        return CodeBlock.of(format.toString(), arguments.toArray());
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

    private void line(String text, int level) {
        boolean isLong = text.length() + (level + AROUND) * INDENT.length() > LINE && text.contains(Code.WRAP);
        if (isLong) {
            putAside();
            breakable(text, level);
        } else {
            plain(text, level);
        }
    }

    private void putAside() {
        if (lines.length() > 0) {
            format.append(bodies.keep(lines.toString()));
            if (namesInFormat < 0) {
                namesInFormat = format.length();
                namesInArguments = arguments.size();
            }
            format.append('\n');
            lines.setLength(0);
        }
    }

    private void plain(String text, int level) {
        lines.append(INDENT.repeat(text.isEmpty() ? 0 : level));
        write(text, lines, this::numbered, " ", "$");
        lines.append('\n');
    }

    /** The mark of a class in lines that JavaPoet does not see. */
    private String numbered(ClassName name) {
        Integer number = classes.putIfAbsent(name, classes.size());
        return "" + Code.MARK + (number == null ? classes.size() - 1 : number) + Code.END;
    }

    /** A line that JavaPoet may have to break; it is told of the indentation. */
    private void breakable(String text, int level) {
        format.append(INDENT.repeat(level)).append("$>".repeat(level));
        write(text, format, this::argument, "$W", "$$");
        format.append("$<".repeat(level)).append('\n');
    }

    private String argument(ClassName name) {
        arguments.add(name);
        return "$T";
    }

    /**
     * Writes a line of code.
     *
     * @param mark the mark that stands for a class
     * @param space the space where the line may be broken
     */
    private void write(String text, StringBuilder out, Function<ClassName, String> mark, String space, String dollar) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == Code.MARK && text.charAt(i + 1) == Code.CLASS) {
                int end = Code.endOfMark(text, i + 1);
                out.append(mark.apply(bodies.mention(text.substring(i + 2, end))));
                i = end;
            } else if (c == Code.MARK) {
                out.append(space);
                i++;
            } else if (c == '$') {
                out.append(dollar);
            } else if (NO_LINE_ENDS.indexOf(c) >= 0) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
    }
}
