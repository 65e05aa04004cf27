package dev.leibniz.processor.analysis;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
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
    private final Magnitudes magnitudes;
    private final ValueFlow flow;
    private final Guards guards;

    // Numbers, and arrays of them, by what happens to them.
    private final Set<Object> ignorable = new HashSet<>();
    private final Set<Object> divisors = new HashSet<>();
    private final Set<Object> stored = new HashSet<>();
    private final Set<Object> steepOperands = new HashSet<>();
    private final Set<Object> steepResults = new HashSet<>();
    private final Set<Object> unbounded = new HashSet<>();

    private final Set<Object> beforeIgnoring;
    private final Set<Object> beforeDivisors;
    private final Set<Object> beforeStores;
    private final Set<Object> beforeRoots;
    private final Set<Object> behindRoots;
    private final Set<Object> behindOverflows;

    KnownExtremes(Function function, PointsTo pointsTo) {
        this.guards = Guards.of(function);
        this.magnitudes = Magnitudes.of(function, pointsTo, guards);
        this.flow = ValueFlow.of(function, pointsTo);
        Walk.forEach(function.body(), this::visit);
        this.beforeIgnoring = flow.before(ignorable);
        this.beforeDivisors = flow.before(divisors);
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
    public Magnitude magnitudeAt(Value operand, Var target) {
        return magnitudes.at(operand, target);
    }

    @Override
    public Seed adjointOf(Value result) {
        Seed.Zero zero = beforeIgnoring.contains(result)
                ? Seed.Zero.WHERE_IGNORED
                : beforeDivisors.contains(result)
                        ? Seed.Zero.OVER_INFINITY
                        : beforeStores.contains(result) ? Seed.Zero.WHERE_STORED : Seed.Zero.NEVER;
        return new Seed(zero, beforeRoots.contains(result), false);
    }

    @Override
    public Seed tangentOf(Value operand) {
        return new Seed(Seed.Zero.NEVER, behindRoots.contains(operand), behindOverflows.contains(operand));
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
            if (DerivativeRules.absorbs(apply.op(), i)) {
                boolean isDivisor = apply.op() instanceof Primitive op && op.isDivision();
                (isDivisor ? divisors : ignorable).addAll(flow.nodes(operands.get(i)));
            }
        }
        if (DerivativeRules.isSteep(apply, operand -> magnitudes.at(operand, target)) && guards.canBeZero(target)) {
            operands.forEach(operand -> steepOperands.addAll(flow.nodes(operand)));
            steepResults.add(target);
        }
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
    }
}
