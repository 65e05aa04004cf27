package dev.leibniz.processor.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Each operation that has derivatives as a method of one line, alone and with simple functions of the parameters as its
 * operands, and the points at which formulas go wrong.
 */
public final class TableCases {

    private static final double[] ROUND = {0, -0.0, 1, -1, 2, -2, 0.5, 3};

    /** Numbers whose squares are above 0: where values become 0 on the way, so do derivatives. */
    private static final double[] FAR = {
        1e150, -1e150, 1e200, 1e308, -1e308, 1e-100, -1e-100, 1e-80, 10, -40, 1000, -1000
    };

    private static final List<String> OPERATORS = List.of("+", "-", "*", "/", "%");
    private static final List<String> UNARY = List.of(
            "sin",
            "cos",
            "tan",
            "asin",
            "acos",
            "atan",
            "sinh",
            "cosh",
            "tanh",
            "exp",
            "expm1",
            "log",
            "log10",
            "log1p",
            "sqrt",
            "cbrt",
            "toRadians",
            "toDegrees",
            "abs",
            "nextUp",
            "nextDown",
            "signum",
            "floor",
            "ceil",
            "rint",
            "ulp");
    private static final List<String> BINARY =
            List.of("atan2", "hypot", "pow", "max", "min", "IEEEremainder", "copySign", "nextAfter");
    private static final Map<String, List<String>> RUNTIME = Map.of(
            "Activations", List.of("sigmoid", "softplus", "relu", "gelu", "silu", "leakyRelu", "elu"),
            "Losses", List.of("binaryCrossEntropy", "binaryCrossEntropyWithLogits", "squaredError", "huber"));

    private final Map<String, Program> programs = new LinkedHashMap<>();

    private TableCases() {}

    /** The operations there are cases of: operators, and methods by name. */
    public static Set<String> operations() {
        Set<String> names = Arrays.stream(new List<?>[] {OPERATORS, UNARY, BINARY, List.of("fma", "scalb")})
                .flatMap(List::stream)
                .map(String.class::cast)
                .collect(Collectors.toSet());
        RUNTIME.values().forEach(names::addAll);
        return names;
    }

    /** A case: what it is, and the method. */
    record Case(String text, Program program) {}

    static List<Case> all() {
        TableCases cases = new TableCases();
        UNARY.forEach(name -> cases.unary("Math", name));
        RUNTIME.forEach((owner, names) -> names.forEach(name -> {
            if (owner.equals("Activations") && !name.equals("elu") && !name.equals("leakyRelu")) {
                cases.unary(owner, name);
            } else if (!name.equals("huber")) {
                cases.binary((a, b) -> Expr.library(owner, name, a, b));
            }
        }));
        OPERATORS.forEach(op -> cases.binary((a, b) -> Expr.binary(op, a, b)));
        BINARY.forEach(name -> cases.binary((a, b) -> Expr.math(name, a, b)));
        cases.ternary();
        cases.compositions();
        return cases.programs.entrySet().stream()
                .map(e -> new Case(e.getKey(), e.getValue()))
                .toList();
    }

    private static final Expr X = Expr.variable("x", Type.DOUBLE);
    private static final Expr Y = Expr.variable("y", Type.DOUBLE);
    private static final Expr Z = Expr.variable("z", Type.DOUBLE);
    private static final Expr ONE = Expr.literal(1.0);

    /** Functions that go through special points themselves. */
    private static final List<UnaryOperator<Expr>> INNER = List.of(
            e -> Expr.binary("*", e, e),
            e -> Expr.math("sin", e),
            e -> Expr.binary("-", e, ONE),
            e -> Expr.binary("-", Expr.math("exp", e), ONE),
            e -> Expr.binary("*", Z, e));

    private void unary(String owner, String name) {
        UnaryOperator<Expr> f = e -> Expr.library(owner, name, e);
        add(f.apply(X));
        INNER.forEach(g -> add(f.apply(g.apply(X))));
        Expr once = f.apply(X);
        add(Expr.binary("*", Y, once));
        add(Expr.binary("*", once, once));
        if (!name.startsWith("next")) {
            add(Expr.binary("/", Y, once));
        }
        add(f.apply(f.apply(X)));
    }

    private interface Binary {
        Expr of(Expr a, Expr b);
    }

    private void binary(Binary f) {
        add(f.of(X, Y));
        add(f.of(X, X));
        for (double constant : new double[] {0, 1, 2, -1, 0.5, 3}) {
            add(f.of(X, Expr.literal(constant)));
            add(f.of(Expr.literal(constant), Y));
        }
        for (UnaryOperator<Expr> g : INNER.subList(0, 3)) {
            add(f.of(g.apply(X), Y));
            add(f.of(X, g.apply(Y)));
        }
        add(f.of(Expr.math("sin", X), Expr.math("sin", Y)));
        add(f.of(X, Expr.binary("-", X, Y)));
        add(Expr.binary("*", Z, f.of(X, Y)));
        add(Expr.binary("*", f.of(X, Y), f.of(X, Y)));
    }

    private void ternary() {
        add(Expr.math("fma", X, Y, Z));
        add(Expr.math("fma", X, X, X));
        add(Expr.math("fma", Expr.math("sin", X), Y, Expr.binary("*", Z, Z)));
        add(Expr.library("Losses", "huber", X, Y, Z));
        add(Expr.library("Losses", "huber", X, Y, ONE));
        add(Expr.library("Losses", "huber", Expr.math("sin", X), Y, ONE));
        Expr scaled = new Expr.Library("Math", "scalb", List.of(X, Expr.literal(3)), Type.DOUBLE);
        add(scaled);
        add(Expr.binary("*", scaled, scaled));
        Expr positive = Expr.test(">", X, Expr.literal(0.0));
        add(new Expr.Conditional(positive, Expr.binary("*", X, Y), Expr.math("exp", X), Type.DOUBLE));
        add(new Expr.Conditional(positive, Expr.math("sqrt", X), Expr.binary("*", Y, X), Type.DOUBLE));
    }

    /** Compositions whose factors cancel. */
    private void compositions() {
        UnaryOperator<Expr> sigmoid = e -> Expr.library("Activations", "sigmoid", e);
        Expr p = sigmoid.apply(X);
        Expr rest = Expr.binary("-", ONE, p);
        Expr exp = Expr.math("exp", X);
        Expr down = Expr.math("exp", new Expr.Unary("-", X, Type.DOUBLE));
        Expr square = Expr.binary("*", X, X);
        add(Expr.math("log", p));
        add(Expr.math("log", rest));
        add(Expr.math("log1p", new Expr.Unary("-", p, Type.DOUBLE)));
        add(Expr.math("log", exp));
        add(Expr.math("log", Expr.binary("+", ONE, exp)));
        add(Expr.math("log1p", exp));
        add(Expr.binary("/", ONE, Expr.binary("+", ONE, down)));
        add(Expr.binary("/", exp, Expr.binary("+", ONE, exp)));
        add(Expr.math("sqrt", square));
        add(Expr.math("sqrt", Expr.math("pow", X, Expr.literal(2.0))));
        add(Expr.math("exp", Expr.math("log", X)));
        add(Expr.binary(
                "+",
                Expr.binary("*", Y, Expr.math("log", p)),
                Expr.binary("*", Expr.binary("-", ONE, Y), Expr.math("log", rest))));
        Expr up = Expr.math("exp", Expr.binary("*", Expr.literal(2.0), X));
        add(Expr.binary("-", ONE, Expr.binary("/", Expr.literal(2.0), Expr.binary("+", up, ONE))));
        add(Expr.binary("/", Expr.math("sin", X), X));
    }

    private void add(Expr body) {
        Program program = program("T" + programs.size(), body);
        String text = JavaRenderer.render(program, false);
        programs.putIfAbsent(text.replaceAll("(?s).*return (.*?);.*", "$1"), program);
    }

    private static Program program(String name, Expr body) {
        List<Program.Parameter> parameters = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        for (Expr variable : List.of(X, Y, Z)) {
            if (AstWalk.nodes(body).contains(variable)) {
                parameters.add(new Program.Parameter(Type.DOUBLE, ((Expr.Variable) variable).name(), false));
                arguments.add(0.0);
            }
        }
        Program.Function f = new Program.Function(
                "f", Program.Modifiers.NONE, List.copyOf(parameters), Type.DOUBLE, Stmt.block(Stmt.result(body)));
        return new Program(name, 2, List.of(), List.of(), List.of(f), List.copyOf(arguments));
    }

    /** The program at all combinations of special numbers, far ones and infinities among them if {@code far}. */
    static List<Program> points(Program program, boolean far) {
        double[] numbers = ROUND;
        if (far) {
            numbers = Arrays.copyOf(numbers, ROUND.length + FAR.length);
            System.arraycopy(FAR, 0, numbers, ROUND.length, FAR.length);
        }
        List<List<Object>> points = List.of(List.of());
        for (int i = 0; i < program.arguments().size(); i++) {
            List<List<Object>> longer = new ArrayList<>();
            // The third operand takes few values: it is a factor.
            double[] values = i < 2 ? numbers : new double[] {0, 1, -0.5};
            for (List<Object> point : points) {
                for (double value : values) {
                    List<Object> more = new ArrayList<>(point);
                    more.add(value);
                    longer.add(more);
                }
            }
            points = longer;
        }
        return points.stream().map(p -> SpecialPoints.with(program, p)).toList();
    }
}
