package dev.leibniz.processor.fuzz;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes an expression as a method that solves an equation, of which the expression is the solution: {@code g(x) = g(e)} with a
 * monotone {@code g}, or {@code x = e + h(x - e)} with a contraction {@code h}. The method's body is not looked into, so it
 * may know the solution; what the processor differentiates is the equation.
 */
final class SolverDress {

    private static final String ANNOTATIONS = "@dev.leibniz.annotations.";

    private final JavaRenderer plain;
    private final Program program;
    private final Members members;

    SolverDress(JavaRenderer plain, Program program, Members members) {
        this.plain = plain;
        this.program = program;
        this.members = members;
    }

    /** Whether the expression is a number, or a new array of numbers: what an equation is made for. */
    static boolean isUnknown(Expr e) {
        boolean isNew = e instanceof Expr.ArrayInitializer || e instanceof Expr.Clone;
        return e.type() == Type.DOUBLE || e.type().equals(Type.DOUBLES) && isNew;
    }

    String render(Dress dress, Expr e, FreeVariables free, int n, int variant) {
        if (!isUnknown(e)
                || !Repeatable.of(e, program)
                || free.used().stream().noneMatch(v -> v.type().isDifferentiable())) {
            return plain.render(e);
        }
        boolean fixed = dress == Dress.FIXED;
        boolean scalar = e.type() == Type.DOUBLE;
        String guess = guess(free, variant);
        String declared = free.declared() + (guess.isEmpty() ? "" : ", " + ANNOTATIONS + "NoDerivative double guess_");
        String solver = solver(fixed, scalar, variant);
        members.add(
                fixed
                        ? ANNOTATIONS + "FixedPoint(map = \"equation" + n + "\"" + solver + ")"
                        : ANNOTATIONS + "ImplicitFunction(residual = \"equation" + n + "\"" + solver + ")");
        members.add("static " + e.type().java() + " solved" + n + "(" + declared + ") {");
        members.add("    return " + plain.bare(e, free.nameSet()) + ";");
        members.add("}");
        members.add((variant % 2 == 0 ? "private " : "") + "static " + e.type().java() + " equation" + n + "("
                + e.type().java() + " x_, " + declared + ") {");
        members.add("    " + e.type().java() + " e_ = " + plain.bare(e, free.nameSet()) + ";");
        List<String> body = scalar ? scalar(fixed, free, variant) : vector(fixed, free, variant);
        body.forEach(line -> members.add("    " + line));
        members.add("}");
        return "solved" + n + "(" + free.names() + (guess.isEmpty() ? "" : ", " + guess) + ")";
    }

    /** What a first guess is, which does not matter to the solution; none in most cases. */
    private static String guess(FreeVariables free, int variant) {
        return variant % 5 != 0
                ? ""
                : free.used().stream()
                        .filter(v -> v.type() == Type.DOUBLE)
                        .map(v -> v.name() + " + 1")
                        .findFirst()
                        .orElse("2.5");
    }

    private static String solver(boolean fixed, boolean scalar, int variant) {
        List<String> names = fixed
                ? List.of("ITERATION", "ITERATION", "LU", "GMRES")
                : scalar ? List.of("LU") : List.of("LU", "CHOLESKY", "GMRES");
        String name = names.get(variant / 7 % names.size());
        boolean usual = name.equals(names.get(0));
        return usual ? "" : ", solver = dev.leibniz.annotations.Solver." + name;
    }

    /** A positive number that depends on one of the variables, or on none. */
    private static String factor(FreeVariables free, int variant) {
        List<String> numbers = free.used().stream()
                .filter(v -> v.type() == Type.DOUBLE)
                .map(Expr.Variable::name)
                .collect(Collectors.toList());
        return numbers.isEmpty() || variant / 3 % 3 == 0
                ? "1.5"
                : "(2 + Math.sin(" + numbers.get(variant % numbers.size()) + "))";
    }

    /** A function with a slope between 0.5 and 1.5, of what is put into it. */
    private static String monotone(String x, int variant) {
        return variant / 2 % 2 == 0
                ? x + " + 0.5 * Math.sin(" + x + ")"
                : "1.2 * " + x + " - 0.7 * Math.tanh(" + x + ")";
    }

    private static List<String> scalar(boolean fixed, FreeVariables free, int variant) {
        String factor = factor(free, variant);
        return List.of(
                fixed
                        ? "return e_ + 0.2 * " + factor + " * " + (variant % 2 == 0 ? "Math.sin" : "Math.tanh")
                                + "(x_ - e_);"
                        : "return (" + monotone("x_", variant) + " - (" + monotone("e_", variant) + ")) * " + factor
                                + ";");
    }

    private static List<String> vector(boolean fixed, FreeVariables free, int variant) {
        String factor = factor(free, variant);
        String distance = "(x_[i_] - e_[i_])";
        String line = fixed
                ? "e_[i_] + 0.15 * " + factor + " * Math.sin" + distance + " + 0.2 * (x_[k_] - e_[k_])"
                : "(" + monotone("x_[i_]", variant) + " - (" + monotone("e_[i_]", variant) + ") + 0.2 * all_) * "
                        + factor;
        String next = fixed ? "int k_ = (i_ + 1) % x_.length; " : "";
        return List.of(
                "double[] r_ = new double[x_.length];",
                "double all_ = 0;",
                "for (int i_ = 0; i_ < x_.length; i_++) { all_ += " + distance + "; }",
                "for (int i_ = 0; i_ < x_.length; i_++) { " + next + "r_[i_] = " + line + "; }",
                "return r_;");
    }
}
