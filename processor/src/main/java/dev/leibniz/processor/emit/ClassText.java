package dev.leibniz.processor.emit;

import java.util.List;

/** The text of a class while it is being written: lines, braces, comments, and how far all that is indented. */
final class ClassText {
    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** @param depth how many braces are open around it */
    ClassText(int depth) {
        this.depth = depth;
    }

    /** A parameter of a method, or a component of a record. */
    record Parameter(Code type, String name) {}

    void line(String line) {
        indent();
        text.append(line).append('\n');
    }

    void blank() {
        text.append('\n');
    }

    void statement(Code code) {
        indent();
        append(code, INDENT + INDENT);
        text.append(";\n");
    }

    /** The first line of a statement or declaration with braces. */
    void open(Code header) {
        indent();
        append(header, "");
        text.append(" {\n");
        depth++;
    }

    /** Closes braces and opens others, as in {@code } else {}. */
    void closeAndOpen(Code header) {
        depth--;
        indent();
        text.append("} ");
        append(header, "");
        text.append(" {\n");
        depth++;
    }

    void close() {
        depth--;
        line("}");
    }

    /** A declaration with nothing in its braces yet: modifiers and name, then parameters in parentheses. */
    static Code header(Code beginning, List<Parameter> parameters, boolean varargs) {
        StringBuilder header = new StringBuilder(beginning.text()).append('(').append(Code.BREAK);
        for (int i = 0; i < parameters.size(); i++) {
            String type = parameters.get(i).type().text();
            boolean isVariable = varargs && i == parameters.size() - 1;
            header.append(i == 0 ? "" : "," + Code.WRAP)
                    .append(isVariable ? type.substring(0, type.length() - 2) + "..." : type)
                    .append(' ')
                    .append(parameters.get(i).name());
        }
        return new Code(header.append(')').toString());
    }

    void javadoc(List<String> lines) {
        line("/**");
        for (String line : lines) {
            line(line.isEmpty() ? " *" : " * " + line);
        }
        line(" */");
    }

    /** Everything that another one has collected. */
    void addAll(ClassText other) {
        text.append(other.text);
    }

    private void indent() {
        for (int i = 0; i < depth; i++) {
            text.append(INDENT);
        }
    }

    /** Further lines of the code, if there are any, are indented like the first and then some more. */
    private void append(Code code, String more) {
        if (code.text().indexOf('\n') < 0) {
            text.append(code.text());
        } else {
            text.append(code.text().replace("\n", "\n" + INDENT.repeat(depth) + more));
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
