package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Scope.Binding;
import java.util.ArrayList;
import java.util.List;

/** Loops whose steps can be undone: each adds to a part of the state something that depends on the other part. */
final class CouplingGenerator {

    private final Choices choose;
    private final ExpressionGenerator expressions;
    private final StatementGenerator statements;

    CouplingGenerator(Choices choose, ExpressionGenerator expressions, StatementGenerator statements) {
        this.choose = choose;
        this.expressions = expressions;
        this.statements = statements;
    }

    /** Two numbers, or two arrays where there is one to begin with, and the loop that changes them in turn. */
    void coupling(List<Stmt> made, Scope scope) {
        List<Binding> arrays = scope.all(b -> b.type().equals(Type.DOUBLES) && b.length() > 0);
        boolean array = !arrays.isEmpty() && choose.chance(50);
        Type type = array ? Type.DOUBLES : Type.DOUBLE;
        List<Expr.Variable> halves = new ArrayList<>();
        int length = 0;
        for (int i = 0; i < 2; i++) {
            Binding start = array ? choose.pick(arrays) : new Binding(Expr.variable("", Type.VOID), false, 0, 0);
            length = start.length();
            Expr initial = array ? new Expr.Clone(start.variable()) : expressions.of(Type.DOUBLE, scope, 1);
            Expr.Variable half = Expr.variable(statements.reserve(scope, "half"), type);
            made.add(Stmt.declare(type, half.name(), initial));
            scope.add(new Binding(half, true, length, 0));
            halves.add(half);
        }
        Scope inner = scope.inner("", true);
        Expr.Variable i = Expr.variable(statements.reserve(inner, "i"), Type.INT);
        int steps = choose.between(1, 5);
        inner.add(new Binding(i, false, steps, 0));
        List<Stmt> body = new ArrayList<>();
        for (int k = 0; k < 2; k++) {
            body.add(change(halves.get(k), halves.get(1 - k), inner));
        }
        if (choose.chance(40)) {
            Expr.Variable sum = Expr.variable(statements.reserve(scope, "sum"), Type.DOUBLE);
            made.add(Stmt.declare(Type.DOUBLE, sum.name(), Expr.literal(0.0)));
            body.add(Stmt.assign(sum, "+=", expressions.of(Type.DOUBLE, inner, 2)));
            scope.add(new Binding(sum, true, 0, 0));
        }
        Stmt loop = new Stmt.For(
                "",
                List.of(Stmt.declare(Type.INT, i.name(), Expr.literal(0))),
                Expr.test("<", i, Expr.literal(steps)),
                List.of(new Expr.Step(i, "++", false)),
                Stmt.block(body));
        made.add(new Stmt.Dressed(Dress.UNDONE, Stmt.block(loop), choose.below(1000)));
    }

    /** Adds to a half what depends on the other one, and not on itself. */
    private Stmt change(Expr.Variable half, Expr.Variable other, Scope scope) {
        Scope without = scope.inner();
        without.add(new Binding(Expr.variable(half.name(), Type.VOID), false, 0, 0));
        without.all(b -> b.owned()).forEach(b -> without.add(new Binding(b.variable(), false, b.length(), b.width())));
        String op = choose.of("+=", "-=");
        if (half.type() == Type.DOUBLE) {
            return Stmt.assign(half, op, bounded(other, without));
        }
        Expr.Variable j = Expr.variable(statements.reserve(without, "j"), Type.INT);
        without.add(new Binding(j, false, 1, 0));
        Expr element = Expr.element(other, Expr.binary("%", j, new Expr.Length(other)));
        return new Stmt.For(
                "",
                List.of(Stmt.declare(Type.INT, j.name(), Expr.literal(0))),
                Expr.test("<", j, new Expr.Length(half)),
                List.of(new Expr.Step(j, "++", false)),
                Stmt.block(Stmt.assign(Expr.element(half, j), op, bounded(element, without))));
    }

    private Expr bounded(Expr other, Scope scope) {
        Expr both = Expr.binary(choose.of("+", "*", "-"), other, expressions.of(Type.DOUBLE, scope, 2));
        return Expr.binary("*", Expr.literal(choose.of(0.1, 0.3, -0.5)), Expr.math(choose.of("sin", "tanh"), both));
    }
}
