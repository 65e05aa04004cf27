package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Profile.Feature;
import dev.leibniz.processor.fuzz.Scope.Binding;
import java.util.ArrayList;
import java.util.List;

/** Random loops: counted ones up, down, in steps and triangular, over arrays, and as long as a value is large. */
final class LoopGenerator {

    private final Choices choose;
    private final ExpressionGenerator expressions;
    private final StatementGenerator statements;
    private final IdiomGenerator idioms;
    private final KernelGenerator kernels;
    private final CouplingGenerator couplings;
    private int labels;

    LoopGenerator(Choices choose, ExpressionGenerator expressions, StatementGenerator statements) {
        this.choose = choose;
        this.expressions = expressions;
        this.statements = statements;
        this.idioms = new IdiomGenerator(choose, expressions, statements);
        this.kernels = new KernelGenerator(choose, expressions, statements);
        this.couplings = new CouplingGenerator(choose, expressions, statements);
    }

    void loop(List<Stmt> made, Scope scope) {
        String label = expressions.has(Feature.EXITS) && choose.chance(40) ? "loop" + labels++ : "";
        int kind = choose.below(100);
        if (expressions.has(Feature.CHECKPOINTS) && choose.chance(25)) {
            couplings.coupling(made, scope);
        } else if (expressions.has(Feature.KERNELS) && choose.chance(55)) {
            kernels.kernel(made, scope);
        } else if (choose.chance(22)) {
            idioms.idiom(made, scope);
        } else if (kind < 55) {
            counted(made, scope, label);
        } else if (kind < 72) {
            each(made, scope, label);
        } else if (kind < 78 && expressions.has(Feature.EXITS)) {
            String block = "block" + labels++;
            made.add(new Stmt.Block(
                    block, statements.block(scope.inner(block, false), 2).statements()));
        } else {
            conditional(made, scope, label);
        }
    }

    private void counted(List<Stmt> made, Scope scope, String label) {
        Scope inner = scope.inner(label, true);
        String name = statements.reserve(inner, "i");
        Expr.Variable i = Expr.variable(name, Type.INT);
        List<Binding> arrays = scope.all(b -> b.type() instanceof Type.ArrayOf && b.length() > 0);
        List<Binding> outer = scope.all(b -> b.type() == Type.INT && b.length() > 0);
        int length = choose.between(1, 4);
        Expr bound = Expr.literal(length);
        if (!arrays.isEmpty() && choose.chance(65)) {
            Binding array = choose.pick(arrays);
            length = array.length();
            bound = new Expr.Length(array.variable());
        }
        Expr from = Expr.literal(0);
        Expr condition = Expr.test("<", i, bound);
        Expr update = new Expr.Step(i, "++", choose.chance(20));
        int kind = choose.below(100);
        if (kind < 18) {
            from = Expr.binary("-", bound, Expr.literal(1));
            condition = Expr.test(">=", i, Expr.literal(0));
            update = new Expr.Step(i, "--", false);
        } else if (kind < 28) {
            update = new Expr.Assign(i, "+=", Expr.literal(choose.between(2, 3)));
        } else if (kind < 45 && !outer.isEmpty()) {
            // Triangular.
            Binding over = choose.pick(outer);
            boolean below = choose.chance(50);
            length = over.length();
            from = below ? Expr.literal(0) : over.variable();
            condition = Expr.test(below ? "<=" : "<", i, below ? over.variable() : Expr.literal(length));
        } else if (kind < 50) {
            condition = Expr.test("!=", i, bound);
        }
        inner.add(new Binding(i, false, length, 0));
        Stmt.Block body = body(inner);
        made.add(new Stmt.For(label, List.of(Stmt.declare(Type.INT, name, from)), condition, List.of(update), body));
    }

    private Stmt.Block body(Scope inner) {
        return statements.block(inner, choose.between(1, inner.loops() > 1 ? 2 : 4));
    }

    private void each(List<Stmt> made, Scope scope, String label) {
        List<Binding> arrays = scope.all(b -> b.type() instanceof Type.ArrayOf);
        if (arrays.isEmpty()) {
            counted(made, scope, label);
            return;
        }
        Binding array = choose.pick(arrays);
        Type element = ((Type.ArrayOf) array.type()).element();
        Scope inner = scope.inner(label, true);
        String name = statements.reserve(inner, "e");
        boolean widened = element == Type.FLOAT && choose.chance(30);
        Type type = widened ? Type.DOUBLE : element;
        boolean owned = element instanceof Type.Primitive ? choose.chance(30) && element.isFloating() : array.owned();
        inner.add(
                new Binding(Expr.variable(name, type), owned, element instanceof Type.ArrayOf ? array.width() : 0, 0));
        made.add(new Stmt.ForEach(label, type, name, array.variable(), body(inner)));
    }

    /** A loop whose trip count depends on the data, with a counter as a second bound. */
    private void conditional(List<Stmt> made, Scope scope, String label) {
        String count = statements.reserve(scope, "n");
        Expr.Variable n = Expr.variable(count, Type.INT);
        String large = statements.reserve(scope, "v");
        Expr.Variable v = Expr.variable(large, Type.DOUBLE);
        made.add(Stmt.declare(Type.INT, count, Expr.literal(0)));
        made.add(Stmt.declare(
                Type.DOUBLE,
                large,
                Expr.binary("+", Expr.math("abs", expressions.of(Type.DOUBLE, scope, 2)), Expr.literal(1.5))));
        scope.add(new Binding(v, true, 0, 0));
        Scope inner = scope.inner(label, true);
        int most = choose.between(2, 6);
        inner.add(new Binding(n, false, 0, 0));
        Expr bounded = Expr.test("<", n, Expr.literal(most));
        Expr large1 = Expr.test(">", v, Expr.literal(choose.of(0.3, 0.9, 0.05)));
        List<Stmt> body = new ArrayList<>();
        body.add(new Stmt.Evaluate(new Expr.Step(n, "++", false)));
        body.add(Stmt.assign(v, "*=", Expr.literal(choose.of(0.5, 0.7, -0.6, 0.3))));
        statements.add(body, inner, choose.between(1, 3));
        Expr condition = choose.chance(70) ? Expr.test("&&", bounded, large1) : bounded;
        if (choose.chance(65)) {
            made.add(new Stmt.While(label, condition, Stmt.block(body)));
        } else {
            made.add(new Stmt.DoWhile(label, Stmt.block(body), condition));
        }
        scope.add(new Binding(n, false, 0, 0));
    }
}
