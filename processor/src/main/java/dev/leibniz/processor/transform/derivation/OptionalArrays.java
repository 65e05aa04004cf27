package dev.leibniz.processor.transform.derivation;

import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.List;
import java.util.function.Function;

/**
 * The arrays that the transforms make from those that the primal may have left out: the copy of null, and the zeros of its shape, are
 * null. Does not know why an array may be null; that is for {@link FunctionAnalysis#mayBeNull} to say.
 */
public final class OptionalArrays {
    private final FunctionAnalysis facts;

    public OptionalArrays(FunctionAnalysis facts) {
        this.facts = facts;
    }

    public Var zerosLike(String name, Value array, BlockBuilder out) {
        return define(new Var(name, array.type()), new Expr.ZerosLike(array), out);
    }

    /** Zeros or a copy, of the array that is the operand of {@code expr}. */
    public Var define(Var target, Expr expr, BlockBuilder out) {
        Value array = expr.operands().get(0);
        if (facts.mayBeNull(array)) {
            out.add(unlessNull(array, target, inner -> inner.let(expr), out));
        } else {
            out.add(new Stmt.Let(target, expr, out.origin()));
        }
        return target;
    }

    /** The result of {@code make} for an array. */
    public Value made(String name, Value array, Type type, Function<BlockBuilder, Value> make, BlockBuilder out) {
        if (!facts.mayBeNull(array)) {
            return make.apply(out);
        }
        Var target = new Var(name, type);
        out.add(unlessNull(array, target, make, out));
        return target;
    }

    private static Stmt unlessNull(Value array, Var target, Function<BlockBuilder, Value> make, BlockBuilder out) {
        BlockBuilder present = out.nested();
        Block then = out.nested().build(Const.zero(target.type()));
        Block otherwise = present.build(make.apply(present));
        return new Stmt.If(isNull(array, out), then, otherwise, List.of(target), out.origin());
    }

    /** Adds a statement that is only done with an array that is there. */
    public static void ifPresent(Value array, Stmt stmt, BlockBuilder out) {
        BlockBuilder present = out.nested();
        present.add(stmt);
        Block nothing = out.nested().build();
        out.add(new Stmt.If(isNull(array, out), nothing, present.build(), List.of(), out.origin()));
    }

    private static Value isNull(Value array, BlockBuilder out) {
        return out.let(new Expr.Opaque(Expr.Opaque.IS_NULL, List.of(array), Type.BOOLEAN, false));
    }
}
