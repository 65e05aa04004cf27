package dev.leibniz.processor.analysis;

import dev.leibniz.processor.analysis.memory.Memory;
import dev.leibniz.processor.analysis.memory.Region;
import dev.leibniz.processor.analysis.memory.Site;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The values to keep from the start of an iteration so that the iteration can be run again after the loop, without a trace
 * in the state that the program has by then.
 *
 * @param scalars the variables the loop carries, as far as they have to be kept
 * @param saved arrays from outside that an iteration changes, and of which it may see the contents from before
 * @param scratch arrays from outside that it changes, and of which it sees only the elements it wrote itself
 * @param reads the other arrays from outside that it reads; nothing writes to them any more
 */
public record Checkpoint(List<Var> scalars, List<Var> saved, List<Var> scratch, Set<Site> reads) {
    public Checkpoint {
        scalars = List.copyOf(scalars);
        saved = List.copyOf(saved);
        scratch = List.copyOf(scratch);
        reads = Set.copyOf(reads);
    }

    /**
     * The checkpoint of a loop; empty if it is not clear which arrays an iteration changes.
     *
     * @param joint the region in which the loop stands, and at whose end the iterations run again
     */
    public static Optional<Checkpoint> of(Stmt loop, FunctionAnalysis facts, Region joint) {
        return new Search(loop, facts, joint).result();
    }

    private static final class Search {
        private final Stmt loop;
        private final Block body;
        private final Region region;
        private final FunctionAnalysis facts;
        private final Region joint;
        private final List<Var> saved = new ArrayList<>();
        private final List<Var> scratch = new ArrayList<>();

        Search(Stmt loop, FunctionAnalysis facts, Region joint) {
            this.loop = loop;
            this.body = loop.blocks().get(loop.blocks().size() - 1);
            this.region = facts.places().region(body);
            this.facts = facts;
            this.joint = joint;
        }

        Optional<Checkpoint> result() {
            List<Var> carried = loop instanceof Loop.For counted ? counted.params() : ((Loop.While) loop).params();
            boolean acts = Walk.any(
                    body,
                    stmt -> stmt instanceof Stmt.Call call && facts.summaries().mayAct(call.callee()));
            if (acts || carried.stream().anyMatch(param -> param.type().isArray())) {
                return Optional.empty();
            }
            Memory.Effects effects = facts.memory().effects(loop);
            Set<Site> changed = new LinkedHashSet<>(effects.writes());
            changed.removeIf(this::isOfOneIteration);
            for (Site site : changed) {
                if (!isKnownByOneName(site)) {
                    return Optional.empty();
                }
                boolean ownOnly = Coverage.readsOnlyItsOwn(
                        body, site.creator(), sizes(site.creator()), facts.places()::definition);
                (ownOnly ? scratch : saved).add(site.creator());
            }
            Set<Site> reads = new LinkedHashSet<>(effects.reads());
            reads.removeIf(site -> changed.contains(site) || isOfOneIteration(site));
            if (!reads.stream().allMatch(this::isThere)) {
                return Optional.empty();
            }
            Set<Value> needed = needed();
            List<Var> scalars = carried.stream().filter(needed::contains).toList();
            return Optional.of(new Checkpoint(scalars, saved, scratch, reads));
        }

        private boolean isThere(Site site) {
            return facts.memory().isStable(site, loop, joint) && facts.memory().lasts(site, joint);
        }

        /** The values the body uses, except to count, that is, to compute constants that only the next iteration needs. */
        private Set<Value> needed() {
            Set<Value> needed = new HashSet<>();
            for (int i = body.stmts().size() - 1; i >= 0; i--) {
                Stmt stmt = body.stmts().get(i);
                boolean onlyCounts = stmt instanceof Stmt.Let let
                        && let.expr() instanceof Expr.Apply sum
                        && (sum.op() == Op.Primitive.ADD || sum.op() == Op.Primitive.SUB)
                        && !facts.activity().isActive(let.target())
                        && !needed.contains(let.target());
                if (!onlyCounts) {
                    needed.addAll(stmt.operands());
                    stmt.blocks().forEach(inner -> Walk.forEachUse(inner, needed::add));
                }
            }
            body.yields().stream().filter(facts.activity()::isActive).forEach(needed::add);
            return needed;
        }

        private boolean isOfOneIteration(Site site) {
            return facts.memory().isNewInEachIteration(site, region);
        }

        /** Whether it is a new array of numbers, made before the loop, that the body knows by the name it was made with. */
        private boolean isKnownByOneName(Site site) {
            Var creator = site.creator();
            boolean isMadeHere = facts.places().definition(creator) instanceof Stmt.Let let
                    && let.expr().makesArray()
                    && !facts.places().definedIn(creator).isWithin(region);
            if (!isMadeHere || creator.type().rank() != 1) {
                return false;
            }
            Set<Value> names = new HashSet<>();
            Walk.forEachUse(body, value -> {
                if (facts.pointsTo().sites(value).contains(site)) {
                    names.add(value);
                }
            });
            return names.equals(Set.of(creator))
                    && facts.pointsTo().sites(creator).equals(Set.of(site));
        }

        private List<Value> sizes(Var array) {
            Stmt.Let let = (Stmt.Let) facts.places().definition(array);
            return let != null && let.expr() instanceof Expr.NewArray made
                    ? made.operands()
                    : List.of(new Var("", Type.INT));
        }
    }
}
