package dev.leibniz.processor.analysis.extremes;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The numbers that are not 0 at some place of a function, because of the branches that lead there. */
final class Guards {
    private final Map<Value, Expr.Apply> definitions = new HashMap<>();
    private final Map<Var, Set<Value>> nonZeroAt = new HashMap<>();
    private final Set<Value> zeroMatters = new HashSet<>();

    private Guards() {}

    static Guards of(Function function) {
        Guards guards = new Guards();
        guards.visit(function.body(), Set.of());
        return guards;
    }

    /** Whether a number is not 0 (but may be NaN) where an operation computes {@code target} from it. */
    boolean isNonZero(Value operand, Var target) {
        return nonZeroAt.getOrDefault(target, Set.of()).contains(operand);
    }

    /** Whether a number of 0 can go into a finite result: not where it is only divided by, or a branch excludes 0. */
    boolean canBeZero(Value value) {
        return zeroMatters.contains(value);
    }

    /** Whether a condition compares one of these values. */
    boolean isTestOf(Value condition, List<Value> values) {
        Expr.Apply test = definitions.get(condition);
        return test != null && test.operands().stream().anyMatch(values::contains);
    }

    private void visit(Block block, Set<Value> outside) {
        Set<Value> nonZero = new HashSet<>(outside);
        for (Stmt stmt : block.stmts()) {
            if (stmt instanceof Stmt.Let let && let.expr() instanceof Expr.Apply apply) {
                operation(apply, let.target(), nonZero);
            } else {
                zeroMatters.addAll(stmt.operands());
            }
            if (stmt instanceof Stmt.If choice) {
                visit(choice.then(), and(nonZero, nonZeroIf(choice.condition(), true)));
                visit(choice.otherwise(), and(nonZero, nonZeroIf(choice.condition(), false)));
            } else {
                stmt.blocks().forEach(inner -> visit(inner, nonZero));
            }
        }
        zeroMatters.addAll(block.yields());
    }

    private void operation(Expr.Apply apply, Var target, Set<Value> nonZero) {
        definitions.put(target, apply);
        boolean isTest = apply.op() instanceof Primitive op && op.isComparison();
        if (isTest) {
            return;
        }
        for (int i = 0; i < apply.operands().size(); i++) {
            Value operand = apply.operand(i);
            boolean isDivisor = apply.op() == Primitive.DIV && i == 1;
            if (nonZero.contains(operand)) {
                nonZeroAt.computeIfAbsent(target, t -> new HashSet<>()).add(operand);
            } else if (!isDivisor) {
                zeroMatters.add(operand);
            }
        }
        boolean isRoot = apply.op() instanceof Op.MathCall call
                && (call.method().equals("sqrt") || call.method().equals("cbrt"));
        if (isRoot && nonZero.contains(apply.operand(0))) {
            nonZero.add(target);
        }
    }

    private static Set<Value> and(Set<Value> known, Set<Value> more) {
        Set<Value> all = new HashSet<>(known);
        all.addAll(more);
        return all;
    }

    /** The numbers that are not 0 (but may be NaN) if the condition has this outcome. */
    private Set<Value> nonZeroIf(Value condition, boolean holds) {
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
