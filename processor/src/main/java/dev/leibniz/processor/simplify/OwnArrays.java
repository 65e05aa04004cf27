package dev.leibniz.processor.simplify;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Effect;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The array of the function's own making that a write goes to. A row counts as part of the array it was loaded from, unless
 * that array may hold rows that came from elsewhere.
 */
final class OwnArrays {
    private final Map<Value, Expr> definitions = new HashMap<>();
    private final Set<Var> withForeignRows = new HashSet<>();

    OwnArrays(Function function) {
        visit(function.body());
    }

    private void visit(Block block) {
        for (Stmt stmt : block.stmts()) {
            if (stmt instanceof Stmt.Let let) {
                definitions.put(let.target(), let.expr());
                if (let.expr() instanceof Expr.Apply || let.expr() instanceof Expr.Opaque) {
                    escape(let.operands());
                }
                if (let.expr() instanceof Expr.CloneArray clone && !clone.deep()
                        || let.expr() instanceof Expr.CopyOfRange) {
                    withForeignRows.add(let.target());
                }
            } else if (stmt instanceof Stmt.Accumulate || stmt instanceof Stmt.AddInto) {
                continue;
            } else {
                escape(stmt.operands());
            }
            for (Block inner : stmt.blocks()) {
                visit(inner);
            }
        }
        escape(block.yields());
    }

    private void escape(List<Value> values) {
        for (Value value : values) {
            escapes(value);
        }
    }

    /** Under another name its rows may be replaced. */
    private void escapes(Value value) {
        Var root = value.type().rank() > 1 ? root(value) : null;
        if (root != null) {
            withForeignRows.add(root);
        }
    }

    /** The array that a statement writes to, or whose rows it writes to. */
    static @Nullable Value target(Stmt stmt) {
        return stmt instanceof Stmt.Call
                ? null
                : stmt.effects().stream()
                        .filter(Effect::writes)
                        .map(Effect::array)
                        .findFirst()
                        .orElse(null);
    }

    /** The array made in the function that a write goes to; null if it may be another one. */
    @Nullable
    Var madeHere(Stmt write) {
        Value target = target(write);
        if (target == null) {
            return null;
        }
        Var root = root(target);
        boolean throughRows =
                root != target || write instanceof Stmt.AddInto && target.type().rank() > 1;
        return root != null && throughRows && withForeignRows.contains(root) ? null : root;
    }

    private @Nullable Var root(Value array) {
        Value current = array;
        while (definitions.get(current) instanceof Expr.Load load) {
            current = load.array();
        }
        Expr made = definitions.get(current);
        return made != null && made.makesArray() ? (Var) current : null;
    }
}
