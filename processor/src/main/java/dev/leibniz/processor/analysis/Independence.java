package dev.leibniz.processor.analysis;

import dev.leibniz.processor.analysis.memory.Memory;
import dev.leibniz.processor.analysis.memory.Region;
import dev.leibniz.processor.analysis.memory.Site;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds loops whose iterations exchange derivatives only by adding to accumulators. The adjoint of such an accumulator
 * is the same in every iteration, so each iteration can do its backward part at once, in any order, when that adjoint
 * is known before the loop.
 */
public final class Independence {
    private final FunctionAnalysis facts;
    private final Map<Block, Map<Var, Integer>> useCounts = new IdentityHashMap<>();

    public Independence(FunctionAnalysis facts) {
        this.facts = facts;
    }

    /** Whether the backward part of each iteration may run right after its forward part. */
    public boolean isIndependent(Stmt stmt) {
        return stmt instanceof Loop loop
                && carriedIsIndependent(loop.params(), loop.body())
                && memoryIsIndependent(loop, loop.body());
    }

    private boolean carriedIsIndependent(List<Var> params, Block body) {
        for (int i = 0; i < params.size(); i++) {
            Var param = params.get(i);
            boolean isOrdinary = !facts.activity().carries(param);
            if (!isOrdinary && (param.type().isArray() || !isAccumulator(param, body, i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether {@code value} reaches the given yield of the block by additions only, on every path, and is used for
     * nothing else. Then the adjoint of the one is the adjoint of the other.
     */
    public boolean isAccumulator(Var value, Block block, int yield) {
        Map<Var, Integer> uses = useCounts.computeIfAbsent(block, Walk::useCounts);
        Var current = value;
        for (Stmt stmt : block.stmts()) {
            int inStmt = usesIn(stmt, current);
            if (inStmt == 0) {
                continue;
            }
            if (inStmt != uses.getOrDefault(current, 0)) {
                return false;
            }
            int result = passes(stmt, current, inStmt);
            if (result < 0) {
                return false;
            }
            current = stmt.results().get(result);
        }
        return block.yields().get(yield) == current && uses.getOrDefault(current, 0) == 1;
    }

    /** The position of the result of the statement that is the value plus something else; -1 if there is none. */
    private int passes(Stmt stmt, Var value, int uses) {
        if (stmt instanceof Stmt.Let let && let.expr() instanceof Expr.Apply apply && uses == 1) {
            boolean adds =
                    apply.op() == Op.Primitive.ADD || apply.op() == Op.Primitive.SUB && apply.operand(0) == value;
            return adds ? 0 : -1;
        } else if (stmt instanceof Loop.For loop && uses == 1) {
            int at = loop.inits().indexOf(value);
            return at >= 0 && isAccumulator(loop.params().get(at), loop.body(), at) ? at : -1;
        } else if (stmt instanceof Loop.While loop && uses == 1) {
            int at = loop.inits().indexOf(value);
            boolean tested = at >= 0
                    && Walk.useCounts(loop.condition())
                            .containsKey(loop.params().get(at));
            return at >= 0 && !tested && isAccumulator(loop.params().get(at), loop.body(), at) ? at : -1;
        } else if (stmt instanceof Stmt.If choice) {
            for (int i = 0; i < choice.results().size(); i++) {
                boolean both = isAccumulator(value, choice.then(), i) && isAccumulator(value, choice.otherwise(), i);
                if (both) {
                    return uses == 2 ? i : -1;
                }
            }
        }
        return -1;
    }

    private int usesIn(Stmt stmt, Var value) {
        int count = 0;
        for (Value operand : stmt.operands()) {
            count += operand == value ? 1 : 0;
        }
        for (Block inner : stmt.blocks()) {
            count += useCounts.computeIfAbsent(inner, Walk::useCounts).getOrDefault(value, 0);
        }
        return count;
    }

    private boolean memoryIsIndependent(Stmt loop, Block body) {
        Region region = facts.places().region(body);
        for (Site site : facts.memory().effects(loop).writes()) {
            boolean matters = facts.activity().isActive(site)
                    || site.type().element().isArray() && facts.activity().isShadowed(site);
            if (matters
                    && !facts.memory().isNewInEachIteration(site, region)
                    && !isOnlyAddedTo(site, body)
                    && !isTouchedOnlyAtIndex(site, loop, body)) {
                return false;
            }
        }
        return true;
    }

    private boolean isOnlyAddedTo(Site site, Block body) {
        boolean[] result = {true};
        for (Stmt stmt : Walk.statements(body)) {
            if (touches(stmt, site)
                    && !(stmt instanceof Stmt.Accumulate add
                            && !facts.pointsTo().sites(add.value()).contains(site))) {
                result[0] = false;
            }
        }
        return result[0];
    }

    /** Whether each iteration touches elements of its own, those at the loop's index. */
    private boolean isTouchedOnlyAtIndex(Site site, Stmt loop, Block body) {
        if (!(loop instanceof Loop.For counted)) {
            return false;
        }
        boolean[] result = {true};
        for (Stmt stmt : Walk.statements(body)) {
            if (touches(stmt, site)) {
                Value index = null;
                if (stmt instanceof Stmt.Let let && let.expr() instanceof Expr.Load load) {
                    index = load.index();
                } else if (stmt instanceof Stmt.Store store) {
                    index = store.index();
                } else if (stmt instanceof Stmt.Accumulate add) {
                    index = add.index();
                }
                result[0] &= index == counted.index();
            }
        }
        return result[0] && !site.type().element().isArray();
    }

    /** Whether the statement itself, not those inside it, reads or writes elements of the site. */
    private boolean touches(Stmt stmt, Site site) {
        if (!stmt.blocks().isEmpty()) {
            return false;
        }
        Memory.Effects effects = facts.memory().effects(stmt);
        return effects.reads().contains(site) || effects.writes().contains(site);
    }
}
