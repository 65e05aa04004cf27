package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.AstWalk.Path;
import dev.leibniz.processor.fuzz.Scope.Binding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts kernels into programs, with inputs from around the place, and changes a little in some of them. */
final class KernelGenerator {

    private static final List<String> KERNELS = Kernels.all();

    private final Choices choose;
    private final ExpressionGenerator expressions;
    private final StatementGenerator statements;

    KernelGenerator(Choices choose, ExpressionGenerator expressions, StatementGenerator statements) {
        this.choose = choose;
        this.expressions = expressions;
        this.statements = statements;
    }

    /** Adds one kernel, chosen at random. */
    void kernel(List<Stmt> made, Scope scope) {
        add(choose.pick(KERNELS), made, scope);
    }

    void add(String text, List<Stmt> made, Scope scope) {
        int end = text.indexOf('\n');
        Map<String, Expr.Variable> inputs = new HashMap<>();
        String[] words = text.substring(0, end).strip().split(" ");
        for (int i = 0; i < words.length; i += 2) {
            boolean written = words[i + 1].endsWith("!");
            Type type = new Tokens(words[i]).type();
            inputs.put(words[i + 1].replace("!", ""), input(made, scope, type, written));
        }
        List<Stmt> own = new ArrayList<>();
        new KernelParser(text.substring(end), choose, expressions, statements).statements(own, scope, inputs);
        made.addAll(choose.chance(40) ? changed(List.copyOf(own)) : own);
    }

    /** A variable of this type; one that is made for the purpose if there is none that will do. */
    private Expr.Variable input(List<Stmt> made, Scope scope, Type type, boolean written) {
        boolean array = type instanceof Type.ArrayOf;
        List<Binding> there =
                scope.all(b -> b.type().equals(type) && (b.owned() || !written) && (!array || b.length() > 0));
        if (!there.isEmpty() && choose.chance(85)) {
            return choose.pick(there).variable();
        }
        Expr.Variable variable = Expr.variable(statements.reserve(scope, "in"), type);
        int length = choose.between(2, 4);
        made.add(Stmt.declare(type, variable.name(), initial(type, scope, length)));
        scope.add(new Binding(variable, true, array ? length : 0, 2));
        return variable;
    }

    private Expr initial(Type type, Scope scope, int length) {
        if (!(type instanceof Type.ArrayOf array)) {
            return expressions.of(type, scope, 2);
        }
        List<Expr> elements = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            elements.add(initial(array.element(), scope, 2));
        }
        return new Expr.ArrayInitializer(array, List.copyOf(elements));
    }

    /** Something in it is different: an operator, a number, an assignment that is missing or made twice. */
    private List<Stmt> changed(List<Stmt> kernel) {
        List<Stmt> result = kernel;
        int changes = choose.between(1, 2);
        for (int i = 0; i < changes; i++) {
            List<Path> paths = AstWalk.paths(result);
            Path path = choose.pick(paths);
            Object node = AstWalk.at(result, path);
            Object other = node instanceof Expr e ? other(e) : node instanceof List<?> l ? other(l) : node;
            result = statements(AstWalk.replaced(result, path, other));
        }
        return result;
    }

    private static List<Stmt> statements(Object list) {
        List<Stmt> statements = new ArrayList<>();
        ((List<?>) list).forEach(s -> statements.add((Stmt) s));
        return List.copyOf(statements);
    }

    private Expr other(Expr e) {
        if (e instanceof Expr.Binary b && b.type() == Type.DOUBLE) {
            return choose.chance(70)
                    ? new Expr.Binary(choose.of("+", "-", "*"), b.left(), b.right(), b.type())
                    : Expr.math(choose.of("sin", "tanh", "cos"), b);
        } else if (e instanceof Expr.Assign a && a.type() == Type.DOUBLE) {
            return new Expr.Assign(a.target(), choose.of("=", "+=", "-=", "*="), a.value());
        } else if (e instanceof Expr.Literal l && l.type() == Type.DOUBLE) {
            return Expr.literal(choose.constant());
        } else if (e instanceof Expr.Library l
                && l.type() == Type.DOUBLE
                && l.arguments().size() == 1
                && l.arguments().get(0).type() == Type.DOUBLE) {
            return Expr.math(
                    choose.of("sin", "tanh", "cos", "abs"), l.arguments().get(0));
        }
        return e;
    }

    /** One assignment to a double more or less. */
    private List<?> other(List<?> list) {
        for (int i = 0; i < list.size(); i++) {
            boolean simple = list.get(i) instanceof Stmt.Evaluate e
                    && e.expression() instanceof Expr.Assign a
                    && a.type() == Type.DOUBLE;
            if (simple && choose.chance(50)) {
                List<Object> copy = new ArrayList<>(list);
                if (choose.chance(50)) {
                    copy.remove(i);
                } else {
                    copy.add(i, list.get(i));
                }
                return List.copyOf(copy);
            }
        }
        return list;
    }
}
