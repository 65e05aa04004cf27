package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Profile.Feature;
import dev.leibniz.processor.fuzz.Scope.Binding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Random expressions of a wanted type. What it makes is valid Java; that it stays in range is checked by running it. */
final class ExpressionGenerator {

    private final Choices choose;
    private final Profile profile;
    private final PlaceGenerator places;
    private final DerivativeCallGenerator derivatives;
    private final MathCallGenerator math;
    private final RuntimeCallGenerator runtime;
    private final StreamGenerator streams;

    ExpressionGenerator(Choices choose, Profile profile) {
        this.choose = choose;
        this.profile = profile;
        this.places = new PlaceGenerator(choose, this);
        this.derivatives = new DerivativeCallGenerator(choose, this);
        this.math = new MathCallGenerator(choose, this);
        this.runtime = new RuntimeCallGenerator(choose, this);
        this.streams = new StreamGenerator(choose, this);
    }

    PlaceGenerator places() {
        return places;
    }

    boolean has(Feature feature) {
        return profile.has(feature);
    }

    /** An expression of exactly this type. */
    Expr of(Type type, Scope scope, int depth) {
        if (type == Type.DOUBLE) {
            return real(scope, depth);
        } else if (type == Type.FLOAT) {
            return single(scope, depth);
        } else if (type == Type.INT) {
            return integer(scope, depth);
        } else if (type == Type.LONG) {
            List<Supplier<Expr>> leaves = places.readable(Type.LONG, scope);
            return leaves.isEmpty() || choose.chance(60)
                    ? new Expr.Cast(Type.LONG, integer(scope, depth))
                    : choose.pick(leaves).get();
        } else if (type.isNarrow()) {
            return new Expr.Cast(type, choose.chance(50) ? integer(scope, depth) : real(scope, depth));
        } else if (type instanceof Type.Text text) {
            return text(text, scope);
        } else if (type == Type.BOOLEAN) {
            return condition(scope, depth);
        } else if (type instanceof Type.RecordOf record) {
            return record(record, scope, depth);
        }
        return array((Type.ArrayOf) type, scope, depth);
    }

    /** A double expression, or one that widens to it. */
    Expr toReal(Scope scope, int depth) {
        if (has(Feature.INTEGERS) && choose.chance(6)) {
            return choose.chance(70) ? integer(scope, 0) : of(Type.LONG, scope, 0);
        }
        return has(Feature.FLOATS) && choose.chance(15) ? single(scope, depth) : real(scope, depth);
    }

    private Expr text(Type.Text type, Scope scope) {
        List<Binding> there = scope.ofType(type);
        if (!there.isEmpty() && choose.chance(40)) {
            return choose.pick(there).variable();
        }
        Expr first = new Expr.Literal(type, choose.pick(type.values()));
        Expr second = new Expr.Literal(type, choose.pick(type.values()));
        return choose.chance(60) ? first : new Expr.Conditional(condition(scope, 1), first, second, type);
    }

    private Expr real(Scope scope, int depth) {
        if (depth <= 0) {
            return leaf(scope);
        }
        if (has(Feature.STREAMS) && scope.loops() < 3 && choose.chance(profile == Profile.STREAMS ? 16 : 5)) {
            return streams.stream(scope, depth);
        } else if (has(Feature.DRAWS) && choose.chance(5)) {
            return streams.draw(scope);
        }
        int kind = choose.below(100);
        if (kind < 20) {
            return leaf(scope);
        } else if (kind < 52) {
            return arithmetic(scope, depth);
        } else if (kind < 72) {
            return has(Feature.RUNTIME) && choose.chance(30) ? runtime.call(scope, depth) : math.call(scope, depth);
        } else if (kind < 78 && has(Feature.BRANCHES)) {
            Expr first = real(scope, depth - 1);
            Expr second = has(Feature.INTEGERS) && choose.chance(20) ? integer(scope, 0) : real(scope, depth - 1);
            return new Expr.Conditional(condition(scope, 1), first, second, Type.DOUBLE);
        } else if (kind < 82 && has(Feature.SWITCHES)) {
            return switchExpression(scope, depth);
        } else if (kind < 86 && has(Feature.SIDE_EFFECTS)) {
            return sideEffect(Type.DOUBLE, scope, depth);
        } else if (kind < 93) {
            boolean differentiated = has(Feature.DERIVATIVES) && choose.chance(40);
            return differentiated ? derivative(scope, depth) : call(Type.DOUBLE, scope, depth);
        } else if (kind < 96 && has(Feature.FLOATS)) {
            return new Expr.Cast(Type.DOUBLE, single(scope, depth - 1));
        } else if (kind < 98 && has(Feature.INTEGERS)) {
            return new Expr.Cast(Type.DOUBLE, integer(scope, 1));
        }
        return new Expr.Unary("-", real(scope, depth - 1), Type.DOUBLE);
    }

    private Expr arithmetic(Scope scope, int depth) {
        Expr left = toReal(scope, depth - 1);
        int kind = choose.below(100);
        if (kind < 82) {
            Expr right = toReal(scope, depth - 1);
            Expr e = Expr.binary(kind < 30 ? "+" : kind < 52 ? "-" : "*", left, right);
            return e.type() == Type.DOUBLE ? e : new Expr.Cast(Type.DOUBLE, e);
        } else if (kind < 96) {
            return Expr.binary("/", left, positive(scope, depth - 1));
        }
        return Expr.binary("%", left, choose.chance(50) ? Expr.literal(0.7) : positive(scope, depth - 1));
    }

    /** A double that is well above zero. */
    Expr positive(Scope scope, int depth) {
        Expr e = real(scope, depth - 1);
        if (choose.chance(50)) {
            return Expr.binary("+", Expr.literal(1.25), Expr.math("abs", e));
        }
        return choose.chance(50)
                ? Expr.binary("+", Expr.math("exp", Expr.math("sin", e)), Expr.literal(0.5))
                : Expr.binary("+", Expr.literal(1.5), Expr.binary("*", e, e));
    }

    private Expr switchExpression(Scope scope, int depth) {
        Expr selector = selector(scope, 3);
        List<Expr.SwitchArm> arms = new ArrayList<>();
        arms.add(new Expr.SwitchArm(labels(selector, 0), List.of(), real(scope, depth - 1)));
        Scope inner = scope.inner();
        String name = inner.unique("k");
        Stmt declare = Stmt.declare(Type.DOUBLE, name, real(inner, 1));
        inner.add(new Binding(Expr.variable(name, Type.DOUBLE), true, 0, 0));
        arms.add(new Expr.SwitchArm(labels(selector, 1), List.of(declare), real(inner, depth - 1)));
        arms.add(new Expr.SwitchArm(List.of(), List.of(), real(scope, depth - 1)));
        return new Expr.SwitchExpr(selector, List.copyOf(arms), Type.DOUBLE);
    }

    /** What a switch is over: a number below a bound, a string or a constant of the enum. */
    Expr selector(Scope scope, int bound) {
        List<Binding> texts = scope.all(b -> b.type() instanceof Type.Text);
        if (!texts.isEmpty() && choose.chance(50)) {
            return choose.pick(texts).variable();
        }
        List<Binding> narrow = scope.all(b -> b.type().isNarrow());
        if (!narrow.isEmpty() && choose.chance(25)) {
            return choose.pick(narrow).variable();
        }
        return new Expr.Library("Math", "floorMod", List.of(integer(scope, 1), Expr.literal(bound)), Type.INT);
    }

    /** The labels of one case of a switch, different from those of the others. */
    List<Object> labels(Expr selector, int i) {
        if (selector.type() instanceof Type.Text text) {
            return List.of(text.values().get(i % text.values().size()));
        }
        return choose.chance(15) ? List.of(i, i + 10) : List.of(i);
    }

    /** {@code (x = e)}, {@code (x += e)}, {@code x++} on a variable or an element, in the middle of an expression. */
    private Expr sideEffect(Type type, Scope scope, int depth) {
        Expr target = places.target(type, scope);
        if (target instanceof Expr.Literal) {
            return leaf(scope);
        }
        if (choose.chance(40)) {
            return new Expr.Step(target, choose.of("++", "--"), choose.chance(50));
        }
        return new Expr.Assign(target, choose.of("=", "+=", "-=", "*="), real(scope, depth - 1));
    }

    private Expr leaf(Scope scope) {
        List<Supplier<Expr>> leaves = places.readable(Type.DOUBLE, scope);
        if (leaves.isEmpty() || choose.chance(12)) {
            return Expr.literal(choose.constant());
        }
        return choose.pick(leaves).get();
    }

    private Expr single(Scope scope, int depth) {
        List<Supplier<Expr>> leaves = places.readable(Type.FLOAT, scope);
        if (depth <= 0 || choose.chance(25)) {
            if (leaves.isEmpty() && choose.chance(75)) {
                return new Expr.Cast(Type.FLOAT, leaf(scope));
            }
            boolean constant = leaves.isEmpty() || choose.chance(15);
            return constant
                    ? new Expr.Literal(Type.FLOAT, (float) choose.constant())
                    : choose.pick(leaves).get();
        }
        int kind = choose.below(100);
        if (kind < 55) {
            Expr right = choose.chance(12) ? integer(scope, 0) : single(scope, depth - 1);
            return Expr.binary(choose.of("+", "-", "*"), single(scope, depth - 1), right);
        } else if (kind < 65) {
            Expr square = single(scope, 0);
            Expr divisor = Expr.binary("+", new Expr.Literal(Type.FLOAT, 1.5f), Expr.binary("*", square, square));
            return Expr.binary("/", single(scope, depth - 1), divisor);
        } else if (kind < 75) {
            String name = choose.of("abs", "max", "min", "signum");
            List<Expr> arguments = name.startsWith("m")
                    ? List.of(single(scope, depth - 1), single(scope, depth - 1))
                    : List.of(single(scope, depth - 1));
            return new Expr.Library("Math", name, arguments, Type.FLOAT);
        } else if (kind < 80 && has(Feature.SIDE_EFFECTS)) {
            Expr target = places.target(Type.FLOAT, scope);
            return target instanceof Expr.Literal
                    ? single(scope, depth - 1)
                    : new Expr.Assign(target, choose.of("+=", "*=", "-="), real(scope, depth - 1));
        }
        return new Expr.Cast(Type.FLOAT, real(scope, depth - 1));
    }

    /** A small int; with the feature of integers also bit operations and values computed from data. */
    Expr integer(Scope scope, int depth) {
        List<Supplier<Expr>> leaves = places.readable(Type.INT, scope);
        scope.all(b -> b.type().isNarrow()).forEach(b -> leaves.add(b::variable));
        scope.all(b -> b.type() instanceof Type.ArrayOf).forEach(b -> leaves.add(() -> new Expr.Length(b.variable())));
        if (depth <= 0 || !has(Feature.INTEGERS) || choose.chance(30)) {
            return leaves.isEmpty() || choose.chance(30)
                    ? Expr.literal(choose.below(5))
                    : choose.pick(leaves).get();
        }
        Expr left = integer(scope, depth - 1);
        Expr right = integer(scope, depth - 1);
        int kind = choose.below(100);
        if (kind < 45) {
            return new Expr.Binary(choose.of("+", "-", "*", "&", "|", "^"), left, right, Type.INT);
        } else if (kind < 52) {
            return new Expr.Binary(choose.of("<<", ">>", ">>>"), left, Expr.literal(choose.below(4)), Type.INT);
        } else if (kind < 60) {
            return new Expr.Binary(choose.of("/", "%"), left, Expr.literal(choose.between(2, 4)), Type.INT);
        } else if (kind < 75) {
            Type narrow = choose.of(Type.INT, Type.INT, Type.BYTE, Type.SHORT, Type.CHAR);
            return new Expr.Cast(narrow, real(scope, depth));
        } else if (kind < 80) {
            Expr rounded = new Expr.Library("Math", "round", List.of(real(scope, depth)), Type.LONG);
            return new Expr.Cast(Type.INT, rounded);
        } else if (kind < 88) {
            return new Expr.Library(
                    "Math", choose.of("max", "min", "floorMod"), List.of(left, Expr.literal(3)), Type.INT);
        }
        return new Expr.Unary(choose.of("-", "~", "+"), left, Type.INT);
    }

    Expr condition(Scope scope, int depth) {
        int kind = choose.below(100);
        if (depth > 0 && kind < 20) {
            return Expr.test(
                    choose.of("&&", "||", "&&", "||", "^", "&"), condition(scope, depth - 1), condition(scope, 0));
        } else if (kind < 26) {
            return new Expr.Unary("!", condition(scope, 0), Type.BOOLEAN);
        } else if (kind < 34 && !places.readable(Type.BOOLEAN, scope).isEmpty()) {
            return choose.pick(places.readable(Type.BOOLEAN, scope)).get();
        } else if (kind < 42 && has(Feature.TEXTS)) {
            Expr string = text(Type.STRING, scope);
            Expr mode = text(Type.MODE, scope);
            return choose.chance(50) && !(string instanceof Expr.Conditional)
                    ? new Expr.Equals(string, text(Type.STRING, scope))
                    : Expr.test(choose.of("==", "!="), mode, text(Type.MODE, scope));
        } else if (kind < 55 && !scope.ofType(Type.INT).isEmpty()) {
            Expr counter = choose.pick(scope.ofType(Type.INT)).variable();
            Expr odd = Expr.test("==", Expr.binary("%", counter, Expr.literal(2)), Expr.literal(choose.below(2)));
            return choose.chance(40)
                    ? odd
                    : Expr.test(choose.of("<", ">", "!=", ">="), counter, Expr.literal(choose.below(4)));
        }
        Expr right = choose.chance(60) ? Expr.literal(choose.constant()) : toReal(scope, 1);
        return Expr.test(choose.of("<", ">", "<=", ">="), toReal(scope, depth), right);
    }

    /** A number out of what a derivative returns. */
    private Expr derivative(Scope scope, int depth) {
        List<Scope.Derivative> there = scope.function().derivatives();
        if (there.isEmpty() || scope.loops() > 1 || !scope.function().mayCallDerivative()) {
            return leaf(scope);
        }
        Scope.Derivative derivative = choose.pick(there);
        List<Expr> call =
                derivative.form().equals("GradInto") ? List.of() : derivatives.call(derivative, scope, depth - 1);
        if (call.isEmpty()) {
            return leaf(scope);
        }
        List<Supplier<Expr>> parts = new ArrayList<>();
        places.components(call.get(0), derivative.type(), Type.DOUBLE, parts);
        return parts.isEmpty() ? leaf(scope) : choose.pick(parts).get();
    }

    /** A new record, or one that is there. */
    Expr record(Type.RecordOf record, Scope scope, int depth) {
        List<Binding> there = scope.ofType(record);
        if (!there.isEmpty() && choose.chance(40)) {
            return choose.pick(there).variable();
        }
        if (depth > 0 && choose.chance(25)) {
            Expr made = call(record, scope, depth);
            if (made.type().equals(record)) {
                return made;
            }
        }
        List<Expr> arguments = new ArrayList<>();
        for (Type.Component c : record.components()) {
            arguments.add(c.constant() ? Expr.literal(choose.constant()) : of(c.type(), scope, depth - 1));
        }
        return new Expr.NewRecord(record, List.copyOf(arguments));
    }

    /** A new array of two or three elements, or a copy: nobody else holds it. */
    Expr array(Type.ArrayOf type, Scope scope, int depth) {
        List<Binding> there = scope.all(b -> b.type().equals(type) && b.length() > 1);
        if (!there.isEmpty() && choose.chance(50)) {
            return new Expr.Clone(choose.pick(there).variable());
        }
        List<Expr> elements = new ArrayList<>();
        int n = choose.between(2, 3);
        for (int i = 0; i < n; i++) {
            elements.add(of(type.element(), scope, depth - 1));
        }
        return new Expr.ArrayInitializer(type, List.copyOf(elements));
    }

    /** A call of a function with this result, or a leaf or void call's absence shown by another type. */
    Expr call(Type result, Scope scope, int depth) {
        List<Scope.Signature> candidates = scope.function().callable().stream()
                .filter(s -> s.result().equals(result))
                .toList();
        if (candidates.isEmpty() || scope.loops() > 2) {
            return leaf(scope);
        }
        Scope.Signature s = choose.pick(candidates);
        List<Expr> arguments = arguments(s, scope, depth - 1);
        return arguments.isEmpty() ? leaf(scope) : new Expr.Call(s.name(), arguments, result);
    }

    /** Arguments for a call; none if there is no array that may be written to. */
    List<Expr> arguments(Scope.Signature s, Scope scope, int depth) {
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < s.parameters().size(); i++) {
            Type type = s.parameters().get(i);
            boolean written = s.written().get(i);
            if (s.variable() && i == s.parameters().size() - 1 && choose.chance(70)) {
                int n = choose.between(1, 4);
                for (int k = 0; k < n; k++) {
                    arguments.add(toReal(scope, depth));
                }
            } else if (type instanceof Type.ArrayOf) {
                List<Binding> arrays = scope.all(
                        b -> b.type().equals(type) && b.length() >= 3 && b.width() >= 0 && (b.owned() || !written));
                if (arrays.isEmpty()) {
                    return List.of();
                }
                arguments.add(choose.pick(arrays).variable());
            } else if (type == Type.DOUBLE) {
                arguments.add(toReal(scope, depth));
            } else {
                arguments.add(of(type, scope, depth));
            }
        }
        return List.copyOf(arguments);
    }
}
