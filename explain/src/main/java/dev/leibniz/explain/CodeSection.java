package dev.leibniz.explain;

import dev.leibniz.runtime.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The source beside the generated gradient. What was generated stands under comments that quote the source; by these the lines of both
 * are linked.
 */
final class CodeSection {
    /** A file to show. */
    record File(String name, String text) {
        static final File NONE = new File("", "");
    }

    /** A line: its number in the file, its text, and the line of the source that it belongs to; 0 if to none. */
    private record Line(int number, String text, int source) {}

    private final File source;
    private final File generated;
    private final String method;
    private final List<Trace.Step> steps;

    /** @param steps of a trace; the whole source is shown if there are none */
    CodeSection(File source, File generated, String method, List<Trace.Step> steps) {
        this.source = source;
        this.generated = generated;
        this.method = method;
        this.steps = steps;
    }

    String html() {
        Map<String, Integer> lines = new HashMap<>();
        for (Trace.Step step : steps) {
            lines.putIfAbsent(step.source(), step.line());
        }
        List<String> own = source.text().lines().toList();
        for (int i = own.size() - 1; i >= 0; i--) {
            lines.putIfAbsent(own.get(i).strip(), i + 1);
        }
        List<Line> forward = new ArrayList<>();
        List<Line> backward = new ArrayList<>();
        split(lines, forward, backward);
        StringBuilder html = new StringBuilder(
                        "<p>Point at a line, or go to it with the tabulator: what came of it lights up.</p>\n")
                .append("<div class=\"columns\">\n");
        column(source.name(), sourceLines(own), html);
        column(generated.name() + ", forward", forward, html);
        column(generated.name() + ", backward", backward, html);
        return html.append("</div>\n").toString();
    }

    /** The source from the first to the last statement that was traced, and a little around. */
    private List<Line> sourceLines(List<String> own) {
        int first = steps.isEmpty() ? 1 : own.size();
        int last = steps.isEmpty() ? own.size() : 0;
        for (Trace.Step step : steps) {
            if (step.line() > 0 && step.line() <= own.size()) {
                first = Math.min(first, step.line());
                last = Math.max(last, step.line());
            }
        }
        List<Line> lines = new ArrayList<>();
        for (int line = Math.max(1, first - 8); line <= Math.min(own.size(), last + 3); line++) {
            lines.add(new Line(line, own.get(line - 1), line));
        }
        return lines;
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
        for (Line line : lines) {
            boolean isLinked = line.source() > 0 && !line.text().isBlank();
            html.append("<div class=\"line\"")
                    .append(isLinked ? " data-line=\"" + line.source() + "\" tabindex=\"0\"" : "")
                    .append("><span class=\"at\">")
                    .append(line.number())
                    .append("</span><code class=\"language-java\">")
                    .append(Html.escaped(line.text()))
                    .append("</code></div>\n");
        }
        html.append("</div></figure>\n");
    }
}
