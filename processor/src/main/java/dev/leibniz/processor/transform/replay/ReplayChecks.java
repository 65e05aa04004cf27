package dev.leibniz.processor.transform.replay;

import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.analysis.SharedArrays;
import dev.leibniz.processor.analysis.memory.PointsTo;
import dev.leibniz.processor.analysis.memory.Site;
import dev.leibniz.processor.analysis.memory.Summaries;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Callee.Replay;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.transform.derivation.Derivation;
import dev.leibniz.processor.transform.derivation.ProgramFunctions;
import dev.leibniz.processor.transform.derivation.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds calls and loops that cannot run again in the backward sweep, though the program asks for it: their actions must not be done
 * twice, or their arrays cannot be copied one by one.
 */
public final class ReplayChecks {

    /** The reason why a replay that the program asks for is not done. */
    public record Objection(Signature method, Origin place, Replay replay, String reason) {}

    private final ProgramFunctions functions;
    private final ReplayedFunctions replayed;
    private final Map<String, Objection> objections = new LinkedHashMap<>();

    private ReplayChecks(ProgramFunctions functions, ReplayedFunctions replayed) {
        this.functions = functions;
        this.replayed = replayed;
    }

    /**
     * For each function that cannot be run again, the first reason found.
     *
     * @param functions in which all functions that the program names are run again
     * @param replayed these
     */
    public static Map<String, Objection> of(
            ProgramFunctions functions, ReplayedFunctions replayed, List<Signature> methods) {
        ReplayChecks checks = new ReplayChecks(functions, replayed);
        methods.forEach(method -> {
            try {
                checks.check(method);
            } catch (Refusal refusal) {
                // Said again where the method is differentiated.
            }
        });
        return checks.objections;
    }

    private void check(Signature method) {
        Set<String> found = new LinkedHashSet<>();
        List<String> work = new ArrayList<>(List.of(method.function()));
        while (!work.isEmpty()) {
            FunctionAnalysis facts = facts(work.remove(work.size() - 1));
            for (Stmt stmt : Walk.statements(facts.function().body())) {
                if (stmt instanceof Stmt.Call call && call.callee() instanceof Callee.Local callee) {
                    Replay replay = replayed.get(callee.name());
                    if (replay != null) {
                        check(method, call, callee, replay, facts);
                    }
                    // A recursive method is called as it is, and may have such loops, too.
                    if (found.add(callee.name())) {
                        work.add(replay == null ? callee.name() : body(callee.name(), replay));
                    }
                }
            }
        }
    }

    private void check(Signature method, Stmt.Call call, Callee.Local callee, Replay replay, FunctionAnalysis facts) {
        String body = body(callee.name(), replay);
        FunctionAnalysis inside = facts(body);
        Optional<String> reason = functions.summaries().mayAct(new Callee.Local(body))
                ? Optional.of(
                        "it calls a method that may return something else, or do more than that, when it runs twice")
                : new SharedArrays(facts).objection(call).map(objection -> "it " + objection);
        if (reason.isEmpty() && replay.isLoop()) {
            reason = ofState(inside, functions.summaries());
        }
        if (reason.isEmpty() && replay instanceof Replay.Backwards) {
            reason = ofUndoing(callee.name(), call);
        }
        reason.ifPresent(
                text -> objections.putIfAbsent(callee.name(), new Objection(method, call.origin(), replay, text)));
    }

    private String body(String name, Replay replay) {
        return replay.isLoop() ? replayed.iterationOf(name) : name;
    }

    private FunctionAnalysis facts(String name) {
        Function function = functions.function(name);
        Mask all = Mask.of(function.params(), param -> param.type().isDifferentiable());
        return functions.facts(function, all, Derivation.differentiableResults(function));
    }

    // The state of loops

    /** The reason why the iterations of a loop cannot be undone, or not all that the derivative needs. */
    private Optional<String> ofUndoing(String name, Stmt.Call call) {
        UndoneIteration undone;
        try {
            undone = replayed.undone(name);
        } catch (UndoneIteration.Impossible impossible) {
            return Optional.of(Objects.requireNonNull(impossible.getMessage()));
        }
        Mask given = Mask.of(call.args(), arg -> arg.type().isDifferentiable());
        StepsReversal loop = replayed.loop(name, given);
        Function reverse = functions.function(loop.reverseIteration());
        List<Var> params = loop.steps().whole().params();
        for (int i = 0; i < params.size(); i++) {
            boolean isChanged = i < loop.steps().carried() || loop.isWritten(i);
            if (isChanged
                    && !undone.restored().contains(i)
                    && !UnneededState.is(reverse, i, loop.steps().carried())) {
                String which = params.get(i).isNamed() ? "`" + params.get(i).name() + "`" : "something";
                return Optional.of("the derivative needs " + which
                        + " as it was before each iteration, which changes it by other means");
            }
        }
        return Optional.empty();
    }

    /** The reason why the arrays of a loop cannot be copied one by one, told of one iteration. */
    private static Optional<String> ofState(FunctionAnalysis facts, Summaries summaries) {
        Callee.Local iteration = new Callee.Local(facts.function().name());
        if (!summaries.mayWriteArguments(iteration)) {
            return Optional.empty();
        } else if (storesRows(facts)) {
            return Optional.of("it puts other rows into an array that is there before it");
        }
        return mayJoinArrays(facts)
                ? Optional.of("it writes to arrays, and after an iteration two of its variables may be the same array")
                : Optional.empty();
    }

    private static boolean storesRows(FunctionAnalysis facts) {
        Set<Site> given = new LinkedHashSet<>();
        facts.function().params().forEach(param -> given.addAll(facts.pointsTo().reachable(param)));
        return Walk.any(
                facts.function().body(),
                stmt -> stmt.rowFlows().stream()
                                .anyMatch(rows -> !(stmt instanceof Stmt.Store)
                                        || !Collections.disjoint(
                                                facts.pointsTo().sites(rows.to()), given))
                        || stmt instanceof Stmt.Call call && facts.summaries().mayStoreArrays(call.callee()));
    }

    /** Whether arrays that were apart before an iteration may not be so after it. */
    private static boolean mayJoinArrays(FunctionAnalysis facts) {
        PointsTo pointsTo = facts.pointsTo();
        Function iteration = facts.function();
        List<Value> yields = iteration.body().yields();
        Set<Site> known = new LinkedHashSet<>();
        List<Var> params = iteration.params();
        params.subList(yields.size(), params.size()).forEach(param -> known.addAll(pointsTo.reachable(param)));
        for (Value yield : yields) {
            Set<Site> reached = pointsTo.reachable(yield);
            if (!Collections.disjoint(known, reached)) {
                return true;
            }
            known.addAll(reached);
        }
        return false;
    }
}
