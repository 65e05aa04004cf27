package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Profile.Feature;
import dev.leibniz.processor.fuzz.Scope.Binding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Random places in a scope: variables, elements and components that can be read or assigned to, with indices that are in range. */
final class PlaceGenerator {
    private final Choices choose;
    private final ExpressionGenerator expressions;

    PlaceGenerator(Choices choose, ExpressionGenerator expressions) {
        this.choose = choose;
        this.expressions = expressions;
    }

    /** A variable or an element that may be assigned to; a literal if there is none. */
    Expr target(Type type, Scope scope) {
        List<Supplier<Expr>> targets = new ArrayList<>();
        scope.owned(type).forEach(b -> targets.add(b::variable));
        if (expressions.has(Feature.MUTATION)) {
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
        if (kind < 75 && expressions.has(Feature.INTEGERS)) {
            return new Expr.Library(
                    "Math", "floorMod", List.of(expressions.integer(scope, 1), new Expr.Length(array)), Type.INT);
        }
        if (kind < 80) {
            return Expr.binary("-", new Expr.Length(array), Expr.literal(1));
        }
        return Expr.literal(choose.below(length));
    }

    /** Variables, elements and components of a type; their indices are made when one is chosen. */
    List<Supplier<Expr>> readable(Type type, Scope scope) {
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

    /** The components of a record, at any depth, that have a type. */
    void components(Expr owner, Type.RecordOf record, Type type, List<Supplier<Expr>> leaves) {
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
}
