package dev.leibniz.processor.emit;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;

/** A finished source file: the text of a class, to which it adds package and imports, and whose long lines it breaks. */
public final class SourceFile {
    private static final int LINE = 100;

    private final ClassName name;
    private final Set<String> nested;
    private final Set<String> hidden;
    private final String text;
    private final Element[] originating;

    /**
     * @param name the class
     * @param nested the simple names of the classes in it
     * @param hidden names of platform classes that mean another class in its package
     * @param text the declaration of the class, as {@link Code}
     * @param originating what it is generated from, for incremental builds
     */
    SourceFile(ClassName name, Set<String> nested, Set<String> hidden, String text, Element... originating) {
        this.name = name;
        this.nested = nested;
        this.hidden = hidden;
        this.text = text;
        this.originating = originating;
    }

    /** The canonical name of the class. */
    String className() {
        return name.canonical();
    }

    /** Whether the class calls functions of the runtime. */
    public boolean usesRuntime() {
        return mentioned().values().stream()
                .anyMatch(mentioned -> mentioned.packageName().equals("dev.leibniz.runtime"));
    }

    /**
     * Writes the file where the compiler wants generated sources.
     *
     * @param module the module, if there are several; else empty
     * @throws IOException if it cannot be written
     */
    public void writeTo(Filer filer, String module) throws IOException {
        String name = module.isEmpty() ? className() : module + "/" + className();
        try (Writer writer = filer.createSourceFile(name, originating).openWriter()) {
            writer.write(toString());
        }
    }

    /** The Java source. */
    @Override
    public String toString() {
        Imports imports = new Imports(name, nested, hidden, mentioned().values());
        StringBuilder out = new StringBuilder(text.length() + 1000);
        if (!name.packageName().isEmpty()) {
            out.append("package ").append(name.packageName()).append(";\n\n");
        }
        for (String imported : imports.declarations()) {
            out.append("import ").append(imported).append(";\n");
        }
        out.append(imports.declarations().isEmpty() ? "" : "\n");
        body(imports, out);
        return out.toString();
    }

    /** The classes that are mentioned, by their marks, in order. */
    private Map<String, ClassName> mentioned() {
        Map<String, ClassName> mentioned = new LinkedHashMap<>();
        for (int mark = text.indexOf(Code.MARK); mark >= 0; mark = text.indexOf(Code.MARK, mark + 2)) {
            if (text.charAt(mark + 1) == Code.CLASS) {
                String marked = text.substring(mark, ClassName.endOfMark(text, mark + 2));
                if (!mentioned.containsKey(marked)) {
                    mentioned.put(marked, ClassName.marked(text, mark + 2));
                }
            }
        }
        return mentioned;
    }

    private void body(Imports imports, StringBuilder out) {
        int at = 0;
        for (int mark = text.indexOf(Code.MARK); mark >= 0; mark = text.indexOf(Code.MARK, at)) {
            out.append(text, at, mark);
            char kind = text.charAt(mark + 1);
            at = mark + 2;
            if (kind == Code.CLASS) {
                out.append(imports.nameOf(ClassName.marked(text, at)));
                at = ClassName.endOfMark(text, at);
            } else {
                String space = kind == Code.SPACE ? " " : "";
                int column = out.length() - (out.lastIndexOf("\n") + 1);
                if (column + space.length() + width(at, imports) > LINE) {
                    out.append('\n').append(" ".repeat(indentation(mark) + 8));
                } else {
                    out.append(space);
                }
            }
        }
        out.append(text, at, text.length());
    }

    /** How many characters there are from a place to the next one where the line may be broken, or ends. */
    private int width(int from, Imports imports) {
        int width = 0;
        for (int i = from; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) != Code.MARK) {
                width++;
            } else if (text.charAt(i + 1) == Code.CLASS) {
                width += imports.nameOf(ClassName.marked(text, i + 2)).length();
                i = ClassName.endOfMark(text, i + 2) - 1;
            } else {
                break;
            }
        }
        return width;
    }

    /** How far the line that a place is in is indented. */
    private int indentation(int place) {
        int start = text.lastIndexOf('\n', place) + 1;
        int end = start;
        while (text.charAt(end) == ' ') {
            end++;
        }
        return end - start;
    }
}
