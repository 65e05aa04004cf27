package dev.leibniz.processor.emit;

import java.util.List;

/**
 * A piece of Java text in which two things are still open, because they depend on where it will stand: how classes are
 * called, and where long lines are broken. Both are marked in the text by characters that Java has no use for;
 * {@link SourceFile} puts something in their places.
 */
record Code(String text) {
    /** Begins a mark; the next character says of which kind it is. Java knows it neither as space nor in names. */
    static final char MARK = '\u001E';

    /** Ends each part of a class name. */
    static final char END = '\u001F';

    /** The kind of mark that is a class: package, {@link #END}, simple names with dots between, {@link #END}. */
    static final char CLASS = 'C';

    /** The kind of mark that is a space, or a line break. */
    static final char SPACE = 'W';

    /** The kind of mark that is nothing, or a line break. */
    static final char NOTHING = 'Z';

    /** A space where the line may be broken. */
    static final String WRAP = "" + MARK + SPACE;

    /** Where the line may be broken between two characters. */
    static final String BREAK = "" + MARK + NOTHING;

    /**
     * The format with each {@code $L} replaced by an argument (code, or anything that prints itself), and each {@code $W} by a
     * space where the line may be broken.
     */
    static Code of(String format, Object... args) {
        StringBuilder text = new StringBuilder(format.length() + 16 * args.length);
        int next = 0;
        int at = 0;
        for (int dollar = format.indexOf('$'); dollar >= 0; dollar = format.indexOf('$', at)) {
            text.append(format, at, dollar);
            if (format.charAt(dollar + 1) == 'L') {
                Object arg = args[next++];
                text.append(arg instanceof Code code ? code.text : arg.toString());
            } else {
                text.append(WRAP);
            }
            at = dollar + 2;
        }
        return new Code(text.append(format, at, format.length()).toString());
    }

    /** Text of the user's, whatever is in it. */
    static Code verbatim(String text) {
        boolean isMarked = text.indexOf(MARK) >= 0 || text.indexOf(END) >= 0;
        return new Code(isMarked ? text.replace(MARK, '?').replace(END, '?') : text);
    }

    static Code join(List<Code> parts, String separator) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            text.append(i == 0 ? "" : separator).append(parts.get(i).text);
        }
        return new Code(text.toString());
    }

    /** The text with classes under their full names and without line breaks, to be looked at and not to be printed. */
    String plain() {
        if (text.indexOf(MARK) < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != MARK) {
                plain.append(c);
                continue;
            }
            char kind = text.charAt(++i);
            if (kind == SPACE) {
                plain.append(' ');
            } else if (kind == CLASS) {
                ClassName name = ClassName.marked(text, i + 1);
                plain.append(name.canonical());
                i = ClassName.endOfMark(text, i + 1) - 1;
            }
        }
        return plain.toString();
    }

    @Override
    public String toString() {
        return plain();
    }
}
