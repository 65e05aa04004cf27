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
    }

    /** {@code array[index] = value}, of a number or of a row. */
    record Store(Value array, Value index, Value value, Origin origin) implements Stmt {
        @Override
        public List<Value> operands() {
            return List.of(array, index, value);
        }
    }

    /** {@code array[index] += value}, floating point only. */
    record Accumulate(Value array, Value index, Value value, Origin origin) implements Stmt {
        @Override
        public List<Value> operands() {
            return List.of(array, index, value);
        }
    }

    /** {@code Arrays.fill(array, from, to, value)}. */
    record Fill(Value array, Value from, Value to, Value value, Origin origin) implements Stmt {
        @Override
        public List<Value> operands() {
            return List.of(array, from, to, value);
        }
    }

    /** {@code System.arraycopy(source, sourceFrom, target, targetFrom, length)}; also right if they are one array. */
    record CopyRange(Value source, Value sourceFrom, Value target, Value targetFrom, Value length, Origin origin)
            implements Stmt {
        @Override
        public List<Value> operands() {
            return List.of(source, sourceFrom, target, targetFrom, length);
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
    }

    /**
     * A counted loop, {@code for (int index = from; index REL bound; index += step)}: {@code from} and {@code bound}
     * are evaluated once, before it. {@code params} stand in the body for the values carried from iteration to
     * iteration: {@code inits} at first, then what the body yields; {@code results} are their values at the end.
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
            implements Stmt {
        public For {
            params = List.copyOf(params);
            inits = List.copyOf(inits);
            results = List.copyOf(results);
        }

        @Override
        public List<Value> operands() {
            List<Value> all = new ArrayList<>(List.of(from, bound));
            all.addAll(inits);
            return all;
        }

        @Override
        public List<Block> blocks() {
            return List.of(body);
        }
    }

    /**
     * A loop that runs while {@code condition} yields true. The condition block only computes: it writes no memory and
     * its values are not visible in the body. Both blocks see {@code params}.
     */
    record While(List<Var> params, List<Value> inits, Block condition, Block body, List<Var> results, Origin origin)
            implements Stmt {
        public While {
            params = List.copyOf(params);
            inits = List.copyOf(inits);
            results = List.copyOf(results);
        }

        @Override
        public List<Value> operands() {
            return inits;
        }

        @Override
        public List<Block> blocks() {
            return List.of(condition, body);
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
    }

    /** {@code throw exception;} the rest of the block is not reached. */
    record Throw(String template, List<Value> operands, Origin origin) implements Stmt {
        public Throw {
            operands = List.copyOf(operands);
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
    }

    /**
     * Computes nothing: a new section of the printed code begins here, under {@code comment} (such as {@code backward}).
     */
    record Marker(String comment, Origin origin) implements Stmt {
        @Override
        public List<Value> operands() {
            return List.of();
        }
    }
}
