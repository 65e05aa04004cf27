package dev.leibniz.processor.simplify;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Effect;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The writes that may change the value of a load. Memory is divided into regions: an array that is made in the function
 * and known under one variable only is a region of its own; all other arrays of one type are one region, for any two of
 * them may be the same.
 */
final class AliasClasses {
    private final Set<Var> made = new HashSet<>();

    AliasClasses(Function function) {
        for (Stmt stmt : Walk.statements(function.body())) {
            if (stmt instanceof Stmt.Let let && let.expr().makesArray()) {
                made.add(let.target());
            }
        }
        if (!made.isEmpty()) {
            removeShared(function.body());
        }
    }

    private void removeShared(Block block) {
        for (Stmt stmt : block.stmts()) {
            if (stmt instanceof Stmt.Let let) {
                if (let.expr() instanceof Expr.Apply || let.expr() instanceof Expr.Opaque) {
                    share(let.operands());
                }
            } else if (stmt instanceof Stmt.Store s) {
                share(s.value());
            } else if (stmt instanceof Stmt.Fill s) {
                share(s.value());
            } else if (!isPlainWrite(stmt)) {
                share(stmt.operands());
            }
            for (Block inner : stmt.blocks()) {
                removeShared(inner);
            }
        }
        share(block.yields());
    }

    private void share(List<Value> values) {
        for (Value value : values) {
            share(value);
        }
    }

    private static boolean isPlainWrite(Stmt stmt) {
        return stmt instanceof Stmt.Accumulate || stmt instanceof Stmt.CopyRange || stmt instanceof Stmt.AddInto;
    }

    private void share(Value value) {
        if (value instanceof Var variable) {
            made.remove(variable);
        }
    }

    /** The region that the elements of an array are in. */
    Object region(Value array) {
        return array instanceof Var variable && made.contains(variable) ? variable : array.type();
    }

    /** The regions that a statement itself may write to, its blocks aside. */
    Set<Object> writes(Stmt stmt) {
        if (stmt instanceof Stmt.Let || !stmt.blocks().isEmpty()) {
            return Set.of();
        }
        Set<Object> regions = new HashSet<>();
        for (Effect effect : stmt.effects()) {
            Type type = effect.array().type();
            if (!effect.writes()) {
                continue;
            } else if (stmt instanceof Stmt.Call) {
                for (Type within = type; within.isArray(); within = within.element()) {
                    regions.add(within);
                }
            } else {
                boolean isOfRows = effect.deep() && type.rank() > 1;
                regions.add(isOfRows ? Type.arrayOf(type.leaf()) : region(effect.array()));
            }
        }
        return regions;
    }

    /** The regions that a statement or its blocks may write to. */
    Set<Object> allWrites(Stmt stmt) {
        Set<Object> regions = new HashSet<>(writes(stmt));
        for (Block block : stmt.blocks()) {
            for (Stmt inner : Walk.statements(block)) {
                regions.addAll(writes(inner));
            }
        }
        return regions;
    }
}
