package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Profile.Feature;
import dev.leibniz.processor.fuzz.Scope.Binding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Random expressions of a wanted type. What it makes is valid Java; that it stays in range is checked by running it. */
final class ExpressionGenerator {

    private final Choices choose;
    private final Profile profile;
    private final DerivativeCallGenerator derivatives;
    private final RuntimeCallGenerator runtime;
    private final StreamGenerator streams;

    ExpressionGenerator(Choices choose, Profile profile) {
        this.choose = choose;
        this.profile = profile;
        this.derivatives = new DerivativeCallGenerator(choose, this);
        this.runtime = new RuntimeCallGenerator(choose, this);
        this.streams = new StreamGenerator(choose, this);
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
            List<Supplier<Expr>> leaves = readable(Type.LONG, scope);
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
            return function(scope, depth);
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

    private Expr function(Scope scope, int depth) {
        if (has(Feature.RUNTIME) && choose.chance(30)) {
            return runtime.call(scope, depth);
        }
        Expr e = real(scope, depth - 1);
        String owner = choose.chance(5) ? "StrictMath" : "Math";
        int kind = choose.below(100);
        if (kind < 40) {
            String name = choose.of("sin", "cos", "tanh", "atan", "sin", "cbrt", "abs", "toRadians", "rint", "signum");
            return library(owner, name, e);
        } else if (kind < 52) {
            String name = choose.of("exp", "expm1", "sinh", "cosh", "tan");
            return library(owner, name, Expr.math("sin", e));
        } else if (kind < 66) {
            return library(owner, choose.of("log", "sqrt", "log10", "log1p"), positive(scope, depth - 1));
        } else if (kind < 70) {
            Expr small = Expr.binary("*", Expr.literal(0.9), Expr.math("sin", e));
            return library(owner, choose.of("asin", "acos"), small);
        } else if (kind < 75) {
            Expr power = choose.chance(60) ? Expr.literal(choose.of(2.0, 3.0, 0.5, -1.0, 1.5, 0.0)) : real(scope, 0);
            return library(owner, "pow", positive(scope, depth - 1), power);
        } else if (kind < 88) {
            Expr other = choose.chance(30) ? Expr.literal(choose.constant()) : real(scope, depth - 1);
            return library(owner, choose.of("max", "min"), e, other);
        } else if (kind < 95) {
            return library(owner, choose.of("hypot", "atan2", "IEEEremainder", "copySign"), e, real(scope, depth - 1));
        } else if (kind < 97) {
            return Expr.math("fma", e, real(scope, 0), real(scope, depth - 1));
        }
        return library(owner, choose.of("sqrt", "log", "floor", "ceil"), e);
    }

    static Expr library(String owner, String name, Expr... arguments) {
        return new Expr.Library(owner, name, List.of(arguments), Type.DOUBLE);
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
        Expr target = target(type, scope);
        if (target instanceof Expr.Literal) {
            return leaf(scope);
        }
        if (choose.chance(40)) {
            return new Expr.Step(target, choose.of("++", "--"), choose.chance(50));
        }
        return new Expr.Assign(target, choose.of("=", "+=", "-=", "*="), real(scope, depth - 1));
    }

    /** A variable or an element that may be assigned to; a literal if there is none. */
    Expr target(Type type, Scope scope) {
        List<Supplier<Expr>> targets = new ArrayList<>();
        scope.owned(type).forEach(b -> targets.add(b::variable));
        if (has(Feature.MUTATION)) {
            for (Binding b : scope.owned(new Type.ArrayOf(type))) {
                if (b.length() > 0) {
                    targets.add(() -> Expr.element(b.variable(), index(b, scope)));
                    targets.add(() -> Expr.element(b.variable(), index(b, scope)));
                }
            }
            for (Binding b : scope.owned(new Type.ArrayOf(new Type.ArrayOf(type)))) {
                if (b.length() > 0 && b.width() > 0) {
                    targets.add(() -> {
                        Expr row = Expr.element(b.variable(), index(b, scope));
                        return Expr.element(row, within(b.width(), row, scope));
                    });
                }
            }
        }
        return targets.isEmpty() ? Expr.literal(0) : choose.pick(targets).get();
    }

    /** An index into the array of a variable. */
    Expr index(Binding array, Scope scope) {
        return within(array.length(), array.variable(), scope);
    }

    private Expr within(int length, Expr array, Scope scope) {
        List<Binding> counters = scope.all(b -> b.type() == Type.INT && b.length() > 0 && b.length() <= length);
        int kind = choose.below(100);
        if (!counters.isEmpty() && kind < 60) {
            Expr counter = choose.pick(counters).variable();
            if (kind < 8) {
                return Expr.binary("-", Expr.literal(length - 1), counter);
            }
            return kind < 16
                    ? Expr.binary(
                            "%", Expr.binary("+", counter, Expr.literal(choose.between(1, 3))), new Expr.Length(array))
                    : counter;
        }
        if (kind < 75 && has(Feature.INTEGERS)) {
            return new Expr.Library("Math", "floorMod", List.of(integer(scope, 1), new Expr.Length(array)), Type.INT);
        }
        if (kind < 80) {
            return Expr.binary("-", new Expr.Length(array), Expr.literal(1));
        }
        return Expr.literal(choose.below(length));
    }

    private Expr leaf(Scope scope) {
        List<Supplier<Expr>> leaves = readable(Type.DOUBLE, scope);
        if (leaves.isEmpty() || choose.chance(12)) {
            return Expr.literal(choose.constant());
        }
        return choose.pick(leaves).get();
    }

    /** Variables, elements and components of a type; their indices are made when one is chosen. */
    private List<Supplier<Expr>> readable(Type type, Scope scope) {
        List<Supplier<Expr>> leaves = new ArrayList<>();
        for (Binding b : scope.all(any -> true)) {
            if (b.type().equals(type)) {
                leaves.add(b::variable);
                leaves.add(b::variable);
            } else if (b.type() instanceof Type.ArrayOf array && b.length() > 0) {
                if (array.element().equals(type)) {
                    leaves.add(() -> Expr.element(b.variable(), index(b, scope)));
                } else if (array.element() instanceof Type.RecordOf record) {
                    components(
                            Expr.element(b.variable(), Expr.literal(choose.below(b.length()))), record, type, leaves);
                    counter(b, scope).ifPresent(i -> components(Expr.element(b.variable(), i), record, type, leaves));
                } else if (array.element() instanceof Type.ArrayOf row
                        && row.element().equals(type)
                        && b.width() > 0) {
                    leaves.add(() -> {
                        Expr line = Expr.element(b.variable(), index(b, scope));
                        return Expr.element(line, within(b.width(), line, scope));
                    });
                }
            } else if (b.type() instanceof Type.Collected c) {
                collected(b, c, type, scope, leaves);
            } else if (b.type() instanceof Type.RecordOf record) {
                components(b.variable(), record, type, leaves);
            }
        }
        return leaves;
    }

    /** An element of a list, or a component of one. */
    private void collected(Binding b, Type.Collected c, Type type, Scope scope, List<Supplier<Expr>> leaves) {
        Expr index = counter(b, scope).orElseGet(() -> Expr.literal(choose.below(b.length())));
        Expr element = new Expr.Get(b.variable(), index, c.element());
        if (c.element().equals(type)) {
            leaves.add(() -> element);
        } else if (c.element() instanceof Type.RecordOf record) {
            components(element, record, type, leaves);
        } else if (type == Type.INT) {
            leaves.add(() -> new Expr.Size(b.variable()));
        }
    }

    /** A counter that is an index into a collection, if there is one. */
    private Optional<Expr> counter(Binding collection, Scope scope) {
        List<Binding> counters =
                scope.all(b -> b.type() == Type.INT && b.length() > 0 && b.length() <= collection.length());
        return counters.isEmpty() || choose.chance(40)
                ? Optional.empty()
                : Optional.of(choose.pick(counters).variable());
    }

    private void components(Expr owner, Type.RecordOf record, Type type, List<Supplier<Expr>> leaves) {
        for (Type.Component c : record.components()) {
            Expr access = new Expr.Access(owner, c.name(), c.type());
            if (c.type().equals(type)) {
                leaves.add(() -> access);
            } else if (c.type() instanceof Type.RecordOf nested) {
                components(access, nested, type, leaves);
            } else if (c.type() instanceof Type.ArrayOf array && array.element().equals(type)) {
                leaves.add(() -> Expr.element(access, Expr.literal(choose.below(2))));
            } else if (c.type().equals(new Type.ArrayOf(new Type.ArrayOf(type)))) {
                leaves.add(() -> Expr.element(Expr.element(access, Expr.literal(0)), Expr.literal(0)));
            }
        }
    }

    private Expr single(Scope scope, int depth) {
        List<Supplier<Expr>> leaves = readable(Type.FLOAT, scope);
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
            Expr target = target(Type.FLOAT, scope);
            return target instanceof Expr.Literal
                    ? single(scope, depth - 1)
                    : new Expr.Assign(target, choose.of("+=", "*=", "-="), real(scope, depth - 1));
        }
        return new Expr.Cast(Type.FLOAT, real(scope, depth - 1));
    }

    /** A small int; with the feature of integers also bit operations and values computed from data. */
    Expr integer(Scope scope, int depth) {
        List<Supplier<Expr>> leaves = readable(Type.INT, scope);
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
        } else if (kind < 34 && !readable(Type.BOOLEAN, scope).isEmpty()) {
            return choose.pick(readable(Type.BOOLEAN, scope)).get();
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
        components(call.get(0), derivative.type(), Type.DOUBLE, parts);
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
