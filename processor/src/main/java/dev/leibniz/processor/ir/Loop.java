package dev.leibniz.processor.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * A loop. {@code params} stand in its body for the values carried from iteration to iteration: {@code inits} at first,
 * then what the body yields; {@code results} are their values at the end.
 */
public sealed interface Loop extends Stmt {
    List<Var> params();

    List<Value> inits();

    Block body();

    @Override
    default List<Effect> effects() {
        return List.of();
    }

    /** The flows from iteration to iteration, and past a loop that does not run. */
    @Override
    default List<Flow> flows() {
        List<Flow> flows = new ArrayList<>(Flow.toEach(inits(), params()));
        flows.addAll(Flow.toEach(body().yields(), params()));
        flows.addAll(Flow.toEach(inits(), results()));
        flows.addAll(Flow.toEach(body().yields(), results()));
        return flows;
    }

    /** A loop that runs as often as this one, with another body that carries other values. */
    Loop carrying(List<Var> params, List<Value> inits, Block body, List<Var> results);

    /**
     * A counted loop, {@code for (int index = from; index REL bound; index += step)}: {@code from} and {@code bound}
     * are evaluated once, before it.
     *
     * @param relation one of LT, LE (step &gt; 0), GT, GE (step &lt; 0)
     */
    record For(
            Var index,
            Value from,
            Op.Primitive relation,
            Value bound,
            int step,
            List<Var> params,
            List<Value> inits,
            Block body,
            List<Var> results,
            Origin origin)
            implements Loop {
        public For {
            params = List.copyOf(params);
            inits = List.copyOf(inits);
            results = List.copyOf(results);
        }

        /** {@code for (int index = 0; index < bound; index++)}, which carries nothing. */
        public static For upTo(Var index, Value bound, Block body, Origin origin) {
            return upTo(index, bound, List.of(), List.of(), body, List.of(), origin);
        }

        /** {@code for (int index = 0; index < bound; index++)}. */
        public static For upTo(
                Var index,
                Value bound,
                List<Var> params,
                List<Value> inits,
                Block body,
                List<Var> results,
                Origin origin) {
            return new For(index, Const.of(0), Op.Primitive.LT, bound, 1, params, inits, body, results, origin);
        }

        @Override
        public For carrying(List<Var> params, List<Value> inits, Block body, List<Var> results) {
            return new For(index, from, relation, bound, step, params, inits, body, results, origin);
        }

        @Override
        public List<Value> operands() {
            List<Value> all = new ArrayList<>(inits.size() + 2);
            all.add(from);
            all.add(bound);
            all.addAll(inits);
            return all;
        }

        @Override
        public List<Block> blocks() {
            return List.of(body);
        }

        @Override
        public For with(List<Value> operands, List<Block> blocks) {
            return new For(
                    index,
                    operands.get(0),
                    relation,
                    operands.get(1),
                    step,
                    params,
                    operands.subList(2, operands.size()),
                    blocks.get(0),
                    results,
                    origin);
        }
    }

    /**
     * A loop that runs while {@code condition} yields true. The condition block only computes: it writes no memory and
     * its values are not visible in the body. Both blocks see {@code params}.
     */
    record While(List<Var> params, List<Value> inits, Block condition, Block body, List<Var> results, Origin origin)
            implements Loop {
        public While {
            params = List.copyOf(params);
            inits = List.copyOf(inits);
            results = List.copyOf(results);
        }

        @Override
        public While carrying(List<Var> params, List<Value> inits, Block body, List<Var> results) {
            return new While(params, inits, condition, body, results, origin);
        }

        @Override
        public List<Value> operands() {
            return inits;
        }

        @Override
        public List<Block> blocks() {
            return List.of(condition, body);
        }

        @Override
        public While with(List<Value> operands, List<Block> blocks) {
            return new While(params, operands, blocks.get(0), blocks.get(1), results, origin);
        }
    }
}
