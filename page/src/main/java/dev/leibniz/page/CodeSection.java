package dev.leibniz.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The source beside the generated gradient. What was generated stands under comments that quote the source; by these the lines of both
 * are linked.
 */
public final class CodeSection {
    /**
     * A file to show.
     *
     * @param name how it is called
     * @param text the whole file, so that its lines have their numbers
     */
    public record File(String name, String text) {
        /** No file at all. */
        public static final File NONE = new File("", "");
    }

    /** A line: its number in the file, its text, and the line of the source that it belongs to; 0 if to none. */
    private record Line(int number, String text, int source) {}

    private final File source;
    private final File generated;
    private final String method;
    private final Map<String, Integer> lines;
    private final int first;
    private final int last;

    private CodeSection(File source, File generated, String method, Map<String, Integer> lines, int first, int last) {
        this.source = source;
        this.generated = generated;
        this.method = method;
        this.lines = lines;
        this.first = first;
        this.last = last;
    }

    /**
     * The code of a method.
     *
     * @param source the file that it is in, all of which is shown
     * @param generated the file of its derivatives, of which the gradient is shown
     * @param method what the derivatives are called after
     * @return the section
     */
    public static CodeSection of(File source, File generated, String method) {
        return new CodeSection(source, generated, method, Map.of(), 1, Integer.MAX_VALUE);
    }

    /**
     * With some of the source only.
     *
     * @param from the first line, from 1
     * @param to the last line
     * @return the section
     */
    public CodeSection between(int from, int to) {
        return new CodeSection(source, generated, method, lines, from, to);
    }

    /**
     * With what is known of where statements stand; of others, the first line that reads like them is taken.
     *
     * @param known lines by statements
     * @return the section
     */
    public CodeSection knowing(Map<String, Integer> known) {
        return new CodeSection(source, generated, method, known, first, last);
    }

    /**
     * The section itself.
     *
     * @return its HTML
     */
    public String html() {
        List<String> own = source.text().lines().toList();
        int begin = Math.max(1, first);
        int end = Math.min(own.size(), last);
        List<Line> shown = new ArrayList<>();
        Map<String, Integer> bySource = new HashMap<>();
        for (int line = own.size(); line >= 1; line--) {
            bySource.put(own.get(line - 1).strip(), line);
        }
        for (int line = end; line >= begin; line--) {
            bySource.put(own.get(line - 1).strip(), line);
            shown.add(0, new Line(line, own.get(line - 1), line));
        }
        bySource.putAll(lines);
        List<Line> forward = new ArrayList<>();
        List<Line> backward = new ArrayList<>();
        split(bySource, forward, backward);
        StringBuilder html = new StringBuilder(
                        "<p>Point at a line, or go to it with the tabulator: what came of it lights up.</p>\n")
                .append("<div class=\"columns\">\n");
        column(source.name(), shown, html);
        column(generated.name() + ", forward", forward, html);
        column(generated.name() + ", backward", backward, html);
        return html.append("</div>\n").toString();
    }

    /** The lines of the gradient: those in front of the backward sweep, and that. */
    private void split(Map<String, Integer> bySource, List<Line> forward, List<Line> backward) {
        List<String> all = generated.text().lines().toList();
        int at = start(all);
        List<Line> into = forward;
        int current = 0;
        for (; at >= 0 && at < all.size(); at++) {
            String stripped = all.get(at).strip();
            if (stripped.equals("// backward")) {
                into = backward;
            }
            if (stripped.startsWith("// ")) {
                current = bySource.getOrDefault(stripped.substring(3), 0);
            } else if (stripped.isEmpty()) {
                current = 0;
            }
            into.add(new Line(at + 1, all.get(at), bySource.getOrDefault(stripped, current)));
            if (all.get(at).equals("    }")) {
                return;
            }
        }
    }

    /** Where the gradient with a backward sweep begins: {@code lossGradInto}, or {@code lossGrad} where there is no such. */
    private int start(List<String> all) {
        for (String suffix : List.of("GradInto(", "Grad(", "VjpInto(", "Vjp(")) {
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).startsWith("    public static ") && all.get(i).contains(" " + method + suffix)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static void column(String title, List<Line> lines, StringBuilder html) {
        if (lines.isEmpty()) {
            return;
        }
        html.append("<figure class=\"code\"><figcaption>")
                .append(Html.escaped(title))
                .append("</figcaption><div class=\"lines\">\n");
        int indent = lines.stream()
                .map(Line::text)
                .filter(text -> !text.isBlank())
                .mapToInt(text -> text.length() - text.stripLeading().length())
                .min()
                .orElse(0);
        for (Line line : lines) {
            boolean isLinked = line.source() > 0 && !line.text().isBlank();
            html.append("<div class=\"line\"")
                    .append(isLinked ? " data-line=\"" + line.source() + "\" tabindex=\"0\"" : "")
                    .append("><span class=\"at\">")
                    .append(line.number())
                    .append("</span><code class=\"language-java\">")
                    .append(Html.escaped(
                            line.text().substring(Math.min(indent, line.text().length()))))
                    .append("</code></div>\n");
        }
        html.append("</div></figure>\n");
    }
}
