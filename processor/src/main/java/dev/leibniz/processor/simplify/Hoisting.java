package dev.leibniz.processor.simplify;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Moves out of loops what is dear and does not vary: functions, divisions, rows of arrays of arrays, and the sizes of
 * arrays, so that these can be allocated outside, too. A loop may run
 * not at all, so only what cannot throw is moved: a row only if its index is known to be in range.
 */
public final class Hoisting extends Rewriter {
    private static final Set<String> CHEAP =
            Set.of("abs", "max", "min", "signum", "copySign", "fma", "toRadians", "toDegrees");

    private final Map<Value, Value> arrayOfLength = new HashMap<>();
    private final Map<Value, Value> boundOfIndex = new HashMap<>();
    private final Map<Value, Value> lengthOfArray = new HashMap<>();
    private AliasClasses memory = new AliasClasses(new Function("", List.of(), List.of(), Block.yielding()));

    /** The same function with computations that are the same in all iterations in front of their loop. */
    public static Function in(Function function) {
        return new Hoisting().function(function);
    }

    @Override
    Function function(Function function) {
        memory = new AliasClasses(function);
        return super.function(function);
    }

    @Override
    void stmt(Stmt stmt, List<Stmt> out) {
        if (stmt instanceof Loop.For s) {
            if (startsInRange(s)) {
                boundOfIndex.put(s.index(), s.bound());
            }
            Block body = split(s, block(s.body()), out);
            out.add(body == s.body() ? s : s.with(s.operands(), List.of(body)));
        } else if (stmt instanceof Loop.While s) {
            Block body = split(s, block(s.body()), out);
            Block condition = block(s.condition());
            boolean isSame = body == s.body() && condition == s.condition();
            out.add(isSame ? s : s.with(s.operands(), List.of(condition, body)));
        } else {
            if (stmt instanceof Stmt.Let let) {
                noteLength(let);
            }
            super.stmt(stmt, out);
        }
    }

    private void noteLength(Stmt.Let let) {
        if (let.expr() instanceof Expr.Length length) {
            arrayOfLength.put(let.target(), length.array());
        } else if (let.expr() instanceof Expr.NewArray array) {
            lengthOfArray.put(let.target(), array.operands().get(0));
        }
    }

    private static boolean startsInRange(Loop.For s) {
        return s.relation() == Op.Primitive.LT
                && s.from() instanceof Const c
                && c.value() instanceof Integer first
                && first >= 0;
    }

    /** Appends what can leave the loop to {@code out}; the body without it. */
    private Block split(Stmt loop, Block body, List<Stmt> out) {
        Set<Value> varying = new HashSet<>(Walk.blockParams(loop));
        Map<Value, Stmt.Let> movable = new HashMap<>();
        Set<Value> moved = new HashSet<>();
        Set<Object> written = memory.allWrites(loop);
        for (Stmt stmt : body.stmts()) {
            if (stmt instanceof Stmt.Let let
                    && Collections.disjoint(let.operands(), varying)
                    && isSafe(let.expr(), written)) {
                movable.put(let.target(), let);
                if (isDear(let.expr())) {
                    demand(let.target(), movable, moved);
                }
            } else {
                varying.addAll(stmt.results());
            }
        }
        if (moved.isEmpty()) {
            return body;
        }
        List<Stmt> kept = new ArrayList<>();
        for (Stmt stmt : body.stmts()) {
            boolean leaves = stmt instanceof Stmt.Let let && moved.contains(let.target());
            (leaves ? out : kept).add(stmt);
        }
        return new Block(kept, body.yields());
    }

    private static void demand(Value value, Map<Value, Stmt.Let> movable, Set<Value> moved) {
        Stmt.Let let = movable.get(value);
        if (let != null && moved.add(value)) {
            let.operands().forEach(operand -> demand(operand, movable, moved));
        }
    }

    private boolean isSafe(Expr expr, Set<Object> written) {
        if (expr instanceof Expr.Load load) {
            return load.type().isArray() && !written.contains(memory.region(load.array())) && isInRange(load);
        }
        return expr instanceof Expr.Apply apply && !apply.mayThrow();
    }

    private boolean isInRange(Expr.Load load) {
        Value bound = boundOfIndex.get(load.index());
        return bound != null
                && (load.array().equals(arrayOfLength.get(bound)) || bound.equals(lengthOfArray.get(load.array())));
    }

    static boolean isDear(Expr expr) {
        if (!(expr instanceof Expr.Apply apply)) {
            return true;
        }
        return apply.op() instanceof Op.MathCall call
                ? !CHEAP.contains(call.method()) || !apply.type().isFloating()
                : apply.op() instanceof Op.Primitive op && op.isDivision();
    }
}
