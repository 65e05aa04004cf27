package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Profile.Feature;
import dev.leibniz.processor.fuzz.Scope.Binding;
import java.util.ArrayList;
import java.util.List;

/** Random statements about whole arrays: creation, aliases, swaps, rows, bulk operations, running indices. */
final class ArrayStatementGenerator {

    private final Choices choose;
    private final ExpressionGenerator expressions;

    ArrayStatementGenerator(Choices choose, ExpressionGenerator expressions) {
        this.choose = choose;
        this.expressions = expressions;
    }

    void statement(List<Stmt> made, Scope scope) {
        int kind = choose.below(100);
        if (kind < 40) {
            creation(made, scope);
        } else if (kind < 55 && expressions.has(Feature.ALIASES)) {
            alias(made, scope);
        } else if (kind < 70 && expressions.has(Feature.MATRICES)) {
            matrix(made, scope);
        } else if (kind < 88 && expressions.has(Feature.BULK)) {
            bulk(made, scope);
        } else if (expressions.has(Feature.SIDE_EFFECTS)) {
            runningIndices(made, scope);
        } else {
            creation(made, scope);
        }
    }

    private String reserve(Scope scope) {
        String name = scope.fresh(choose, "a");
        scope.add(new Binding(Expr.variable(name, Type.VOID), false, 0, 0));
        return name;
    }

    private Type.ArrayOf type() {
        if (expressions.has(Feature.FLOATS) && choose.chance(30)) {
            return Type.FLOATS;
        }
        boolean integers = expressions.has(Feature.INTEGERS) && choose.chance(18);
        Type element = choose.of(Type.INT, Type.INT, Type.LONG, Type.BYTE, Type.SHORT, Type.CHAR, Type.BOOLEAN);
        return integers ? new Type.ArrayOf(element) : Type.DOUBLES;
    }

    private Expr initializer(Type.ArrayOf type, Scope scope, int n) {
        List<Expr> elements = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            elements.add(
                    type == Type.DOUBLES ? expressions.toReal(scope, 2) : expressions.of(type.element(), scope, 1));
        }
        return new Expr.ArrayInitializer(type, List.copyOf(elements));
    }

    private void creation(List<Stmt> made, Scope scope) {
        Type.ArrayOf type = type();
        List<Binding> there = scope.ofType(type);
        String name = reserve(scope);
        int length = choose.chance(5) ? 0 : choose.between(1, 4);
        Expr initial;
        if (!there.isEmpty() && choose.chance(50)) {
            Binding source = choose.pick(there);
            length = source.length();
            initial = new Expr.Clone(source.variable());
            if (expressions.has(Feature.BULK) && choose.chance(30)) {
                length = choose.between(1, 5);
                initial = new Expr.Library("Arrays", "copyOf", List.of(source.variable(), Expr.literal(length)), type);
            }
        } else if (choose.chance(35)) {
            initial = new Expr.NewArray(type, List.of(Expr.literal(length)));
        } else {
            initial = initializer(type, scope, length);
        }
        made.add(new Stmt.Declare(type, name, List.of(initial), choose.chance(15)));
        scope.add(new Binding(Expr.variable(name, type), true, length, 0));
    }

    private void alias(List<Stmt> made, Scope scope) {
        List<Binding> arrays = scope.all(b -> b.type() instanceof Type.ArrayOf && b.length() > 0);
        if (arrays.isEmpty()) {
            return;
        }
        Binding first = choose.pick(arrays);
        List<Binding> alike = scope.all(
                b -> b.type().equals(first.type()) && b.length() == first.length() && b.width() == first.width());
        Binding second = choose.pick(alike);
        int kind = choose.below(100);
        if (kind < 35) {
            String name = reserve(scope);
            Expr initial = choose.chance(35)
                    ? new Expr.Conditional(
                            expressions.condition(scope, 1), first.variable(), second.variable(), first.type())
                    : first.variable();
            boolean owned = first.owned() && (second.owned() || initial == first.variable());
            made.add(Stmt.declare(first.type(), name, initial));
            scope.add(new Binding(Expr.variable(name, first.type()), owned, first.length(), first.width()));
        } else if (first.owned() && second.owned()) {
            if (kind < 75) {
                String name = reserve(scope);
                made.add(Stmt.declare(first.type(), name, first.variable()));
                made.add(Stmt.assign(first.variable(), "=", second.variable()));
                made.add(Stmt.assign(second.variable(), "=", Expr.variable(name, first.type())));
                scope.add(new Binding(Expr.variable(name, first.type()), true, first.length(), first.width()));
            } else {
                Expr copy = new Expr.Clone(second.variable());
                made.add(Stmt.assign(first.variable(), "=", choose.chance(50) ? second.variable() : copy));
            }
        } else if (!isConstant(first)) {
            // The variable of a parameter may stand for another array, as the array itself is not written to.
            Expr copy = new Expr.Clone(second.variable());
            made.add(Stmt.assign(first.variable(), "=", choose.chance(70) ? second.variable() : copy));
        }
    }

    private static boolean isConstant(Binding array) {
        return Character.isUpperCase(array.variable().name().charAt(0));
    }

    private void matrix(List<Stmt> made, Scope scope) {
        List<Binding> matrices = scope.all(b -> b.type().equals(Type.MATRIX) && b.length() > 0 && b.width() > 0);
        if (matrices.isEmpty() || choose.chance(30)) {
            newMatrix(made, scope);
            return;
        }
        Binding m = choose.pick(matrices);
        Expr row = Expr.element(m.variable(), expressions.places().index(m, scope));
        List<Binding> rows = scope.all(b -> b.owned() && b.type().equals(Type.DOUBLES) && b.length() == m.width());
        if (m.owned() && !rows.isEmpty() && choose.chance(35)) {
            made.add(Stmt.assign(row, "=", choose.pick(rows).variable()));
        } else {
            String name = reserve(scope);
            made.add(new Stmt.Declare(Type.DOUBLES, name, List.of(row), choose.chance(15)));
            scope.add(new Binding(Expr.variable(name, Type.DOUBLES), m.owned(), m.width(), 0));
        }
    }

    private void newMatrix(List<Stmt> made, Scope scope) {
        String name = reserve(scope);
        int length = choose.between(1, 3);
        int width = choose.between(1, 3);
        List<Binding> rows = scope.all(b -> b.owned() && b.type().equals(Type.DOUBLES) && b.length() >= width);
        Expr initial;
        if (choose.chance(40)) {
            initial = new Expr.NewArray(Type.MATRIX, List.of(Expr.literal(length), Expr.literal(width)));
        } else {
            List<Expr> elements = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                boolean shared = !rows.isEmpty() && choose.chance(40);
                int ragged = choose.chance(15) ? 1 : 0;
                elements.add(shared ? choose.pick(rows).variable() : initializer(Type.DOUBLES, scope, width + ragged));
            }
            initial = new Expr.ArrayInitializer(Type.MATRIX, List.copyOf(elements));
        }
        made.add(Stmt.declare(Type.MATRIX, name, initial));
        scope.add(new Binding(Expr.variable(name, Type.MATRIX), true, length, width));
    }

    private void bulk(List<Stmt> made, Scope scope) {
        List<Binding> owned = scope.owned(Type.DOUBLES);
        if (owned.isEmpty()) {
            creation(made, scope);
            return;
        }
        Binding target = choose.pick(owned);
        Binding source = choose.pick(scope.ofType(Type.DOUBLES));
        int kind = choose.below(100);
        if (kind < 35) {
            Expr value = expressions.of(Type.DOUBLE, scope, 2);
            int from = choose.between(0, target.length());
            int to = choose.between(from, target.length());
            List<Expr> arguments = choose.chance(60)
                    ? List.of(target.variable(), value)
                    : List.of(target.variable(), Expr.literal(from), Expr.literal(to), value);
            made.add(new Stmt.Evaluate(new Expr.Library("Arrays", "fill", arguments, Type.VOID)));
        } else if (kind < 80) {
            int length = choose.between(0, Math.min(source.length(), target.length()));
            int from = choose.between(0, source.length() - length);
            int to = choose.between(0, target.length() - length);
            made.add(new Stmt.Evaluate(new Expr.Library(
                    "System",
                    "arraycopy",
                    List.of(
                            source.variable(),
                            Expr.literal(from),
                            target.variable(),
                            Expr.literal(to),
                            Expr.literal(length)),
                    Type.VOID)));
        } else {
            int from = choose.between(0, source.length());
            int to = from + choose.between(1, 4);
            String name = reserve(scope);
            Expr range = new Expr.Library(
                    "Arrays",
                    "copyOfRange",
                    List.of(source.variable(), Expr.literal(from), Expr.literal(to)),
                    Type.DOUBLES);
            made.add(Stmt.declare(Type.DOUBLES, name, range));
            scope.add(new Binding(Expr.variable(name, Type.DOUBLES), true, to - from, 0));
        }
    }

    /** {@code a[i++] += b[--j] * e}, once or in a loop. */
    private void runningIndices(List<Stmt> made, Scope scope) {
        List<Binding> targets = scope.all(b -> b.owned() && b.type().equals(Type.DOUBLES) && b.length() > 0);
        List<Binding> sources = scope.all(b -> b.type().equals(Type.DOUBLES) && b.length() > 0);
        if (targets.isEmpty() || !expressions.has(Feature.MUTATION)) {
            return;
        }
        Expr a = choose.pick(targets).variable();
        Expr b = choose.pick(sources).variable();
        String up = reserve(scope);
        String down = reserve(scope);
        Expr i = Expr.variable(up, Type.INT);
        Expr j = Expr.variable(down, Type.INT);
        Expr left = Expr.element(a, new Expr.Step(i, "++", false));
        Expr right = Expr.element(b, new Expr.Step(j, "--", true));
        Expr value = choose.chance(50)
                ? right
                : Expr.binary(choose.of("*", "+"), right, expressions.of(Type.DOUBLE, scope, 1));
        Stmt move = Stmt.assign(left, choose.of("=", "+=", "*=", "-="), value);
        List<Stmt> statements = new ArrayList<>();
        statements.add(Stmt.declare(Type.INT, up, Expr.literal(0)));
        statements.add(Stmt.declare(Type.INT, down, new Expr.Length(b)));
        if (choose.chance(60)) {
            Expr more = Expr.test("&&", Expr.test("<", i, new Expr.Length(a)), Expr.test(">", j, Expr.literal(0)));
            statements.add(new Stmt.While("", more, Stmt.block(move)));
        } else {
            statements.add(move);
        }
        made.add(Stmt.block(statements));
    }
}
