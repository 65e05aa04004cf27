package dev.leibniz.page;

/** A page of sections: one file in HTML that needs no network, with styles and scripts in it. */
public final class Page {
    private static final String PRISM = "/META-INF/resources/webjars/prismjs/1.30.0/components/prism-";

    private final String title;
    private final StringBuilder links = new StringBuilder();
    private final StringBuilder sections = new StringBuilder();

    /**
     * A page without sections.
     *
     * @param title what the gradients are of
     */
    public Page(String title) {
        this.title = Html.escaped(title);
    }

    /**
     * Adds a section.
     *
     * @param id for links to it
     * @param heading what stands above it, as text
     * @param html what is in it
     */
    public void add(String id, String heading, String html) {
        String escaped = Html.escaped(heading);
        links.append("<a href=\"#").append(id).append("\">").append(escaped).append("</a>");
        sections.append(sections.isEmpty() ? "" : "\n")
                .append("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-title\">\n<h2 id=\"" + id
                        + "-title\">")
                .append(escaped + "</h2>\n" + html + "</section>");
    }

    /**
     * The page itself.
     *
     * @return HTML in UTF-8, the same each time
     */
    public String html() {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
                + " script-src 'unsafe-inline'\">\n"
                + "<title>The gradient of " + title + "</title>\n<style>\n" + Html.resource("page.css") + "</style>\n"
                + "</head>\n<body>\n<header>\n<h1>The gradient of <code>" + title + "</code></h1>\n<nav>" + links
                + "</nav>\n</header>\n<main>\n" + sections + "\n</main>\n<script>\n"
                + script("core") + script("clike") + script("java") + Html.resource("page.js")
                + "</script>\n</body>\n</html>\n";
    }

    private static String script(String component) {
        return Html.resource(PRISM + component + ".min.js").replace("</script", "<\\/script") + "\n";
    }
}
