package dev.leibniz.processor.simplify;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrVerifier;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes values of the elements of short arrays of which all uses are known: elements whose places are constants, written and read,
 * and nothing else. Fields of objects that change are such arrays.
 */
public final class ScalarReplacement extends Rewriter {
    private static final int LONGEST = 4;

    private final Map<Var, Integer> lengths;
    private Map<Var, Value[]> elements = new LinkedHashMap<>();

    private ScalarReplacement(Map<Var, Integer> lengths) {
        this.lengths = lengths;
    }

    /** The same function without arrays that are not needed. */
    public static Function in(Function function) {
        Function before = function;
        Function after = once(before);
        while (after != before) { // an element that is known may be the place of another
            before = after;
            after = once(before);
        }
        return after;
    }

    private static Function once(Function function) {
        Map<Var, Integer> lengths = new HashMap<>();
        for (Stmt stmt : Walk.statements(function.body())) {
            if (stmt instanceof Stmt.Let let
                    && let.expr() instanceof Expr.NewArray array
                    && array.operands().size() == 1
                    && array.operands().get(0) instanceof Const length
                    && length.value() instanceof Integer n
                    && n > 0
                    && n <= LONGEST) {
                lengths.put(let.target(), n);
            }
        }
        if (lengths.isEmpty()) {
            return function;
        }
        new Escapes(lengths).block(function.body());
        return lengths.isEmpty() ? function : new ScalarReplacement(lengths).function(function);
    }

    /** Forgets the arrays that are used as a whole, or at places that are not known. */
    private record Escapes(Map<Var, Integer> lengths) {

        void block(Block block) {
            for (Stmt stmt : block.stmts()) {
                stmt(stmt);
            }
            for (Value value : block.yields()) {
                forget(value);
            }
        }

        private void stmt(Stmt stmt) {
            if (stmt instanceof Stmt.Let let && let.expr() instanceof Expr.Load load) {
                element(load.array(), load.index());
            } else if (stmt instanceof Stmt.Let let && let.expr() instanceof Expr.Length) {
                return;
            } else if (stmt instanceof Stmt.Store store) {
                element(store.array(), store.index());
                forget(store.value());
            } else if (stmt instanceof Stmt.Accumulate sum) {
                element(sum.array(), sum.index());
                forget(sum.value());
            } else {
                for (Value value : stmt.operands()) {
                    forget(value);
                }
                for (Block block : stmt.blocks()) {
                    block(block);
                }
                if (stmt instanceof Loop.While loop) {
                    for (Var variable : written(loop.condition())) {
                        lengths.remove(variable);
                    }
                }
            }
        }

        private void element(Value array, Value index) {
            boolean isKnown = array instanceof Var variable
                    && lengths.containsKey(variable)
                    && index instanceof Const place
                    && place.value() instanceof Integer at
                    && at >= 0
                    && at < lengths.get(variable);
            if (!isKnown) {
                forget(array);
            }
        }

        private void forget(Value value) {
            if (value instanceof Var variable) {
                lengths.remove(variable);
            }
        }
    }

    /** The arrays of which elements are written in a block. */
    private static Set<Var> written(Block block) {
        Set<Var> written = new HashSet<>();
        for (Stmt stmt : Walk.statements(block)) {
            if (stmt instanceof Stmt.Store store && store.array() instanceof Var array) {
                written.add(array);
            } else if (stmt instanceof Stmt.Accumulate sum && sum.array() instanceof Var array) {
                written.add(array);
            }
        }
        return written;
    }

    @Override
    void stmt(Stmt stmt, List<Stmt> out) {
        if (stmt instanceof Stmt.Let let && lengths.containsKey(let.target())) {
            Value[] zeros = new Value[lengths.get(let.target())];
            Arrays.fill(zeros, Const.zero(let.target().type().element()));
            elements.put(let.target(), zeros);
        } else if (stmt instanceof Stmt.Let let
                && let.expr() instanceof Expr.Load load
                && lengths.containsKey(load.array())) {
            replace(let.target(), elements.get((Var) load.array())[place(load.index())]);
        } else if (stmt instanceof Stmt.Let let
                && let.expr() instanceof Expr.Length length
                && lengths.containsKey(length.array())) {
            replace(let.target(), Const.of(lengths.get((Var) length.array())));
        } else if (stmt instanceof Stmt.Store store && lengths.containsKey(store.array())) {
            set(store.array(), store.index(), value(store.value()));
        } else if (stmt instanceof Stmt.Accumulate sum && lengths.containsKey(sum.array())) {
            Value before = elements.get((Var) sum.array())[place(sum.index())];
            Type type = before.type();
            Var after = new Var(((Var) sum.array()).name(), type);
            Expr added = new Expr.Apply(Op.Primitive.ADD, List.of(before, value(sum.value())), type);
            out.add(new Stmt.Let(after, added, sum.origin()));
            set(sum.array(), sum.index(), after);
        } else if (stmt instanceof Stmt.If branch) {
            branch(branch, out);
        } else if (stmt instanceof Loop loop) {
            loop(loop, out);
        } else {
            super.stmt(stmt, out);
        }
    }

    private static int place(Value index) {
        return (Integer) java.util.Objects.requireNonNull(((Const) index).value());
    }

    private void set(Value array, Value index, Value value) {
        Value[] changed = elements.get((Var) array).clone();
        changed[place(index)] = value;
        elements.put((Var) array, changed);
    }

    /** The elements at the end of a block, and the block as it is then. */
    private record Arm(Map<Var, Value[]> elements, Block block) {}

    private Arm arm(Block block) {
        Map<Var, Value[]> before = new LinkedHashMap<>(elements);
        Block rewritten = block(block);
        Map<Var, Value[]> after = elements;
        elements = before;
        return new Arm(after, rewritten);
    }

    private void branch(Stmt.If branch, List<Stmt> out) {
        Arm then = arm(branch.then());
        Arm otherwise = arm(branch.otherwise());
        List<Value> thenYields = new ArrayList<>(then.block().yields());
        List<Value> otherwiseYields = new ArrayList<>(otherwise.block().yields());
        List<Var> results = new ArrayList<>(branch.results());
        for (Var array : List.copyOf(elements.keySet())) {
            Value[] merged = elements.get(array).clone();
            for (int i = 0; i < merged.length; i++) {
                Value a = then.elements().get(array)[i];
                Value b = otherwise.elements().get(array)[i];
                if (!a.equals(b)) {
                    Var result = new Var(array.name(), a.type());
                    thenYields.add(a);
                    otherwiseYields.add(b);
                    results.add(result);
                    merged[i] = result;
                } else {
                    merged[i] = a;
                }
            }
            elements.put(array, merged);
        }
        out.add(new Stmt.If(
                value(branch.condition()),
                new Block(then.block().stmts(), thenYields),
                new Block(otherwise.block().stmts(), otherwiseYields),
                results,
                branch.origin()));
    }

    private void loop(Loop loop, List<Stmt> out) {
        Set<Var> written = written(loop.body());
        List<Var> params = new ArrayList<>(loop.params());
        List<Value> inits = new ArrayList<>(values(loop.inits()));
        List<Var> results = new ArrayList<>(loop.results());
        Map<Var, Value[]> after = new LinkedHashMap<>(elements);
        List<Var> carried = elements.keySet().stream().filter(written::contains).toList();
        for (Var array : carried) {
            Value[] inside = elements.get(array).clone();
            Value[] behind = inside.clone();
            for (int i = 0; i < inside.length; i++) {
                Var param = new Var(array.name(), inside[i].type());
                Var result = param.fresh();
                params.add(param);
                inits.add(inside[i]);
                results.add(result);
                inside[i] = param;
                behind[i] = result;
            }
            elements.put(array, inside);
            after.put(array, behind);
        }
        Block condition =
                loop instanceof Loop.While test ? arm(test.condition()).block() : null;
        Arm body = arm(loop.body());
        List<Value> yields = new ArrayList<>(body.block().yields());
        for (Var array : carried) {
            boolean ends = IrVerifier.endsInThrow(loop.body());
            for (Value element : body.elements().get(array)) {
                yields.add(ends ? Const.zero(element.type()) : element);
            }
        }
        elements = after;
        Block iteration = new Block(body.block().stmts(), yields);
        if (loop instanceof Loop.While test) {
            out.add(new Loop.While(
                    params, inits, java.util.Objects.requireNonNull(condition), iteration, results, test.origin()));
        } else if (loop instanceof Loop.For counted) {
            out.add(new Loop.For(
                    counted.index(),
                    value(counted.from()),
                    counted.relation(),
                    value(counted.bound()),
                    counted.step(),
                    params,
                    inits,
                    iteration,
                    results,
                    counted.origin()));
        }
    }
}
