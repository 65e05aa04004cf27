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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

class ExplainPageTest {
    private static final Path SOURCE = Path.of("src/test/java/dev/leibniz/explain/Anchor.java");
    private static final Path GENERATED =
            Path.of("target/generated-test-sources/test-annotations/dev/leibniz/explain/AnchorGrad.java");
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    @TempDir
    private Path folder;

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
        Assumptions.assumeTrue(Files.exists(CHROMIUM) && Files.exists(DRIVER), "there is no Chromium");
        Path file = folder.resolve("anchor.html");
        page().writeTo(file);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        try {
            driver.manage().window().setSize(new Dimension(1280, 1000));
            driver.get(file.toUri().toString());
            pointingLightsUp(driver);
            theKeyboardDoes(driver);
            zooming(driver);
            save(driver, "explain.png");
            narrow(driver);
            save(driver, "explain-narrow.png");
        } finally {
            driver.quit();
        }
    }

    private static void pointingLightsUp(ChromeDriver driver) {
        WebElement line = driver.findElements(By.cssSelector(".line[data-line]")).stream()
                .filter(element -> element.getText().contains("double yHat"))
                .findFirst()
                .orElseThrow();
        new Actions(driver).moveToElement(line).perform();
        List<WebElement> lit = driver.findElements(By.cssSelector(".lit"));
        assertTrue(lit.stream().anyMatch(element -> element.getTagName().equals("g")), "the node");
        assertTrue(lit.stream().anyMatch(element -> element.getTagName().equals("tr")), "the row");
        assertTrue(
                lit.stream()
                                .filter(element -> element.getTagName().equals("div"))
                                .count()
                        >= 2,
                "the derivative");
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

    private static void narrow(ChromeDriver driver) {
        driver.manage().window().setSize(new Dimension(360, 800));
        Object overflow = ((JavascriptExecutor) driver)
                .executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0L, overflow, "the page does not scroll sideways");
    }

    private static void save(ChromeDriver driver, String name) throws IOException {
        Files.createDirectories(Path.of("target/screenshots"));
        Files.write(Path.of("target/screenshots", name), driver.getScreenshotAs(OutputType.BYTES));
    }
}
