package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Profile.Feature;
import dev.leibniz.processor.fuzz.Scope.Binding;
import java.util.ArrayList;
import java.util.List;

/** Loops as numerical programs have them, which statements chosen one by one would seldom form. */
final class IdiomGenerator {

    private static final Type.ArrayOf CUBE = new Type.ArrayOf(Type.MATRIX);

    private final Choices choose;
    private final ExpressionGenerator expressions;
    private final StatementGenerator statements;

    IdiomGenerator(Choices choose, ExpressionGenerator expressions, StatementGenerator statements) {
        this.choose = choose;
        this.expressions = expressions;
        this.statements = statements;
    }

    /** Adds one idiom, or nothing if what it needs is not there. */
    void idiom(List<Stmt> made, Scope scope) {
        List<Binding> readable = scope.all(b -> b.type().equals(Type.DOUBLES) && b.length() > 0);
        List<Binding> writable = scope.all(b -> b.owned() && b.type().equals(Type.DOUBLES) && b.length() > 0);
        int kind = choose.below(10);
        if (kind == 0) {
            newton(made, scope);
        } else if (kind == 1) {
            cube(made, scope);
        } else if (kind == 2) {
            endless(made, scope);
        } else if (readable.isEmpty()) {
            newton(made, scope);
        } else if (kind == 3) {
            logSumExp(made, scope, choose.pick(readable));
        } else if (kind == 4) {
            argMax(made, scope, choose.pick(readable), writable);
        } else if (kind == 5) {
            fused(made, scope, choose.pick(readable));
        } else if (writable.isEmpty() || !expressions.has(Feature.MUTATION)) {
            timeSteps(made, scope, choose.pick(readable));
        } else if (kind == 6) {
            recurrence(made, scope, choose.pick(writable));
        } else if (kind == 7) {
            reversal(made, scope, choose.pick(writable));
        } else if (kind == 8) {
            matrixProduct(made, scope, choose.pick(readable), choose.pick(writable));
        } else {
            timeSteps(made, scope, choose.pick(readable));
        }
    }

    private Expr.Variable fresh(Scope scope, Type type, String stem) {
        return Expr.variable(statements.reserve(scope, stem), type);
    }

    static Stmt.For upTo(Expr.Variable i, int from, Expr bound, Stmt... body) {
        return new Stmt.For(
                "",
                List.of(Stmt.declare(Type.INT, i.name(), Expr.literal(from))),
                Expr.test("<", i, bound),
                List.of(new Expr.Step(i, "++", false)),
                Stmt.block(body));
    }

    private static Expr length(Expr array) {
        return new Expr.Length(array);
    }

    private Expr real(Scope scope, int depth) {
        return expressions.of(Type.DOUBLE, scope, depth);
    }

    private void bind(Scope scope, Expr.Variable variable, int length) {
        scope.add(new Binding(variable, true, length, 0));
    }

    /** A square root by Newton's method, until it is good enough. */
    private void newton(List<Stmt> made, Scope scope) {
        Expr.Variable v = fresh(scope, Type.DOUBLE, "v");
        Expr.Variable r = fresh(scope, Type.DOUBLE, "r");
        Expr.Variable n = fresh(scope, Type.INT, "n");
        made.add(Stmt.declare(
                Type.DOUBLE, v.name(), Expr.binary("+", Expr.math("abs", real(scope, 2)), Expr.literal(1.1))));
        made.add(Stmt.declare(Type.DOUBLE, r.name(), v));
        made.add(Stmt.declare(Type.INT, n.name(), Expr.literal(0)));
        Expr residual = Expr.math("abs", Expr.binary("-", Expr.binary("*", r, r), v));
        Expr far = Expr.test(">", residual, Expr.literal(1e-3));
        Expr more = Expr.test("&&", far, Expr.test("<", new Expr.Step(n, "++", false), Expr.literal(12)));
        Expr mean = Expr.binary("*", Expr.literal(0.5), Expr.binary("+", r, Expr.binary("/", v, r)));
        made.add(new Stmt.While("", more, Stmt.block(Stmt.assign(r, "=", mean))));
        bind(scope, v, 0);
        bind(scope, r, 0);
    }

    /** An array of rank three, filled and summed. */
    private void cube(List<Stmt> made, Scope scope) {
        Expr.Variable cube = fresh(scope, CUBE, "c");
        Expr.Variable sum = fresh(scope, Type.DOUBLE, "s");
        Expr.Variable i = fresh(scope, Type.INT, "i");
        Expr.Variable j = fresh(scope, Type.INT, "j");
        Expr.Variable k = fresh(scope, Type.INT, "k");
        made.add(Stmt.declare(
                CUBE,
                cube.name(),
                new Expr.NewArray(CUBE, List.of(Expr.literal(2), Expr.literal(2), Expr.literal(3)))));
        made.add(Stmt.declare(Type.DOUBLE, sum.name(), Expr.literal(0.0)));
        Expr entry = Expr.element(Expr.element(Expr.element(cube, i), j), k);
        Expr position = Expr.binary("+", Expr.binary("*", Expr.literal(2), i), Expr.binary("-", k, j));
        Stmt set = Stmt.assign(entry, "=", Expr.binary("*", real(scope, 2), position));
        Stmt use = Stmt.assign(sum, "+=", Expr.math("sin", Expr.element(Expr.element(Expr.element(cube, j), i), k)));
        List<Stmt> inner = choose.chance(50) ? List.of(set, use) : List.of(set);
        Stmt.For innermost = upTo(k, 0, Expr.literal(3), inner.toArray(new Stmt[0]));
        made.add(upTo(i, 0, Expr.literal(2), upTo(j, 0, length(Expr.element(cube, i)), innermost)));
        if (inner.size() == 1) {
            made.add(upTo(i, 0, length(cube), upTo(j, 0, Expr.literal(2), upTo(k, 0, Expr.literal(3), use))));
        }
        bind(scope, sum, 0);
    }

    /** {@code for (int n = 0; true; n++)} with a break, perhaps of a second loop around it. */
    private void endless(List<Stmt> made, Scope scope) {
        Expr.Variable n = fresh(scope, Type.INT, "n");
        Expr.Variable d = fresh(scope, Type.DOUBLE, "d");
        made.add(Stmt.declare(Type.DOUBLE, d.name(), real(scope, 2)));
        Expr small = Expr.test("<", Expr.math("abs", d), Expr.literal(choose.of(0.5, 0.1, 0.01)));
        Expr enough = Expr.test("||", Expr.test(">=", n, Expr.literal(choose.between(2, 6))), small);
        List<Stmt> body = new ArrayList<>();
        Stmt leave = new Stmt.If(enough, Stmt.block(new Stmt.Break("")), Stmt.block());
        Stmt damp = Stmt.assign(d, "*=", Expr.literal(choose.of(0.4, -0.5, 0.9)));
        Scope inner = scope.inner("", true);
        inner.add(new Binding(n, false, 0, 0));
        bind(inner, d, 0);
        if (choose.chance(50)) {
            body.add(leave);
        }
        statements.add(body, inner, 1);
        if (body.isEmpty() || body.get(0) != leave) {
            body.add(leave);
        }
        body.add(damp);
        made.add(new Stmt.For(
                "",
                List.of(Stmt.declare(Type.INT, n.name(), Expr.literal(0))),
                Expr.literal(true),
                List.of(new Expr.Step(n, "++", false)),
                Stmt.block(body)));
        bind(scope, d, 0);
    }

    private void logSumExp(List<Stmt> made, Scope scope, Binding array) {
        Expr a = array.variable();
        Expr.Variable max = fresh(scope, Type.DOUBLE, "max");
        Expr.Variable sum = fresh(scope, Type.DOUBLE, "sum");
        Expr.Variable i = fresh(scope, Type.INT, "i");
        Expr entry = Expr.element(a, i);
        made.add(Stmt.declare(Type.DOUBLE, max.name(), Expr.element(a, Expr.literal(0))));
        Stmt larger = choose.chance(50)
                ? Stmt.assign(max, "=", Expr.math("max", max, entry))
                : new Stmt.If(Expr.test(">", entry, max), Stmt.block(Stmt.assign(max, "=", entry)), Stmt.block());
        made.add(upTo(i, 1, length(a), larger));
        made.add(Stmt.declare(Type.DOUBLE, sum.name(), Expr.literal(0.0)));
        Expr scaled = Expr.math("exp", Expr.math("tanh", Expr.binary("-", entry, max)));
        made.add(upTo(i, 0, length(a), Stmt.assign(sum, "+=", scaled)));
        made.add(Stmt.assign(sum, "=", Expr.binary("+", Expr.math("log", sum), max)));
        bind(scope, max, 0);
        bind(scope, sum, 0);
    }

    /** A place found by looking at the data, and then written to or read. */
    private void argMax(List<Stmt> made, Scope scope, Binding array, List<Binding> writable) {
        Expr a = array.variable();
        Expr.Variable best = fresh(scope, Type.INT, "best");
        Expr.Variable i = fresh(scope, Type.INT, "i");
        made.add(Stmt.declare(Type.INT, best.name(), Expr.literal(0)));
        Expr larger = Expr.test(">", Expr.element(a, i), Expr.element(a, best));
        Stmt found = new Stmt.If(larger, Stmt.block(Stmt.assign(best, "=", i)), Stmt.block());
        made.add(upTo(i, 0, length(a), found));
        scope.add(new Binding(best, false, array.length(), 0));
        List<Binding> long1 =
                writable.stream().filter(b -> b.length() >= array.length()).toList();
        if (!long1.isEmpty() && expressions.has(Feature.MUTATION)) {
            Expr place = Expr.element(choose.pick(long1).variable(), best);
            made.add(Stmt.assign(place, choose.of("=", "+=", "*="), real(scope, 2)));
        }
    }

    /** Several sums in one loop over local values, as a likelihood has them. */
    private void fused(List<Stmt> made, Scope scope, Binding array) {
        Expr.Variable first = fresh(scope, Type.DOUBLE, "s");
        Expr.Variable second = fresh(scope, Type.DOUBLE, "s");
        Expr.Variable z = fresh(scope, Type.DOUBLE, "z");
        Expr.Variable i = fresh(scope, Type.INT, "i");
        made.add(Stmt.declare(Type.DOUBLE, first.name(), Expr.literal(0.0)));
        made.add(Stmt.declare(Type.DOUBLE, second.name(), Expr.literal(choose.of(0.0, 1.0))));
        Expr residual = Expr.binary("-", Expr.element(array.variable(), i), real(scope, 2));
        Expr damped = Expr.math("exp", Expr.binary("-", Expr.literal(0.5), Expr.math("abs", z)));
        List<Stmt> body = new ArrayList<>();
        body.add(Stmt.declare(Type.DOUBLE, z.name(), residual));
        body.add(Stmt.assign(first, "+=", Expr.binary("*", z, z)));
        body.add(Stmt.assign(second, choose.of("+=", "-=", "*="), damped));
        if (choose.chance(30)) {
            body.add(Stmt.assign(first, "+=", Expr.binary("*", Expr.math("sin", first), second)));
        }
        made.add(upTo(i, 0, length(array.variable()), body.toArray(new Stmt[0])));
        bind(scope, first, 0);
        bind(scope, second, 0);
    }

    /** {@code a[i] += a[i - 1] * e}: each element overwritten with what depends on the one before. */
    private void recurrence(List<Stmt> made, Scope scope, Binding array) {
        Expr a = array.variable();
        Expr.Variable i = fresh(scope, Type.INT, "i");
        Expr before = Expr.element(a, Expr.binary("-", i, Expr.literal(1)));
        Expr value = choose.chance(50) ? Expr.binary("*", before, real(scope, 1)) : Expr.math("sin", before);
        made.add(upTo(i, 1, length(a), Stmt.assign(Expr.element(a, i), choose.of("=", "+=", "*=", "-="), value)));
    }

    private void reversal(List<Stmt> made, Scope scope, Binding array) {
        Expr a = array.variable();
        Expr.Variable i = fresh(scope, Type.INT, "i");
        Expr.Variable j = fresh(scope, Type.INT, "j");
        Expr.Variable t = fresh(scope, Type.DOUBLE, "t");
        Expr kept = choose.chance(50) ? t : Expr.binary("*", t, real(scope, 1));
        Stmt.Block body = Stmt.block(
                Stmt.declare(Type.DOUBLE, t.name(), Expr.element(a, i)),
                Stmt.assign(Expr.element(a, i), "=", Expr.element(a, j)),
                Stmt.assign(Expr.element(a, j), "=", kept));
        made.add(Stmt.declare(Type.INT, j.name(), Expr.binary("-", length(a), Expr.literal(1))));
        made.add(new Stmt.For(
                "",
                List.of(Stmt.declare(Type.INT, i.name(), Expr.literal(0))),
                Expr.test("<", i, j),
                List.of(new Expr.Step(i, "++", false), new Expr.Step(j, "--", false)),
                body));
    }

    /** {@code y = M x} for a small matrix that is made here. */
    private void matrixProduct(List<Stmt> made, Scope scope, Binding x, Binding y) {
        Expr.Variable m = fresh(scope, Type.MATRIX, "m");
        Expr.Variable i = fresh(scope, Type.INT, "i");
        Expr.Variable j = fresh(scope, Type.INT, "j");
        List<Expr> dimensions = List.of(length(y.variable()), length(x.variable()));
        made.add(Stmt.declare(Type.MATRIX, m.name(), new Expr.NewArray(Type.MATRIX, dimensions)));
        Expr entry = Expr.element(Expr.element(m, i), j);
        Stmt set = Stmt.assign(entry, "=", Expr.math("cos", Expr.binary("+", real(scope, 2), Expr.binary("-", i, j))));
        made.add(upTo(i, 0, length(m), upTo(j, 0, length(Expr.element(m, i)), set)));
        Stmt add = Stmt.assign(
                Expr.element(y.variable(), i), "+=", Expr.binary("*", entry, Expr.element(x.variable(), j)));
        made.add(upTo(i, 0, length(m), upTo(j, 0, length(x.variable()), add)));
        scope.add(new Binding(m, true, y.length(), x.length()));
    }

    /** A stencil applied a few times between two arrays that change places. */
    private void timeSteps(List<Stmt> made, Scope scope, Binding array) {
        Expr.Variable now = fresh(scope, Type.DOUBLES, "now");
        Expr.Variable next = fresh(scope, Type.DOUBLES, "next");
        Expr.Variable step = fresh(scope, Type.INT, "step");
        Expr.Variable i = fresh(scope, Type.INT, "i");
        Expr.Variable t = fresh(scope, Type.DOUBLES, "t");
        made.add(Stmt.declare(Type.DOUBLES, now.name(), new Expr.Clone(array.variable())));
        made.add(Stmt.declare(Type.DOUBLES, next.name(), new Expr.NewArray(Type.DOUBLES, List.of(length(now)))));
        Expr right = Expr.element(now, Expr.binary("%", Expr.binary("+", i, Expr.literal(1)), length(now)));
        Expr change = Expr.binary("*", real(scope, 1), Expr.binary("-", right, Expr.element(now, i)));
        Expr updated = Expr.binary("+", Expr.math("sin", Expr.element(now, i)), change);
        Stmt compute = Stmt.assign(Expr.element(next, i), "=", updated);
        made.add(upTo(
                step,
                0,
                Expr.literal(choose.between(1, 4)),
                upTo(i, 0, length(now), compute),
                Stmt.declare(Type.DOUBLES, t.name(), now),
                Stmt.assign(now, "=", next),
                Stmt.assign(next, "=", t)));
        bind(scope, now, array.length());
        bind(scope, next, array.length());
    }
}
