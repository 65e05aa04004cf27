package dev.leibniz.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A Chromium without a window, if there is one on the machine. */
final class Browser {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private Browser() {}

    /** Opens a page, and has something done with it. */
    static void open(Path page, Path folder, Consumer<ChromeDriver> action) {
        Assumptions.assumeTrue(Files.exists(CHROMIUM) && Files.exists(DRIVER), "there is no Chromium");
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
            driver.get(page.toUri().toString());
            action.accept(driver);
        } finally {
            driver.quit();
        }
    }

    /** As on a telephone: the page must not scroll sideways. */
    static void narrow(ChromeDriver driver) {
        driver.manage().window().setSize(new Dimension(360, 800));
        Object overflow = driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0L, overflow, "the page does not scroll sideways");
    }

    /** Pretends to be another medium, or to be told to prefer dark colours. */
    static void emulate(ChromeDriver driver, Map<String, Object> media) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", media);
    }

    static String background(ChromeDriver driver) {
        return (String) driver.executeScript(
                "return getComputedStyle(arguments[0]).backgroundColor", driver.findElement(By.tagName("body")));
    }

    /** A picture of the window, or of an element. */
    static void save(TakesScreenshot shown, String name) {
        try {
            Files.createDirectories(Path.of("target/screenshots"));
            Files.write(Path.of("target/screenshots", name), shown.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
