package dev.leibniz.processor.transform.record;

import dev.leibniz.processor.analysis.memory.Region;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.transform.derivation.Names;
import dev.leibniz.processor.transform.derivation.SplitCall;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The values that the forward sweep keeps for the backward sweep, and their variables. Knows no reasons: these are the {@link Recorder}'s
 * business.
 */
public final class Records {
    private final Set<Region> joint = new HashSet<>();

    /** The variables that are kept of each region, each with the array, or the variable outside the branch, that keeps it. */
    private final Map<Region, Map<Var, Var>> kept = new HashMap<>();

    private final Map<Loop.While, Var> tripCounts = new LinkedHashMap<>();
    private final Map<Stmt.Call, Map<Integer, Var>> snapshots = new IdentityHashMap<>();
    private final Map<Stmt.Call, SplitCall> split = new IdentityHashMap<>();
    private final Map<Stmt, Map<Var, Var>> copies = new IdentityHashMap<>();
    private final NamedCopies iterationCopies = new NamedCopies();

    /** The values that a loop's checkpoint kept, for the code that runs an iteration again. */
    private final Map<Stmt, Map<Var, Value>> starts = new IdentityHashMap<>();

    /** For each variable that keeps something, the variable whose value it keeps. */
    private final Map<Var, Var> contents = new HashMap<>();

    /** The regions in which these variables are visible. */
    private final Map<Var, Region> home = new HashMap<>();

    Records copy() {
        Records copy = new Records();
        copy.joint.addAll(joint);
        kept.forEach((region, some) -> copy.kept.put(region, new LinkedHashMap<>(some)));
        copy.tripCounts.putAll(tripCounts);
        snapshots.forEach((call, some) -> copy.snapshots.put(call, new LinkedHashMap<>(some)));
        copy.split.putAll(split);
        copies.forEach((loop, some) -> copy.copies.put(loop, new LinkedHashMap<>(some)));
        copy.iterationCopies.addAll(iterationCopies);
        starts.forEach((loop, some) -> copy.starts.put(loop, new LinkedHashMap<>(some)));
        copy.contents.putAll(contents);
        copy.home.putAll(home);
        return copy;
    }

    /** The variables kept of a region: each with the array, or the variable outside the branch, that keeps it. */
    public Map<Var, Var> of(Region region) {
        return kept.getOrDefault(region, Map.of());
    }

    Map<Region, Map<Var, Var>> all() {
        return kept;
    }

    /** Has a variable kept. @param keeping makes the variable that keeps it, if there is none yet */
    Var keep(Var variable, Region region, UnaryOperator<Var> keeping) {
        Var keeper = kept.computeIfAbsent(region, r -> new LinkedHashMap<>()).computeIfAbsent(variable, keeping);
        contents.putIfAbsent(keeper, variable);
        return keeper;
    }

    /** The variable of the primal whose value a variable without a name hands on; itself if it is none of those that keep something. */
    Var origin(Var variable) {
        Var content = variable.isNamed() ? null : contents.get(variable);
        return content == null ? variable : origin(content);
    }

    /** Whether the backward code of a region stands in the same block as its forward code. */
    boolean isJoint(Region region) {
        return joint.contains(region);
    }

    void setJoint(Region region) {
        joint.add(region);
    }

    /** Whether it is one of the variables that keep something. */
    boolean hasHome(Var variable) {
        return home.containsKey(variable);
    }

    @Nullable
    Region home(Var variable) {
        return home.get(variable);
    }

    void setHome(Var variable, Region region) {
        home.put(variable, region);
    }

    Var tripCount(Loop.While loop) {
        return tripCounts.computeIfAbsent(loop, l -> new Var("n", Type.INT));
    }

    Var snapshot(Stmt.Call call, int arg, Var array) {
        return snapshots
                .computeIfAbsent(call, c -> new LinkedHashMap<>())
                .computeIfAbsent(arg, i -> new Var(Names.saved(array), array.type()));
    }

    void keepOnStacks(Stmt.Call call, SplitCall parts) {
        split.put(call, parts);
    }

    Var copyAtStart(Stmt loop, Var array) {
        return copies.computeIfAbsent(loop, l -> new LinkedHashMap<>())
                .computeIfAbsent(array, v -> new Var(Names.start(v), v.type()));
    }

    void setStart(Stmt loop, Var array, Value start) {
        starts.computeIfAbsent(loop, l -> new LinkedHashMap<>()).put(array, start);
    }

    @Nullable
    Value start(Stmt loop, Var array) {
        return starts.getOrDefault(loop, Map.of()).get(array);
    }

    /** The number of iterations of a loop, if the backward sweep needs it. */
    public @Nullable Var tripCountOf(Loop.While loop) {
        return tripCounts.get(loop);
    }

    /** The copies that are to be made of the arguments of a call, by position. */
    public Map<Integer, Var> snapshotsOf(Stmt.Call call) {
        return snapshots.getOrDefault(call, Map.of());
    }

    /** The way in which a call keeps the values its backward sweep needs; null if that runs the callee again. */
    public @Nullable SplitCall partsOf(Stmt.Call call) {
        return split.get(call);
    }

    /** The copies that are to be made of arrays at the start of each iteration of a loop. */
    public Map<Var, Var> copiesAtStart(Stmt loop) {
        return copies.getOrDefault(loop, Map.of());
    }

    /** The copies that are to be made of arrays in iterations of loops, for single loads. */
    public NamedCopies iterationCopies() {
        return iterationCopies;
    }
}
