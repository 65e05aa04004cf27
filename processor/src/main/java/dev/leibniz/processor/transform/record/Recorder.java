package dev.leibniz.processor.transform.record;

import dev.leibniz.processor.analysis.Checkpoint;
import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.analysis.Induction;
import dev.leibniz.processor.analysis.IterationCopy;
import dev.leibniz.processor.analysis.Recomputation;
import dev.leibniz.processor.analysis.memory.Region;
import dev.leibniz.processor.analysis.memory.Site;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.transform.derivation.Names;
import dev.leibniz.processor.transform.derivation.SplitCall;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings values of the forward sweep to the backward sweep. A value is asked for where the backward sweep needs it, and
 * only then it is decided how it gets there: it is still in scope; or it is cheap to compute again; or it is recorded,
 * in a variable handed out of a branch or in an array with a place for each iteration of a loop. The forward sweep is
 * generated afterwards and keeps exactly the values that were asked for.
 */
public final class Recorder {
    private final FunctionAnalysis facts;
    private final Shadows shadows;
    private final Recomputation recomputation;
    private final Set<Var> expected;
    private final SweepState state;
    private final Records records;
    private final Map<Stmt, Checkpoint> checkpoints;
    private @Nullable Region trial;
    private @Nullable Demand demand;

    /**
     * @param expected variables that will surely be recorded, so that others may be computed from them
     * @param checkpoints the loops whose iterations are run again, with the state they start from
     */
    public Recorder(
            FunctionAnalysis facts,
            Shadows shadows,
            Recomputation recomputation,
            Set<Var> expected,
            Map<Stmt, Checkpoint> checkpoints) {
        this(facts, shadows, recomputation, expected, checkpoints, new SweepState());
    }

    private Recorder(
            FunctionAnalysis facts,
            Shadows shadows,
            Recomputation recomputation,
            Set<Var> expected,
            Map<Stmt, Checkpoint> checkpoints,
            SweepState state) {
        this.facts = facts;
        this.shadows = shadows;
        this.recomputation = recomputation;
        this.expected = expected;
        this.checkpoints = checkpoints;
        this.state = state;
        this.records = state.records();
    }

    /** The recorded variables that were recorded for their own sake: too dear to be computed again from others. */
    public Set<Var> dear() {
        Set<Var> dear = new HashSet<>();
        for (Map<Var, Var> kept : records.all().values()) {
            for (Var variable : kept.keySet()) {
                if (shadows.primalOf(variable) == null
                        && !records.hasHome(variable)
                        && !recomputation.isCheapItself(variable, jointOf(home(variable)))) {
                    dear.add(variable);
                }
            }
        }
        return dear;
    }

    /** A copy that can be tried out and thrown away. */
    public Recorder fork(Region trial) {
        Recorder fork = new Recorder(facts, shadows, recomputation, expected, checkpoints, state.copy());
        fork.trial = trial;
        return fork;
    }

    /** The records that the forward sweep is to keep. */
    public Records records() {
        return records;
    }

    /** Lets demands be noted here from now on. */
    public void note(Demand demand) {
        this.demand = demand;
    }

    /** The count of the numbers kept of each iteration of the loops that are so many loops deep inside a region. */
    long keptWithin(Region outer, int depth) {
        long count = 0;
        for (Map.Entry<Region, Map<Var, Var>> entry : records.all().entrySet()) {
            int loops = entry.getKey().loops() - outer.loops();
            if (entry.getKey().isWithin(outer)) {
                for (Var variable : entry.getValue().keySet()) {
                    boolean isKept = !records.hasHome(variable) && shadows.primalOf(variable) == null;
                    count += isKept && loops + variable.type().rank() == depth ? 1 : 0;
                }
            }
        }
        return count;
    }

    boolean isJoint(Region region) {
        return records.isJoint(region);
    }

    /** Whether an array is a shadow. */
    public boolean isShadow(Var array) {
        return shadows.primalOf(array) != null || state.made().contains(array);
    }

    /** Declares that the backward code of a region stands in the same block as its forward code. */
    public void setJoint(Region region) {
        records.setJoint(region);
    }

    /** The region in which a variable, of the primal or one of ours, is visible. */
    public Region home(Var variable) {
        Region known = records.home(variable);
        if (known != null) {
            return known;
        }
        Var primal = shadows.primalOf(variable);
        return facts.places().definedIn(primal == null ? variable : primal);
    }

    /** Notes that a call keeps the values its backward sweep needs on the stacks. */
    public void keepOnStacks(Stmt.Call call, SplitCall parts) {
        records.keepOnStacks(call, parts);
        noteRecord(facts.places().place(call).region());
    }

    public ValueStacks stacks() {
        return state.stacks();
    }

    /** Whether nobody writes to an array, or to the arrays it refers to, from a call until its backward sweep. */
    public boolean isUntouchedAfter(Stmt.Call call, Value array, BackwardScope scope) {
        return facts.memory().isDeeplyStable(array, call, jointOf(scope.region()));
    }

    /** The state kept of the iterations of a loop to run them again; null if they are not. */
    public @Nullable Checkpoint checkpointOf(Stmt loop) {
        return checkpoints.get(loop);
    }

    /** A value that a loop carries, or the content of an array it changes, as an iteration found it. */
    public Value atStart(Stmt loop, Var variable, BackwardScope inner) {
        Region region = inner.region();
        if (!variable.type().isArray()) {
            return recorded(variable, region, inner);
        }
        Var copy = records.copyAtStart(loop, variable);
        records.setHome(copy, region);
        records.keep(copy, region, c -> new Var(Names.starts(variable), Type.arrayOf(c.type())));
        Value start = recorded(copy, region, inner);
        records.setStart(loop, variable, start);
        if (start instanceof Var array) {
            records.setHome(array, region);
        }
        return start;
    }

    /** A load as the code that runs again does it: from the copy in a loop's checkpoint, if the array still held the element. */
    public Expr.Load fromStart(Stmt.Let let, Expr.Load load, Region innermost) {
        Optional<Stmt> loop = recomputation.checkpointOf(let, load, innermost);
        Value start = loop.isEmpty() || !(load.array() instanceof Var array) ? null : records.start(loop.get(), array);
        return start == null ? load : new Expr.Load(start, load.index());
    }

    private Expr.Load fromCopy(IterationCopy copy, Value index) {
        Var name = records.iterationCopies().nameOf(copy);
        records.setHome(name, facts.places().region(copy.loop().body()));
        return new Expr.Load(name, index);
    }

    /** Notes that the elements of arrays are read in the backward sweep. */
    public void noteReads(Set<Site> sites) {
        if (demand != null) {
            demand.memory.addAll(sites);
        }
    }

    /** Notes that the shadow of an array is used: if it is one of arrays, these have to be in it. */
    private void noteRows(Var array) {
        if (demand != null && array.type().rank() > 1) {
            facts.pointsTo().reachable(array).stream()
                    .filter(site -> site.type().rank() > 1)
                    .forEach(demand.memory::add);
        }
    }

    public Value tripCount(Loop.While loop, BackwardScope scope) {
        Var count = records.tripCount(loop);
        Region region = facts.places().place(loop).region();
        records.setHome(count, region);
        noteRecord(region);
        return access(count, scope);
    }

    /** An array argument as it was before the call. */
    public Value before(Stmt.Call call, int arg, BackwardScope scope) {
        Value array = call.args().get(arg);
        if (!(array instanceof Var variable)) {
            return array;
        }
        noteReads(facts.pointsTo().reachable(variable));
        if (facts.memory().isDeeplyStable(array, call, jointOf(scope.region()))) {
            return access(array, scope);
        }
        Var snapshot = records.snapshot(call, arg, variable);
        records.setHome(snapshot, facts.places().place(call).region());
        noteRecord(scope.region());
        return access(snapshot, scope);
    }

    /** The shadow of an array, at hand in {@code scope}. */
    public Value shadow(Value array, BackwardScope scope) {
        return array instanceof Var variable ? access(shadows.of(variable), scope) : array;
    }

    /** A value of the forward sweep, at hand in {@code scope}. */
    public Value access(Value value, BackwardScope scope) {
        if (!(value instanceof Var variable)) {
            return value;
        }
        Region region = home(variable);
        BackwardScope mirror = scope.mirroring(region);
        Value known = mirror.primals().get(variable);
        if (known != null) {
            return known;
        }
        Var primal = shadows.primalOf(variable);
        if (primal != null) {
            noteRows(primal);
        }
        if (primal != null && shadows.isMadeOnDemand(primal)) {
            known = newShadow(primal, mirror);
        } else if (records.isJoint(region)) {
            noteUse(region, variable, primal);
            return variable;
        } else {
            known = brought(variable, primal, region, mirror);
        }
        mirror.primals().put(variable, known);
        return known;
    }

    private Value brought(Var variable, @Nullable Var primal, Region region, BackwardScope mirror) {
        Optional<Induction> induction = recomputation.inductionOf(variable);
        if (induction.isPresent()) {
            return new IterationNumbers(facts, this::access).valueOf(variable, induction.get(), mirror);
        }
        Expr again = recomputable(variable, primal, region);
        return again == null ? recorded(variable, region, mirror) : recompute(variable, again, mirror);
    }

    /** The adjoint of an array that nothing outside its block holds: zeros, made where it is first needed. */
    private Value newShadow(Var primal, BackwardScope mirror) {
        Var result = shadows.resultThatIs(primal);
        if (result != null) {
            return shadow(result, mirror);
        }
        if (definition(primal) instanceof Stmt.Let let && let.expr() instanceof Expr.Load load) {
            Value rows = shadow(load.array(), mirror);
            return mirror.out().load(Names.adjoint(primal), rows, access(load.index(), mirror));
        }
        return state.noteMade(mirror.out().let(Names.adjoint(primal), zeros(primal, mirror)));
    }

    private Expr zeros(Var primal, BackwardScope mirror) {
        if (definition(primal) instanceof Stmt.Let let) {
            if (let.expr() instanceof Expr.NewArray made) {
                return Walk.mapOperands(made, dim -> access(dim, mirror));
            } else if (let.expr() instanceof Expr.CopyOfRange copy) {
                Value length = mirror.out().minus(access(copy.to(), mirror), access(copy.from(), mirror));
                return new Expr.NewArray(primal.type(), List.of(length));
            } else if (let.expr() instanceof Expr.CloneArray copy) {
                return new Expr.ZerosLike(access(copy.array(), mirror));
            }
        }
        return new Expr.ZerosLike(access(primal, mirror));
    }

    private String nameOfRecord(Var variable) {
        return Names.saved(
                records.origin(variable),
                v -> facts.places().knows(v) ? facts.places().definition(v) : null);
    }

    private Stmt definition(Var variable) {
        Stmt definition = facts.places().definition(variable);
        if (definition == null) {
            throw new IllegalStateException("no definition of " + variable);
        }
        return definition;
    }

    private @Nullable Expr recomputable(Var variable, @Nullable Var primal, Region region) {
        if (records.hasHome(variable)) {
            return null;
        }
        Region end = jointOf(region);
        if (primal != null) {
            return facts.places().definition(primal) instanceof Stmt.Let let
                            && let.expr() instanceof Expr.Load load
                            && load.array() instanceof Var array
                            && recomputation.isCheap(primal, end, this::isAtHand)
                    ? new Expr.Load(shadows.of(array), load.index())
                    : null;
        }
        return facts.places().definition(variable) instanceof Stmt.Let let
                        && recomputation.isCheap(variable, end, this::isAtHand)
                ? let.expr() instanceof Expr.Load load ? again(let, load, region, end) : let.expr()
                : null;
    }

    private Expr.Load again(Stmt.Let let, Expr.Load load, Region region, Region end) {
        return recomputation
                .copyOf(let, load, end)
                .map(copy -> fromCopy(copy, load.index()))
                .orElseGet(() -> fromStart(let, load, region));
    }

    /** Whether using the value in the backward sweep costs nothing but a load. */
    private boolean isAtHand(Var variable) {
        Region region = home(variable);
        return records.isJoint(region)
                || records.of(region).containsKey(variable)
                || expected.contains(variable)
                || region.owner() instanceof Loop.For loop && loop.index() == variable;
    }

    private Value recompute(Var variable, Expr expr, BackwardScope mirror) {
        if (expr instanceof Expr.Load load && demand != null) {
            demand.memory.addAll(facts.pointsTo().sites(load.array()));
        }
        Expr again = Walk.mapOperands(expr, operand -> access(operand, mirror));
        return mirror.out().let(variable.name(), again);
    }

    private Value recorded(Var variable, Region region, BackwardScope mirror) {
        noteRecord(region);
        boolean isLoop = region.kind() == Region.Kind.LOOP;
        Var record = records.keep(
                variable,
                region,
                v -> isLoop ? new Var(nameOfRecord(v), Type.arrayOf(v.type())) : new Var(v.name(), v.type()));
        records.setHome(record, mirror.parent().region());
        Value kept = access(record, mirror.parent());
        return isLoop ? mirror.out().load(variable.name(), kept, mirror.ordinal()) : kept;
    }

    public Region jointOf(Region region) {
        Region current = region;
        while (!records.isJoint(current)) {
            Region parent = current.parent();
            if (parent == null) {
                throw new IllegalStateException("the function's body is always joint");
            }
            current = parent;
        }
        return current;
    }

    private void noteUse(Region region, Var variable, @Nullable Var primal) {
        if (demand != null && region == trial) {
            demand.values.add(primal == null ? variable : primal);
        }
    }

    private void noteRecord(Region region) {
        if (demand != null && trial != null && region.isWithin(trial)) {
            demand.recordsWithin = true;
        }
    }

    /** Zero of the type of a value, for places where control did not come by. */
    public static Const nothing(Var variable) {
        return Const.zero(variable.type());
    }
}
