package dev.leibniz.sample.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.runtime.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each block of numbers on docs/chain-rule.md is what the program prints; {@code -Ddocs.rewrite=true} writes them anew. */
class ChainRuleTest {
    private static final Path PAGE = Path.of("..", "docs", "chain-rule.md");
    private static final Path GENERATED =
            Path.of("target/generated-test-sources/test-annotations/dev/leibniz/sample/docs/ChainsGrad.java");
    private static final Pattern BLOCK =
            Pattern.compile("<!-- prints: ([\\w-]+) -->\n```text\n(.*?)```\n", Pattern.DOTALL);

    private static Map<String, String> printed() {
        return Map.ofEntries(
                Map.entry("one-variable", ChainsGrad.waveTrace(0.5).table("x")),
                Map.entry(
                        "one-variable-chain",
                        ChainsGrad.waveTrace(0.5).chain("x").toString()),
                Map.entry("two-ways", ChainsGrad.twoWaysTrace(2, 3).table("x")),
                Map.entry(
                        "two-ways-chain",
                        ChainsGrad.twoWaysTrace(2, 3).chain("x").toString()),
                Map.entry("common", common()),
                Map.entry("vanishing", vanishing()),
                Map.entry("differences", differences()),
                Map.entry("descent", descent()),
                Map.entry("second", second()),
                Map.entry("tuned", tuned()),
                Map.entry("settled", settled()),
                Map.entry("swing", swing()));
    }

    private static String common() {
        return factor(ChainsGrad.sigmoidTrace(0.5), "p")
                + factor(ChainsGrad.tanhTrace(0.5), "t")
                + factor(ChainsGrad.reluTrace(0.5), "r")
                + result(ChainsGrad.squaredErrorTrace(0.7, 1), "e")
                + result(ChainsGrad.crossEntropyTrace(0.5, 1), "z");
    }

    private static String factor(Trace trace, String step) {
        return trace.steps().stream()
                        .filter(s -> s.name().equals(step))
                        .findFirst()
                        .orElseThrow()
                        .factors()
                        .get(0)
                + "\n";
    }

    private static String result(Trace trace, String by) {
        return trace.chain(by).paths().get(0).get(0) + "\n";
    }

    private static String vanishing() {
        StringBuilder text = new StringBuilder("layers   sigmoid        ReLU\n");
        for (int layers : new int[] {1, 2, 5, 10}) {
            double[] w = new double[layers];
            Arrays.fill(w, 1);
            text.append(String.format(
                    Locale.ROOT,
                    "%6d   %-14.3g %.3g%n",
                    layers,
                    ChainsGrad.deepTrace(w, 0.5, false).gradient("w[0]"),
                    ChainsGrad.deepTrace(w, 0.5, true).gradient("w[0]")));
        }
        return text.toString();
    }

    private static String differences() {
        double exact = ChainsGrad.waveGrad(0.5).x();
        StringBuilder text = new StringBuilder("ε        one-sided   central\n");
        for (int digits = 1; digits <= 13; digits += 2) {
            double h = Math.pow(10, -digits);
            double oneSided = (Chains.wave(0.5 + h) - Chains.wave(0.5)) / h;
            double central = (Chains.wave(0.5 + h) - Chains.wave(0.5 - h)) / (2 * h);
            text.append(String.format(
                    Locale.ROOT,
                    "1e-%02d    %.1e     %.1e%n",
                    digits,
                    Math.abs(oneSided - exact),
                    Math.abs(central - exact)));
        }
        return text.toString();
    }

    private static String descent() {
        StringBuilder text = new StringBuilder("step   z         loss\n");
        double z = 0;
        for (int step = 0; step <= 40; step++) {
            double loss = Chains.crossEntropy(z, 1);
            if (step % 10 == 0) {
                text.append(String.format(Locale.ROOT, "%4d   %.4f    %.4f%n", step, z, loss));
            }
            ChainsGrad.CrossEntropyGrad grad = ChainsGrad.crossEntropyGrad(z, 1);
            z -= 0.5 * grad.z();
        }
        return text.toString();
    }

    private static String second() {
        ChainsGrad.CubeHessian hessian = ChainsGrad.cubeHessian(2);
        return "x³ at 2: value " + hessian.grad().value() + ", first derivative "
                + hessian.grad().x() + ", second derivative " + hessian.matrix()[0][0] + "\n";
    }

    private static String tuned() {
        StringBuilder text = new StringBuilder("rate   loss      ∂loss/∂rate   by differences\n");
        for (double rate : new double[] {0.1, 0.5, 2, 8}) {
            ChainsGrad.TunedGrad grad = ChainsGrad.tunedGrad(rate);
            double difference = (Chains.tuned(rate + 1e-5) - Chains.tuned(rate - 1e-5)) / 2e-5;
            text.append(String.format(
                    Locale.ROOT, "%.1f    %.5f   %.5f      %.5f%n", rate, grad.value(), grad.rate(), difference));
        }
        return text.toString();
    }

    private static String settled() {
        StringBuilder text = new StringBuilder("a      x         dx/da      by the formula\n");
        for (double a : new double[] {-1, 0, 0.5, 0.9}) {
            ChainsGrad.SettledGrad grad = ChainsGrad.settledGrad(a);
            double x = grad.value();
            double slope = 1 - x * x; // of tanh
            double formula = slope * x / (1 - slope * a);
            text.append(String.format(Locale.ROOT, "%4.1f   %.5f   %.6f   %.6f%n", a, x, grad.a(), formula));
        }
        return text.toString();
    }

    private static String swing() {
        StringBuilder text = new StringBuilder("steps    x          ∂x/∂v      by differences\n");
        for (int steps : new int[] {10, 100, 1000, 10000}) {
            ChainsGrad.SwingGrad grad = ChainsGrad.swingGrad(0.5, steps);
            double difference = (Chains.swing(0.5 + 1e-5, steps) - Chains.swing(0.5 - 1e-5, steps)) / 2e-5;
            text.append(String.format(
                    Locale.ROOT, "%5d   %8.5f   %8.4f   %8.4f%n", steps, grad.value(), grad.v(), difference));
        }
        return text.toString();
    }

    @Test
    void everyNumberOnThePageIsPrinted() throws IOException {
        Map<String, String> printed = printed();
        String page = Files.readString(PAGE).replace("\r\n", "\n");
        Matcher block = BLOCK.matcher(page);
        StringBuilder anew = new StringBuilder();
        int found = 0;
        while (block.find()) {
            String actual = printed.get(block.group(1)).replace("\r\n", "\n").stripTrailing() + "\n";
            found++;
            if (Boolean.getBoolean("docs.rewrite")) {
                String text = "<!-- prints: " + block.group(1) + " -->\n```text\n" + actual + "```\n";
                block.appendReplacement(anew, Matcher.quoteReplacement(text));
            } else {
                assertEquals(actual, block.group(2), block.group(1));
            }
        }
        assertEquals(printed.size(), found);
        if (Boolean.getBoolean("docs.rewrite")) {
            Files.writeString(PAGE, block.appendTail(anew).toString());
        }
    }

    @Test
    void theCodeOnThePageIsThatOfTheProgram() throws IOException {
        Path folder = Path.of("src", "test", "java", "dev", "leibniz", "sample", "docs");
        String program = stripped(Files.readString(folder.resolve("Chains.java")))
                + stripped(Files.readString(folder.resolve("ChainRuleTest.java")))
                + stripped(Files.readString(GENERATED));
        String[] blocks = Files.readString(PAGE).split("```java\n");
        assertTrue(blocks.length > 3);
        for (int i = 1; i < blocks.length; i++) {
            String block = stripped(blocks[i].substring(0, blocks[i].indexOf("```")));
            assertTrue(program.contains(block), () -> "no test runs:\n" + block);
        }
    }

    private static String stripped(String text) {
        return text.replaceAll("\\s", "");
    }
}
