package dev.leibniz.processor.shape;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.List;
import java.util.Map;

/**
 * Estimates how many bytes of bytecode the printed form of a function is compiled to, rather too many than too few. It
 * does not know how expressions are nested in print; it only trusts that pure computations that are used once usually
 * need no variable of their own. A local costs two bytes to read or write, and four from the 256th slot on: three are
 * reckoned.
 */
final class BytecodeSize {
    private static final int LOCAL = 3;
    private static final int NESTED = 1;
    private static final int JUMP = 3;
    private static final int INVOKE = 3;
    private static final int FIELD = 3;
    private static final int BOOLEAN_FROM_JUMP = 9;
    private static final int LOOP = 20;
    private static final int ASSERTION = 25;
    private static final int RECORD_COMPONENT = 8;

    private final Map<Var, Integer> uses;

    BytecodeSize(Function function) {
        this.uses = Walk.useCounts(function.body());
    }

    /** The whole method, with taking its arguments apart and packing its results. */
    int of(Function function) {
        return of(function.body())
                + RECORD_COMPONENT
                        * (function.params().size() + function.results().size());
    }

    /** The statements of a block and the reading of what it yields. */
    int of(Block block) {
        return of(block.stmts()) + reads(block.yields());
    }

    int of(List<Stmt> stmts) {
        int sum = 0;
        for (Stmt stmt : stmts) {
            sum += of(stmt);
        }
        return sum;
    }

    int of(Stmt stmt) {
        int size = reads(stmt.operands());
        for (Var result : stmt.results()) {
            size += access(result, stmt);
        }
        for (Block block : stmt.blocks()) {
            size += of(block) + LOCAL * block.yields().size();
        }
        return size + own(stmt);
    }

    private static int own(Stmt stmt) {
        if (stmt instanceof Stmt.Let let) {
            return own(let.expr());
        } else if (stmt instanceof Stmt.SetField) {
            return FIELD;
        } else if (stmt instanceof Stmt.Accumulate) {
            return 4;
        } else if (stmt instanceof Stmt.If) {
            return 2 * JUMP;
        } else if (stmt instanceof Loop) {
            return LOOP + 2 * LOCAL * stmt.results().size();
        } else if (stmt instanceof Stmt.Call call) {
            return INVOKE
                    + (call.results().size() > 1
                            ? RECORD_COMPONENT * call.results().size()
                            : 0);
        } else if (stmt instanceof Stmt.Throw || stmt instanceof Stmt.Assert) {
            return ASSERTION;
        }
        return stmt instanceof Stmt.Marker ? 0 : INVOKE;
    }

    private static int own(Expr expr) {
        if (expr instanceof Expr.Apply apply) {
            if (apply.op() instanceof Op.Primitive op) {
                return op.isComparison() || op == Op.Primitive.NOT || op == Op.Primitive.SELECT ? BOOLEAN_FROM_JUMP : 2;
            }
            return INVOKE;
        }
        if (expr instanceof Expr.GetField) {
            return FIELD;
        }
        return expr instanceof Expr.Opaque opaque ? INVOKE + opaque.template().length() / 2 : 2 * INVOKE;
    }

    private int reads(List<? extends Value> values) {
        int sum = 0;
        for (Value value : values) {
            sum += value instanceof Const || !isOnlyPassedOn((Var) value) ? LOCAL : NESTED;
        }
        return sum;
    }

    private int access(Var result, Stmt definition) {
        boolean nested =
                isOnlyPassedOn(result) && definition instanceof Stmt.Let let && let.expr() instanceof Expr.Apply;
        return nested ? NESTED : LOCAL;
    }

    private boolean isOnlyPassedOn(Var variable) {
        return !variable.isNamed() && uses.getOrDefault(variable, 0) == 1;
    }
}
