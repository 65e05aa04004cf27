package dev.leibniz.processor.analysis.extremes;

import dev.leibniz.processor.analysis.memory.Overwrites;
import dev.leibniz.processor.analysis.memory.PointsTo;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.rules.DerivativeRules;
import dev.leibniz.processor.rules.Magnitude;
import dev.leibniz.processor.rules.Seed;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The {@link Extremes} of a function: found from the ranges of its values, and from where they go. */
public final class KnownExtremes implements Extremes {
    private static final Set<String> STEEP_ELSEWHERE = Set.of("asin", "acos", "atan2");

    private final Magnitudes magnitudes;
    private final ValueFlow flow;
    private final Guards guards;

    // Numbers, and arrays of them, by the way they are used.
    private final Set<Object> ignorable = new HashSet<>();
    private final Set<Object> lost = new HashSet<>();
    private final Set<Object> stored = new HashSet<>();
    private final Set<Object> steepOperands = new HashSet<>();
    private final Set<Object> steepResults = new HashSet<>();
    private final Set<Object> gated = new HashSet<>();
    private final Set<Object> unbounded = new HashSet<>();

    private final Set<Value> inLoops = new HashSet<>();
    private final Set<Object> absorbedAtOnce = new HashSet<>();

    private final Set<Object> beforeIgnoring;
    private final Set<Object> beforeLost;
    private final Set<Object> beforeStores;
    private final Set<Object> beforeRoots;
    private final Set<Object> beforeGates;
    private final Set<Object> behindRoots;
    private final Set<Object> behindOverflows;

    /**
     * @param isCalled whether the function is called by others, which may ignore its results
     */
    public KnownExtremes(Function function, PointsTo pointsTo, boolean isCalled) {
        this.guards = Guards.of(function);
        this.magnitudes = Magnitudes.of(function, pointsTo, guards);
        this.flow = ValueFlow.of(function, pointsTo);
        for (Stmt stmt : Walk.statements(function.body())) {
            visit(stmt);
        }
        List<Value> ignored = isCalled ? function.body().yields() : List.of();
        addNodes(ignored, ignorable);
        addNodes(Overwrites.values(function, pointsTo), lost);
        inLoops(function.body(), false);
        absorbedAtOnce(function.body(), new HashSet<>(ignored));
        this.beforeIgnoring = flow.before(ignorable);
        this.beforeLost = flow.before(lost);
        this.beforeStores = flow.before(stored);
        this.beforeRoots = flow.before(steepOperands);
        this.beforeGates = flow.before(gated);
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
        Seed.Zero zero = absorbedAtOnce.contains(result)
                ? Seed.Zero.AT_ONCE
                : beforeIgnoring.contains(result)
                        ? Seed.Zero.WHERE_IGNORED
                        : beforeLost.contains(result)
                                ? Seed.Zero.WHERE_LOST
                                : beforeStores.contains(result) ? Seed.Zero.WHERE_STORED : Seed.Zero.NEVER;
        boolean mayBeInfinite = beforeRoots.contains(result) || beforeGates.contains(result);
        return new Seed(zero, mayBeInfinite, false, inLoops.contains(result));
    }

    @Override
    public Seed tangentOf(Value operand) {
        return new Seed(Seed.Zero.NEVER, behindRoots.contains(operand), behindOverflows.contains(operand), true);
    }

    private void inLoops(Block block, boolean isInLoop) {
        for (Stmt stmt : block.stmts()) {
            if (isInLoop) {
                inLoops.addAll(stmt.results());
            }
            for (Block inner : stmt.blocks()) {
                inLoops(inner, isInLoop || stmt instanceof Loop);
            }
        }
    }

    private void visit(Stmt stmt) {
        if (stmt instanceof Stmt.Let let && let.expr() instanceof Expr.Apply apply) {
            apply(apply, let.target());
        } else if (stmt instanceof Stmt.Call call) {
            addNodes(call.args(), ignorable);
        } else if (stmt instanceof Stmt.If choice) {
            addNodes(usedByOne(choice), ignorable);
        } else if (stmt instanceof Loop loop) {
            addNodes(overwritten(loop), ignorable);
        }
        stmt.overwriting().forEach(into -> stored.addAll(flow.nodes(into.from())));
    }

    private void addNodes(Collection<? extends Value> values, Set<Object> nodes) {
        for (Value value : values) {
            nodes.addAll(flow.nodes(value));
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
        if (apply.op() instanceof Primitive op && op.isGated()) {
            gated.addAll(flow.nodes(operands.get(0)));
        }
        for (int i = 0; i < operands.size(); i++) {
            if (DerivativeRules.absorbs(apply.op(), i)) {
                boolean isDivisor = apply.op() instanceof Primitive op && op.isDivision();
                (isDivisor ? lost : ignorable).addAll(flow.nodes(operands.get(i)));
            }
        }
        boolean isSteep = DerivativeRules.isSteep(apply, operand -> magnitudes.at(operand, target));
        if (isSteep && (guards.canBeZero(target) || isSteepElsewhere(apply.op()))) {
            addNodes(operands, steepOperands);
            steepResults.add(target);
        }
    }

    /** Whether a function is steep where its result is not 0. */
    private static boolean isSteepElsewhere(Op op) {
        return op instanceof Op.MathCall call && STEEP_ELSEWHERE.contains(call.method());
    }

    /**
     * Finds the values that go into a function like {@code exp} or {@code max}, or into a choice, in the same block or in the
     * arms of its branches. A term of a loop's sum is near a choice, but only near one that does not ask for the sum itself, as a hinge
     * does: loops with tests in them are not vectorised.
     *
     * @param near the values absorbed behind the block, among those it yields
     */
    private void absorbedAtOnce(Block block, Set<Value> near) {
        Set<Value> chosen = new HashSet<>();
        for (int i = block.stmts().size() - 1; i >= 0; i--) {
            Stmt stmt = block.stmts().get(i);
            if (stmt instanceof Loop loop) {
                Set<Value> ignored = yielded(loop.body(), loop.results(), chosen);
                ignored.addAll(unread(loop));
                absorbedAtOnce(loop.body(), ignored);
                near.addAll(overwritten(loop));
            } else if (stmt instanceof Stmt.If choice) {
                for (Block arm : choice.blocks()) {
                    absorbedAtOnce(arm, yielded(arm, choice.results(), near));
                }
                for (Value value : yieldedByOne(choice)) {
                    near.add(value);
                    if (!guards.isTestOf(choice.condition(), List.of(value))) {
                        chosen.add(value);
                    }
                }
            } else if (stmt instanceof Stmt.Let let && let.expr() instanceof Expr.Apply apply) {
                boolean isNear = near.contains(let.target());
                if (isNear) {
                    absorbedAtOnce.add(let.target());
                }
                boolean chooses = apply.op() == Primitive.SELECT;
                if (chooses && !guards.isTestOf(apply.operand(0), apply.operands())) {
                    chosen.addAll(apply.operands());
                }
                for (int j = 0; j < apply.operands().size(); j++) {
                    boolean absorbs =
                            (chooses || apply.op() instanceof Op.MathCall) && DerivativeRules.absorbs(apply.op(), j);
                    if (isNear || absorbs) {
                        near.add(apply.operand(j));
                    }
                }
            }
        }
    }

    /** The values an arm yields for results that are absorbed behind the branch. */
    private static Set<Value> yielded(Block arm, List<Var> results, Set<Value> near) {
        Set<Value> yielded = new HashSet<>();
        for (int i = 0; i < results.size(); i++) {
            if (near.contains(results.get(i))) {
                yielded.add(arm.yields().get(i));
            }
        }
        return yielded;
    }

    /** The values a loop yields that are only read after its last iteration. */
    private static Set<Value> unread(Loop loop) {
        Set<Value> unread = new HashSet<>();
        for (int i = 0; i < loop.params().size(); i++) {
            if (!Walk.uses(loop.body(), loop.params().get(i))) {
                unread.add(loop.body().yields().get(i));
            }
        }
        return unread;
    }

    /** The initial values that a loop overwrites without reading them: they are of use only where the loop does not run. */
    private static Set<Value> overwritten(Loop loop) {
        Set<Value> overwritten = new HashSet<>();
        for (int i = 0; i < loop.params().size(); i++) {
            if (!Walk.uses(loop.body(), loop.params().get(i))) {
                overwritten.add(loop.inits().get(i));
            }
        }
        return overwritten;
    }

    /** The values that one arm of a branch uses and the other does not: they are of no use where the other is taken. */
    private static Set<Value> usedByOne(Stmt.If choice) {
        Set<Value> then = fromOutside(choice.then());
        Set<Value> otherwise = fromOutside(choice.otherwise());
        Set<Value> one = new HashSet<>(then);
        one.addAll(otherwise);
        one.removeIf(value -> then.contains(value) && otherwise.contains(value));
        return one;
    }

    private static Set<Value> yieldedByOne(Stmt.If choice) {
        Set<Value> yielded = new HashSet<>(choice.then().yields());
        yielded.addAll(choice.otherwise().yields());
        yielded.retainAll(usedByOne(choice));
        return yielded;
    }

    /** The values that an arm uses and does not compute itself. */
    private static Set<Value> fromOutside(Block arm) {
        Set<Value> defined = new HashSet<>();
        for (Stmt stmt : Walk.statements(arm)) {
            defined.addAll(stmt.results());
            defined.addAll(Walk.blockParams(stmt));
        }
        Set<Value> outside = new HashSet<>();
        Walk.forEachUse(arm, value -> {
            if (!(value instanceof Const) && !defined.contains(value)) {
                outside.add(value);
            }
        });
        return outside;
    }
}
