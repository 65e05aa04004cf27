package dev.leibniz.explain;

import dev.leibniz.runtime.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page that shows a trace, the source of the method and what was generated for it: one file that needs no network.
 *
 * <pre>{@code
 * ExplainPage.of(ModelGrad.lossTrace(w, x))
 *         .withSource("Model.java", source)
 *         .withGenerated("ModelGrad.java", generated)
 *         .writeTo(Path.of("loss.html"));
 * }</pre>
 *
 * @since 0.1.0
 */
public final class ExplainPage {
    private static final String PRISM = "/META-INF/resources/webjars/prismjs/1.30.0/";

    private final String method;
    private final Optional<Trace> trace;
    private final CodeSection.File source;
    private final CodeSection.File generated;

    private ExplainPage(String method, Optional<Trace> trace, CodeSection.File source, CodeSection.File generated) {
        this.method = method;
        this.trace = trace;
        this.source = source;
        this.generated = generated;
    }

    /**
     * A page of a trace alone.
     *
     * @param trace the trace
     * @return the page
     */
    public static ExplainPage of(Trace trace) {
        return new ExplainPage(trace.method(), Optional.of(trace), CodeSection.File.NONE, CodeSection.File.NONE);
    }

    /**
     * A page without numbers: the code only.
     *
     * @param method what the derivatives are called after
     * @return the page, which is to be given source and generated class
     */
    public static ExplainPage ofCode(String method) {
        return new ExplainPage(method, Optional.empty(), CodeSection.File.NONE, CodeSection.File.NONE);
    }

    /**
     * With the file that the traced method is in.
     *
     * @param name how to call it
     * @param text the whole file, so that its lines have their numbers
     * @return the page
     */
    public ExplainPage withSource(String name, String text) {
        return new ExplainPage(method, trace, new CodeSection.File(name, text), generated);
    }

    /**
     * With the generated class.
     *
     * @param name how to call it
     * @param text the whole file; the page shows the gradient of the traced method
     * @return the page
     */
    public ExplainPage withGenerated(String name, String text) {
        return new ExplainPage(method, trace, source, new CodeSection.File(name, text));
    }

    /**
     * Writes the page.
     *
     * @param file where to; it is replaced
     * @throws IOException if it cannot be written
     */
    public void writeTo(Path file) throws IOException {
        Files.writeString(file, html());
    }

    /**
     * The page itself.
     *
     * @return HTML in UTF-8, the same each time
     */
    public String html() {
        String title = Html.escaped(method);
        List<String> sections = new ArrayList<>();
        StringBuilder links = new StringBuilder();
        if (!source.text().isEmpty() || !generated.text().isEmpty()) {
            add(
                    "code",
                    "Code",
                    new CodeSection(
                                    source,
                                    generated,
                                    method,
                                    trace.map(Trace::steps).orElse(List.of()))
                            .html(),
                    sections,
                    links);
        }
        if (trace.isPresent()) {
            add("graph", "Graph", new GraphSection(trace.get()).html(), sections, links);
            add("table", "Table", new TableSection(trace.get()).html(), sections, links);
            add("magnitudes", "Magnitudes", new MagnitudeChart(trace.get()).html(), sections, links);
        }
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
                + " script-src 'unsafe-inline'\">\n"
                + "<title>The gradient of " + title + "</title>\n<style>\n" + Html.resource("page.css") + "</style>\n"
                + "</head>\n<body>\n<header>\n<h1>The gradient of <code>" + title + "</code></h1>\n<nav>" + links
                + "</nav>\n</header>\n<main>\n" + String.join("\n", sections) + "\n</main>\n<script>\n"
                + script(PRISM + "components/prism-core.min.js") + script(PRISM + "components/prism-clike.min.js")
                + script(PRISM + "components/prism-java.min.js") + Html.resource("page.js")
                + "</script>\n</body>\n</html>\n";
    }

    private static String script(String name) {
        return Html.resource(name).replace("</script", "<\\/script") + "\n";
    }

    private static void add(String id, String title, String html, List<String> sections, StringBuilder links) {
        links.append("<a href=\"#").append(id).append("\">").append(title).append("</a>");
        sections.add("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-title\">\n<h2 id=\"" + id + "-title\">"
                + title + "</h2>\n" + html + "</section>");
    }
}
