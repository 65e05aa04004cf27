package dev.leibniz.processor.analysis;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.Walk;
import dev.leibniz.processor.rules.DerivativeRules;
import dev.leibniz.processor.rules.Magnitude;
import dev.leibniz.processor.rules.Seed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The {@link Extremes} of a function: found from the ranges of its values, and from where they go. */
final class KnownExtremes implements Extremes {
    /** Functions whose result is infinite or NaN where their argument is. */
    private static final Set<String> TRANSPARENT = Set.of(
            "sqrt",
            "cbrt",
            "log",
            "log10",
            "log1p",
            "abs",
            "sinh",
            "cosh",
            "sin",
            "cos",
            "tan",
            "asin",
            "acos",
            "toRadians",
            "toDegrees",
            "fma");

    private final Magnitudes magnitudes;
    private final ValueFlow flow;

    // Numbers, and arrays of them, by what happens to them.
    private final Set<Object> ignorable = new HashSet<>();
    private final Set<Object> stored = new HashSet<>();
    private final Set<Object> steepOperands = new HashSet<>();
    private final Set<Object> steepResults = new HashSet<>();
    private final Set<Object> unbounded = new HashSet<>();

    private final Set<Object> beforeIgnoring;
    private final Set<Object> beforeStores;
    private final Set<Object> beforeRoots;
    private final Set<Object> behindRoots;
    private final Set<Object> behindOverflows;

    KnownExtremes(Function function, PointsTo pointsTo) {
        this.magnitudes = Magnitudes.of(function, pointsTo);
        this.flow = ValueFlow.of(function, pointsTo);
        Walk.forEach(function.body(), this::visit);
        this.beforeIgnoring = flow.before(ignorable);
        this.beforeStores = flow.before(stored);
        this.beforeRoots = flow.before(steepOperands);
        this.behindRoots = flow.after(steepResults);
        this.behindOverflows = flow.after(unbounded);
    }

    @Override
    public Magnitude magnitude(Value value) {
        return magnitudes.of(value);
    }

    @Override
    public Seed adjointOf(Value result) {
        boolean mayBeIgnored = beforeIgnoring.contains(result);
        return new Seed(
                mayBeIgnored, mayBeIgnored || beforeStores.contains(result), beforeRoots.contains(result), false);
    }

    @Override
    public Seed tangentOf(Value operand) {
        return new Seed(false, false, behindRoots.contains(operand), behindOverflows.contains(operand));
    }

    private void visit(Stmt stmt) {
        if (stmt instanceof Stmt.Let let && let.expr() instanceof Expr.Apply apply) {
            apply(apply, let.target());
        } else if (stmt instanceof Stmt.Store store) {
            stored.addAll(flow.nodes(store.value()));
        } else if (stmt instanceof Stmt.Call call) {
            call.args().forEach(arg -> ignorable.addAll(flow.nodes(arg)));
        } else if (stmt instanceof Stmt.If choice) {
            choice.blocks().forEach(this::usedInArm);
        }
    }

    private void apply(Expr.Apply apply, Var target) {
        if (!target.type().isFloating()) {
            return;
        }
        if (magnitudes.of(target).mayBeInfinite()) {
            unbounded.add(target);
        }
        List<Value> operands = apply.operands();
        for (int i = 0; i < operands.size(); i++) {
            if (absorbs(apply.op(), i)) {
                ignorable.addAll(flow.nodes(operands.get(i)));
            }
        }
        if (DerivativeRules.isSteep(apply, magnitudes::of)) {
            operands.forEach(operand -> steepOperands.addAll(flow.nodes(operand)));
            steepResults.add(target);
        }
    }

    /** Whether an infinite operand can give a finite result. */
    private static boolean absorbs(Op op, int operand) {
        if (op instanceof Op.MathCall call) {
            return !TRANSPARENT.contains(call.method());
        }
        return switch ((Primitive) op) {
            case SELECT, DIV, GATED_DIV, REM, GATED_MUL -> operand > 0;
            case STRONG_MUL -> true;
            default -> false;
        };
    }

    /** What is used in one arm of a branch only is of no use where the other is taken. */
    private void usedInArm(Block arm) {
        Set<Value> defined = new HashSet<>();
        Walk.forEach(arm, stmt -> {
            defined.addAll(stmt.results());
            defined.addAll(Walk.blockParams(stmt));
        });
        Walk.forEachUse(arm, value -> {
            if (!(value instanceof Const) && !defined.contains(value)) {
                ignorable.addAll(flow.nodes(value));
            }
        });
        arm.yields().forEach(value -> ignorable.addAll(flow.nodes(value)));
    }
}
