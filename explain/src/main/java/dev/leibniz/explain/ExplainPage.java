package dev.leibniz.explain;

import dev.leibniz.page.CodeSection;
import dev.leibniz.page.Page;
import dev.leibniz.runtime.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /** How many lines are shown in front of the first statement that was traced, and behind the last. */
    private static final int BEFORE = 8;

    private static final int BEHIND = 3;

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
        Page page = new Page(method);
        if (!source.text().isEmpty() || !generated.text().isEmpty()) {
            page.add("code", "Code", code().html());
        }
        if (trace.isPresent()) {
            page.add("graph", "Graph", new GraphSection(trace.get()).html());
            page.add("table", "Table", new TableSection(trace.get()).html());
            page.add("magnitudes", "Magnitudes", new MagnitudeChart(trace.get()).html());
        }
        return page.html();
    }

    /** Of the source, what lies between the first and the last statement that was traced, and a little around. */
    private CodeSection code() {
        CodeSection section = CodeSection.of(source, generated, method);
        Map<String, Integer> lines = new HashMap<>();
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (Trace.Step step : trace.map(Trace::steps).orElse(List.of())) {
            lines.putIfAbsent(step.source(), step.line());
            if (step.line() > 0) {
                first = Math.min(first, step.line());
                last = Math.max(last, step.line());
            }
        }
        return last == 0
                ? section
                : section.between(first - BEFORE, last + BEHIND).knowing(lines);
    }
}
