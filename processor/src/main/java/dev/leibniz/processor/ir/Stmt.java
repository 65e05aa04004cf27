package dev.leibniz.processor.ir;

import java.util.ArrayList;
import java.util.List;

/** A statement: defines values, writes memory, or both. */
public sealed interface Stmt
        permits Stmt.Let,
                Stmt.Store,
                Stmt.SetField,
                Stmt.Accumulate,
                Stmt.Fill,
                Stmt.CopyRange,
                Stmt.AddInto,
                Stmt.If,
                Loop,
                Stmt.Call,
                Stmt.Throw,
                Stmt.Assert,
                Stmt.Marker {

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
     * Its own effects on arrays among its operands, without the effects of what is inside its blocks. For a call, all effects that the
     * callee may have.
     */
    List<Effect> effects();

    /** The ways that numbers take through it, those between its blocks and its results included; not those through a callee. */
    List<Flow> flows();

    /** The {@link #flows()} by which rows, as references, get into an array that is there already. */
    default List<Flow> rowFlows() {
        List<Flow> found = new ArrayList<>(1);
        for (Flow flow : flows()) {
            boolean isOfRows = flow.from().type().isArray() && flow.to().type().rank() > 1;
            if (isOfRows && effects().stream().anyMatch(effect -> effect.sets(flow.to()))) {
                found.add(flow);
            }
        }
        return found;
    }

    /** The {@link #flows()} that overwrite elements of an array that is there already. */
    default List<Flow> overwriting() {
        List<Flow> found = new ArrayList<>(1);
        for (Flow flow : flows()) {
            if (effects().stream().anyMatch(effect -> effect.overwrites() && effect.array() == flow.to())) {
                found.add(flow);
            }
        }
        return found;
    }

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

    /** {@code frame.field = value}. */
    record SetField(Value frame, String field, Value value, Origin origin) implements Stmt {
        @Override
        public List<Value> operands() {
            return List.of(frame, value);
        }

        @Override
        public List<Effect> effects() {
            return List.of(Effect.writing(frame));
        }

        @Override
        public List<Flow> flows() {
            return List.of(new Flow(value, frame));
        }

        @Override
        public SetField with(List<Value> operands, List<Block> blocks) {
            return new SetField(operands.get(0), field, operands.get(1), origin);
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
