package dev.leibniz.processor.shape;

import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One round over the statements of one block: cuts them into runs of at most a given size and puts calls of parts in
 * their place. Decides what a part is handed as an argument, what it returns, and what goes by way of the frame. Knows
 * nothing of the blocks around and of the statements' own blocks.
 */
final class Outlining {
    private static final int MOST_PARAMETERS = 16;
    private static final int THROUGH_FRAME = 10;

    /** Makes a part and gives the call of it. */
    interface Parts {
        Stmt part(List<Stmt> stmts, List<Var> results);
    }

    /** Consecutive statements. */
    private static final class Stretch {
        final int from;
        final int to;
        final boolean outlined;
        final List<Var> returned = new ArrayList<>();

        Stretch(int from, int to, boolean outlined) {
            this.from = from;
            this.to = to;
            this.outlined = outlined;
        }
    }

    private final List<Stmt> stmts;
    private final Set<Var> after;
    private final BytecodeSize size;
    private final FrameLayout frame;
    private final int limit;
    private final Crossing crossing;
    private final Set<Var> missingAfter = new LinkedHashSet<>();

    Outlining(List<Stmt> stmts, Set<Var> after, BytecodeSize size, FrameLayout frame, int limit) {
        this.stmts = List.copyOf(stmts);
        this.after = after;
        this.size = size;
        this.frame = frame;
        this.limit = limit;
        this.crossing = new Crossing(stmts, after);
    }

    /** The statements with calls in place of those that have become a part. */
    List<Stmt> apply(Parts parts) {
        List<Stretch> runs = runs();
        for (Stretch run : runs) {
            if (run.outlined) {
                decideResults(run);
            }
        }
        for (Stretch run : runs) {
            if (run.outlined) {
                limitArguments(run);
            }
        }
        List<Stmt> result = new ArrayList<>();
        Set<Var> hidden = new HashSet<>();
        for (Stretch run : runs) {
            List<Stmt> own = stmts.subList(run.from, run.to);
            if (run.outlined) {
                run.returned.removeIf(frame::has);
                own.forEach(stmt -> hidden.addAll(stmt.results()));
                run.returned.forEach(hidden::remove);
                result.add(parts.part(withLoads(run, frame::has), run.returned));
            } else {
                result.addAll(withLoads(run, hidden::contains));
                for (int i = run.from; i < run.to; i++) {
                    hidden.removeAll(crossing.usedBy(i));
                }
            }
        }
        after.stream().filter(hidden::contains).forEach(missingAfter::add);
        return result;
    }

    /** The variables that are needed after the block and are now to be had from the frame only. */
    Set<Var> missingAfter() {
        return missingAfter;
    }

    private List<Stretch> runs() {
        List<Stretch> runs = new ArrayList<>();
        int from = 0;
        while (from < stmts.size()) {
            int to = endOfRun(from);
            runs.add(new Stretch(from, to, isWorthwhile(from, to)));
            from = to;
        }
        return runs;
    }

    /** The end of the longest run of statements that fits, with the cost of fetching their operands and handing on their results. */
    private int endOfRun(int from) {
        if (stmts.get(from) instanceof Stmt.Throw) {
            return from + 1;
        }
        Set<Var> fetched = new HashSet<>();
        int[] handedOnUntil = new int[stmts.size() + 2];
        int handedOn = 0;
        int total = 0;
        int to = from;
        while (to < stmts.size() && !(stmts.get(to) instanceof Stmt.Throw)) {
            Stmt stmt = stmts.get(to);
            total += size.of(frame.withStores(List.of(stmt)));
            for (Var variable : crossing.usedBy(to)) {
                if (crossing.definitionOf(variable) < from && fetched.add(variable)) {
                    total += THROUGH_FRAME;
                }
            }
            for (Var result : stmt.results()) {
                if (crossing.lastUseOf(result) > to && !frame.has(result)) {
                    handedOn++;
                    handedOnUntil[crossing.lastUseOf(result)]++;
                }
            }
            handedOn -= handedOnUntil[to];
            if (to > from && total + handedOn * THROUGH_FRAME > limit) {
                break;
            }
            to++;
        }
        while (to - 1 > from && to < stmts.size() && stmts.get(to - 1) instanceof Stmt.Marker) {
            to--;
        }
        return to;
    }

    private boolean isWorthwhile(int from, int to) {
        List<Stmt> run = stmts.subList(from, to);
        boolean oneSimple = run.size() == 1 && run.get(0).blocks().isEmpty();
        return !oneSimple && size.of(run) > limit / 8;
    }

    /** A single result is returned; several go into the frame. */
    private void decideResults(Stretch run) {
        List<Var> results = new ArrayList<>();
        for (Stmt stmt : stmts.subList(run.from, run.to)) {
            for (Var result : stmt.results()) {
                if (crossing.lastUseOf(result) >= run.to && !frame.has(result)) {
                    results.add(result);
                }
            }
        }
        if (results.size() == 1) {
            run.returned.addAll(results);
        } else {
            results.forEach(frame::add);
        }
    }

    /** Too many arguments: those of the most frequent type go by way of the frame. */
    private void limitArguments(Stretch run) {
        Map<Type, List<Var>> byType = new LinkedHashMap<>();
        int count = 0;
        Set<Var> seen = new HashSet<>();
        for (int i = run.from; i < run.to; i++) {
            for (Var variable : crossing.usedBy(i)) {
                int definition = crossing.definitionOf(variable);
                boolean outside = definition < run.from || definition >= run.to;
                if (outside && !frame.has(variable) && !frame.isFrame(variable) && seen.add(variable)) {
                    byType.computeIfAbsent(variable.type(), t -> new ArrayList<>())
                            .add(variable);
                    count++;
                }
            }
        }
        while (count > MOST_PARAMETERS) {
            List<Var> most = byType.values().stream()
                    .max((a, b) -> Integer.compare(a.size(), b.size()))
                    .orElseThrow();
            most.forEach(frame::add);
            count -= most.size();
            most.clear();
        }
    }

    /** The statements of a run; in front of the first that needs it, each variable that only a frame has. */
    private List<Stmt> withLoads(Stretch run, Predicate<Var> inFrame) {
        List<Stmt> result = new ArrayList<>();
        Set<Var> known = new HashSet<>();
        for (int i = run.from; i < run.to; i++) {
            for (Var variable : crossing.usedBy(i)) {
                int definition = crossing.definitionOf(variable);
                boolean own = definition >= run.from
                        && definition < run.to
                        && !(run.outlined && frame.isLoad(stmts.get(definition)));
                if (!own && inFrame.test(variable) && known.add(variable)) {
                    result.add(frame.load(variable, stmts.get(i).origin()));
                }
            }
            if (!run.outlined || !frame.isLoad(stmts.get(i))) {
                result.add(stmts.get(i));
            }
        }
        return result;
    }
}
