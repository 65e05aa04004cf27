package dev.leibniz.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.runtime.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

class ExplainPageTest {
    private static final Path SOURCE = source("Anchor");
    private static final Path GENERATED = generated("Anchor");

    @TempDir
    private Path folder;

    private static Path source(String name) {
        return Path.of("src/test/java/dev/leibniz/explain", name + ".java");
    }

    private static Path generated(String name) {
        return Path.of("target/generated-test-sources/test-annotations/dev/leibniz/explain", name + "Grad.java");
    }

    private static Trace anchor() {
        return AnchorGrad.lossTrace(
                new double[][] {{0.5, -0.2}, {0.3, 0.8}},
                new double[] {0.1, -0.1},
                new double[] {0.6, -0.4},
                0,
                new double[] {0.5, 0.1},
                0);
    }

    private static ExplainPage page() throws IOException {
        return ExplainPage.of(anchor())
                .withSource("Anchor.java", Files.readString(SOURCE))
                .withGenerated("AnchorGrad.java", Files.readString(GENERATED));
    }

    @Test
    void thePageIsTheSameEachTimeAndNeedsNoNetwork() throws IOException {
        String html = page().html();
        assertEquals(html, page().html());
        assertFalse(html.contains("http://") || html.contains("https://"), "no address");
        assertTrue(html.contains("∂loss/∂w1[0][0]"));
        assertTrue(html.contains("<td>2.157</td>"));
    }

    @Test
    void namesAndCodeAreEscaped() {
        String html = ExplainPage.of(anchor())
                .withSource(
                        "<script>alert(1)</script>", "\n".repeat(20) + "a < b && \"c\" <img src=x onerror=alert(2)>")
                .html();
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assertTrue(html.contains("a &lt; b &amp;&amp; &quot;c&quot; &lt;img"));
        assertFalse(html.contains("<img"));
    }

    @Test
    void aPageWithoutNumbersHasTheCode() throws IOException {
        String html = ExplainPage.ofCode("loss")
                .withSource("Anchor.java", Files.readString(SOURCE))
                .withGenerated("AnchorGrad.java", Files.readString(GENERATED))
                .html();
        assertTrue(html.contains("AnchorGrad.java, backward"));
        assertFalse(html.contains("id=\"graph\""));
    }

    @Test
    void largeGraphsAreFolded() {
        double[] w = new double[100];
        Arrays.fill(w, 1);
        String html = ExplainPage.of(AnchorGrad.deepTrace(w, 0.5, true)).html();
        assertTrue(html.contains("w[…] (100)"), "the weights are one node");
    }

    @Test
    void gradientsVanishInADeepNetworkOfSigmoids() {
        double[] w = new double[10];
        Arrays.fill(w, 1);
        double sigmoid = AnchorGrad.deepTrace(w, 0.5, false).gradient("w[0]");
        double relu = AnchorGrad.deepTrace(w, 0.5, true).gradient("w[0]");
        assertTrue(sigmoid < 1e-6 && sigmoid > 0, "sigmoid: " + sigmoid);
        assertEquals(0.5, relu);
    }

    @Test
    void inABrowser() throws IOException {
        Path file = folder.resolve("anchor.html");
        page().writeTo(file);
        Browser.open(file, folder, driver -> {
            pointingLightsUp(driver);
            theKeyboardDoes(driver);
            zooming(driver);
            Browser.save(driver, "explain.png");
            Browser.narrow(driver);
            Browser.save(driver, "explain-narrow.png");
        });
    }

    @Test
    void inTheDarkAndOnPaper() throws IOException {
        Path file = folder.resolve("anchor.html");
        page().writeTo(file);
        Browser.open(file, folder, driver -> {
            assertEquals("rgb(255, 255, 255)", Browser.background(driver));
            Browser.emulate(
                    driver, Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
            assertEquals("rgb(20, 23, 30)", Browser.background(driver));
            Browser.save(driver, "explain-dark.png");
            Browser.emulate(driver, Map.of("media", "print"));
            assertFalse(driver.findElement(By.cssSelector("nav")).isDisplayed(), "paper has no links to point at");
            assertTrue(driver.findElement(By.cssSelector("table")).isDisplayed());
        });
    }

    /** A network of some thousand operations: nodes are folded by arrays, and all can be done that can be done with a small one. */
    @Test
    void theDigitsInABrowser() throws IOException {
        Path file = folder.resolve("digits.html");
        Trace trace = Digits.trace();
        assertTrue(trace.steps().size() > 1000, () -> trace.steps().size() + " steps");
        ExplainPage.of(trace)
                .withSource("Digits.java", Files.readString(source("Digits")))
                .withGenerated("DigitsGrad.java", Files.readString(generated("Digits")))
                .writeTo(file);
        Browser.open(file, folder, driver -> {
            WebElement line = line(driver, "hidden[i] = Math.max(hidden[i], 0);");
            new Actions(driver).moveToElement(line).perform();
            assertTrue(lit(driver, "tr") >= 12, "a row for each unit");
            assertTrue(lit(driver, "g") >= 1, "the node");
            assertTrue(lit(driver, "div") >= 3, "forward and backward");
            theKeyboardDoes(driver);
            zooming(driver);
            List<String> nodes = driver.findElements(By.cssSelector(".graph g")).stream()
                    .map(WebElement::getText)
                    .toList();
            assertTrue(nodes.size() < 80, "folded");
            long second =
                    nodes.stream().filter(text -> text.contains("z[…] (10)")).count();
            assertEquals(1, second, () -> "each layer has a node of its own: " + nodes);
            assertFalse(driver.findElements(By.cssSelector(".chart rect")).isEmpty());
            driver.executeScript("document.getElementById('graph').scrollIntoView()");
            Browser.save(driver, "digits.png");
            Browser.narrow(driver);
        });
    }

    @Test
    void theChartOfVanishingGradients() throws IOException {
        double[] w = new double[10];
        Arrays.fill(w, 1);
        Path file = folder.resolve("deep.html");
        ExplainPage.of(AnchorGrad.deepTrace(w, 0.5, false)).writeTo(file);
        Browser.open(file, folder, driver -> {
            List<Double> lengths = driver.findElements(By.cssSelector(".chart rect")).stream()
                    .map(bar -> Double.parseDouble(bar.getDomAttribute("width")))
                    .toList();
            assertTrue(lengths.size() >= 10, lengths::toString);
            Browser.save(driver.findElement(By.cssSelector(".chart")), "vanishing.png");
        });
    }

    private static WebElement line(ChromeDriver driver, String text) {
        return driver.findElements(By.cssSelector(".line[data-line]")).stream()
                .filter(element -> element.getText().contains(text))
                .findFirst()
                .orElseThrow();
    }

    private static long lit(ChromeDriver driver, String tag) {
        return driver.findElements(By.cssSelector(".lit")).stream()
                .filter(element -> element.getTagName().equals(tag))
                .count();
    }

    private static void pointingLightsUp(ChromeDriver driver) {
        new Actions(driver).moveToElement(line(driver, "double yHat")).perform();
        assertTrue(lit(driver, "g") > 0, "the node");
        assertTrue(lit(driver, "tr") > 0, "the row");
        assertTrue(lit(driver, "div") >= 2, "the derivative");
    }

    private static void theKeyboardDoes(ChromeDriver driver) {
        driver.findElement(By.cssSelector("nav a")).sendKeys(Keys.TAB, Keys.TAB, Keys.TAB);
        WebElement first = driver.findElement(By.cssSelector(".line[data-line]"));
        driver.executeScript("arguments[0].focus()", first);
        assertTrue(first.getDomAttribute("class").contains("lit"));
        first.sendKeys(Keys.TAB);
        assertFalse(first.getDomAttribute("class").contains("lit"));
    }

    private static void zooming(ChromeDriver driver) {
        WebElement graph = driver.findElement(By.cssSelector(".graph svg"));
        double before = Double.parseDouble(graph.getDomAttribute("width"));
        driver.findElement(By.cssSelector("[data-zoom='1.25']")).click();
        assertEquals(1.25 * before, Double.parseDouble(graph.getDomAttribute("width")), 1);
        driver.findElement(By.cssSelector("[data-zoom='0']")).click();
        assertTrue(Double.parseDouble(graph.getDomAttribute("width")) <= before + 1);
    }
}
