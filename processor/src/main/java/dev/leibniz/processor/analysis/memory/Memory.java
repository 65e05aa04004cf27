package dev.leibniz.processor.analysis.memory;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Effect;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arrays each statement reads and writes, and whether the contents of an array at one point are still there at a later
 * one.
 */
public final class Memory {

    /** The sites a statement touches, those of the statements inside it included. */
    public record Effects(Set<Site> reads, Set<Site> writes) {}

    private record Write(Stmt stmt, Site site) {}

    private final Places places;
    private final PointsTo pointsTo;
    private final Summaries summaries;
    private final Map<Stmt, Effects> effects = new IdentityHashMap<>();
    private final Map<Site, List<Stmt>> writers = new HashMap<>();
    private final Map<Region, Set<Site>> escaping = new HashMap<>();
    private final Set<Site> changedLater;

    private Memory(Places places, PointsTo pointsTo, Summaries summaries, Set<Site> changedLater) {
        this.places = places;
        this.pointsTo = pointsTo;
        this.summaries = summaries;
        this.changedLater = changedLater;
    }

    public static Memory of(Function function, Places places, PointsTo pointsTo, Summaries summaries) {
        return Memory.of(function, places, pointsTo, summaries, Set.of());
    }

    /**
     * @param changedLater the sites that others may write to after the function has returned, and before its backward sweep runs
     */
    public static Memory of(
            Function function, Places places, PointsTo pointsTo, Summaries summaries, Set<Site> changedLater) {
        Memory memory = new Memory(places, pointsTo, summaries, changedLater);
        memory.collect(function.body(), new Effects(new LinkedHashSet<>(), new LinkedHashSet<>()));
        return memory;
    }

    /** Whether a site is as it is at the end of {@code joint} when the backward sweep of that region begins. */
    public boolean lasts(Site site, Region joint) {
        return joint != places.root() || !changedLater.contains(site);
    }

    public Effects effects(Stmt stmt) {
        Effects found = effects.get(stmt);
        if (found == null) {
            throw new IllegalStateException("not part of the function: " + stmt);
        }
        return found;
    }

    /** All statements that may write elements of the site. */
    public List<Stmt> writers(Site site) {
        return writers.getOrDefault(site, List.of());
    }

    private void collect(Block block, Effects total) {
        for (Stmt stmt : block.stmts()) {
            Effects own = new Effects(new LinkedHashSet<>(), new LinkedHashSet<>());
            addDirect(stmt, own);
            own.writes()
                    .forEach(site -> writers.computeIfAbsent(site, s -> new ArrayList<>())
                            .add(stmt));
            stmt.blocks().forEach(inner -> collect(inner, own));
            effects.put(stmt, own);
            total.reads().addAll(own.reads());
            total.writes().addAll(own.writes());
        }
    }

    private void addDirect(Stmt stmt, Effects own) {
        for (Effect effect : stmt.effects()) {
            Set<Site> sites = effect.deep() ? pointsTo.reachable(effect.array()) : pointsTo.sites(effect.array());
            if (effect.reads()) {
                own.reads().addAll(sites);
            }
            if (effect.writes() && !(stmt instanceof Stmt.Call)) {
                own.writes().addAll(sites);
            }
        }
        if (stmt instanceof Stmt.Call call) {
            summaries.writtenArguments(call).forEach(arg -> own.writes().addAll(pointsTo.reachable(arg)));
        }
    }

    /**
     * Whether the elements of {@code array}, as they are at {@code stmt}, are the same until the end of {@code joint},
     * the region at whose end (in each iteration, if it is a loop) the backward sweep of {@code stmt} runs.
     */
    public boolean isStable(Value array, Stmt stmt, Region joint) {
        return pointsTo.sites(array).stream().allMatch(site -> isStable(site, stmt, joint));
    }

    /** As above, for all arrays of a site. */
    public boolean isStable(Site site, Stmt stmt, Region joint) {
        Places.Place at = places.place(stmt);
        return writers(site).stream().noneMatch(writer -> mayRunAfter(new Write(writer, site), at, joint));
    }

    /** As {@link #isStable}, for the array and everything it refers to. */
    public boolean isDeeplyStable(Value array, Stmt stmt, Region joint) {
        Places.Place at = places.place(stmt);
        for (Site site : pointsTo.reachable(array)) {
            if (!lasts(site, joint)) {
                return false;
            }
            for (Stmt writer : writers(site)) {
                if (writer == stmt || mayRunAfter(new Write(writer, site), at, joint)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether no iteration of {@code loop} writes to the site before it comes to {@code stmt}. */
    public boolean isUntouched(Site site, Stmt stmt, Region loop) {
        Places.Place at = places.place(stmt);
        return writers(site).stream().noneMatch(writer -> mayRunBefore(new Write(writer, site), at, loop));
    }

    /** Whether a statement that writes to a site may do so between {@code at} and the end of {@code joint}. */
    boolean mayRunAfter(Stmt writer, Site site, Stmt at, Region joint) {
        return mayRunAfter(new Write(writer, site), places.place(at), joint);
    }

    private boolean mayRunAfter(Write write, Places.Place at, Region joint) {
        if (!places.place(write.stmt()).region().isWithin(joint)) {
            return false;
        }
        Meeting meeting = meeting(write, at);
        return meeting.order() > 0 || meeting.byTurns() || isRepeated(write, meeting.region(), joint);
    }

    private boolean mayRunBefore(Write write, Places.Place at, Region loop) {
        if (!places.place(write.stmt()).region().isWithin(loop)) {
            return false;
        }
        Meeting meeting = meeting(write, at);
        return meeting.order() < 0 || meeting.byTurns() || isRepeated(write, meeting.region(), loop);
    }

    /**
     * The meeting point of the ways out of two places.
     *
     * @param order negative if the write comes first there, positive if it comes last, 0 if both are in one statement
     * @param byTurns whether that is a loop of which one place is in the test and the other in the body: each comes after the other
     */
    record Meeting(Region region, int order, boolean byTurns) {}

    private Meeting meeting(Write write, Places.Place at) {
        return meeting(places.place(write.stmt()), at);
    }

    /** The meeting point of a statement that writes and one that reads. */
    Meeting meeting(Stmt writer, Stmt reader) {
        return meeting(places.place(writer), places.place(reader));
    }

    private static Meeting meeting(Places.Place writeAt, Places.Place at) {
        Region a = writeAt.region();
        Region b = at.region();
        int indexA = writeAt.index();
        int indexB = at.index();
        boolean isInLoop = false;
        while (a != b) {
            if (a.depth() >= b.depth()) {
                indexA = a.index();
                isInLoop = a.kind() == Region.Kind.LOOP;
                a = parent(a);
            } else {
                indexB = b.index();
                b = parent(b);
            }
        }
        return new Meeting(a, Integer.compare(indexA, indexB), isInLoop && indexA == indexB);
    }

    /** Whether a loop inside {@code outer} and around {@code region} writes to one array again and again. */
    private boolean isRepeated(Write write, Region region, Region outer) {
        for (Region around = region; around != outer; around = parent(around)) {
            if (around.kind() == Region.Kind.LOOP && !isNewInEachIteration(write.site(), around)) {
                return true;
            }
        }
        return false;
    }

    public static Region parent(Region region) {
        Region parent = region.parent();
        if (parent == null) {
            throw new IllegalStateException("no region encloses both");
        }
        return parent;
    }

    /** Whether each iteration of the loop has an array of its own here, and none that outlives the iteration. */
    public boolean isNewInEachIteration(Site site, Region loop) {
        return places.knows(site.creator())
                && places.definedIn(site.creator()).isWithin(loop)
                && places.definition(site.creator()) != null
                && !escapes(site, loop);
    }

    private boolean escapes(Site site, Region loop) {
        return escaping.computeIfAbsent(loop, this::escapingFrom).contains(site);
    }

    /** The sites that live on after an iteration: carried on by the loop, or stored in an array from outside it. */
    private Set<Site> escapingFrom(Region loop) {
        Set<Site> found = new LinkedHashSet<>();
        Stmt owner = loop.owner();
        Block body = bodyOf(owner);
        body.yields().forEach(value -> found.addAll(pointsTo.reachable(value)));
        for (Site site : pointsTo.all()) {
            Var creator = site.creator();
            boolean inside = places.definedIn(creator).isWithin(loop) && places.definition(creator) != null;
            if (!inside) {
                pointsTo.contents(site).forEach(inner -> found.addAll(pointsTo.reachable(inner)));
            }
        }
        return found;
    }

    private static Block bodyOf(@Nullable Stmt owner) {
        if (owner instanceof Loop loop) {
            return loop.body();
        }
        throw new IllegalStateException("no loop: " + owner);
    }
}
