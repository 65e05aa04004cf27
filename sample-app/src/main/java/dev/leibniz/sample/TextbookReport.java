package dev.leibniz.sample;

import dev.leibniz.runtime.GradientCheck;
import dev.leibniz.runtime.Trace;
import java.io.PrintStream;
import java.util.Locale;

/** Prints the derivatives of the {@link Textbook} beside those by pencil and paper and those by central differences. */
final class TextbookReport {

    private static final double[] POINTS = {-1, 0, 0.5, 2};

    private static final double[][] W1 = {{0.5, -0.2}, {0.3, 0.8}};
    private static final double[] B1 = {0.1, -0.1};
    private static final double[] W2 = {0.6, -0.4};
    private static final double B2 = 0;
    private static final double[] X = {0.5, 0.1};
    private static final double Y = 0;

    private final PrintStream out;

    TextbookReport(PrintStream out) {
        this.out = out;
    }

    void print() {
        out.println("  y = sin((2x + 1)²)");
        out.println("  dy/dx = 4(2x + 1)·cos((2x + 1)²)");
        header();
        for (double x : POINTS) {
            double u = 2 * x + 1;
            double derivative = TextbookGrad.waveGrad(x).x();
            row("x = " + x, 4 * u * Math.cos(u * u), GradientCheck.of(Textbook::wave, x, derivative));
        }
        out.println("  The chain at x = 0.5, from a trace:");
        indented(TextbookGrad.waveTrace(0.5).chain("x").toString());
        out.println();

        TextbookGrad.LossGrad grad = TextbookGrad.lossGrad(W1, B1, W2, B2, X, Y);
        double prediction = Textbook.predict(W1, B1, W2, B2, X);
        double error = prediction - Y;
        GradientCheck byW1 = GradientCheck.of(w1 -> Textbook.loss(w1, B1, W2, B2, X, Y), W1, grad.w1());
        out.printf(
                Locale.ROOT,
                "  Two inputs, two ReLUs, one sigmoid: ŷ = σ(z2) = %.3f, y = 0, L = −log(1 − ŷ) = %.3f%n",
                prediction,
                grad.value());
        out.println("  ∂L/∂z2 = ŷ − y");
        out.println("  ∂L/∂W1ᵢⱼ = ∂L/∂z2 · W2ᵢ · xⱼ");
        header();
        row("∂L/∂z2", error, GradientCheck.of(b2 -> Textbook.loss(W1, B1, W2, b2, X, Y), B2, grad.b2()));
        row("∂L/∂W1₁₁", error * W2[0] * X[0], byW1.components().get(0));
        row("∂L/∂W1₂₁", error * W2[1] * X[0], byW1.components().get(2));
        out.println("  " + byW1);
        out.println("  The way to ∂L/∂W1₁₁, step by step, from a trace:");
        Trace trace = TextbookGrad.lossTrace(W1, B1, W2, B2, X, Y);
        indented(trace.table("w1[0][0]"));
        indented(trace.chain("w1[0][0]").toString());
    }

    private void indented(String text) {
        text.lines().forEach(line -> out.println("  " + line));
    }

    private void header() {
        out.printf("  %-10s%16s%16s%22s%n", "", "by pencil", "generated", "central difference");
    }

    private void row(String name, double byPencil, GradientCheck check) {
        row(name, byPencil, check.worst());
    }

    private void row(String name, double byPencil, GradientCheck.Component component) {
        out.printf(
                Locale.ROOT,
                "  %-10s%16.9f%16.9f%22.9f%n",
                name,
                byPencil,
                component.gradient(),
                component.centralDifference());
    }
}
