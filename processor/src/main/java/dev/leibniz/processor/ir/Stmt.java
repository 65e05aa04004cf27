package dev.leibniz.processor.ir;

import java.util.ArrayList;
import java.util.List;

/** A statement: defines values, writes memory, or both. */
public sealed interface Stmt {

    Origin origin();

    /** The values it defines in the enclosing block. */
    default List<Var> results() {
        return List.of();
    }

    /** The values it uses itself; what its blocks use is not among them, except through {@code inits}. */
    List<Value> operands();

    /** Its blocks. */
    default List<Block> blocks() {
        return List.of();
    }

    /**
     * What it does itself to arrays among its operands; what is done inside its blocks is not among it. Of a call, whatever the
     * callee may do.
     */
    List<Effect> effects();

    /** The ways that numbers take through it, those between its blocks and its results included; not those through a callee. */
    List<Flow> flows();

    /** A statement like this one with other operands and blocks, given in the order of {@link #operands()} and {@link #blocks()}. */
    Stmt with(List<Value> operands, List<Block> blocks);

    /** {@code target = expr}. */
    record Let(Var target, Expr expr, Origin origin) implements Stmt {
        @Override
        public List<Var> results() {
            return List.of(target);
        }

        @Override
        public List<Value> operands() {
            return expr.operands();
        }

        @Override
        public List<Effect> effects() {
            return expr.effects();
        }

        @Override
        public List<Flow> flows() {
            return Flow.of(expr.sources(), target);
        }

        @Override
        public Let with(List<Value> operands, List<Block> blocks) {
            return new Let(target, expr.withOperands(operands), origin);
        }
    }

    /** {@code array[index] = value}, of a number or of a row. */
    record Store(Value array, Value index, Value value, Origin origin) implements Stmt {
        @Override
        public List<Value> operands() {
            return List.of(array, index, value);
        }

        @Override
        public List<Effect> effects() {
            return List.of(Effect.writing(array));
        }

        @Override
        public List<Flow> flows() {
            return List.of(new Flow(value, array));
        }

        @Override
        public Store with(List<Value> operands, List<Block> blocks) {
            return new Store(operands.get(0), operands.get(1), operands.get(2), origin);
        }
    }

    /** {@code array[index] += value}, floating point only. */
    record Accumulate(Value array, Value index, Value value, Origin origin) implements Stmt {
        @Override
        public List<Value> operands() {
            return List.of(array, index, value);
        }

        @Override
        public List<Effect> effects() {
            return List.of(Effect.updating(array));
        }

        @Override
        public List<Flow> flows() {
            return List.of(new Flow(value, array));
        }

        @Override
        public Accumulate with(List<Value> operands, List<Block> blocks) {
            return new Accumulate(operands.get(0), operands.get(1), operands.get(2), origin);
        }
    }

    /** {@code Arrays.fill(array, from, to, value)}. */
    record Fill(Value array, Value from, Value to, Value value, Origin origin) implements Stmt {
        @Override
        public List<Value> operands() {
            return List.of(array, from, to, value);
        }

        @Override
        public List<Effect> effects() {
            return List.of(Effect.writing(array));
        }

        @Override
        public List<Flow> flows() {
            return List.of(new Flow(value, array));
        }

        @Override
        public Fill with(List<Value> operands, List<Block> blocks) {
            return new Fill(operands.get(0), operands.get(1), operands.get(2), operands.get(3), origin);
        }
    }

    /** {@code System.arraycopy(source, sourceFrom, target, targetFrom, length)}; also right if they are one array. */
    record CopyRange(Value source, Value sourceFrom, Value target, Value targetFrom, Value length, Origin origin)
            implements Stmt {
        @Override
        public List<Value> operands() {
            return List.of(source, sourceFrom, target, targetFrom, length);
        }

        @Override
        public List<Effect> effects() {
            return List.of(Effect.reading(source), Effect.writing(target));
        }

        @Override
        public List<Flow> flows() {
            return List.of(new Flow(source, target));
        }

        @Override
        public CopyRange with(List<Value> operands, List<Block> blocks) {
            return new CopyRange(
                    operands.get(0), operands.get(1), operands.get(2), operands.get(3), operands.get(4), origin);
        }
    }

    /**
     * {@code target[i] += source[i]} for all elements of all rows of two arrays of one shape. {@code source} may be the
     * very same array as {@code target}: then nothing happens, for a cotangent handed on by reference is there already.
     */
    record AddInto(Value target, Value source, Origin origin) implements Stmt {
        @Override
        public List<Value> operands() {
            return List.of(target, source);
        }

        @Override
        public List<Effect> effects() {
            return List.of(Effect.readingAll(source), Effect.updatingAll(target));
        }

        @Override
        public List<Flow> flows() {
            return List.of(new Flow(source, target));
        }

        @Override
        public AddInto with(List<Value> operands, List<Block> blocks) {
            return new AddInto(operands.get(0), operands.get(1), origin);
        }
    }

    /** Both blocks yield as many values as there are results. */
    record If(Value condition, Block then, Block otherwise, List<Var> results, Origin origin) implements Stmt {
        public If {
            results = List.copyOf(results);
        }

        @Override
        public List<Value> operands() {
            return List.of(condition);
        }

        @Override
        public List<Block> blocks() {
            return List.of(then, otherwise);
        }

        @Override
        public List<Effect> effects() {
            return List.of();
        }

        @Override
        public List<Flow> flows() {
            List<Flow> flows = new ArrayList<>(Flow.toEach(then.yields(), results));
            flows.addAll(Flow.toEach(otherwise.yields(), results));
            return flows;
        }

        @Override
        public If with(List<Value> operands, List<Block> blocks) {
            return new If(operands.get(0), blocks.get(0), blocks.get(1), results, origin);
        }

        /** This branch with other parts; itself if they are its own. */
        public If with(Value condition, Block then, Block otherwise) {
            boolean isSame = condition == this.condition && then == this.then && otherwise == this.otherwise;
            return isSame ? this : new If(condition, then, otherwise, results, origin);
        }
    }

    /**
     * A loop. {@code params} stand in its body for the values carried from iteration to iteration: {@code inits} at first,
     * then what the body yields; {@code results} are their values at the end.
     */
    sealed interface Loop extends Stmt {
        List<Var> params();

        List<Value> inits();

        Block body();

        @Override
        default List<Effect> effects() {
            return List.of();
        }

        /** From iteration to iteration, and past a loop that does not run. */
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
    }

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

    /** A call of another function, which may write into the arrays it is given. */
    record Call(Callee callee, List<Value> args, List<Var> results, Origin origin) implements Stmt {
        public Call {
            args = List.copyOf(args);
            results = List.copyOf(results);
        }

        @Override
        public List<Value> operands() {
            return args;
        }

        @Override
        public List<Effect> effects() {
            List<Effect> effects = new ArrayList<>();
            for (int i = 0; i < args.size(); i++) {
                if (args.get(i).type().isArray()) {
                    boolean mayWrite = callee.mayWrite(i);
                    effects.add(mayWrite ? Effect.updatingAll(args.get(i)) : Effect.readingAll(args.get(i)));
                }
            }
            return effects;
        }

        @Override
        public List<Flow> flows() {
            return List.of();
        }

        @Override
        public Call with(List<Value> operands, List<Block> blocks) {
            return new Call(callee, operands, results, origin);
        }
    }

    /** {@code throw exception;} the rest of the block is not reached. */
    record Throw(String template, List<Value> operands, Origin origin) implements Stmt {
        public Throw {
            operands = List.copyOf(operands);
        }

        @Override
        public List<Effect> effects() {
            return List.of();
        }

        @Override
        public List<Flow> flows() {
            return List.of();
        }

        @Override
        public Throw with(List<Value> operands, List<Block> blocks) {
            return new Throw(template, operands, origin);
        }
    }

    /** {@code assert}: {@code detail} is a template for the part after the colon, empty if there is none. */
    record Assert(Value condition, String detail, List<Value> details, Origin origin) implements Stmt {
        public Assert {
            details = List.copyOf(details);
        }

        @Override
        public List<Value> operands() {
            List<Value> all = new ArrayList<>(List.of(condition));
            all.addAll(details);
            return all;
        }

        @Override
        public List<Effect> effects() {
            return List.of();
        }

        @Override
        public List<Flow> flows() {
            return List.of();
        }

        @Override
        public Assert with(List<Value> operands, List<Block> blocks) {
            return new Assert(operands.get(0), detail, operands.subList(1, operands.size()), origin);
        }
    }

    /**
     * Computes nothing: a new section of the printed code begins here, under {@code comment} (such as {@code backward}).
     */
    record Marker(String comment, Origin origin) implements Stmt {
        @Override
        public List<Value> operands() {
            return List.of();
        }

        @Override
        public List<Effect> effects() {
            return List.of();
        }

        @Override
        public List<Flow> flows() {
            return List.of();
        }

        @Override
        public Marker with(List<Value> operands, List<Block> blocks) {
            return new Marker(comment, origin);
        }
    }
}
