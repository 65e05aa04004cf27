package dev.leibniz.processor.analysis;

import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The conditions of a function, and what follows for numbers where they hold or do not. */
final class Conditions {
    private final Map<Value, Expr.Apply> definitions = new HashMap<>();

    private Conditions() {}

    static Conditions of(Function function) {
        Conditions conditions = new Conditions();
        Walk.forEach(function.body(), stmt -> {
            if (stmt instanceof Stmt.Let let && let.expr() instanceof Expr.Apply apply) {
                conditions.definitions.put(let.target(), apply);
            }
        });
        return conditions;
    }

    /** The numbers that are not 0 (but may be NaN) if the condition has this outcome. */
    Set<Value> nonZeroIf(Value condition, boolean holds) {
        Expr.Apply test = definitions.get(condition);
        if (test == null || !(test.op() instanceof Primitive op)) {
            return Set.of();
        } else if (op == Primitive.NOT) {
            return nonZeroIf(test.operand(0), !holds);
        } else if (op == Primitive.AND && holds || op == Primitive.OR && !holds) {
            Set<Value> both = new HashSet<>(nonZeroIf(test.operand(0), holds));
            both.addAll(nonZeroIf(test.operand(1), holds));
            return both;
        }
        Set<Value> found = new HashSet<>();
        if (excludesZero(op, test.operand(1), holds)) {
            found.add(test.operand(0));
        }
        if (excludesZero(mirrored(op), test.operand(0), holds)) {
            found.add(test.operand(1));
        }
        return found;
    }

    /** Whether {@code x op bound} has this outcome for no x that is 0. */
    private static boolean excludesZero(Primitive op, Value bound, boolean holds) {
        if (!(bound instanceof Const c
                && c.value() instanceof Number n
                && c.type().isFloating())) {
            return false;
        }
        double limit = n.doubleValue();
        boolean outcomeOfZero = switch (op) {
            case EQ -> limit == 0;
            case NE -> limit != 0;
            case LT -> 0 < limit;
            case LE -> 0 <= limit;
            case GT -> 0 > limit;
            case GE -> 0 >= limit;
            default -> holds;
        };
        return outcomeOfZero != holds;
    }

    private static Primitive mirrored(Primitive op) {
        return switch (op) {
            case LT -> Primitive.GT;
            case LE -> Primitive.GE;
            case GT -> Primitive.LT;
            case GE -> Primitive.LE;
            default -> op;
        };
    }
}
