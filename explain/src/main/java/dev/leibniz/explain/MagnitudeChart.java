package dev.leibniz.explain;

import dev.leibniz.page.Html;
import dev.leibniz.runtime.Trace;
import java.util.List;
import java.util.Locale;

/** How large the derivatives are, array by array, on a logarithmic scale. */
final class MagnitudeChart {
    private static final int ROW = 22;
    private static final int LEFT = 130;
    private static final int WIDTH = 360;
    private static final int RIGHT = 90;
    private static final int MOST = 200;

    private final List<Trace.Magnitude> magnitudes;

    MagnitudeChart(Trace trace) {
        List<Trace.Magnitude> all = trace.magnitudes();
        this.magnitudes = all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    String html() {
        double least = 0;
        double most = 0;
        for (Trace.Magnitude magnitude : magnitudes) {
            if (magnitude.norm() > 0 && magnitude.norm() < Double.POSITIVE_INFINITY) {
                least = Math.min(least, Math.floor(Math.log10(magnitude.norm())));
                most = Math.max(most, Math.ceil(Math.log10(magnitude.norm())));
            }
        }
        double decades = Math.max(1, most - least);
        int height = ROW * magnitudes.size() + 30;
        StringBuilder html = new StringBuilder(
                        "<p>The length of the derivative of the result by each array or variable, "
                                + "in the order of computation.</p>\n<div class=\"scroll\" tabindex=\"0\">\n")
                .append(String.format(
                        Locale.ROOT,
                        "<svg class=\"chart\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"Magnitudes\">%n",
                        LEFT + WIDTH + RIGHT,
                        height,
                        LEFT + WIDTH + RIGHT,
                        height));
        int every = (int) Math.max(1, Math.ceil(decades / 6));
        for (int decade = 0; decade <= decades; decade += every) {
            double x = LEFT + WIDTH * decade / decades;
            html.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%.1f\" y1=\"4\" x2=\"%.1f\" y2=\"%d\"/><text class=\"axis\" x=\"%.1f\" y=\"%d\">1e%d</text>%n",
                    x,
                    x,
                    height - 22,
                    x,
                    height - 8,
                    (int) (least + decade)));
        }
        for (int i = 0; i < magnitudes.size(); i++) {
            Trace.Magnitude magnitude = magnitudes.get(i);
            double norm = magnitude.norm();
            double part = norm > 0 ? Math.min(1, (Math.log10(norm) - least) / decades) : 0;
            int y = 4 + ROW * i;
            html.append(String.format(
                    Locale.ROOT,
                    "<g class=\"bar\" tabindex=\"0\"><title>%s: %s of %d</title><text class=\"name\" x=\"%d\" y=\"%d\">%s</text>"
                            + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/><text class=\"value\" x=\"%.1f\" y=\"%d\">%s</text></g>%n",
                    Html.escaped(magnitude.name()),
                    number(norm),
                    magnitude.count(),
                    LEFT - 6,
                    y + 15,
                    Html.escaped(shortened(magnitude.name())),
                    LEFT,
                    y + 3,
                    Math.max(1, WIDTH * part),
                    ROW - 6,
                    LEFT + Math.max(1, WIDTH * part) + 5,
                    y + 15,
                    number(norm)));
        }
        return html.append("</svg>\n</div>\n").toString();
    }

    private static String shortened(String name) {
        return name.length() <= 17 ? name : name.substring(0, 16) + "…";
    }

    private static String number(double norm) {
        return String.format(Locale.ROOT, "%.3g", norm);
    }
}
