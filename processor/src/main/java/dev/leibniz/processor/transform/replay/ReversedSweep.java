package dev.leibniz.processor.transform.replay;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A loop whose iterations are undone: all that is kept is the state after the last one. The backward sweep makes of the state after an iteration the
 * state before it ({@link UndoneIteration}), from which the iteration's reverse derivative starts.
 */
final class ReversedSweep extends LoopSweep {
    private static final String SAME = "dev.leibniz.runtime.replay.Reversibility.isSame($0, $1)";

    private final String undo;
    private final Set<Integer> restored;
    private final String description;

    /** For each parameter that is part of the state, its value at the end of the loop. */
    private final Map<Integer, Var> end = new LinkedHashMap<>();

    /** For each array that is made as it was before, its contents at the start of the loop. */
    private final Map<Integer, Var> start = new LinkedHashMap<>();

    /**
     * @param undo the name of the function that undoes an iteration
     */
    ReversedSweep(StepsReversal loop, String undo, UndoneIteration undone) {
        super(loop);
        this.undo = undo;
        this.restored = undone.restored();
        this.description = undone.description();
        for (int i = 0; i < params.size(); i++) {
            if (i < steps.carried() || loop.isWritten(i)) {
                end.put(i, params.get(i).fresh());
                if (restored.contains(i)
                        && params.get(i).type().isArray()
                        && params.get(i).type().isDifferentiable()) {
                    start.put(
                            i,
                            new Var(
                                    params.get(i).name() + "AtStart",
                                    params.get(i).type()));
                }
            }
        }
    }

    @Override
    List<Value> forward(BlockBuilder out) {
        start.forEach((i, kept) -> optional.define(kept, new Expr.CloneArray(params.get(i), true), out));
        List<Value> left = wholeLoop(out);
        end.forEach((i, kept) -> {
            Value now = i < steps.carried() ? left.get(i) : params.get(i);
            if (kept.type().isArray()) {
                optional.define(kept, new Expr.CloneArray(now, true), out);
            } else {
                out.add(new Stmt.Let(kept, new Expr.Apply(Op.Primitive.CONVERT, List.of(now), now.type()), origin));
            }
        });
        return left;
    }

    @Override
    List<Var> kept() {
        List<Var> kept = new ArrayList<>(end.values());
        kept.addAll(start.values());
        return kept;
    }

    @Override
    void prepare(BlockBuilder out) {}

    @Override
    boolean isState(int position) {
        return end.containsKey(position);
    }

    @Override
    List<Value> carried() {
        return List.copyOf(end.values());
    }

    @Override
    Found find(Value number, List<Var> carried, BlockBuilder out) {
        List<Value> args = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < params.size(); i++) {
            Value after = isState(i) ? carried.get(at++) : used.get(i);
            args.add(isState(i) && loop.isWritten(i) ? copy(after, out) : after);
        }
        List<Value> undone = new ArrayList<>(args);
        undone.add(number);
        List<Var> before = fresh(steps.loop().params());
        out.add(new Stmt.Call(new Callee.Local(undo), undone, before, origin));
        List<Value> state = new ArrayList<>();
        List<Value> next = new ArrayList<>();
        for (int i = 0; i < params.size(); i++) {
            Value value = i < steps.carried() ? before.get(i) : args.get(i);
            if (isState(i)) {
                next.add(value);
            }
            state.add(isState(i) && loop.isWritten(i) ? copy(value, out) : value);
        }
        return new Found(state, next);
    }

    @Override
    void check(Value number, Found found, List<Var> carried, List<Var> results, BlockBuilder out) {
        int at = 0;
        for (int i : end.keySet()) {
            Var after = carried.get(at++);
            if (restored.contains(i) && after.type().isDifferentiable()) {
                Value again =
                        i < steps.carried() ? results.get(i) : found.state().get(i);
                Value isSame = out.let(new Expr.Opaque(SAME, List.of(again, after), Type.BOOLEAN, false));
                String detail = "\"" + description + ": the state is another after step \" + $0";
                out.add(new Stmt.Assert(isSame, detail, List.of(number), origin));
            }
        }
    }

    @Override
    void checkStart(List<Var> carried, BlockBuilder out) {
        int at = 0;
        for (int i : end.keySet()) {
            Var again = carried.get(at++);
            if (restored.contains(i) && again.type().isDifferentiable()) {
                Value before = start.containsKey(i) ? start.get(i) : params.get(i);
                Value isSame = out.let(new Expr.Opaque(SAME, List.of(again, before), Type.BOOLEAN, false));
                String detail = "\"" + description
                        + ": undoing all steps does not lead back to where they started, perhaps because rounding grows\"";
                out.add(new Stmt.Assert(isSame, detail, List.of(), origin));
            }
        }
    }
}
