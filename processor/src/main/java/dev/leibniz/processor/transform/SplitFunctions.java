package dev.leibniz.processor.transform;

import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.transform.calls.MergeCalls;
import dev.leibniz.processor.transform.derivation.Derivation;
import dev.leibniz.processor.transform.derivation.Refusal;
import dev.leibniz.processor.transform.derivation.SplitCall;
import dev.leibniz.processor.transform.record.SplitSweeps;
import dev.leibniz.processor.transform.replay.StepsReversal;
import dev.leibniz.processor.transform.reverse.AdjointTransform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The functions that are differentiated in two parts, see {@link SplitCall}. Of which types a function needs stacks depends on those
 * that it calls, and these may call it: so each is first drafted, to learn what it keeps and what it calls.
 */
final class SplitFunctions {
    private final FunctionSet functions;
    private final Map<SplitCall.Key, Draft> drafts = new HashMap<>();
    private final Map<SplitCall.Key, SplitSweeps> made = new HashMap<>();
    private final Map<SplitCall.Key, Boolean> once = new HashMap<>();
    private final Map<SplitCall.Key, String> names = new LinkedHashMap<>();

    /** The calls in the function that is being drafted. */
    private Optional<Set<SplitCall.Key>> asked = Optional.empty();

    /**
     * @param kept the types of the kept values; empty if the function cannot be taken apart
     */
    private record Draft(Optional<Set<Type>> kept, Set<SplitCall.Key> calls) {}

    SplitFunctions(FunctionSet functions) {
        this.functions = functions;
    }

    /** The two parts of a function; empty if it, or one that it calls, cannot be taken apart. */
    Optional<SplitCall> of(SplitCall.Key key) {
        if (asked.isPresent()) {
            asked.get().add(key);
            return Optional.of(new SplitCall(key.function(), key.function(), List.of()));
        }
        Set<Type> kept = new TreeSet<>(Comparator.comparing(Type::toString));
        for (SplitCall.Key reached : closure(key)) {
            Optional<Set<Type>> own = draft(reached).kept();
            if (own.isEmpty()) {
                return Optional.empty();
            }
            kept.addAll(own.get());
        }
        List<Type> layout = List.copyOf(kept);
        String name = names.computeIfAbsent(key, this::newName);
        String forward =
                functions.derive(name + "Keeping", () -> sweeps(key, layout).forward());
        String backward =
                functions.derive(name + "Backward", () -> sweeps(key, layout).backward());
        return Optional.of(new SplitCall(forward, backward, layout));
    }

    /**
     * Whether the reverse derivative of a function does not run functions of the program a second time, as each call of them became
     * one with a call of their reverse derivative ({@link MergeCalls}): then nothing need be kept at all.
     */
    boolean runsOnceAsItIs(SplitCall.Key key) {
        Boolean known = once.get(key);
        if (known == null) {
            known = isRunOnce(key);
            // The knowledge of the derivatives of others grows in the meantime, but all calls must agree.
            Boolean nested = once.putIfAbsent(key, known);
            known = nested == null ? known : nested;
        }
        return known;
    }

    private boolean isRunOnce(SplitCall.Key key) {
        if (functions.summaries().mayWriteArguments(new Callee.Local(key.function()))) {
            return false;
        }
        Set<String> found = new LinkedHashSet<>();
        try {
            List<String> work = new ArrayList<>(List.of(functions.reverse(key.function(), key.differentiated())));
            while (!work.isEmpty()) {
                String name = work.remove(work.size() - 1);
                if (functions.isRecursivePrimal(name)) {
                    return false;
                }
                if (found.add(name)) {
                    for (Stmt stmt : Walk.statements(functions.function(name).body())) {
                        if (stmt instanceof Stmt.Call call && call.callee() instanceof Callee.Local local) {
                            work.add(local.name());
                        }
                    }
                }
            }
            return true;
        } catch (Refusal refusal) {
            // Said again where the call is.
            return false;
        }
    }

    private String newName(SplitCall.Key key) {
        long before = names.keySet().stream()
                .filter(other -> other.function().equals(key.function()))
                .count();
        return before == 0 ? key.function() : key.function() + "Case" + (before + 1);
    }

    private SplitSweeps sweeps(SplitCall.Key key, List<Type> layout) {
        SplitSweeps known = made.get(key);
        if (known == null) {
            Optional<Set<SplitCall.Key>> drafting = asked;
            asked = Optional.empty();
            known = make(key, layout).orElseThrow(() -> new IllegalStateException("was drafted: " + key));
            asked = drafting;
            made.put(key, known);
        }
        return known;
    }

    private Optional<SplitSweeps> make(SplitCall.Key key, List<Type> layout) {
        if (functions.replayed().isLoop(key.function())) {
            StepsReversal loop = functions.replayed().loop(key.function(), key.differentiated());
            return Optional.of(loop.apart(key.lasting(), layout));
        }
        Function primal = functions.function(key.function());
        Derivation derivation =
                functions.derivation(key.function(), key.differentiated(), Derivation.differentiableResults(primal));
        return AdjointTransform.apart(primal, derivation, key.lasting(), layout);
    }

    private Set<SplitCall.Key> closure(SplitCall.Key key) {
        Set<SplitCall.Key> found = new LinkedHashSet<>(Set.of(key));
        List<SplitCall.Key> work = new ArrayList<>(found);
        while (!work.isEmpty()) {
            for (SplitCall.Key called : draft(work.remove(work.size() - 1)).calls()) {
                if (found.add(called)) {
                    work.add(called);
                }
            }
        }
        return found;
    }

    private Draft draft(SplitCall.Key key) {
        Draft known = drafts.get(key);
        if (known == null) {
            known = newDraft(key);
            drafts.put(key, known);
        }
        return known;
    }

    private Draft newDraft(SplitCall.Key key) {
        Set<SplitCall.Key> calls = new LinkedHashSet<>();
        asked = Optional.of(calls);
        try {
            Optional<Set<Type>> kept = make(key, List.of())
                    .map(SplitSweeps::kept)
                    .filter(types -> types.stream().allMatch(type -> type.leaf() instanceof Type.Scalar));
            return new Draft(kept, calls);
        } catch (Refusal refusal) {
            // Said again, and in its place, where the function is differentiated in one part.
            return new Draft(Optional.empty(), calls);
        } finally {
            asked = Optional.empty();
        }
    }
}
