package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Profile.Feature;
import dev.leibniz.processor.fuzz.Scope.Binding;
import java.util.List;

/** Random streams of numbers, and draws of random numbers. */
final class StreamGenerator {

    private final Choices choose;
    private final ExpressionGenerator expressions;

    StreamGenerator(Choices choose, ExpressionGenerator expressions) {
        this.choose = choose;
        this.expressions = expressions;
    }

    /** A stream over an array, a part of one or a range; what it does with an element uses what is around. */
    Expr stream(Scope scope, int depth) {
        List<Binding> arrays = scope.all(b -> b.type().equals(Type.DOUBLES) && b.length() > 0);
        Scope inner = scope.inner("", true);
        boolean range = arrays.isEmpty() || choose.chance(45);
        Expr.Variable element = Expr.variable(inner.unique(range ? "k" : "e"), range ? Type.INT : Type.DOUBLE);
        List<Expr> source;
        int length = 0;
        if (range) {
            length = choose.between(1, 4);
            Expr to = Expr.literal(length);
            if (!arrays.isEmpty() && choose.chance(60)) {
                Binding array = choose.pick(arrays);
                to = new Expr.Length(array.variable());
                length = array.length();
            }
            source = List.of(Expr.literal(choose.chance(80) ? 0 : 1), to);
        } else {
            Binding array = choose.pick(arrays);
            List<Binding> counters =
                    scope.all(b -> b.type() == Type.INT && b.length() > 0 && b.length() <= array.length());
            boolean part = choose.chance(35);
            Expr bound = !counters.isEmpty() && choose.chance(70)
                    ? choose.pick(counters).variable()
                    : Expr.literal(choose.below(array.length()));
            source = !part
                    ? List.of(array.variable())
                    : choose.chance(50)
                            ? List.of(array.variable(), Expr.literal(0), bound)
                            : List.of(array.variable(), bound, new Expr.Length(array.variable()));
        }
        inner.all(b -> !(b.type() instanceof Type.ArrayOf)).forEach(b -> {
            boolean local = b.type().java().startsWith("Local");
            inner.add(
                    local
                            ? new Binding(Expr.variable(b.variable().name(), Type.VOID), false, 0, 0)
                            : new Binding(b.variable(), false, b.length(), b.width()));
        });
        inner.add(new Binding(element, false, range ? length : 0, 0));
        List<Expr> filter = expressions.has(Feature.BRANCHES) && choose.chance(25)
                ? List.of(expressions.condition(inner, 1))
                : List.of();
        Expr mapped = choose.chance(15) && !range ? element : expressions.of(Type.DOUBLE, inner, Math.min(depth, 2));
        return new Expr.Stream(
                source, element, filter, mapped, choose.of("sum", "sum", "sum", "max", "min", "average", "loop"));
    }

    /** A draw from a generator that is there; a literal if there is none. */
    Expr draw(Scope scope) {
        List<Binding> there = scope.all(b -> b.type() == Type.RANDOM || b.type() == Type.SPLITTABLE);
        return there.isEmpty()
                ? Expr.literal(choose.constant())
                : new Expr.Draw(choose.pick(there).variable(), choose.of("nextDouble", "nextGaussian"));
    }
}
