package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Series.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Methods that call a derivative of a program's entry and are differentiated themselves: by the point, and by the tangent or
 * the cotangent, which may be zero. What they give follows from the derivatives of the entry, one order higher.
 */
enum Nesting {
    /** The tangent of {@code Jvp}. */
    TANGENT(2),
    /** A combination of what {@code Vjp} gives. */
    COTANGENT(2),
    /** A combination of what {@code Grad} gives. */
    GRADIENT(2),
    /** A combination of what {@code Hvp} gives. */
    PRODUCT(1);

    private final int order;

    Nesting(int order) {
        this.order = order;
    }

    /** The order of derivatives the method has. */
    int order() {
        return order;
    }

    String methodName() {
        return switch (this) {
            case TANGENT -> "tangentOf";
            case COTANGENT -> "cotangentOf";
            case GRADIENT -> "gradientOf";
            case PRODUCT -> "productOf";
        };
    }

    private static List<Program.Parameter> differentiated(Program program) {
        return program.entry().parameters().stream()
                .filter(Program.Parameter::isDifferentiated)
                .toList();
    }

    /** Whether this can be made of a program: its result is a number, its parameters are numbers and arrays. */
    static boolean fits(Program program) {
        return program.entry().result().isFloating()
                && !differentiated(program).isEmpty()
                && program.entry().parameters().stream().noneMatch(p -> p.name().equals("tangent")) // gives way
                && differentiated(program).stream().noneMatch(p -> p.type() instanceof Type.RecordOf || depth(p) > 2)
                && program.entry().parameters().stream().allMatch(p -> isSimple(p.type()));
    }

    private static boolean isSimple(Type type) {
        return !(type instanceof Type.Collected
                || type instanceof Type.Opaque
                || type instanceof Type.ArrayOf array && array.element() instanceof Type.RecordOf);
    }

    private static int depth(Program.Parameter p) {
        int depth = 0;
        for (Type type = p.type(); type instanceof Type.ArrayOf array; type = array.element()) {
            depth++;
        }
        return depth;
    }

    /** The parameters: those of the entry, and what follows them. */
    List<Program.Parameter> parameters(Program program) {
        List<Program.Parameter> parameters = new ArrayList<>(program.entry().parameters());
        if (this == TANGENT || this == PRODUCT) {
            differentiated(program)
                    .forEach(p -> parameters.add(new Program.Parameter(p.type(), p.name() + "Along", false)));
        }
        if (this == COTANGENT) {
            parameters.add(new Program.Parameter(program.entry().result(), "nestedCotangent", false));
        }
        if (this != TANGENT) {
            parameters.add(new Program.Parameter(Type.DOUBLES, "nestedWeights", true));
        }
        return parameters;
    }

    /** The method as source. */
    String source(Program program) {
        List<String> declared = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        for (Program.Parameter p : parameters(program)) {
            String constant = p.constant() && p.type().isDifferentiable() ? "@NoDerivative " : "";
            declared.add(constant + p.type().java() + " " + p.name());
            passed.add(p.name());
        }
        if (this != TANGENT) {
            passed.remove(passed.size() - 1);
        }
        String form = List.of("Jvp", "Vjp", "Grad", "Hvp").get(ordinal());
        String name = program.entry().name();
        StringBuilder text = new StringBuilder();
        text.append("    @Differentiable(order = ").append(order).append(")\n");
        text.append("    static double ").append(methodName()).append("(");
        text.append(String.join(", ", declared)).append(") {\n");
        text.append("        var nestedResult = ")
                .append(program.name())
                .append("Grad.")
                .append(name)
                .append(form);
        text.append("(").append(String.join(", ", passed)).append(");\n");
        if (this == TANGENT) {
            return text.append("        return nestedResult.tangent();\n    }\n")
                    .toString();
        }
        text.append("        double nestedSum = 0;\n");
        int next = 0;
        for (int i = 0; i < program.entry().parameters().size(); i++) {
            Program.Parameter p = program.entry().parameters().get(i);
            if (p.isDifferentiated()) {
                next = contraction(text, p, program.arguments().get(i), next);
            }
        }
        return text.append("        return nestedSum;\n    }\n").toString();
    }

    private static int contraction(StringBuilder text, Program.Parameter p, Object plain, int next) {
        String component = "nestedResult." + p.name() + "()";
        int size = JavaValues.scalars(plain, p.type(), true).size();
        switch (depth(p)) {
            case 0 -> text.append("        nestedSum += nestedWeights[" + next + "] * " + component + ";\n");
            case 1 ->
                text.append("        for (int i = 0; i < " + p.name() + ".length; i++) {\n")
                        .append("            nestedSum += nestedWeights[" + next + " + i] * " + component
                                + "[i];\n        }\n");
            default -> {
                String at = p.name() + "At";
                text.append("        int " + at + " = " + next + ";\n")
                        .append("        for (int i = 0; i < " + p.name() + ".length; i++) {\n")
                        .append("            for (int j = 0; j < " + p.name() + "[i].length; j++) {\n")
                        .append("                nestedSum += nestedWeights[" + at + "++] * " + component + "[i][j];\n")
                        .append("            }\n        }\n");
            }
        }
        return next + size;
    }

    /** Numbers for the parameters that are added: a tangent or a cotangent, and weights. */
    record Numbers(double[] tangent, double cotangent, double[] weights) {
        static Numbers random(int n, Choices choose) {
            double[] tangent = new double[n];
            double[] weights = new double[n];
            boolean zero = choose.chance(35);
            Arrays.setAll(tangent, k -> zero ? 0 : choose.of(0.0, 0.0, 1.0, -1.0, 0.5));
            Arrays.setAll(weights, k -> choose.of(0.0, 1.0, 1.0, -0.5, 2.0));
            return new Numbers(tangent, choose.of(0.0, 0.0, 1.0, -1.5), weights);
        }
    }

    /** The arguments of the method. */
    List<Object> arguments(Program program, Companion entry, Numbers numbers) {
        List<Object> arguments = new ArrayList<>(program.arguments());
        if (this == TANGENT || this == PRODUCT) {
            arguments.addAll(entry.tangents(program.arguments(), numbers.tangent()));
        }
        if (this == COTANGENT) {
            boolean single = program.entry().result() == Type.FLOAT;
            arguments.add(single ? (Object) (float) numbers.cotangent() : (Object) numbers.cotangent());
        }
        if (this != TANGENT) {
            arguments.add(numbers.weights());
        }
        return arguments;
    }

    /** What the method gives, from the derivatives of the entry. */
    Expected expected(Scalar.Jet jet, int n, Numbers numbers) {
        Series f = jet.series();
        double[] w = numbers.weights();
        double[] t = numbers.tangent();
        double c = numbers.cotangent();
        return switch (this) {
            case TANGENT ->
                // Σᵢ tᵢ ∂ᵢf by x and by t.
                linear(
                        jet,
                        n,
                        1,
                        list(n, i -> f.derivative(i)),
                        t,
                        by -> list(n, i -> f.derivative(i, by)),
                        (k, l) -> Expected.combined(list(n, i -> f.derivative(i, k, l)), t));
            case GRADIENT ->
                function(
                        jet,
                        1,
                        Expected.combined(list(n, i -> f.derivative(i)), w),
                        list(n, k -> Expected.combined(list(n, i -> f.derivative(i, k)), w)),
                        list(n, k -> list(n, l -> Expected.combined(list(n, i -> f.derivative(i, k, l)), w))));
            case COTANGENT -> {
                // c Σᵢ wᵢ ∂ᵢf by x and by c.
                Term sum = Expected.combined(list(n, i -> f.derivative(i)), w);
                List<Term> slopes = list(n, k -> Expected.combined(list(n, i -> f.derivative(i, k)), w));
                List<Term> gradient = new ArrayList<>(list(n, k -> slopes.get(k).times(c)));
                gradient.add(sum);
                List<List<Term>> hessian = new ArrayList<>();
                for (int k = 0; k < n; k++) {
                    int at = k;
                    List<Term> row = new ArrayList<>(list(
                            n,
                            l -> Expected.combined(list(n, i -> f.derivative(i, at, l)), w)
                                    .times(c)));
                    row.add(slopes.get(k));
                    hessian.add(row);
                }
                List<Term> last = new ArrayList<>(slopes);
                last.add(Term.ZERO);
                hessian.add(last);
                yield function(jet, 1, sum.times(c), gradient, hessian);
            }
            case PRODUCT -> {
                // Σᵢⱼ wᵢ tⱼ ∂ᵢⱼf by x and by t.
                List<Term> slopes = list(n, j -> Expected.combined(list(n, i -> f.derivative(i, j)), w));
                List<Term> gradient = new ArrayList<>(list(
                        n,
                        k -> Expected.combined(
                                list(n, j -> Expected.combined(list(n, i -> f.derivative(i, j, k)), w)), t)));
                gradient.addAll(slopes);
                yield function(jet, 2, Expected.combined(slopes, t), gradient, List.of());
            }
        };
    }

    private interface Second {
        Term at(int k, int l);
    }

    private static Expected linear(
            Scalar.Jet jet,
            int n,
            int lost,
            List<Term> slopes,
            double[] t,
            IntFunction<List<Term>> curvature,
            Second third) {
        List<Term> gradient = new ArrayList<>(list(n, k -> Expected.combined(curvature.apply(k), t)));
        gradient.addAll(slopes);
        List<List<Term>> hessian = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            int at = k;
            List<Term> row = new ArrayList<>(list(n, l -> third.at(at, l)));
            row.addAll(curvature.apply(k));
            hessian.add(row);
        }
        for (int k = 0; k < n; k++) {
            List<Term> row = new ArrayList<>(curvature.apply(k));
            row.addAll(list(n, l -> Term.ZERO));
            hessian.add(row);
        }
        return function(jet, lost, Expected.combined(slopes, t), gradient, hessian);
    }

    private static Expected function(
            Scalar.Jet jet, int lost, Term value, List<Term> gradient, List<List<Term>> hessian) {
        return new Expected(value, jet.trusted() - lost, jet.why(), gradient, hessian);
    }

    private static <T> List<T> list(int n, IntFunction<T> element) {
        List<T> made = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            made.add(element.apply(i));
        }
        return made;
    }

    /** What is expected of the entry itself. */
    static Expected ofEntry(Scalar.Jet jet, int n) {
        Series f = jet.series();
        return new Expected(
                Term.of(Double.isFinite(jet.number()) ? jet.number() : 0),
                jet.trusted(),
                jet.why(),
                list(n, i -> f.derivative(i)),
                list(n, i -> list(n, j -> f.derivative(i, j))));
    }
}
