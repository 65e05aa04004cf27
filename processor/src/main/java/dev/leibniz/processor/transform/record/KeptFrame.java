package dev.leibniz.processor.transform.record;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.ir.walk.IrVerifier;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values one call keeps on the stacks. Those that only one branch defines are kept by that branch, so that the calls in which a
 * recursion ends, which are most, keep little or nothing. That is possible if nothing is called after the branch: else the callee would
 * lay its values on top of these. Values that are simple to compute from the parameters are not kept at all.
 */
final class KeptFrame {
    private final List<Stmt> before;
    private final ValueStacks stacks;
    private final List<Var> kept;
    private final Set<Value> usedLater;
    private final Set<Value> known;

    /** For branches that keep their own values, by their place among the statements, the values each of the two keeps. */
    private final Map<Integer, List<List<Var>>> ofBranches = new LinkedHashMap<>();

    /**
     * @param before the forward sweep
     * @param results the values it yields
     * @param kept the values to keep
     * @param known the values the backward sweep knows anyway
     */
    KeptFrame(List<Stmt> before, List<Value> results, List<Var> kept, ValueStacks stacks, Set<Value> known) {
        this.before = before;
        this.stacks = stacks;
        this.kept = new ArrayList<>(kept);
        this.usedLater = new HashSet<>(results);
        this.known = known;
        boolean isLast = true;
        for (int i = before.size() - 1; i >= 0 && isLast; i--) {
            if (before.get(i) instanceof Stmt.If choice) {
                choose(i, choice);
            }
            Walk.forEachUse(new Block(List.of(before.get(i)), List.of()), usedLater::add);
            isLast = !Walk.any(new Block(List.of(before.get(i)), List.of()), stmt -> stmt instanceof Stmt.Call);
        }
    }

    private void choose(int place, Stmt.If choice) {
        if (!known.contains(choice.condition()) && !kept.contains(choice.condition())) {
            return;
        }
        List<Var> then = ownOf(choice, choice.then(), choice.otherwise());
        List<Var> otherwise = ownOf(choice, choice.otherwise(), choice.then());
        otherwise.removeAll(then);
        if (!then.isEmpty() || !otherwise.isEmpty()) {
            ofBranches.put(place, List.of(then, otherwise));
            kept.removeAll(then);
            kept.removeAll(otherwise);
        }
    }

    private List<Var> ownOf(Stmt.If choice, Block branch, Block other) {
        List<Var> own = new ArrayList<>();
        for (int i = 0; i < choice.results().size() && !IrVerifier.endsInThrow(branch); i++) {
            Var result = choice.results().get(i);
            boolean isOfBranch = branch.yields().get(i) instanceof Var
                    && (IrVerifier.endsInThrow(other)
                            || isNothing(other.yields().get(i)));
            if (isOfBranch && kept.contains(result) && !usedLater.contains(result)) {
                own.add(result);
            }
        }
        return own;
    }

    private static boolean isNothing(Value value) {
        return value instanceof Const && value.equals(Const.zero(value.type()));
    }

    /** Appends the forward sweep, with the code that keeps values. */
    void forward(BlockBuilder out) {
        for (int i = 0; i < before.size(); i++) {
            List<List<Var>> own = ofBranches.get(i);
            out.add(own == null ? before.get(i) : keeping((Stmt.If) before.get(i), own, out));
        }
        stacks.push(kept, out);
    }

    private Stmt keeping(Stmt.If choice, List<List<Var>> own, BlockBuilder out) {
        Set<Var> gone = new HashSet<>(own.get(0));
        gone.addAll(own.get(1));
        List<Var> results = choice.results().stream()
                .filter(result -> !gone.contains(result))
                .toList();
        List<Block> blocks = new ArrayList<>();
        for (int branch = 0; branch < 2; branch++) {
            Block block = choice.blocks().get(branch);
            BlockBuilder inside = out.nested();
            inside.addAll(block.stmts());
            Set<Var> pushed = new LinkedHashSet<>();
            List<Value> yields = new ArrayList<>();
            for (int i = 0; i < block.yields().size(); i++) {
                Var result = choice.results().get(i);
                if (own.get(branch).contains(result)) {
                    pushed.add((Var) block.yields().get(i));
                } else if (!gone.contains(result)) {
                    yields.add(block.yields().get(i));
                }
            }
            pushed.removeAll(SplitSweeps.simple(block.stmts(), known).keySet());
            stacks.push(List.copyOf(pushed), inside);
            blocks.add(inside.build(yields));
        }
        return new Stmt.If(choice.condition(), blocks.get(0), blocks.get(1), results, choice.origin());
    }

    /**
     * Appends the code that takes all kept values from the stacks.
     *
     * @param again the statements that compute values again from parameters
     */
    void backward(List<Stmt> again, BlockBuilder out) {
        stacks.pop(kept, out);
        out.addAll(again);
        ofBranches.forEach((place, own) -> out.add(taking((Stmt.If) before.get(place), own, out)));
    }

    private Stmt taking(Stmt.If choice, List<List<Var>> own, BlockBuilder out) {
        List<Var> results = new ArrayList<>(own.get(0));
        results.addAll(own.get(1));
        List<Block> blocks = new ArrayList<>();
        for (int branch = 0; branch < 2; branch++) {
            Block block = choice.blocks().get(branch);
            BlockBuilder inside = out.nested();
            List<Value> yields = new ArrayList<>();
            Set<Var> needed = new LinkedHashSet<>();
            for (Var result : results) {
                if (own.get(branch).contains(result)) {
                    Value value = block.yields().get(choice.results().indexOf(result));
                    yields.add(value);
                    needed.add((Var) value);
                } else {
                    yields.add(Recorder.nothing(result));
                }
            }
            Map<Var, Stmt.Let> simple = SplitSweeps.simple(block.stmts(), known);
            List<Var> popped = new ArrayList<>(needed);
            popped.removeAll(simple.keySet());
            stacks.pop(popped, inside);
            inside.addAll(SplitSweeps.again(block.stmts(), needed, simple));
            blocks.add(new Copier().block(inside.build(yields)));
        }
        return new Stmt.If(choice.condition(), blocks.get(0), blocks.get(1), results, choice.origin());
    }
}
