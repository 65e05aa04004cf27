package dev.leibniz.explain;

import dev.leibniz.page.Html;
import dev.leibniz.runtime.Trace;

/** The forward and the backward sweep, row by row. */
final class TableSection {
    /** More rows are no longer looked at, and slow to scroll. */
    private static final int MOST = 2000;

    private final Trace trace;

    TableSection(Trace trace) {
        this.trace = trace;
    }

    String html() {
        StringBuilder html =
                new StringBuilder("<div class=\"scroll\" tabindex=\"0\">\n<table>\n<thead><tr><th>step</th>"
                        + "<th>expression</th><th>values</th><th>result</th></tr></thead>\n<tbody>\n");
        var rows = trace.rows();
        for (Trace.Row row : rows.subList(0, Math.min(MOST, rows.size()))) {
            if (row.isTitle()) {
                html.append("<tr class=\"title\"><th colspan=\"4\">")
                        .append(Html.escaped(row.step()))
                        .append("</th></tr>\n");
                continue;
            }
            html.append("<tr")
                    .append(row.line() > 0 ? " data-line=\"" + row.line() + "\" tabindex=\"0\"" : "")
                    .append('>');
            for (String cell : new String[] {row.step(), row.expression(), row.values(), row.result()}) {
                html.append("<td>").append(Html.escaped(cell)).append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n</div>\n");
        if (rows.size() > MOST) {
            html.append("<p>").append(rows.size() - MOST).append(" more rows are not shown.</p>\n");
        }
        return html.toString();
    }
}
