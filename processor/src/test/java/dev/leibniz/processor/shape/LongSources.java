package dev.leibniz.processor.shape;

import java.util.Random;

/**
 * Writes classes with one long differentiable method {@code f}. Every statement has an influence on the result: each
 * uses the value before it, and one that is further away.
 */
final class LongSources {
    /** The length of the array that {@code f} takes. */
    static final int INPUTS = 16;

    private static final int VARIABLES = 60;

    private LongSources() {}

    /** {@code f(double[] x)} without branches or loops. */
    static String straight(String name, int statements) {
        StringBuilder out = begin(name, "double[] x");
        int variables = Math.min(VARIABLES, statements / 4);
        for (int i = 0; i < variables; i++) {
            out.append("        double v")
                    .append(i)
                    .append(" = x[")
                    .append(i % INPUTS)
                    .append("];\n");
        }
        body(out, "        ", variables, statements - variables - 1);
        return end(out, sum(variables));
    }

    /** {@code f(double[] x, int n)}: a loop that carries four values through a long body with a long branch in it. */
    static String loop(String name, int statements) {
        StringBuilder out = begin(name, "double[] x, int n");
        int variables = 4;
        for (int i = 0; i < variables; i++) {
            out.append("        double v").append(i).append(" = x[").append(i).append("];\n");
        }
        out.append("        for (int i = 0; i < n; i++) {\n");
        body(out, "            ", variables, statements / 2);
        out.append("            if (v0 > v1) {\n");
        body(out, "                ", variables, statements / 4);
        out.append("            } else {\n");
        body(out, "                ", variables, statements / 4);
        out.append("            }\n            v0 += x[i];\n        }\n");
        return end(out, sum(variables));
    }

    /** {@code f(double[] x)} with one sum of many terms. */
    static String sum(String name, int terms) {
        StringBuilder out = begin(name, "double[] x").append("        return 0.5");
        for (int i = 0; i < terms; i++) {
            out.append(" + x[")
                    .append(i % INPUTS)
                    .append("] * x[")
                    .append((i * 7 + 1) % INPUTS)
                    .append("]");
        }
        return out.append(";\n    }\n}\n").toString();
    }

    private static StringBuilder begin(String name, String parameters) {
        return new StringBuilder("import dev.leibniz.annotations.Differentiable;\n\n")
                .append("final class ")
                .append(name)
                .append(" {\n    private ")
                .append(name)
                .append("() {}\n\n")
                .append("    @Differentiable\n    static double f(")
                .append(parameters)
                .append(") {\n");
    }

    private static String end(StringBuilder out, String result) {
        return out.append("        return ")
                .append(result)
                .append(";\n    }\n}\n")
                .toString();
    }

    private static String sum(int variables) {
        StringBuilder sum = new StringBuilder("v0");
        for (int i = 1; i < variables; i++) {
            sum.append(" + v").append(i);
        }
        return sum.toString();
    }

    private static void body(StringBuilder out, String indent, int variables, int statements) {
        Random random = new Random(statements);
        for (int i = 0; i < statements; i++) {
            String target = "v" + i % variables;
            String before = "v" + (i + variables - 1) % variables;
            String other = "v" + random.nextInt(variables);
            out.append(indent).append(target).append(" = ");
            switch (i % 8) {
                case 0 ->
                    out.append("Math.sin(")
                            .append(before)
                            .append(" + ")
                            .append(target)
                            .append(")");
                case 1 ->
                    out.append(before).append(" * ").append(other).append(" + ").append(target);
                case 2 -> out.append("Math.cos(").append(target).append(") * ").append(before);
                case 3 ->
                    out.append("0.5 * ").append(before).append(" - 0.25 * ").append(target);
                case 4 ->
                    out.append("Math.tanh(")
                            .append(before)
                            .append(" + ")
                            .append(other)
                            .append(")");
                case 5 -> out.append(target).append(" / (2.0 + ").append(before).append(" * " + before + ")");
                case 6 ->
                    out.append(before).append(" - ").append(other).append(" * ").append(target);
                default ->
                    out.append("Math.sin(").append(before).append(") + 0.5 * ").append(other);
            }
            out.append(";\n");
        }
    }
}
