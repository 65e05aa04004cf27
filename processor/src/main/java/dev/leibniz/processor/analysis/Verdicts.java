package dev.leibniz.processor.analysis;

import dev.leibniz.processor.analysis.memory.Site;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The decisions a loop makes by comparing differentiated values: which of its values depend on its state, which on the verdict of a
 * comparison between varying values and values that depend on the state, and whether it ends by such a verdict. A node is a
 * {@link Var} or a {@link Site}.
 */
final class Verdicts {
    private final FunctionAnalysis facts;
    private final Loop loop;
    private final Set<Object> inside = new HashSet<>();
    private final Set<Object> dependent;
    private final Set<Object> decided = new HashSet<>();
    private final Set<Object> decidedAtAll = new HashSet<>();
    private boolean changed;

    Verdicts(FunctionAnalysis facts, Loop loop, Set<Object> state) {
        this.facts = facts;
        this.loop = loop;
        this.dependent = new HashSet<>(state);
        inside.addAll(loop.params());
        for (Stmt stmt : Walk.statements(loop.body())) {
            inside.addAll(stmt.results());
            inside.addAll(Walk.blockParams(stmt));
        }
        do {
            changed = false;
            visit(loop, false);
        } while (changed);
    }

    /** Whether no comparison decides anything. */
    boolean hasNone() {
        return decidedAtAll.isEmpty();
    }

    /** Whether comparisons with the state decide the value of a node. */
    boolean decide(Object node) {
        return decided.contains(node);
    }

    /** Whether comparisons with the state decide when the loop ends. */
    boolean decideLength() {
        return loop instanceof Loop.While end && isAny(end.condition().yields(), decided);
    }

    /** Whether any comparisons of differentiated values decide when the loop ends. */
    boolean decideLengthAtAll() {
        return loop instanceof Loop.While end && isAny(end.condition().yields(), decidedAtAll);
    }

    boolean dependsOnState(Value value) {
        return dependent.contains(value);
    }

    /** Whether a value is computed in the loop. */
    boolean isInside(Value value) {
        return inside.contains(value);
    }

    private void visit(Block block, boolean isDecided) {
        block.stmts().forEach(stmt -> visit(stmt, isDecided));
    }

    private void visit(Stmt stmt, boolean isDecided) {
        boolean isDecidedHere = isDecided;
        if (stmt instanceof Stmt.Let let) {
            compute(let);
        } else if (stmt instanceof Stmt.If choice) {
            isDecidedHere |= decided.contains(choice.condition());
            merge(choice.results(), choice.then().yields(), choice.condition());
            merge(choice.results(), choice.otherwise().yields(), choice.condition());
        } else if (stmt instanceof Loop inner) {
            for (int i = 0; i < inner.params().size(); i++) {
                flow(List.of(inner.inits().get(i)), inner.params().get(i));
                flow(List.of(inner.body().yields().get(i)), inner.params().get(i));
                flow(List.of(inner.params().get(i)), inner.results().get(i));
            }
            if (inner instanceof Loop.While end && inner != loop) {
                inner.results().forEach(result -> follow(end.condition().yields(), result));
            }
        } else {
            write(stmt, isDecided);
        }
        for (Block block : stmt.blocks()) {
            visit(block, isDecidedHere);
        }
    }

    private void compute(Stmt.Let let) {
        List<Value> operands = let.expr().operands();
        Collection<?> sources = let.expr() instanceof Expr.Load load
                ? with(facts.pointsTo().sites(load.array()), load.index())
                : operands;
        flow(sources, let.target());
        if (let.expr() instanceof Expr.Apply && !facts.activity().varies(let.target())) {
            boolean compares = operands.stream().anyMatch(facts.activity()::varies);
            if (compares) {
                add(decidedAtAll, let.target());
            }
            if (compares && isAny(operands, dependent)) {
                add(decided, let.target());
            }
        }
    }

    private static Collection<Object> with(Set<Site> sites, Value index) {
        Set<Object> all = new HashSet<>(sites);
        all.add(index);
        return all;
    }

    private void merge(List<Var> results, List<Value> yields, Value condition) {
        for (int i = 0; i < results.size(); i++) {
            flow(List.of(yields.get(i)), results.get(i));
            follow(List.of(condition), results.get(i));
        }
    }

    private void write(Stmt stmt, boolean isDecided) {
        for (Value target : stmt.operands()) {
            if (target.type().isArray()) {
                for (Site site : facts.pointsTo().reachable(target)) {
                    flow(stmt.operands(), site);
                    if (isDecided && !facts.activity().varies(site)) {
                        add(decided, site);
                    }
                }
            }
        }
        stmt.results().forEach(result -> flow(stmt.operands(), result));
    }

    /** Adds a node to the sets of the nodes that go into it as data. */
    private void flow(Collection<?> sources, Object target) {
        if (isAny(sources, dependent)) {
            add(dependent, target);
        }
        follow(sources, target);
    }

    /** Adds a node that does not vary to the decided ones if one of its sources is decided, be it data or a condition. */
    private void follow(Collection<?> sources, Object target) {
        boolean varies = target instanceof Site site
                ? facts.activity().varies(site)
                : facts.activity().varies((Value) target);
        if (!varies && isAny(sources, decided)) {
            add(decided, target);
        }
        if (!varies && isAny(sources, decidedAtAll)) {
            add(decidedAtAll, target);
        }
    }

    private static boolean isAny(Collection<?> nodes, Set<Object> of) {
        return !Collections.disjoint(nodes, of);
    }

    private void add(Set<Object> nodes, Object node) {
        changed |= nodes.add(node);
    }
}
