package dev.leibniz.processor.transform.reverse;

import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.analysis.Independence;
import dev.leibniz.processor.analysis.memory.Region;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrVerifier;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.transform.calls.CallAdjoints;
import dev.leibniz.processor.transform.derivation.Names;
import dev.leibniz.processor.transform.record.BackwardScope;
import dev.leibniz.processor.transform.record.Demand;
import dev.leibniz.processor.transform.record.Recorder;
import dev.leibniz.processor.transform.record.Shadows;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Forward and backward sweep of a block in one block: of a function's body, and of the body of a fused loop.
 *
 * <p>Where loops of the block can be fused ({@link FusionPlan}), the order is: the forward part of all that does not
 * depend on them; the backward part of all that does; the fused loops, and the forward part of the statements that depend on them;
 * the backward part of the rest.
 */
final class JointSweep {
    private final FunctionAnalysis facts;
    private final Shadows shadows;
    private final CallAdjoints calls;
    private final boolean fusing;
    private final Independence independence;

    JointSweep(FunctionAnalysis facts, Shadows shadows, CallAdjoints calls, boolean fusing) {
        this.facts = facts;
        this.shadows = shadows;
        this.calls = calls;
        this.fusing = fusing;
        this.independence = new Independence(facts);
    }

    /**
     * Appends both sweeps of {@code block} to {@code out}.
     *
     * @param seeds contributes the adjoints of the values the block yields
     */
    void sweep(
            Block block,
            BackwardScope scope,
            Recorder recorder,
            BiConsumer<BackwardScope, Recorder> seeds,
            BlockBuilder out) {
        sweep(block, scope, recorder, seeds, out, out);
    }

    /** As above, with the forward sweep in {@code out} and the code after it in {@code then}. */
    void sweep(
            Block block,
            BackwardScope scope,
            Recorder recorder,
            BiConsumer<BackwardScope, Recorder> seeds,
            BlockBuilder out,
            BlockBuilder then) {
        Region region = facts.places().region(block);
        recorder.setJoint(region);
        FusionPlan plan = plan(block, scope, recorder, seeds);
        BackwardSweep backward = new BackwardSweep(facts, shadows, recorder, calls, this);
        List<Stmt> stmts = block.stmts();

        BlockBuilder dependentBackward = out.nested();
        scope.continueIn(dependentBackward);
        seeds.accept(scope, recorder);
        Map<Stmt, Map<Integer, Value>> accumulated = new IdentityHashMap<>();
        for (int i = stmts.size() - 1; i >= 0; i--) {
            Stmt stmt = stmts.get(i);
            if (plan.isFused(stmt)) {
                accumulated.put(stmt, adjointsOfResults(stmt, scope));
            } else if (plan.isDependent(stmt)) {
                backward.statement(stmt, scope);
            }
        }

        ForwardSweep forward = new ForwardSweep(facts, shadows, recorder);
        BlockBuilder fused = out.nested();
        scope.continueIn(fused);
        for (Stmt stmt : stmts) {
            if (plan.isFused(stmt)) {
                Map<Integer, Value> adjoints = accumulated.getOrDefault(stmt, Map.of());
                if (stmt instanceof Stmt.If choice) {
                    fusedBranch(choice, scope, recorder, adjoints, fused);
                } else if (stmt instanceof Loop loop) {
                    fusedLoop(loop, scope, recorder, adjoints, fused);
                }
            } else if (plan.isDependent(stmt)) {
                forward.statement(stmt, region, fused);
            }
        }

        BlockBuilder rest = out.nested();
        scope.continueIn(rest);
        for (int i = stmts.size() - 1; i >= 0; i--) {
            if (!plan.isFused(stmts.get(i)) && !plan.isDependent(stmts.get(i))) {
                backward.statement(stmts.get(i), scope);
            }
        }

        for (Stmt stmt : stmts) {
            if (!plan.isFused(stmt) && !plan.isDependent(stmt)) {
                forward.statement(stmt, region, out);
            }
        }
        if (region == facts.places().root()) {
            then.add(new Stmt.Marker("backward", Origin.NONE));
        }
        then.addAll(dependentBackward.stmts());
        then.addAll(fused.stmts());
        then.addAll(rest.stmts());
    }

    private FusionPlan plan(
            Block block, BackwardScope scope, Recorder recorder, BiConsumer<BackwardScope, Recorder> seeds) {
        List<Stmt> candidates = new ArrayList<>();
        if (fusing) {
            block.stmts().stream()
                    .filter(stmt -> isCandidate(stmt) && !mayThrow(stmt))
                    .forEach(candidates::add);
        }
        if (candidates.isEmpty()) {
            return FusionPlan.none();
        }
        Demand seedDemand = new Demand();
        Map<Stmt, Demand> demands = tryOut(block, scope, recorder, seeds, seedDemand);
        return FusionPlan.of(block, candidates, demands, seedDemand, facts);
    }

    /** Generates the backward sweep once for nothing, to learn which primal values each statement asks for. */
    private Map<Stmt, Demand> tryOut(
            Block block,
            BackwardScope scope,
            Recorder recorder,
            BiConsumer<BackwardScope, Recorder> seeds,
            Demand seedDemand) {
        Recorder trial = recorder.fork(facts.places().region(block));
        BackwardScope scratch = scope.fork();
        BackwardSweep backward = new BackwardSweep(facts, shadows, trial, calls, this);
        Map<Stmt, Demand> demands = new IdentityHashMap<>();
        trial.note(seedDemand);
        seeds.accept(scratch, trial);
        List<Stmt> stmts = block.stmts();
        for (int i = stmts.size() - 1; i >= 0; i--) {
            Demand demand = new Demand();
            trial.note(demand);
            backward.statement(stmts.get(i), scratch);
            demands.put(stmts.get(i), demand);
        }
        return demands;
    }

    /** Whether the user throws in it: then it stays where it is, so that the same exception comes first. */
    static boolean mayThrow(Stmt stmt) {
        return stmt instanceof Stmt.Throw
                || stmt instanceof Stmt.Assert
                || stmt.blocks().stream()
                        .flatMap(block -> block.stmts().stream())
                        .anyMatch(JointSweep::mayThrow);
    }

    /** A loop with independent iterations, or a branch that is worth it because it contains loops or calls. */
    private boolean isCandidate(Stmt stmt) {
        if (stmt instanceof Stmt.If choice) {
            boolean handsOnArrays = choice.results().stream().anyMatch(shadows::has);
            boolean isLarge = choice.blocks().stream()
                    .anyMatch(block -> Walk.any(block, inner -> inner instanceof Loop || inner instanceof Stmt.Call));
            return isLarge && !handsOnArrays;
        }
        return independence.isIndependent(stmt);
    }

    /**
     * The adjoints of the values a fused statement computes, known before it runs. The adjoint of an accumulator after the
     * loop is also its adjoint before, and in every iteration.
     */
    private Map<Integer, Value> adjointsOfResults(Stmt stmt, BackwardScope scope) {
        List<Value> inits = stmt instanceof Loop loop ? loop.inits() : List.of();
        Map<Integer, Value> adjoints = new LinkedHashMap<>();
        for (int i = 0; i < stmt.results().size(); i++) {
            Value adjoint = scope.adjoint(stmt.results().get(i));
            if (adjoint != null) {
                adjoints.put(i, adjoint);
                if (i < inits.size() && facts.activity().isActive(inits.get(i))) {
                    scope.contribute(inits.get(i), adjoint);
                }
            }
        }
        return adjoints;
    }

    private void fusedBranch(
            Stmt.If choice, BackwardScope scope, Recorder recorder, Map<Integer, Value> adjoints, BlockBuilder out) {
        out.at(choice.origin());
        List<BackwardScope> inner = new ArrayList<>();
        List<BlockBuilder> insides = new ArrayList<>();
        for (Block block : choice.blocks()) {
            BlockBuilder inside = out.nested();
            BackwardScope branch = new BackwardScope(facts.places().region(block), scope, recorder::home, inside);
            if (IrVerifier.endsInThrow(block)) {
                recorder.setJoint(branch.region());
                ForwardSweep forward = new ForwardSweep(facts, shadows, recorder);
                for (Stmt stmt : block.stmts()) {
                    forward.statement(stmt, branch.region(), inside);
                }
            } else {
                sweep(block, branch, recorder, (s, r) -> seed(block, adjoints, s), inside);
            }
            inner.add(branch);
            insides.add(inside);
        }
        Set<Var> outer = new LinkedHashSet<>(inner.get(0).outer());
        outer.addAll(inner.get(1).outer());
        List<Var> results = new ArrayList<>(choice.results());
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            List<Value> yields = new ArrayList<>(choice.blocks().get(i).yields());
            for (Var variable : outer) {
                yields.add(inner.get(i).orZero(variable));
            }
            blocks.add(insides.get(i).build(yields));
        }
        for (Var variable : outer) {
            Var result = new Var(Names.adjoint(variable), variable.type());
            results.add(result);
            scope.setAdjoint(variable, result);
        }
        out.add(new Stmt.If(choice.condition(), blocks.get(0), blocks.get(1), results, choice.origin()));
    }

    private void seed(Block block, Map<Integer, Value> adjoints, BackwardScope scope) {
        adjoints.forEach((i, adjoint) -> {
            if (facts.activity().isActive(block.yields().get(i))) {
                scope.contribute(block.yields().get(i), adjoint);
            }
        });
    }

    private void fusedLoop(
            Loop loop, BackwardScope scope, Recorder recorder, Map<Integer, Value> accumulated, BlockBuilder out) {
        out.at(loop.origin());
        Block body = loop.body();
        BlockBuilder inside = out.nested();
        BackwardScope inner = new BackwardScope(facts.places().region(body), scope, recorder::home, inside);
        sweep(body, inner, recorder, (s, r) -> seed(body, accumulated, s), inside);
        List<Var> params = new ArrayList<>();
        List<Value> inits = new ArrayList<>();
        List<Value> yields = new ArrayList<>(body.yields());
        List<Var> results = new ArrayList<>();
        for (Var variable : inner.outer()) {
            params.add(inner.carrier(variable));
            inits.add(scope.orZero(variable));
            yields.add(inner.orZero(variable));
            Var result = new Var(Names.adjoint(variable), variable.type());
            results.add(result);
            scope.setAdjoint(variable, result);
        }
        out.add(loop.carrying(
                both(loop.params(), params),
                both(loop.inits(), inits),
                inside.build(yields),
                both(loop.results(), results)));
    }

    private static <T> List<T> both(List<? extends T> first, List<? extends T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
