package dev.leibniz.processor.transform.reverse;

import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.analysis.memory.Memory;
import dev.leibniz.processor.analysis.memory.Site;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.transform.record.Demand;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The loops of a block that are fused, and the statements that depend on their results. A loop can be fused if its
 * iterations are independent and the adjoints of its results are known before it runs: statements that depend on the loop must
 * need none of its values in the backward sweep (it is linear in them), and no other fused or dependent statement may
 * hand the loop values that a derivative flows back to.
 */
final class FusionPlan {
    private final Set<Stmt> fused;
    private final Set<Stmt> dependent;

    private FusionPlan(Set<Stmt> fused, Set<Stmt> dependent) {
        this.fused = fused;
        this.dependent = dependent;
    }

    static FusionPlan none() {
        return new FusionPlan(Set.of(), Set.of());
    }

    /**
     * @param candidates the loops with independent iterations
     * @param demands the values each statement's backward part asks of the forward sweep
     * @param seedDemand the values asked for before the first of them
     */
    static FusionPlan of(
            Block block, List<Stmt> candidates, Map<Stmt, Demand> demands, Demand seedDemand, FunctionAnalysis facts) {
        FusionPlan best = none();
        for (Stmt candidate : candidates) {
            Set<Stmt> attempt = identitySet();
            attempt.addAll(best.fused);
            attempt.add(candidate);
            Trial trial = new Trial(block, attempt, demands, facts);
            if (trial.isPossible() && trial.needsNothingMoved(seedDemand)) {
                best = new FusionPlan(attempt, trial.dependent);
            }
        }
        return best;
    }

    boolean isFused(Stmt stmt) {
        return fused.contains(stmt);
    }

    boolean isDependent(Stmt stmt) {
        return dependent.contains(stmt);
    }

    private static Set<Stmt> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Checks one choice of loops. */
    private static final class Trial {
        private static final Set<String> IMMUTABLE = Set.of(
                "java.lang.String",
                "java.lang.Integer",
                "java.lang.Long",
                "java.lang.Double",
                "java.lang.Float",
                "java.lang.Short",
                "java.lang.Byte",
                "java.lang.Character",
                "java.lang.Boolean");

        private final FunctionAnalysis facts;
        private final Set<Stmt> fused;
        private final Map<Stmt, Demand> demands;
        private final Set<Stmt> dependent = identitySet();
        private final Set<Var> defined = new HashSet<>();
        private final Set<Site> read = new HashSet<>();
        private final Set<Site> written = new HashSet<>();
        private boolean acted;
        private boolean looked;
        private boolean possible = true;

        Trial(Block block, Set<Stmt> fused, Map<Stmt, Demand> demands, FunctionAnalysis facts) {
            this.facts = facts;
            this.fused = fused;
            this.demands = demands;
            for (Stmt stmt : block.stmts()) {
                if (fused.contains(stmt)) {
                    possible &= !feedsBack(stmt);
                    move(stmt);
                } else if (dependsOnMoved(stmt)) {
                    dependent.add(stmt);
                    move(stmt);
                }
            }
            for (Stmt stmt : dependent) {
                possible &= needsNothingMoved(stmt);
            }
        }

        boolean isPossible() {
            return possible;
        }

        private void move(Stmt stmt) {
            Memory.Effects effects = facts.memory().effects(stmt);
            defined.addAll(stmt.results());
            read.addAll(effects.reads());
            written.addAll(effects.writes());
            acted |= acts(stmt);
            looked |= looks(stmt);
        }

        private boolean dependsOnMoved(Stmt stmt) {
            Memory.Effects effects = facts.memory().effects(stmt);
            return acted && (acts(stmt) || looks(stmt) || JointSweep.mayThrow(stmt))
                    || looked && acts(stmt)
                    || !Collections.disjoint(uses(stmt), defined)
                    || !Collections.disjoint(effects.reads(), written)
                    || !Collections.disjoint(effects.writes(), written)
                    || !Collections.disjoint(effects.writes(), read);
        }

        /** Whether it does something that is seen from outside, such as a print: this stays in its order. */
        private boolean acts(Stmt stmt) {
            return stmt instanceof Stmt.Call call && facts.summaries().mayAct(call.callee())
                    || stmt.blocks().stream()
                            .anyMatch(block -> Walk.any(
                                    block,
                                    inner -> inner instanceof Stmt.Call call
                                            && facts.summaries().mayAct(call.callee())));
        }

        /** Whether it is given an object, such as a list, which others may change: it sees what they have done so far. */
        private static boolean looks(Stmt stmt) {
            return isGivenObject(stmt)
                    || stmt.blocks().stream().anyMatch(block -> Walk.any(block, Trial::isGivenObject));
        }

        private static boolean isGivenObject(Stmt stmt) {
            boolean computes =
                    stmt instanceof Stmt.Call || stmt instanceof Stmt.Let let && let.expr() instanceof Expr.Opaque;
            return computes && stmt.operands().stream().anyMatch(operand -> isChangeable(operand.type()));
        }

        private static boolean isChangeable(Type type) {
            return type instanceof Type.Array array
                    ? isChangeable(array.element())
                    : type instanceof Type.Opaque object && !IMMUTABLE.contains(object.javaName());
        }

        /** Whether the backward part of a fused loop contributes to adjoints that are needed before it runs. */
        private boolean feedsBack(Stmt loop) {
            Set<Value> accumulators = new HashSet<>(loop.operands());
            Set<Var> inBody = new HashSet<>();
            for (Block body : loop.blocks()) {
                inBody.addAll(usedIn(body));
            }
            boolean scalars = inBody.stream()
                    .anyMatch(v -> defined.contains(v) && facts.activity().carries(v));
            Memory.Effects effects = facts.memory().effects(loop);
            Set<Site> touched = new HashSet<>(effects.reads());
            touched.addAll(effects.writes());
            touched.retainAll(written);
            // Where it overwrites a value that was read before, its backward part takes an adjoint that is not complete
            // later.
            Set<Site> overwritten = new HashSet<>(effects.writes());
            overwritten.retainAll(read);
            touched.addAll(overwritten);
            boolean memory = touched.stream().anyMatch(facts.activity()::isActive);
            accumulators.retainAll(defined);
            boolean arrays =
                    accumulators.stream().anyMatch(value -> value.type().isArray());
            return scalars || memory || arrays;
        }

        private boolean needsNothingMoved(Stmt stmt) {
            Demand demand = demands.get(stmt);
            return demand == null || needsNothingMoved(demand);
        }

        boolean needsNothingMoved(Demand demand) {
            return !demand.recordsWithin
                    && Collections.disjoint(demand.values, defined)
                    && Collections.disjoint(demand.memory, written);
        }

        private static Set<Var> uses(Stmt stmt) {
            Set<Var> used = new HashSet<>();
            for (Value operand : stmt.operands()) {
                if (operand instanceof Var variable) {
                    used.add(variable);
                }
            }
            for (Block inner : stmt.blocks()) {
                used.addAll(usedIn(inner));
            }
            return used;
        }

        private static Set<Var> usedIn(Block block) {
            Set<Var> used = new HashSet<>();
            Walk.forEachUse(block, value -> {
                if (value instanceof Var variable) {
                    used.add(variable);
                }
            });
            return used;
        }
    }
}
