package dev.leibniz.processor.emit.text;

import dev.leibniz.processor.ir.Origin;
import java.util.List;

/**
 * Puts over each group of lines the source line that they come from, unless that is what they say anyway. It knows
 * nothing of what the lines compute.
 */
public final class CommentWriter {
    private static final int LONGEST = 80;

    private final BodyText out;
    private String last = "";

    private CommentWriter(BodyText out) {
        this.out = out;
    }

    public static void write(List<Line> lines, BodyText out) {
        new CommentWriter(out).lines(lines);
    }

    private void lines(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            comment(line);
            if (line instanceof Line.Simple simple) {
                out.statement(simple.code());
            } else if (line instanceof Line.Braced braced) {
                out.open(braced.header());
                lines(braced.body());
                otherwise(braced.otherwise());
                out.close();
            } else if (line instanceof Line.Section section && i > 0) {
                out.blank();
                out.line(Code.of("// $L", section.comment()));
                last = "";
            }
        }
    }

    private void otherwise(List<Line> otherwise) {
        if (otherwise.size() == 1
                && otherwise.get(0) instanceof Line.Braced chained
                && chained.header().text().startsWith("if ")) {
            out.closeAndOpen(Code.of("else $L", chained.header()));
            lines(chained.body());
            otherwise(chained.otherwise());
        } else if (!otherwise.isEmpty()) {
            out.closeAndOpen(new Code("else"));
            lines(otherwise);
        }
    }

    private void comment(Line line) {
        Origin origin = line.origin();
        String text = origin.text().strip();
        boolean aheadOfLoop = line instanceof Line.Simple && isLoop(text);
        if (!origin.isKnown() || text.isEmpty() || text.equals(last) || aheadOfLoop) {
            return;
        }
        last = text;
        if (says(line, text)) {
            return;
        }
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST - 1).stripTrailing() + "…" : text;
        out.line(Code.of("// $L", Code.verbatim(shown)));
    }

    /** Whether the line is the source text itself. */
    private static boolean says(Line line, String text) {
        if (line instanceof Line.Simple simple) {
            return squeezed(simple.code().plain()).equals(squeezed(text));
        }
        return line instanceof Line.Braced braced && repeats(braced.header().plain(), text);
    }

    /** Whether the comment would say nothing that the header does not; the bound of a loop may have got a name. */
    private static boolean repeats(String header, String text) {
        String[] mine = squeezed(header).split(";");
        String[] source = squeezed(text).split(";");
        if (mine.length == 3 && source.length >= 3) {
            return mine[0].equals(source[0]) && source[2].startsWith(mine[2]);
        }
        return squeezed(text).startsWith(squeezed(header));
    }

    private static boolean isLoop(String text) {
        return text.startsWith("for ") || text.startsWith("for(") || text.startsWith("while ");
    }

    private static String squeezed(String code) {
        StringBuilder dense = new StringBuilder(code.length());
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c > ' ') {
                dense.append(c);
            }
        }
        String squeezed = dense.toString();
        if (squeezed.contains("java.")) {
            squeezed = squeezed.replace("java.lang.", "").replace("java.util.", "");
        }
        return squeezed.endsWith(";") || squeezed.endsWith("{")
                ? squeezed.substring(0, squeezed.length() - 1)
                : squeezed;
    }
}
