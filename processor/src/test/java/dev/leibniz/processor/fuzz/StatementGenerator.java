package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Profile.Feature;
import dev.leibniz.processor.fuzz.Scope.Binding;
import java.util.ArrayList;
import java.util.List;

/** Random statements. Loops have small bounds; jumps stand last in their block, so that no code is unreachable. */
final class StatementGenerator {

    private final Choices choose;
    private final ExpressionGenerator expressions;
    private final ArrayStatementGenerator arrays;
    private final LoopGenerator loops;
    private final DerivativeCallGenerator derivatives;

    StatementGenerator(Choices choose, ExpressionGenerator expressions) {
        this.choose = choose;
        this.expressions = expressions;
        this.arrays = new ArrayStatementGenerator(choose, expressions);
        this.loops = new LoopGenerator(choose, expressions, this);
        this.derivatives = new DerivativeCallGenerator(choose, expressions);
    }

    /** A block in a scope of its own. */
    Stmt.Block block(Scope inner, int statements) {
        List<Stmt> made = new ArrayList<>();
        add(made, inner, statements);
        return Stmt.block(made);
    }

    /** Adds about this many statements. */
    void add(List<Stmt> made, Scope scope, int statements) {
        for (int i = 0; i < statements; i++) {
            statement(made, scope);
        }
    }

    private void statement(List<Stmt> made, Scope scope) {
        int kind = choose.below(100);
        boolean shallow = scope.depth() < 4 && scope.function().grow();
        if (expressions.has(Feature.DERIVATIVES) && choose.chance(15)) {
            derivatives.statement(made, scope);
        } else if (kind < (scope.depth() > 0 ? 30 : 20)) {
            assignment(made, scope);
        } else if (kind < 36) {
            declaration(made, scope);
        } else if (kind < 50 && expressions.has(Feature.ARRAYS)) {
            arrays.statement(made, scope);
        } else if (kind < 60 && expressions.has(Feature.BRANCHES) && shallow) {
            branch(made, scope);
        } else if (kind < 76 && expressions.has(Feature.LOOPS) && shallow && scope.loops() < 2) {
            loops.loop(made, scope);
        } else if (kind < 82 && expressions.has(Feature.SWITCHES) && shallow) {
            switchStatement(made, scope);
        } else if (kind < 88 && expressions.has(Feature.EXITS) && scope.depth() > 0) {
            exit(made, scope);
        } else if (kind < 93 && expressions.has(Feature.HELPERS)) {
            call(made, scope);
        } else if (kind < 95 && shallow) {
            Scope inner = scope.inner();
            made.add(block(inner, choose.between(1, 3)));
        } else if (kind < 96 && expressions.has(Feature.EXITS)) {
            guard(made, scope);
        } else if (expressions.has(Feature.RECORDS)) {
            record(made, scope);
        } else {
            assignment(made, scope);
        }
    }

    /** A check that never fails; without side effects, since assertions may be off. */
    private void guard(List<Stmt> made, Scope scope) {
        List<Binding> numbers = scope.ofType(Type.DOUBLE);
        if (!numbers.isEmpty()) {
            Expr number = choose.pick(numbers).variable();
            Expr large = Expr.test(">", number, Expr.literal(1e9));
            made.add(
                    choose.chance(50)
                            ? new Stmt.If(large, Stmt.block(new Stmt.Throw()), Stmt.block())
                            : new Stmt.Assert(Expr.test("<=", number, Expr.literal(1e9))));
        }
    }

    private Type scalar() {
        if (expressions.has(Feature.FLOATS) && choose.chance(35)) {
            return Type.FLOAT;
        }
        if (expressions.has(Feature.INTEGERS) && choose.chance(25)) {
            return choose.of(Type.INT, Type.INT, Type.LONG, Type.BYTE, Type.SHORT, Type.CHAR);
        }
        return choose.chance(5) ? Type.BOOLEAN : Type.DOUBLE;
    }

    private void declaration(List<Stmt> made, Scope scope) {
        Type type = expressions.has(Feature.TEXTS) && choose.chance(10) ? choose.of(Type.STRING, Type.MODE) : scalar();
        String name = reserve(scope, "v");
        if (type == Type.DOUBLE && expressions.has(Feature.BRANCHES) && choose.chance(15)) {
            // Declared here, assigned in both branches.
            Expr variable = Expr.variable(name, type);
            made.add(new Stmt.Declare(type, name, List.of(), false));
            made.add(new Stmt.If(
                    expressions.condition(scope, 1),
                    Stmt.block(Stmt.assign(variable, "=", expressions.of(type, scope, 2))),
                    Stmt.block(Stmt.assign(variable, "=", expressions.of(type, scope, 2)))));
        } else {
            Expr initial = type == Type.DOUBLE && choose.chance(20)
                    ? expressions.toReal(scope, 3)
                    : expressions.of(type, scope, 3);
            boolean inferred = initial.type() == type && choose.chance(12);
            made.add(new Stmt.Declare(type, name, List.of(initial), inferred));
        }
        scope.add(new Binding(Expr.variable(name, type), true, 0, 0));
    }

    /** A fresh name that nothing can refer to yet. */
    String reserve(Scope scope, String stem) {
        String name = scope.fresh(choose, stem);
        scope.add(new Binding(Expr.variable(name, Type.VOID), false, 0, 0));
        return name;
    }

    private void assignment(List<Stmt> made, Scope scope) {
        Type type = scalar();
        Expr target = expressions.places().target(type, scope);
        if (target instanceof Expr.Literal) {
            type = Type.DOUBLE;
            target = expressions.places().target(type, scope);
        }
        if (target instanceof Expr.Literal) {
            declaration(made, scope);
        } else if (type == Type.BOOLEAN) {
            made.add(Stmt.assign(target, choose.of("=", "&=", "^="), expressions.condition(scope, 1)));
        } else if (!type.isFloating()) {
            integral(made, scope, target);
        } else if (choose.chance(8)) {
            made.add(new Stmt.Evaluate(new Expr.Step(target, choose.of("++", "--"), choose.chance(30))));
        } else if (choose.chance(45)) {
            made.add(Stmt.assign(target, "=", expressions.of(type, scope, 3)));
        } else {
            Expr value = expressions.toReal(scope, 3);
            String op = choose.of("+=", "+=", "-=", "*=", "*=");
            made.add(
                    choose.chance(10)
                            ? Stmt.assign(target, "/=", Expr.binary("+", Expr.literal(1.5), Expr.math("abs", value)))
                            : Stmt.assign(target, op, value));
        }
    }

    /** An assignment to an integer, which narrows what is assigned. */
    private void integral(List<Stmt> made, Scope scope, Expr target) {
        int kind = choose.below(100);
        if (kind < 20) {
            made.add(new Stmt.Evaluate(new Expr.Step(target, choose.of("++", "--"), choose.chance(30))));
        } else if (kind < 40) {
            made.add(Stmt.assign(target, "=", expressions.of(target.type(), scope, 2)));
        } else if (kind < 65) {
            made.add(Stmt.assign(target, choose.of("+=", "-=", "*="), expressions.toReal(scope, 2)));
        } else {
            String op = choose.of("+=", "-=", "^=", "|=", "*=", "&=", "<<=", ">>=", ">>>=");
            boolean shift = op.length() > 2;
            made.add(Stmt.assign(target, op, shift ? Expr.literal(choose.below(5)) : expressions.integer(scope, 1)));
        }
    }

    private void branch(List<Stmt> made, Scope scope) {
        Stmt.Block then = block(scope.inner(), choose.between(1, 3));
        boolean alone = choose.chance(45);
        Stmt.Block otherwise = alone ? Stmt.block() : block(scope.inner(), choose.between(1, 3));
        made.add(new Stmt.If(expressions.condition(scope, 2), then, otherwise));
    }

    private void switchStatement(List<Stmt> made, Scope scope) {
        Expr selector = expressions.selector(scope, 4);
        boolean arrow = choose.chance(40);
        List<Stmt.Case> cases = new ArrayList<>();
        Scope inner = scope.inner();
        int wanted = choose.between(1, 3);
        int labelled = selector.type() instanceof Type.Text text
                ? Math.min(wanted, text.values().size() - 1)
                : wanted;
        int defaultAt = choose.below(labelled + 2);
        for (int i = 0; i <= labelled; i++) {
            if (i == defaultAt && !arrow) {
                cases.add(oldCase(List.of(), inner));
            }
            List<Object> labels = expressions.labels(selector, i);
            cases.add(arrow ? new Stmt.Case(labels, block(scope.inner(), 1)) : oldCase(labels, inner));
        }
        if (arrow) {
            cases.add(new Stmt.Case(List.of(), block(scope.inner(), 1)));
        }
        made.add(new Stmt.Switch(selector, List.copyOf(cases), arrow));
    }

    /** A case of an old switch: its statements are in a block, so that no jump over a declaration matters. */
    private Stmt.Case oldCase(List<Object> labels, Scope scope) {
        List<Stmt> statements = new ArrayList<>();
        statements.add(block(scope.inner(), choose.between(1, 2)));
        if (choose.chance(30)) {
            statements.add(new Stmt.If(expressions.condition(scope, 1), Stmt.block(new Stmt.Break("")), Stmt.block()));
        }
        if (choose.chance(55)) {
            statements.add(new Stmt.Break(""));
        }
        return new Stmt.Case(labels, Stmt.block(statements));
    }

    /** A jump under a condition, perhaps after a statement. */
    private void exit(List<Stmt> made, Scope scope) {
        List<Stmt> before = new ArrayList<>();
        Scope inner = scope.inner();
        if (choose.chance(50)) {
            assignment(before, inner);
        }
        before.add(jump(inner));
        made.add(new Stmt.If(expressions.condition(scope, 1), Stmt.block(before), Stmt.block()));
    }

    private Stmt jump(Scope scope) {
        List<Stmt> jumps = new ArrayList<>();
        if (scope.loops() > 0) {
            jumps.add(new Stmt.Break(""));
            jumps.add(new Stmt.Continue(""));
        }
        for (Scope.Target target : scope.targets()) {
            if (!target.label().isEmpty()) {
                jumps.add(new Stmt.Break(target.label()));
                if (target.loop()) {
                    jumps.add(new Stmt.Continue(target.label()));
                }
            }
        }
        Type result = scope.function().result();
        if (jumps.isEmpty() || choose.chance(25)) {
            if (result == Type.VOID) {
                return new Stmt.Return(List.of());
            }
            return Stmt.result(expressions.of(result, scope, 2));
        }
        return choose.pick(jumps);
    }

    private void call(List<Stmt> made, Scope scope) {
        List<Scope.Signature> candidates = scope.function().callable().stream()
                .filter(s -> s.result() == Type.VOID || choose.chance(30))
                .toList();
        if (candidates.isEmpty() || scope.loops() > 2) {
            return;
        }
        Scope.Signature s = choose.pick(candidates);
        List<Expr> arguments = expressions.arguments(s, scope, 1);
        if (arguments.isEmpty()) {
            return;
        }
        Expr call = new Expr.Call(s.name(), arguments, s.result());
        if (s.result() instanceof Type.ArrayOf) {
            String name = reserve(scope, "a");
            made.add(new Stmt.Declare(s.result(), name, List.of(call), choose.chance(20)));
            boolean owned = !s.aliasing() || arguments.stream().allMatch(a -> isOwned(a, scope));
            scope.add(new Binding(Expr.variable(name, s.result()), owned, 2, 0));
        } else {
            made.add(new Stmt.Evaluate(call));
        }
    }

    private static boolean isOwned(Expr argument, Scope scope) {
        return !(argument.type() instanceof Type.ArrayOf)
                || scope.owned(argument.type()).stream()
                        .anyMatch(b -> b.variable().equals(argument));
    }

    /** A record that only this method knows, and a variable of it. */
    private void localRecord(List<Stmt> made, Scope scope) {
        List<Type.Component> components = new ArrayList<>();
        components.add(new Type.Component("u", Type.DOUBLE, false));
        components.add(new Type.Component("v", choose.of(Type.DOUBLE, Type.DOUBLES), false));
        components.add(new Type.Component("n", choose.of(Type.INT, Type.BOOLEAN, Type.DOUBLE), false));
        Type.RecordOf type = new Type.RecordOf(scope.unique("Local"), List.copyOf(components));
        String name = reserve(scope, "rec");
        made.add(new Stmt.LocalRecord(type));
        made.add(new Stmt.Declare(type, name, List.of(expressions.record(type, scope, 2)), choose.chance(20)));
        scope.add(new Binding(Expr.variable(name, type), true, 0, 0));
    }

    private void record(List<Stmt> made, Scope scope) {
        if (choose.chance(20)) {
            localRecord(made, scope);
            return;
        }
        List<Binding> there = scope.all(b -> b.type() instanceof Type.RecordOf r && !r.isGenerated());
        if (there.isEmpty()) {
            return;
        }
        Binding some = choose.pick(there);
        Type.RecordOf type = (Type.RecordOf) some.type();
        if (some.owned() && choose.chance(50)) {
            made.add(Stmt.assign(some.variable(), "=", expressions.record(type, scope, 2)));
            return;
        }
        String name = reserve(scope, "rec");
        made.add(new Stmt.Declare(type, name, List.of(expressions.record(type, scope, 2)), choose.chance(20)));
        scope.add(new Binding(Expr.variable(name, type), true, 0, 0));
    }
}
