package dev.leibniz.processor.shape;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.program.Companion;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.ir.walk.IrVerifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Cuts functions that are too long for the JVM into parts: HotSpot never compiles a method of more than 8,000 bytes of
 * bytecode, and the verifier rejects one of more than 64 KB. Runs of consecutive statements move into functions of
 * their own, first inside loops and branches that are too long themselves, then among the statements around them, until
 * what is left is short. Values that go from part to part travel in a frame ({@link FrameLayout}); nothing is computed
 * twice or in another order, so the results are the same to the last bit.
 *
 * <p>It comes after everything else: no later pass looks through a frame.
 */
public final class MethodSplitting {
    /** The limit in estimated bytes; well below 8,000, since it is only an estimate. */
    static final int LIMIT = 6_000;

    /** The result of splitting a function: a short one of the same name and meaning, and the parts that it calls. */
    record Split(Function function, List<Function> parts) {
        Split {
            parts = List.copyOf(parts);
        }
    }

    private static final int MOST_ROUNDS = 10;
    private static final int MOST_RESULTS = 12;

    private final Function function;
    private final String name;
    private final int limit;
    private final BytecodeSize size;
    private final FrameClasses classes;
    private final ValueNames names;
    private final FrameLayout frame;
    private final List<Function> parts = new ArrayList<>();

    private MethodSplitting(Function function, String name, int limit, FrameClasses classes) {
        this.function = function;
        this.name = name;
        this.limit = limit;
        this.classes = classes;
        this.names = new ValueNames(function);
        this.frame = new FrameLayout(classes, names);
        this.size = new BytecodeSize(function);
    }

    /** A class all of whose methods are short enough. */
    public static Companion inShortMethods(Companion companion) {
        FrameClasses classes = new FrameClasses();
        return each(companion, (function, name) -> split(function, name, LIMIT, classes));
    }

    /** A class with each function replaced by its split; a function is given with the name for its parts. */
    static Companion each(Companion companion, BiFunction<Function, String, Split> splitting) {
        Set<String> names = new HashSet<>();
        for (Function function : companion.functions()) {
            names.add(function.name());
        }
        List<Companion.Form> forms = new ArrayList<>();
        List<Function> functions = new ArrayList<>();
        for (Companion.Form form : companion.forms()) {
            String name = FreshNames.of(form.name(), names);
            Split split = splitting.apply(form.function(), name);
            forms.add(new Companion.Form(form.signature(), form.derivative(), split.function()));
            functions.addAll(split.parts());
        }
        for (Function function : companion.functions()) {
            Split split = splitting.apply(function, function.name());
            functions.add(split.function());
            functions.addAll(split.parts());
        }
        return new Companion(companion.program(), forms, functions);
    }

    /**
     * The function itself if it is short enough, else one that calls its parts.
     *
     * @param name the base of the names of the parts
     */
    static Split split(Function function, String name, int limit, FrameClasses classes) {
        return new BytecodeSize(function).of(function) <= limit
                ? new Split(function, List.of())
                : new MethodSplitting(ValueNames.withNamedRecords(function), name, limit, classes).split();
    }

    private Split split() {
        int around = size.of(function) - size.of(function.body());
        Block body = shorten(function.body(), Math.max(limit / 2, limit - around));
        Split split = frame.complete(function.withBody(body), parts, name);
        IrVerifier.verify(split.function());
        split.parts().forEach(IrVerifier::verify);
        return split;
    }

    /** The same block with parts taken out until it has the wanted size, or nothing is left to take out. */
    private Block shorten(Block block, int wanted) {
        List<Stmt> stmts = new ArrayList<>();
        Set<Var> inFrame = new HashSet<>();
        for (Stmt stmt : block.stmts()) {
            loadInto(stmts, Crossing.freeIn(List.of(stmt)), inFrame, stmt.origin());
            stmts.add(shortened(stmt, inFrame));
        }
        List<Stmt> reloads = new ArrayList<>();
        loadInto(reloads, Crossing.variables(block.yields()), inFrame, Origin.NONE);
        for (int round = 0; round < MOST_ROUNDS && size.of(frame.withStores(stmts)) > wanted; round++) {
            int before = stmts.size();
            Set<Var> after = Crossing.variables(block.yields());
            for (Stmt reload : reloads) {
                after.removeAll(reload.results());
            }
            Outlining outlining = new Outlining(stmts, after, size, frame, limit);
            List<Stmt> shorter = outlining.apply(this::part);
            stmts.clear();
            stmts.addAll(shorter);
            for (Var variable : outlining.missingAfter()) {
                reloads.add(frame.load(variable, Origin.NONE));
            }
            if (stmts.size() >= before) {
                break;
            }
        }
        if (IrVerifier.endsInThrow(block)) {
            List<Value> unreached = block.yields().stream()
                    .map(value -> (Value) Const.zero(value.type()))
                    .toList();
            return new Block(stmts, unreached);
        }
        stmts.addAll(reloads);
        return new Block(stmts, block.yields());
    }

    /** Fetches those of the variables that are in the frame only; from then on they are there. */
    private void loadInto(List<Stmt> stmts, Set<Var> variables, Set<Var> inFrame, Origin origin) {
        for (Var variable : variables) {
            if (inFrame.remove(variable)) {
                stmts.add(frame.load(variable, origin));
            }
        }
    }

    /**
     * The statement with its blocks shortened if it would fill too much of a part.
     *
     * @param inFrame is given the results that are to be found in the frame afterwards
     */
    private Stmt shortened(Stmt stmt, Set<Var> inFrame) {
        int wanted = limit / (stmt.blocks().size() + 1);
        if (stmt.blocks().isEmpty() || size.of(stmt) <= limit / 2) {
            return stmt;
        } else if (stmt instanceof Stmt.If s) {
            boolean stored = s.results().size() > MOST_RESULTS;
            if (stored) {
                for (Var variable : s.results()) {
                    frame.add(variable);
                }
                inFrame.addAll(s.results());
            }
            return new Stmt.If(
                    s.condition(),
                    shorten(stored ? storing(s.then(), s.results()) : s.then(), wanted),
                    shorten(stored ? storing(s.otherwise(), s.results()) : s.otherwise(), wanted),
                    stored ? List.of() : s.results(),
                    s.origin());
        } else if (stmt instanceof Loop.For s) {
            return s.with(s.operands(), List.of(shorten(s.body(), wanted)));
        } else if (stmt instanceof Loop.While s) {
            return s.with(s.operands(), List.of(test(s.condition(), wanted), shorten(s.body(), wanted)));
        }
        throw new IllegalStateException("unknown statement with blocks: " + stmt);
    }

    /** A branch that writes what it yields into the frame, each value as soon as it is there. */
    private Block storing(Block branch, List<Var> results) {
        if (IrVerifier.endsInThrow(branch)) {
            return new Block(branch.stmts(), List.of());
        }
        Map<Value, List<Stmt>> stores = new LinkedHashMap<>();
        for (int i = 0; i < results.size(); i++) {
            Value value = branch.yields().get(i);
            stores.computeIfAbsent(value, v -> new ArrayList<>()).add(frame.store(results.get(i), value));
        }
        List<Stmt> stmts = new ArrayList<>();
        for (Stmt stmt : branch.stmts()) {
            stmts.add(stmt);
            for (Var result : stmt.results()) {
                List<Stmt> own = stores.remove(result);
                stmts.addAll(own == null ? List.of() : own);
            }
        }
        List<Stmt> known = new ArrayList<>();
        for (List<Stmt> some : stores.values()) {
            known.addAll(some);
        }
        known.addAll(stmts);
        return new Block(known, List.of());
    }

    /** The test of a loop writes no memory, the frame included: a long one becomes a function as a whole. */
    private Block test(Block condition, int wanted) {
        if (size.of(condition) <= wanted || !(condition.yields().get(0) instanceof Var outcome)) {
            return condition;
        }
        String testName = nextName();
        Set<Var> params = Crossing.freeIn(condition.stmts());
        if (params.contains(outcome)) {
            return condition;
        }
        Function test = new Function(testName, List.copyOf(params), List.of(outcome.fresh()), condition);
        Split split = split(test, testName, limit, classes);
        parts.add(split.function());
        parts.addAll(split.parts());
        Stmt call = new Stmt.Call(new Callee.Local(testName), List.copyOf(params), List.of(outcome), Origin.NONE);
        return new Block(List.of(call), condition.yields());
    }

    private String nextName() {
        return name + "Part" + (parts.size() + 1);
    }

    /** Makes a function of statements; what it takes from outside has names inside, too. */
    private Stmt part(List<Stmt> stmts, List<Var> results) {
        List<Stmt> body = frame.withStores(stmts);
        List<Var> args = List.copyOf(Crossing.freeIn(body));
        Copier copier = new Copier();
        List<Var> params = new ArrayList<>();
        for (Var arg : args) {
            Var param = arg.isNamed() ? arg : new Var(names.outOfContext(arg), arg.type());
            copier.map(arg, param);
            params.add(param);
        }
        String partName = nextName();
        List<Var> declared = results.stream().map(Var::fresh).toList();
        parts.add(new Function(partName, params, declared, copier.block(new Block(body, List.copyOf(results)))));
        return new Stmt.Call(new Callee.Local(partName), List.<Value>copyOf(args), results, Origin.NONE);
    }
}
