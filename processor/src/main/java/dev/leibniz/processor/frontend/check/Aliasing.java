package dev.leibniz.processor.frontend.check;

import dev.leibniz.processor.frontend.read.values.Notes;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Effect;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arrays that a variable may be (a part of), and those that are written: a may-analysis of one function. The origin of an array
 * is its root: a parameter, a constant or an allocation. The rows of an array share its root, unless other rows have been
 * put in their place.
 */
final class Aliasing {
    /** The array that a parameter holds when the function starts. */
    record ParameterRoot(int index) {}

    /** An array that is not the function's own. */
    record Constant(String name) {}

    /**
     * The facts about a function that a caller needs.
     *
     * @param written parameters that may be written
     * @param results the parameters that each result may be a part of
     * @param stored parameters that rows of other parameters may have been put into
     * @param entangled the parameters with which each result is entangled, see {@link Entanglement}
     * @param escaping parameters that are passed to unseen code
     */
    record Summary(
            Set<Integer> written,
            List<Set<Integer>> results,
            Map<Integer, Set<Integer>> stored,
            List<Set<Integer>> entangled,
            Set<Integer> escaping) {
        static Summary nothing(Function function) {
            List<Set<Integer>> none = Collections.nCopies(function.results().size(), Set.of());
            return new Summary(Set.of(), none, Map.of(), none, Set.of());
        }
    }

    private final Function function;
    private final Map<String, Summary> summaries;
    private final Map<Var, String> constants;
    private final Map<Stmt, Notes.ForeignCall> foreign;
    private final Escapes escapes;
    private final Map<Var, Set<Object>> roots = new HashMap<>();
    private final Map<Object, Set<Stmt>> writes = new LinkedHashMap<>();
    private final Entanglement entanglement;
    private Map<Object, Set<Object>> contents = new HashMap<>();

    Aliasing(Function function, Map<String, Summary> summaries, Notes notes) {
        this.function = function;
        this.summaries = summaries;
        this.constants = notes.constantArrays();
        this.foreign = notes.foreignCalls();
        this.escapes = new Escapes(function);
        this.entanglement = new Entanglement(Walk.useCounts(function.body()));
        for (int i = 0; i < function.params().size(); i++) {
            Var param = function.params().get(i);
            if (param.type().isArray()) {
                roots.put(param, Set.of(new ParameterRoot(i)));
            }
        }
        block(function.body());
    }

    /** The statements that may write each root. */
    Map<Object, Set<Stmt>> writes() {
        return writes;
    }

    /** The calls that hand arrays to code that is not seen, though the function looks at these arrays. */
    Set<Stmt> escapes() {
        return escapes.ofArraysMadeHere();
    }

    /** Whether an array is made for one use, so that later changes of it are never seen. */
    boolean isThrownAway(Value array) {
        return array instanceof Var made && roots(made).equals(Set.of(made)) && escapes.isUsedOnce(made);
    }

    /** The statements that may write one of two arrays of which it is not known whether they are one. */
    Set<Stmt> unfollowed() {
        return entanglement.broken();
    }

    /** The roots of all that can be reached through a variable. */
    Set<Object> rootsOf(Var variable) {
        return reachable(roots(variable));
    }

    Summary summary() {
        List<Set<Integer>> results = new ArrayList<>();
        List<Set<Integer>> entangled = new ArrayList<>();
        for (Value value : function.body().yields()) {
            results.add(parametersIn(reachable(roots(value))));
            Set<Integer> partners = new LinkedHashSet<>();
            for (Object root : roots(value)) {
                partners.addAll(parametersIn(entanglement.with(root)));
            }
            entangled.add(partners);
        }
        Map<Integer, Set<Integer>> stored = new HashMap<>();
        for (Map.Entry<Object, Set<Object>> entry : contents.entrySet()) {
            if (entry.getKey() instanceof ParameterRoot into) {
                stored.put(into.index(), parametersIn(reachable(entry.getValue())));
            }
        }
        return new Summary(parametersIn(writes.keySet()), results, stored, entangled, parametersIn(escapes.roots()));
    }

    private static Set<Integer> parametersIn(Set<Object> roots) {
        Set<Integer> parameters = new LinkedHashSet<>();
        for (Object root : roots) {
            if (root instanceof ParameterRoot parameter) {
                parameters.add(parameter.index());
            }
        }
        return parameters;
    }

    private Set<Object> roots(Value value) {
        return value instanceof Var variable ? roots.getOrDefault(variable, Set.of()) : Set.of();
    }

    /** These, and the arrays that may have been put into them. */
    private Set<Object> reachable(Set<Object> from) {
        Set<Object> all = new LinkedHashSet<>(from);
        List<Object> work = new ArrayList<>(from);
        for (int i = 0; i < work.size(); i++) {
            for (Object inside : contents.getOrDefault(work.get(i), Set.of())) {
                if (all.add(inside)) {
                    work.add(inside);
                }
            }
        }
        return all;
    }

    private boolean add(Var variable, Set<Object> more) {
        if (more.isEmpty() || !variable.type().isArray()) {
            return false;
        }
        Set<Object> all = new LinkedHashSet<>(roots(variable));
        boolean changed = all.addAll(more);
        roots.put(variable, all);
        return changed;
    }

    private void write(Set<Object> written, Stmt by) {
        written.forEach(
                root -> writes.computeIfAbsent(root, r -> new LinkedHashSet<>()).add(by));
        entanglement.written(written, by);
    }

    private void putInto(Set<Object> arrays, Set<Object> rows) {
        if (!rows.isEmpty()) {
            arrays.forEach(array -> contents.merge(array, rows, Aliasing::union));
        }
    }

    private static Set<Object> union(Set<Object> a, Set<Object> b) {
        Set<Object> all = new LinkedHashSet<>(a);
        all.addAll(b);
        return all;
    }

    private void block(Block block) {
        for (Stmt stmt : block.stmts()) {
            stmt(stmt);
        }
        Set<Object> kept = new LinkedHashSet<>();
        for (Value value : block.yields()) {
            kept.addAll(reachable(roots(value)));
        }
        contents.values().forEach(kept::addAll);
        if (block != function.body()) {
            entanglement.leave(block, kept);
        }
    }

    private void stmt(Stmt stmt) {
        if (stmt instanceof Stmt.Let let) {
            let(let, let.target(), let.expr());
        } else if (stmt instanceof Stmt.Store s) {
            write(roots(s.array()), s);
            putInto(roots(s.array()), roots(s.value()));
        } else if (stmt instanceof Stmt.Fill s) {
            write(roots(s.array()), s);
            putInto(roots(s.array()), roots(s.value()));
        } else if (stmt instanceof Stmt.CopyRange s) {
            write(roots(s.target()), s);
            if (s.target().type().rank() > 1) {
                putInto(roots(s.target()), reachable(roots(s.source())));
            }
        } else if (stmt instanceof Stmt.AddInto s) {
            write(reachable(roots(s.target())), s);
        } else if (stmt instanceof Stmt.Call s) {
            call(s);
        } else if (stmt instanceof Stmt.If s) {
            Map<Object, Set<Object>> before = new HashMap<>(contents);
            block(s.then());
            Map<Object, Set<Object>> afterThen = contents;
            contents = before;
            block(s.otherwise());
            contents = union(afterThen, contents);
            bind(s.then(), s.results());
            bind(s.otherwise(), s.results());
        } else if (stmt instanceof Loop.For s) {
            loop(s.params(), s.inits(), s.body(), s.results());
            replaced(s);
        } else if (stmt instanceof Loop.While s) {
            block(s.condition());
            loop(s.params(), s.inits(), s.body(), s.results());
        } else {
            stmt.effects().stream().filter(Effect::writes).forEach(effect -> write(roots(effect.array()), stmt));
        }
    }

    private void bind(Block block, List<Var> results) {
        for (int i = 0; i < results.size(); i++) {
            add(results.get(i), roots(block.yields().get(i)));
        }
    }

    private void loop(List<Var> params, List<Value> inits, Block body, List<Var> results) {
        for (int i = 0; i < params.size(); i++) {
            add(params.get(i), roots(inits.get(i)));
            add(results.get(i), roots(inits.get(i)));
        }
        boolean changed = true;
        while (changed) {
            Map<Object, Set<Object>> before = new HashMap<>(contents);
            int links = entanglement.size();
            block(body);
            contents = union(before, contents);
            changed = !contents.equals(before) || entanglement.size() > links;
            for (int i = 0; i < params.size(); i++) {
                changed |= add(params.get(i), roots(body.yields().get(i)));
            }
        }
        bind(body, results);
    }

    /** A loop that puts a row of its own in each place of an array leaves no other rows in it. */
    private void replaced(Loop.For loop) {
        boolean fromZero = loop.from() instanceof Const c && c.is(0);
        if (!fromZero || loop.relation() != Op.Primitive.LT || loop.step() != 1) {
            return;
        }
        for (Stmt stmt : loop.body().stmts()) {
            if (stmt instanceof Stmt.Store store
                    && store.index() == loop.index()
                    && store.array() instanceof Var array
                    && roots(array).equals(Set.of(array))
                    && isLengthOf(loop.bound(), array)) {
                contents.put(array, new LinkedHashSet<>(roots(store.value())));
            }
        }
    }

    private final Map<Var, Var> lengths = new HashMap<>();
    private final Map<Var, Value> shapes = new HashMap<>();

    private boolean isLengthOf(Value bound, Var array) {
        if (!(bound instanceof Var length)) {
            return false;
        }
        Value shape = shapes.get(array);
        Var measured = lengths.get(length);
        return measured == array || shape != null && (measured == shape || length == shape);
    }

    private void let(Stmt.Let let, Var target, Expr expr) {
        if (expr instanceof Expr.Length length && length.array() instanceof Var array) {
            lengths.put(target, array);
        }
        if (!target.type().isArray()) {
            return;
        }
        if (constants.containsKey(target)) {
            add(target, Set.of(new Constant(constants.get(target))));
        } else if (expr instanceof Expr.Load load) {
            add(target, reachable(roots(load.array())));
        } else if (expr instanceof Expr.Opaque opaque && !opaque.allocates()) {
            add(target, Set.of(new Constant(opaque.template())));
        } else {
            add(target, Set.of(target));
            entanglement.isNew(target);
            if (expr instanceof Expr.Opaque) {
                Notes.ForeignCall call = foreign.get(let);
                (call == null ? expr.operands() : call.returned()).forEach(operand -> entangle(target, operand));
            }
            if (expr instanceof Expr.CloneArray || expr instanceof Expr.CopyOfRange) {
                Value source = expr.operands().get(0);
                if (expr instanceof Expr.CloneArray) {
                    shapes.put(target, source);
                }
                if (target.type().rank() > 1) {
                    putInto(Set.of(target), reachable(roots(source)));
                }
            } else if (expr instanceof Expr.NewArray array) {
                shapes.put(target, array.operands().get(0));
            }
        }
    }

    /** The analysed function. */
    Function function() {
        return function;
    }

    private void call(Stmt.Call call) {
        List<Value> args = call.args();
        if (call.callee() instanceof Callee.Local local) {
            Summary summary = summaries.get(local.name());
            if (summary != null) {
                summary.stored()
                        .forEach((into, rows) -> rows.forEach(
                                row -> putInto(reachable(roots(args.get(into))), reachable(roots(args.get(row))))));
                summary.written().forEach(index -> write(reachable(roots(args.get(index))), call));
                summary.escaping().forEach(index -> escapes.add(reachable(roots(args.get(index))), call));
                for (int i = 0; i < call.results().size(); i++) {
                    Var result = call.results().get(i);
                    add(result, Set.of(result));
                    summary.results().get(i).forEach(index -> add(result, reachable(roots(args.get(index)))));
                    entanglement.isNew(result);
                    summary.entangled().get(i).forEach(index -> entangle(result, args.get(index)));
                }
            }
            return;
        }
        if (call.callee() instanceof Callee.DerivativeOf of && of.derivative().isInto()) {
            int buffers = (int) of.signature().params().stream()
                    .flatMap(param -> param.layout().leaves().stream())
                    .filter(leaf -> leaf.differentiated() && leaf.type().isArray())
                    .count();
            args.subList(args.size() - buffers, args.size()).forEach(arg -> write(reachable(roots(arg)), call));
        }
        if (call.callee() instanceof Callee.External external) {
            if (!external.pure()) {
                acting(call, external);
                return;
            }
            external.written().forEach(index -> write(reachable(roots(args.get(index))), call));
        }
        boolean mayReturnArguments = call.callee() instanceof Callee.External external && !external.returnsNewArrays();
        for (Var result : call.results()) {
            add(result, Set.of(result));
            if (mayReturnArguments) {
                args.forEach(arg -> add(result, reachable(roots(arg))));
                entanglement.isNew(result);
                args.forEach(arg -> entangle(result, arg));
            }
        }
    }

    private void acting(Stmt.Call call, Callee.External callee) {
        callee.written().forEach(index -> write(reachable(roots(call.args().get(index))), call));
        Notes.ForeignCall what = foreign.get(call);
        List<Value> returned = what == null ? call.args() : what.returned();
        for (Var result : call.results()) {
            add(result, Set.of(result));
            entanglement.isNew(result);
            returned.forEach(arg -> entangle(result, arg));
        }
        if (what != null) {
            what.escaping().forEach(arg -> escapes.add(reachable(roots(arg)), call));
        }
    }

    private void entangle(Var result, Value arg) {
        if (result.type().isArray() && arg.type().isArray()) {
            reachable(roots(arg)).forEach(root -> entanglement.link(result, root));
        }
    }

    private static Map<Object, Set<Object>> union(Map<Object, Set<Object>> a, Map<Object, Set<Object>> b) {
        Map<Object, Set<Object>> all = new HashMap<>(a);
        b.forEach((root, inside) -> all.merge(root, inside, Aliasing::union));
        return all;
    }
}
