package dev.leibniz.builds;

import java.util.Map;
import java.util.TreeMap;

/**
 * The project that is built: a method, two classes that call it or its derivative, and a program that prints what they give.
 * Each constant is a stage of its life; what the program prints then was computed by hand.
 */
enum Demo {
    BEGIN("2 * x * x", "loss 10.0 [4.0, 8.0]", "next 0.5 0.5"),
    CALLEE_BODY("3 * x * x", "loss 15.0 [6.0, 12.0]", "next 0.25 0.25"),
    CALLER_BODY("3 * x * x", "loss 30.0 [12.0, 24.0]", "next 0.25 0.25"),
    SIGNATURE("factor * x * x", "loss 40.0 [16.0, 32.0]", "next 0.0 0.0"),
    RENAMED("factor * x * x", "loss 40.0 [16.0, 32.0]", "next 0.0 0.0"),
    DELETED("factor * x * x", "loss 40.0 [16.0, 32.0]"),
    BROKEN("factor * x * x"),
    REPAIRED("factor * x * x", "loss 40.0 [16.0, 32.0]"),
    IN_IDE("2 * factor * x * x", "loss 80.0 [32.0, 64.0]"),
    AFTER_IDE("factor * x * x + x", "loss 46.0 [18.0, 34.0]");

    private final String body;
    private final String[] prints;

    Demo(String body, String... prints) {
        this.body = body;
        this.prints = prints;
    }

    String prints() {
        return String.join("\n", prints) + "\n";
    }

    /** The sources, by their path below the source folder. */
    Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        sources.put("demo/Scale.java", scale());
        sources.put("demo/" + model() + ".java", modelText());
        if (hasStep()) {
            sources.put("demo/Step.java", step());
        }
        sources.put("demo/Main.java", main());
        return sources;
    }

    private boolean hasFactor() {
        return compareTo(SIGNATURE) >= 0;
    }

    private boolean isRenamed() {
        return compareTo(RENAMED) >= 0;
    }

    private boolean hasStep() {
        return compareTo(DELETED) < 0;
    }

    private String model() {
        return isRenamed() ? "Network" : "Model";
    }

    private String times() {
        return isRenamed() ? "stretch" : "times";
    }

    private String scale() {
        return """
            package demo;

            import dev.leibniz.annotations.Differentiable;
            import dev.leibniz.annotations.NoDerivative;

            public final class Scale {
                private Scale() {}

                @Differentiable(order = 2)
                public static double %s(double x%s) {
                    return %s;
                }
            }
            """.formatted(times(), hasFactor() ? ", @NoDerivative double factor" : "", body);
    }

    private String modelText() {
        return """
            package demo;

            import dev.leibniz.annotations.Differentiable;

            final class %s {
                private %1$s() {}

                @Differentiable
                static double loss(double[] w) {
                    double sum = 0;
                    for (double v : w) {
                        sum += %s;
                    }
                    %sreturn sum;
                }
            }
            """.formatted(
                model(),
                (compareTo(CALLER_BODY) >= 0 ? "2 * " : "") + "Scale." + times() + (hasFactor() ? "(v, 4)" : "(v)"),
                this == BROKEN ? "w[0] = sum;\n        " : "");
    }

    private String step() {
        return """
            package demo;

            import dev.leibniz.annotations.Differentiable;

            final class Step {
                private Step() {}

                @Differentiable
                static double next(double x) {
                    return x - 0.125 * ScaleGrad.%s.x();
                }
            }
            """.formatted(times() + "Grad" + (hasFactor() ? "(x, 4)" : "(x)"));
    }

    private String main() {
        return """
            package demo;

            import java.util.Arrays;

            public final class Main {
                private Main() {}

                public static void main(String[] args) {
                    var loss = %sGrad.lossGrad(new double[] {1, 2});
                    System.out.println("loss " + loss.value() + " " + Arrays.toString(loss.w()));
            %s    }
            }
            """.formatted(model(), hasStep() ? """
                            var next = StepGrad.nextGrad(1);
                            System.out.println("next " + next.value() + " " + next.x());
                    """ : "");
    }
}
