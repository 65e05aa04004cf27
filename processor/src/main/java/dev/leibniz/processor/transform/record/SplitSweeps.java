package dev.leibniz.processor.transform.record;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.transform.derivation.SplitCall;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sweeps of a function as two functions, see {@link SplitCall}.
 *
 * @param kept the types of the values the one keeps for the other
 */
public record SplitSweeps(Function forward, Function backward, Set<Type> kept) {
    private static final int MOST_STEPS = 6;

    /**
     * @param primal the function
     * @param before its forward sweep, which defines the results of the function
     * @param seeds the parameters of the backward sweep for shadows and cotangents
     * @param after its backward sweep, which yields the gradients of scalar parameters
     * @param stacks the stacks for the values that the sweeps and the functions they call keep
     * @param layout the types of which there are stacks
     */
    public static SplitSweeps of(
            Function primal, List<Stmt> before, List<Var> seeds, Block after, ValueStacks stacks, List<Type> layout) {
        List<Var> arrays = stacks.of(layout);
        List<Var> backwardParams = new ArrayList<>(primal.params());
        backwardParams.addAll(seeds);
        backwardParams.addAll(arrays);
        Map<Var, Stmt.Let> simple = simple(before, primal.params());
        Set<Var> needed = free(after, backwardParams);
        List<Stmt> again = again(before, needed, simple);
        needed.removeAll(backwardParams);
        List<Var> kept = new ArrayList<>(needed);
        kept.removeAll(simple.keySet());
        Set<Value> known = new HashSet<>(backwardParams);
        again.forEach(stmt -> known.addAll(stmt.results()));
        KeptFrame frame = new KeptFrame(before, primal.body().yields(), kept, stacks, known);

        BlockBuilder forward = new BlockBuilder();
        frame.forward(forward);
        List<Var> forwardParams = new ArrayList<>(primal.params());
        forwardParams.addAll(arrays);
        Function first = new Function(
                primal.name(),
                forwardParams,
                primal.results(),
                forward.build(primal.body().yields()));

        BlockBuilder backward = new BlockBuilder();
        frame.backward(again, backward);
        backward.addAll(after.stmts());
        List<Var> results = new ArrayList<>();
        after.yields().forEach(gradient -> results.add(Var.temporary(gradient.type())));
        Function second = new Function(primal.name(), backwardParams, results, backward.build(after.yields()));

        Set<Type> types = new LinkedHashSet<>();
        kept.forEach(value -> types.add(value.type()));
        return new SplitSweeps(first, new Copier().function(second), types);
    }

    /** The variables that are computed from parameters in a few steps, and so are computed again and not kept. */
    static Map<Var, Stmt.Let> simple(List<Stmt> stmts, Collection<? extends Value> params) {
        Map<Var, Stmt.Let> simple = new LinkedHashMap<>();
        Map<Value, Integer> costs = new HashMap<>();
        params.forEach(param -> costs.put(param, 0));
        for (Stmt stmt : stmts) {
            if (stmt instanceof Stmt.Let let && isCheap(let.expr())) {
                int cost = 1;
                for (Value operand : let.operands()) {
                    cost += operand instanceof Var variable ? costs.getOrDefault(variable, MOST_STEPS) : 0;
                }
                if (cost <= MOST_STEPS) {
                    costs.put(let.target(), cost);
                    simple.put(let.target(), let);
                }
            }
        }
        return simple;
    }

    /** The simple ones among statements that others need; the variables they use are then needed, too. */
    static List<Stmt> again(List<Stmt> stmts, Set<Var> needed, Map<Var, Stmt.Let> simple) {
        List<Stmt> again = new ArrayList<>();
        for (int i = stmts.size() - 1; i >= 0; i--) {
            if (stmts.get(i) instanceof Stmt.Let let
                    && needed.contains(let.target())
                    && simple.get(let.target()) == let) {
                again.add(0, let);
                let.operands().stream()
                        .filter(Var.class::isInstance)
                        .map(Var.class::cast)
                        .forEach(needed::add);
            }
        }
        return again;
    }

    private static boolean isCheap(Expr expr) {
        if (expr instanceof Expr.Apply apply && !apply.type().isArray()) {
            boolean isWhole = !apply.type().isFloating();
            return apply.op() instanceof Op.MathCall call ? call.isCheap() : isWhole || isSumOrProduct(apply.op());
        }
        return expr instanceof Expr.Length;
    }

    private static boolean isSumOrProduct(Op op) {
        return op == Op.Primitive.ADD || op == Op.Primitive.SUB || op == Op.Primitive.MUL;
    }

    /** The variables that a block uses but does not define. */
    private static Set<Var> free(Block block, List<Var> params) {
        Set<Var> defined = new HashSet<>(params);
        for (Stmt stmt : Walk.statements(block)) {
            defined.addAll(stmt.results());
            defined.addAll(Walk.blockParams(stmt));
        }
        Set<Var> free = new LinkedHashSet<>();
        Walk.forEachUse(block, value -> note(value, defined, free));
        return free;
    }

    private static void note(Value value, Set<Var> defined, Set<Var> free) {
        if (value instanceof Var variable && !defined.contains(variable)) {
            free.add(variable);
        }
    }
}
