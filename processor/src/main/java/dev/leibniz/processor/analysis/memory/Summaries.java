package dev.leibniz.processor.analysis.memory;

import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The facts a caller must know of a function that is not inlined: whether it writes into the arrays it is given or puts other
 * arrays there, and whether the arrays it returns are new ones, each another. Found for functions that call each other by
 * starting from the best assumptions and giving up those that do not hold.
 */
public final class Summaries {
    /**
     * @param written the positions of the parameters into which it may write, itself or into arrays that can be reached from them
     * @param storesArrays whether it puts arrays of numbers into arrays that it is given
     * @param mayStoreArrays whether it may do so, as it calls functions of which nothing is known
     */
    private record Summary(
            Set<Integer> written,
            boolean storesArrays,
            boolean mayStoreArrays,
            boolean returnsNew,
            boolean returnsSeparate,
            boolean acts) {}

    private final Map<String, Summary> summaries = new HashMap<>();

    /** The functions that call no other: their summaries stay as they are. */
    private final Map<String, Function> settled = new HashMap<>();

    private final boolean programHasNull;

    private Summaries(boolean programHasNull) {
        this.programHasNull = programHasNull;
    }

    public static Summaries of(Map<String, Function> functions) {
        return ofNone(functions.values()).and(functions);
    }

    /** The summaries of no function; they only tell whether null is among the arrays of the program. */
    public static Summaries ofNone(Collection<Function> program) {
        boolean[] hasNull = {false};
        program.forEach(function -> Walk.forEachUse(function.body(), value -> hasNull[0] |= isNullArray(value)));
        return new Summaries(hasNull[0]);
    }

    private static boolean isNullArray(Value value) {
        return value instanceof Const constant
                && constant.isNull()
                && constant.type().isArray();
    }

    /** Whether an array that is handed on anywhere in the program may be null. */
    public boolean programHasNull() {
        return programHasNull;
    }

    /** The summaries of all of these functions, some of which may be the same as before. */
    public Summaries and(Map<String, Function> functions) {
        Summaries result = new Summaries(programHasNull);
        Map<String, Function> open = new LinkedHashMap<>();
        functions.forEach((name, function) -> {
            Summary known = settled.get(name) == function ? summaries.get(name) : null;
            if (known == null) {
                open.put(name, function);
            }
            if (!Walk.any(function.body(), stmt -> stmt instanceof Stmt.Call)) {
                result.settled.put(name, function);
            }
            result.summaries.put(name, known == null ? new Summary(Set.of(), false, false, true, true, false) : known);
        });
        boolean changed;
        do {
            changed = false;
            for (Map.Entry<String, Function> entry : open.entrySet()) {
                Summary summary = result.summarise(entry.getValue());
                changed |= !summary.equals(result.summaries.put(entry.getKey(), summary));
            }
        } while (changed);
        return result;
    }

    /** Whether a call may change the arrays it is given. */
    public boolean mayWriteArguments(Callee callee) {
        if (callee instanceof Callee.Local local) {
            Summary summary = summaries.get(local.name());
            return summary == null || !summary.written().isEmpty();
        }
        return !(callee instanceof Callee.External external
                && external.written().isEmpty());
    }

    /** Whether a call may do something that must not be done twice. */
    public boolean mayAct(Callee callee) {
        if (callee instanceof Callee.Local local) {
            Summary summary = summaries.get(local.name());
            return summary != null && summary.acts();
        }
        return callee instanceof Callee.External external && !external.pure();
    }

    /** The arguments that a call may change, themselves or arrays that can be reached from them. */
    public List<Value> writtenArguments(Stmt.Call call) {
        if (!mayWriteArguments(call.callee())) {
            return List.of();
        } else if (call.callee() instanceof Callee.External external) {
            return external.written().stream()
                    .sorted()
                    .map(i -> call.args().get(i))
                    .toList();
        }
        return IntStream.range(0, call.args().size())
                .filter(i -> mayWriteArgument(call.callee(), i))
                .mapToObj(i -> call.args().get(i))
                .toList();
    }

    /** Whether a call of a function of the program may change its argument at a position. */
    public boolean mayWriteArgument(Callee callee, int position) {
        Summary summary = callee instanceof Callee.Local local ? summaries.get(local.name()) : null;
        return summary == null || summary.written().contains(position);
    }

    /** Whether no array that a call returns can be reached from its arguments. */
    public boolean returnsNewArrays(Callee callee) {
        if (callee instanceof Callee.External external) {
            return external.returnsNewArrays();
        }
        Summary summary = callee instanceof Callee.Local local ? summaries.get(local.name()) : null;
        return summary != null && summary.returnsNew();
    }

    /** Whether no array that a call returns can be reached in two ways from its results. */
    public boolean returnsSeparateArrays(Callee callee) {
        if (callee instanceof Callee.External external) {
            return external.returnsNewArrays();
        }
        Summary summary = callee instanceof Callee.Local local ? summaries.get(local.name()) : null;
        return summary != null && summary.returnsSeparate();
    }

    /** Whether a call may put arrays of numbers into arrays of arrays that it is given. */
    public boolean mayStoreArrays(Callee callee) {
        Summary summary = callee instanceof Callee.Local local ? summaries.get(local.name()) : null;
        return summary != null && summary.storesArrays();
    }

    /** As {@link #mayStoreArrays}, also where nothing is known of its callees. */
    boolean mayStoreAnyArray(Callee callee) {
        if (callee instanceof Callee.External external) {
            return !external.written().isEmpty();
        }
        Summary summary = callee instanceof Callee.Local local ? summaries.get(local.name()) : null;
        return summary == null || summary.mayStoreArrays();
    }

    private Summary summarise(Function function) {
        PointsTo pointsTo = PointsTo.of(function, this);
        Places places = Places.of(function);
        Memory memory = Memory.of(function, places, pointsTo, this);
        Set<Site> changed = new HashSet<>();
        Walk.forEach(
                function.body(), stmt -> changed.addAll(memory.effects(stmt).writes()));
        Set<Site> given = new LinkedHashSet<>();
        Set<Integer> written = new HashSet<>();
        for (int i = 0; i < function.params().size(); i++) {
            Set<Site> reached = pointsTo.reachable(function.params().get(i));
            given.addAll(reached);
            if (reached.stream().anyMatch(changed::contains)) {
                written.add(i);
            }
        }
        boolean stores = Walk.any(
                function.body(),
                stmt -> storesArrays(stmt)
                        && memory.effects(stmt).writes().stream().anyMatch(given::contains));
        boolean returnsNew = true;
        boolean returnsSeparate = true;
        Set<Site> returned = new LinkedHashSet<>();
        RepeatedRows repeated = new RepeatedRows(function, places, pointsTo, this);
        for (Value yield : function.body().yields()) {
            Set<Site> reached = pointsTo.reachable(yield);
            returnsNew &= reached.stream().noneMatch(given::contains);
            returnsSeparate &= reached.stream().noneMatch(returned::contains) && !repeated.mayBeIn(yield);
            returned.addAll(reached);
        }
        boolean acts = Walk.any(function.body(), stmt -> stmt instanceof Stmt.Call call && mayAct(call.callee()));
        boolean mayStore = stores
                || Walk.any(function.body(), stmt -> stmt instanceof Stmt.Call call && mayStoreAnyArray(call.callee()));
        return new Summary(written, stores, mayStore, returnsNew, returnsSeparate, acts);
    }

    private boolean storesArrays(Stmt stmt) {
        return stmt.rowFlows().stream()
                        .anyMatch(rows -> isArrayOfNumbers(rows.to().type().element()))
                || stmt instanceof Stmt.Call call && mayStoreArrays(call.callee());
    }

    private static boolean isArrayOfNumbers(Type type) {
        return type.isArray() && type.isDifferentiable();
    }
}
