package dev.leibniz.processor.corpus;

import java.util.Random;

/**
 * Random methods whose Jacobians and Hessians are sparse: arrays whose elements are made of few others, in straight code and in
 * loops with strides, with branches and with helpers.
 */
final class RandomSparse {
    private static final int TEMPORARIES = 7;

    private final Random random;
    private final StringBuilder out = new StringBuilder();

    private RandomSparse(long seed) {
        this.random = new Random(seed);
    }

    /** The source of a class {@code RandomSparse} with so many methods of each kind. */
    static String source(long seed, int count) {
        RandomSparse source = new RandomSparse(seed);
        source.out.append(
                "package corpus;\n\nimport dev.leibniz.annotations.Differentiable;\n\nfinal class RandomSparse {\n");
        source.out.append("    private RandomSparse() {}\n\n");
        source.out.append(
                "    static double mixed(double a, double b) {\n        return a > b ? a * b : Math.sin(a) - b;\n    }\n\n");
        for (int i = 0; i < count; i++) {
            source.method("vector" + i, true);
            source.method("number" + i, false);
        }
        return source.out.append("}\n").toString();
    }

    private void method(String name, boolean isVector) {
        out.append("    /**\n     * Random.\n     *\n     * @length x ")
                .append(2 + random.nextInt(9))
                .append("\n     */\n");
        out.append("    @Differentiable").append(isVector ? "" : "(order = 2)").append('\n');
        out.append("    static double")
                .append(isVector ? "[] " : " ")
                .append(name)
                .append("(double[] x, double[][] m, double c) {\n");
        line("double[] t = new double[" + TEMPORARIES + "];");
        int statements = 2 + random.nextInt(6);
        for (int i = 0; i < statements; i++) {
            if (random.nextInt(3) == 0) {
                line("for (int i = 0; i < x.length; i++) {");
                line("    t[(i + " + random.nextInt(3) + ") % t.length] = " + expression("i") + ";");
                line("}");
            } else {
                line("t[" + random.nextInt(TEMPORARIES) + "] " + (random.nextBoolean() ? "=" : "+=") + " "
                        + expression("1") + ";");
            }
        }
        if (isVector) {
            line("return " + (random.nextBoolean() ? "t" : "new double[] {t[1], " + expression("2") + "}") + ";");
        } else {
            line("double sum = 0;");
            line("for (double v : t) {");
            line("    sum += " + new String[] {"v", "v * v", "Math.abs(v)", "Math.sin(v) * c"}[random.nextInt(4)]
                    + ";");
            line("}");
            line("return sum;");
        }
        out.append("    }\n\n");
    }

    private void line(String text) {
        out.append("        ").append(text).append('\n');
    }

    private String expression(String index) {
        String a = operand(index);
        String b = operand(index);
        return switch (random.nextInt(9)) {
            case 0 -> a + " + " + b;
            case 1 -> a + " - 3 * " + b;
            case 2, 3 -> a + " * " + b;
            case 4 -> a + " / (2 + " + b + " * " + b + ")";
            case 5 -> "Math.sin(" + a + ") + " + b;
            case 6 -> "Math.max(" + a + ", " + b + ")";
            case 7 -> "mixed(" + a + ", " + b + ")";
            default -> "Math.exp(0.1 * " + a + ") * " + b;
        };
    }

    private String operand(String index) {
        return switch (random.nextInt(6)) {
            case 0, 1, 2 ->
                "x[(" + index + " * " + (1 + random.nextInt(3)) + " + " + random.nextInt(5) + ") % x.length]";
            case 3 -> "t[(" + index + " + " + random.nextInt(TEMPORARIES) + ") % t.length]";
            case 4 -> "m[" + index + " % m.length][" + random.nextInt(3) + "]";
            default -> "c";
        };
    }
}
