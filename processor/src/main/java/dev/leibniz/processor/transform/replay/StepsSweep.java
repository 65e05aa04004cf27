package dev.leibniz.processor.transform.replay;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A loop that keeps copies of its state. The copies lie in arrays, with a place for each copy and one more for the state from which an
 * iteration is swept; {@code position} says before which iteration each was made. The forward sweep makes copies where
 * {@code BinomialSchedule} says so. The backward sweep gets to an iteration by running on from the last copy, and makes further copies on the way;
 * the copy from which the iteration was swept is then dropped.
 */
final class StepsSweep extends LoopSweep {
    private static final String SCHEDULE = "dev.leibniz.runtime.replay.BinomialSchedule.";

    private final int snapshots;

    /** For each parameter that is part of the state, the copies of it. */
    private final Map<Integer, Var> copies = new LinkedHashMap<>();

    private final Var position = new Var("position", Type.arrayOf(Type.INT));

    /** The place of the last copy that the forward sweep made. */
    private final Var top = new Var("last", Type.INT);

    private Value most = Const.of(0);

    /**
     * @param snapshots how many copies there may be at a time; 0 if that is not said
     */
    StepsSweep(StepsReversal loop, int snapshots) {
        super(loop);
        this.snapshots = snapshots;
        for (int i = 0; i < params.size(); i++) {
            if (i < steps.carried() || loop.isWritten(i)) {
                Var param = params.get(i);
                String name = param.isNamed() ? param.name() + "Kept" : "kept";
                copies.put(i, new Var(name, Type.arrayOf(param.type())));
            }
        }
    }

    @Override
    List<Value> forward(BlockBuilder out) {
        if (steps.isCounted()) {
            count = steps.count(out);
            prepare(out);
            makeRoom(start(out), out);
            return keeping(out);
        }
        Map<Integer, Value> start = start(out);
        List<Value> left = wholeLoop(out);
        prepare(out);
        makeRoom(start, out);
        out.add(new Stmt.Let(
                top, new Expr.Apply(Op.Primitive.ADD, List.of(Const.of(0), Const.of(0)), Type.INT), origin));
        return left;
    }

    @Override
    List<Var> kept() {
        List<Var> kept = new ArrayList<>(copies.values());
        kept.add(position);
        kept.add(top);
        return kept;
    }

    @Override
    void prepare(BlockBuilder out) {
        most = snapshots > 0 ? Const.of(snapshots) : out.let("copies", whole("copies($0)", count));
    }

    @Override
    boolean isState(int position) {
        return copies.containsKey(position);
    }

    @Override
    List<Value> carried() {
        return List.of(top);
    }

    @Override
    Found find(Value number, List<Var> carried, BlockBuilder out) {
        Value found = goTo(number, carried.get(0), out);
        return new Found(state(found, false, out), List.of(out.minus(found, Const.of(1))));
    }

    // Copies

    /** The first copy. */
    private Map<Integer, Value> start(BlockBuilder out) {
        Map<Integer, Value> start = new LinkedHashMap<>();
        copies.keySet().forEach(i -> start.put(i, loop.isWritten(i) ? copy(params.get(i), out) : params.get(i)));
        return start;
    }

    /** Makes the arrays of copies. */
    private void makeRoom(Map<Integer, Value> start, BlockBuilder out) {
        Value places = out.plus(out.math("min", most, out.math("max", count, Const.of(1))), Const.of(1));
        out.add(new Stmt.Let(position, new Expr.NewArray(position.type(), List.of(places)), origin));
        copies.forEach((i, kept) -> {
            out.add(new Stmt.Let(kept, new Expr.NewArray(kept.type(), List.of(places)), origin));
            out.store(kept, Const.of(0), start.get(i));
        });
    }

    /** Runs the loop, and makes copies on the way; the values it leaves. */
    private List<Value> keeping(BlockBuilder out) {
        Var last = new Var("last", Type.INT);
        List<Var> carried = fresh(steps.loop().params());
        List<Var> all = new ArrayList<>(carried);
        all.add(last);
        List<Value> inits = new ArrayList<>(params.subList(0, carried.size()));
        inits.add(Const.of(0));
        BlockBuilder test = out.nested();
        Value end = out.minus(count, Const.of(1));
        Block condition = test.build(test.compare(Op.Primitive.LT, test.load(position, last), end));
        BlockBuilder body = out.nested();
        Value from = body.load("from", position, last);
        Value added = body.plus(last, Const.of(1));
        Value to = body.let("to", whole("next($0, $1, $2)", from, count, body.minus(most, added)));
        List<Var> next = run(withCarried(carried), from, to, body);
        body.store(position, added, to);
        copies.forEach((i, kept) -> {
            Value now = i < carried.size() ? next.get(i) : params.get(i);
            body.store(kept, added, loop.isWritten(i) ? copy(now, body) : now);
        });
        List<Value> yields = new ArrayList<>(next);
        yields.add(added);
        List<Var> left = fresh(carried);
        List<Var> results = new ArrayList<>(left);
        results.add(top);
        out.add(new Loop.While(all, inits, condition, body.build(yields), results, origin));
        return List.copyOf(run(withCarried(left), out.load(position, top), count, out));
    }

    private List<Value> withCarried(List<Var> carried) {
        List<Value> args = new ArrayList<>(carried);
        args.addAll(params.subList(carried.size(), params.size()));
        return args;
    }

    /** The arguments that stand for the state before an iteration, and for the other values the loop uses. */
    private List<Value> state(Value top, boolean isUsedAgain, BlockBuilder out) {
        List<Value> args = new ArrayList<>();
        for (int i = 0; i < params.size(); i++) {
            Var kept = copies.get(i);
            if (kept == null) {
                args.add(used.get(i));
            } else {
                Value value = out.load(params.get(i).name(), kept, top);
                args.add(isUsedAgain && loop.isWritten(i) ? copy(value, out) : value);
            }
        }
        return args;
    }

    /**
     * Runs on from the last copy until there is one of the state before an iteration.
     *
     * @param number the iteration
     * @param start the place of the last copy
     * @return the place of that copy
     */
    private Value goTo(Value number, Value start, BlockBuilder out) {
        Var last = new Var("last", Type.INT);
        BlockBuilder test = out.nested();
        Block condition = test.build(test.compare(Op.Primitive.LT, test.load(position, last), number));
        BlockBuilder body = out.nested();
        Value from = body.load("from", position, last);
        Value added = body.plus(last, Const.of(1));
        Value end = body.plus(number, Const.of(1));
        Value to = body.let("to", whole("next($0, $1, $2)", from, end, body.minus(most, added)));
        List<Value> state = state(last, true, body);
        List<Var> carried = run(state, from, to, body);
        body.store(position, added, to);
        copies.forEach((i, kept) -> body.store(kept, added, i < steps.carried() ? carried.get(i) : state.get(i)));
        Var found = new Var("last", Type.INT);
        out.add(new Loop.While(List.of(last), List.of(start), condition, body.build(added), List.of(found), origin));
        return found;
    }

    private static Expr whole(String call, Value... operands) {
        return new Expr.Opaque(SCHEDULE + call, List.of(operands), Type.INT, false);
    }
}
