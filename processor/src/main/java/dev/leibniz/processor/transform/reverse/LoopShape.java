package dev.leibniz.processor.transform.reverse;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.List;
import java.util.function.Predicate;

/**
 * The numbers of the iterations of a counted loop, and their reverse order. Values saved per iteration are kept under the
 * loop's own index where that costs little, so that all arrays in the loop have one index expression.
 */
final class LoopShape {
    private static final int SMALL = 16;

    private final Loop.For loop;
    private final Predicate<Value> isNeverNegative;

    LoopShape(Loop.For loop, Predicate<Value> isNeverNegative) {
        this.loop = loop;
        this.isNeverNegative = isNeverNegative;
    }

    private boolean isUp() {
        return loop.step() > 0;
    }

    private boolean isUnit() {
        return Math.abs(loop.step()) == 1;
    }

    private boolean includesBound() {
        return loop.relation() == Op.Primitive.LE || loop.relation() == Op.Primitive.GE;
    }

    /** Whether the index itself, never negative, numbers the iterations. */
    private boolean isOrdinalItself() {
        Value lowest = isUp() ? loop.from() : loop.bound();
        return isUnit() && lowest instanceof Const c && c.value() instanceof Integer n && n >= 0 && n <= SMALL;
    }

    /** One more than the largest {@link #ordinal}: the length of an array with a place for each iteration. */
    Value size(BlockBuilder out) {
        if (isOrdinalItself()) {
            Value highest = isUp() ? loop.bound() : loop.from();
            boolean isBound = isUp() && !includesBound();
            if (isBound && isNeverNegative.test(highest)) {
                return highest;
            }
            Value size = isBound ? highest : plus(out, highest, 1);
            return size instanceof Const c && c.value() instanceof Integer n
                    ? Const.of(Math.max(0, n))
                    : out.math("max", size, Const.of(0));
        }
        Value span = isUp() ? minus(out, loop.bound(), loop.from()) : minus(out, loop.from(), loop.bound());
        int stride = Math.abs(loop.step());
        Value rounded = plus(out, span, (includesBound() ? 1 : 0) + stride - 1);
        Value count = stride == 1 ? rounded : out.apply(Op.Primitive.DIV, Type.INT, rounded, Const.of(stride));
        return out.math("max", count, Const.of(0));
    }

    /** The place of the iteration with this index in an array of {@link #size} elements. */
    Value ordinal(Value index, BlockBuilder out) {
        if (isOrdinalItself()) {
            return index;
        }
        Value distance = isUp() ? minus(out, index, loop.from()) : minus(out, loop.from(), index);
        int stride = Math.abs(loop.step());
        return stride == 1 ? distance : out.apply(Op.Primitive.DIV, Type.INT, distance, Const.of(stride));
    }

    /** Whether the same loop can be run from its last index to its first with plain bounds. */
    boolean isReversible() {
        return isUnit();
    }

    /**
     * The loop that runs through the same indices from the last to the first; for {@link #isReversible} loops.
     *
     * @param from the value of the loop's first index, at hand where the reversed loop stands
     * @param bound the value of the loop's bound, likewise
     */
    Loop.For reversed(Carried carried, Var index, Value from, Value bound, BlockBuilder out) {
        Value start = includesBound() ? bound : plus(out, bound, isUp() ? -1 : 1);
        Op.Primitive relation = isUp() ? Op.Primitive.GE : Op.Primitive.LE;
        return carried.loop(index, start, relation, from, -loop.step());
    }

    /** The iterations counted down from {@code count - 1}; {@link #indexAt} gives the index. */
    Loop.For countdown(Carried carried, Var number, Value count, BlockBuilder out) {
        return carried.loop(number, plus(out, count, -1), Op.Primitive.GE, Const.of(0), -1);
    }

    Value indexAt(Value number, Value from, BlockBuilder out) {
        Value distance = out.apply(Op.Primitive.MUL, Type.INT, number, Const.of(loop.step()));
        return out.plus(from, distance);
    }

    /** The values a loop carries, with its body. */
    interface Carried {
        Loop.For loop(Var index, Value from, Op.Primitive relation, Value bound, int step);
    }

    private static Value plus(BlockBuilder out, Value value, int constant) {
        if (constant == 0) {
            return value;
        }
        if (value instanceof Const c && c.value() instanceof Integer n) {
            return Const.of(n + constant);
        }
        return constant > 0
                ? out.plus(value, Const.of(constant))
                : out.let(new Expr.Apply(Op.Primitive.SUB, List.of(value, Const.of(-constant)), Type.INT));
    }

    private static Value minus(BlockBuilder out, Value a, Value b) {
        return b instanceof Const c && c.is(0) ? a : out.minus(a, b);
    }
}
