package dev.leibniz.processor.analysis;

import dev.leibniz.processor.analysis.memory.Places;
import dev.leibniz.processor.analysis.memory.Region;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import org.jspecify.annotations.Nullable;

/**
 * Whether each iteration of a loop takes as many steps as an array has elements, so that a copy of the whole array for each
 * iteration costs no more than the iteration does. What is not clear is taken for a loop that touches a few elements only.
 */
public final class WholeSweeps {
    /** The number of elements that may be left out at the ends, or the length of an array that costs nothing to copy. */
    private static final int FEW = 16;

    private static final int DEEPEST = 8;

    private final Places places;

    public WholeSweeps(Places places) {
        this.places = places;
    }

    /** Whether the arrays a checkpoint copies for each iteration, and makes for it to run again, are swept by it or short. */
    public boolean coverCopies(Stmt loop, Checkpoint checkpoint) {
        return checkpoint.saved().stream().allMatch(array -> cover(loop, array))
                && checkpoint.scratch().stream().allMatch(array -> isMadeBeside(loop, array) || cover(loop, array));
    }

    /** Whether an array is made each time that the loop is come to: then it may be made for the backward sweep, too. */
    private boolean isMadeBeside(Stmt loop, Var array) {
        return places.definedIn(array).iteration()
                == places.place(loop).region().iteration();
    }

    /** Whether an iteration of {@code loop} takes at least about as long as a copy of {@code array} does. */
    boolean cover(Stmt loop, Var array) {
        Extent length = length(array, DEEPEST);
        if (length == null) {
            return false;
        }
        Block body = loop.blocks().get(loop.blocks().size() - 1);
        return isFew(length) || body.stmts().stream().anyMatch(stmt -> covers(stmt, length, loop));
    }

    private boolean covers(Stmt stmt, Extent length, Stmt outer) {
        if (stmt instanceof Stmt.Fill fill) {
            return spans(fill.from(), fill.to(), length, outer);
        } else if (stmt instanceof Stmt.CopyRange copy) {
            return spans(Const.of(0), copy.length(), length, outer);
        } else if (stmt instanceof Loop.For loop && Math.abs(loop.step()) == 1) {
            boolean isUp = loop.step() > 0;
            Value low = isUp ? loop.from() : loop.bound();
            Value high = isUp ? loop.bound() : loop.from();
            return spans(low, high, length, outer)
                    || isDimension(low, high, outer)
                            && loop.body().stmts().stream().anyMatch(inner -> covers(inner, length, outer));
        } else if (stmt instanceof Stmt.Let let && let.expr().makesArray()) {
            return isAsLong(length(let.target(), DEEPEST), length);
        }
        return false;
    }

    private boolean spans(Value low, Value high, Extent length, Stmt outer) {
        Extent first = extent(low, DEEPEST);
        Extent last = extent(high, DEEPEST);
        boolean isWhole = isFew(first) && isAsLong(last, length);
        return isWhole || isTriangle(first, last, length, outer);
    }

    /** Whether a loop comes by all places of something with a size of its own: it has an iteration, unless that is empty. */
    private boolean isDimension(Value low, Value high, Stmt outer) {
        Extent last = extent(high, DEEPEST);
        if (!isFew(extent(low, DEEPEST)) || last == null || last.more() < -FEW) {
            return false;
        }
        Var base = last.base();
        return base == null ? last.more() > FEW : base.type().isArray() || !isMadeIn(base, outer);
    }

    private boolean isMadeIn(Var variable, Stmt loop) {
        Region around = places.place(loop).region();
        Region home = places.definedIn(variable);
        return home != around && home.isWithin(around);
    }

    /** Whether the loop starts, or ends, where the outer one is, which comes by all elements: a triangle is half of a square. */
    private boolean isTriangle(@Nullable Extent first, @Nullable Extent last, Extent length, Stmt outer) {
        if (first == null || last == null || !(outer instanceof Loop.For loop) || Math.abs(loop.step()) != 1) {
            return false;
        }
        Extent from = extent(loop.from(), DEEPEST);
        Extent bound = extent(loop.bound(), DEEPEST);
        boolean isUp = loop.step() > 0;
        boolean comesByAll = isFew(isUp ? from : bound) && isAsLong(isUp ? bound : from, length);
        boolean isBelow = isFew(first) && loop.index() == last.base() && Math.abs(last.more()) <= FEW;
        boolean isAbove = isAsLong(last, length) && loop.index() == first.base() && Math.abs(first.more()) <= FEW;
        return comesByAll && (isBelow || isAbove);
    }

    private static boolean isFew(@Nullable Extent extent) {
        return extent != null && extent.base() == null && extent.more() <= FEW;
    }

    private static boolean isAsLong(@Nullable Extent extent, Extent length) {
        if (extent == null) {
            return false;
        }
        boolean isSame =
                extent.base() == null ? length.base() == null : extent.base().equals(length.base());
        return isSame && extent.more() >= length.more() - FEW;
    }

    /**
     * {@code base + more}.
     *
     * @param base a variable, an array for its length, or null for a constant
     */
    private record Extent(@Nullable Var base, int more) {
        Extent plus(int number) {
            return new Extent(base, more + number);
        }
    }

    private @Nullable Extent extent(Value value, int depth) {
        if (value instanceof Const constant) {
            return constant.value() instanceof Integer number ? new Extent(null, number) : null;
        }
        Var variable = (Var) value;
        if (depth > 0 && definition(variable) instanceof Stmt.Let let) {
            if (let.expr() instanceof Expr.Length length) {
                return length.array() instanceof Var array ? length(array, depth - 1) : null;
            } else if (let.expr() instanceof Expr.Apply apply) {
                return applied(apply, variable, depth - 1);
            }
        }
        return new Extent(variable, 0);
    }

    private Extent applied(Expr.Apply apply, Var result, int depth) {
        boolean hasNumber = apply.operands().size() == 2
                && apply.type() == Type.INT
                && apply.operand(1) instanceof Const constant
                && constant.value() instanceof Integer;
        if (hasNumber) {
            int number = (Integer) ((Const) apply.operand(1)).value();
            Extent first = extent(apply.operand(0), depth);
            if (first != null && apply.op() == Primitive.ADD) {
                return first.plus(number);
            } else if (first != null && apply.op() == Primitive.SUB) {
                return first.plus(-number);
            } else if (first != null && apply.op().equals(Op.math("max")) && number == 0) {
                return first;
            }
        }
        return new Extent(result, 0);
    }

    /** The length of an array: that of the array it is a copy of, or the one it was made with. */
    private @Nullable Extent length(Var array, int depth) {
        if (depth > 0 && definition(array) instanceof Stmt.Let let) {
            Expr made = let.expr();
            if (made instanceof Expr.NewArray fresh) {
                return extent(fresh.operands().get(0), depth - 1);
            }
            Value shape = made instanceof Expr.CloneArray clone
                    ? clone.array()
                    : made instanceof Expr.ZerosLike zeros ? zeros.array() : null;
            if (shape instanceof Var known) {
                return length(known, depth - 1);
            }
        }
        return new Extent(array, 0);
    }

    private @Nullable Stmt definition(Var variable) {
        return places.knows(variable) ? places.definition(variable) : null;
    }
}
