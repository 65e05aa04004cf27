package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Scope.Binding;
import java.util.ArrayList;
import java.util.List;

/** Ends a method with a result to which nearly everything in scope contributes, so that no mistake goes unseen. */
final class ResultGenerator {

    private final Choices choose;
    private final ExpressionGenerator expressions;

    ResultGenerator(Choices choose, ExpressionGenerator expressions) {
        this.choose = choose;
        this.expressions = expressions;
    }

    void finish(List<Stmt> body, Scope scope, Type result) {
        if (result instanceof Type.ArrayOf array) {
            finishArray(body, scope, array);
        } else if (result instanceof Type.RecordOf record) {
            body.add(Stmt.result(new Expr.NewRecord(record, components(body, scope, record))));
        } else {
            Expr total = total(body, scope);
            body.add(Stmt.result(result == Type.DOUBLE ? total : new Expr.Cast(result, total)));
        }
    }

    /** Writes to an array, and ends with it. */
    void fill(List<Stmt> body, Scope scope, Binding array) {
        Scope inner = scope.inner("", true);
        Expr.Variable i = Expr.variable(inner.unique("i"), Type.INT);
        inner.add(new Binding(i, false, array.length(), 0));
        Expr bound = choose.chance(50) ? Expr.literal(array.length()) : new Expr.Length(array.variable());
        String op = choose.of("+=", "=", "-=");
        body.add(new Stmt.For(
                "",
                List.of(Stmt.declare(Type.INT, i.name(), Expr.literal(0))),
                Expr.test("<", i, bound),
                List.of(new Expr.Step(i, "++", false)),
                Stmt.block(Stmt.assign(Expr.element(array.variable(), i), op, expressions.of(Type.DOUBLE, inner, 2)))));
        body.add(Stmt.assign(Expr.element(array.variable(), Expr.literal(0)), "+=", total(body, scope)));
        body.add(Stmt.result(array.variable()));
    }

    private void finishArray(List<Stmt> body, Scope scope, Type.ArrayOf type) {
        List<Binding> there = scope.ofType(type);
        if (!there.isEmpty() && choose.chance(40)) {
            Expr chosen = choose.pick(there).variable();
            body.add(Stmt.result(choose.chance(60) ? chosen : new Expr.Clone(chosen)));
            return;
        }
        List<Expr> elements = new ArrayList<>();
        elements.add(total(body, scope));
        elements.add(expressions.of(Type.DOUBLE, scope, 2));
        elements.add(expressions.of(Type.DOUBLE, scope, 2));
        body.add(Stmt.result(new Expr.ArrayInitializer(type, List.copyOf(elements))));
    }

    private List<Expr> components(List<Stmt> body, Scope scope, Type.RecordOf record) {
        List<Expr> arguments = new ArrayList<>();
        for (Type.Component c : record.components()) {
            if (c.constant()) {
                arguments.add(Expr.literal(choose.constant()));
            } else if (c.type() == Type.DOUBLE && choose.chance(50)) {
                arguments.add(total(body, scope));
            } else {
                arguments.add(expressions.of(c.type(), scope, 2));
            }
        }
        return List.copyOf(arguments);
    }

    private Expr total(List<Stmt> body, Scope scope) {
        Expr total = expressions.of(Type.DOUBLE, scope, 1);
        for (Binding b : scope.all(any -> true)) {
            if (choose.chance(15)) {
                continue;
            }
            if (b.type() == Type.DOUBLE || b.type() == Type.FLOAT) {
                total = Expr.binary("+", total, weighted(b.variable()));
            } else if (b.type().equals(Type.DOUBLES) || b.type().equals(Type.FLOATS)) {
                total = Expr.binary("+", total, sum(body, scope, b.variable()));
            } else if (b.type().equals(Type.MATRIX) || b.type().equals(Type.CUBE)) {
                total = Expr.binary("+", total, sumOfRows(body, scope, b.variable()));
            } else if (b.type() instanceof Type.RecordOf record) {
                for (Type.Component c : record.components()) {
                    if (c.type() == Type.DOUBLE) {
                        total = Expr.binary("+", total, weighted(new Expr.Access(b.variable(), c.name(), c.type())));
                    }
                }
            }
        }
        return total;
    }

    private Expr weighted(Expr value) {
        return Expr.binary("*", Expr.literal(choose.of(1.0, 0.5, -1.5, 2.0)), value);
    }

    /** {@code double s = 0; for (double e : array) s += e * w; w *= 0.8}. */
    private Expr sum(List<Stmt> body, Scope scope, Expr array) {
        Expr.Variable sum = declared(body, scope, 0);
        Expr.Variable weight = declared(body, scope, choose.of(1.0, 0.7));
        body.add(sumLoop(scope, array, sum, weight));
        return sum;
    }

    private Stmt sumLoop(Scope scope, Expr array, Expr.Variable sum, Expr.Variable weight) {
        String name = scope.inner().fresh(choose, "e");
        Expr e = Expr.variable(name, ((Type.ArrayOf) array.type()).element());
        Stmt add = Stmt.assign(sum, "+=", Expr.binary("*", e, weight));
        Stmt next = Stmt.assign(weight, "*=", Expr.literal(-0.8));
        return new Stmt.ForEach("", e.type(), name, array, Stmt.block(add, next));
    }

    private Expr sumOfRows(List<Stmt> body, Scope scope, Expr matrix) {
        Expr.Variable sum = declared(body, scope, 0);
        Expr.Variable weight = declared(body, scope, 1.5);
        body.add(rowLoop(scope, matrix, sum, weight));
        return sum;
    }

    /** Loops over rows, and over rows of these, down to numbers. */
    private Stmt rowLoop(Scope scope, Expr array, Expr.Variable sum, Expr.Variable weight) {
        Type element = ((Type.ArrayOf) array.type()).element();
        if (!(element instanceof Type.ArrayOf)) {
            return sumLoop(scope, array, sum, weight);
        }
        Scope inner = scope.inner();
        Expr.Variable row = Expr.variable(inner.fresh(choose, "row"), element);
        inner.add(new Binding(row, false, 0, 0));
        return new Stmt.ForEach("", element, row.name(), array, Stmt.block(rowLoop(inner, row, sum, weight)));
    }

    private Expr.Variable declared(List<Stmt> body, Scope scope, double initial) {
        String name = scope.fresh(choose, "sum");
        Expr.Variable variable = Expr.variable(name, Type.DOUBLE);
        scope.add(new Binding(Expr.variable(name, Type.VOID), false, 0, 0));
        body.add(Stmt.declare(Type.DOUBLE, name, Expr.literal(initial)));
        return variable;
    }
}
