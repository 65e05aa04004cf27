package dev.leibniz.processor.analysis;

import dev.leibniz.processor.analysis.memory.Region;
import dev.leibniz.processor.analysis.memory.RepeatedRows;
import dev.leibniz.processor.analysis.memory.Site;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the effects on arrays of a call that is not inlined can be repeated on their adjoints. The callee's derivative is
 * called behind the call, in the backward sweep; by then it is too late to let two arrays of adjoints be one because the
 * callee made two arrays one.
 */
public final class SharedArrays {
    private final FunctionAnalysis facts;
    private final RepeatedRows repeated;

    public SharedArrays(FunctionAnalysis facts) {
        this.facts = facts;
        this.repeated = new RepeatedRows(facts.function(), facts.places(), facts.pointsTo(), facts.summaries());
    }

    /** The action of the callee that adjoints cannot follow; empty if there is none. */
    public Optional<String> objection(Stmt.Call call) {
        Callee callee = call.callee();
        if (facts.summaries().mayStoreArrays(callee) && call.args().stream().anyMatch(this::isActiveMatrix)) {
            return Optional.of("puts other rows into an array that it is given");
        }
        List<Value> written = facts.summaries().writtenArguments(call);
        if (isAnyGivenTwice(written, call) || written.stream().anyMatch(repeated::mayBeIn)) {
            return Optional.of("writes to arrays that it is given, and two of them may be the same array");
        }
        return isWrittenUnderTwoNames(call)
                ? Optional.of("may return an array that has another name, and such an array is written to later")
                : Optional.empty();
    }

    private boolean isActiveMatrix(Value array) {
        return array.type().rank() > 1 && facts.activity().carries(array);
    }

    /** Whether a written array can be reached from two arguments. */
    private boolean isAnyGivenTwice(List<Value> written, Stmt.Call call) {
        Set<Site> changed = new LinkedHashSet<>();
        written.forEach(array -> changed.addAll(facts.pointsTo().reachable(array)));
        Set<Site> given = new LinkedHashSet<>();
        for (Value arg : call.args()) {
            Set<Site> reached = new LinkedHashSet<>(facts.pointsTo().reachable(arg));
            reached.retainAll(changed);
            if (!Collections.disjoint(given, reached)) {
                return true;
            }
            given.addAll(reached);
        }
        return false;
    }

    private boolean isWrittenUnderTwoNames(Stmt.Call call) {
        Set<Site> known = new LinkedHashSet<>();
        call.args().forEach(arg -> known.addAll(facts.pointsTo().reachable(arg)));
        for (Var result : call.results()) {
            if (!isUsed(result)) {
                continue;
            }
            Set<Site> returned = facts.pointsTo().reachable(result);
            Region region = lifeOf(result, returned);
            if (!facts.summaries().returnsSeparateArrays(call.callee())) {
                returned.stream()
                        .filter(site -> !facts.pointsTo().sites(result).contains(site))
                        .forEach(known::add);
            }
            boolean isWritten = returned.stream()
                    .anyMatch(site -> known.contains(site) && !facts.memory().isStable(site, call, region));
            if (isWritten) {
                return true;
            }
            known.addAll(returned);
        }
        return false;
    }

    private boolean isUsed(Var result) {
        Block body = facts.function().body();
        return body.yields().contains(result)
                || Walk.any(
                        body,
                        stmt -> stmt.operands().contains(result)
                                || stmt.blocks().stream()
                                        .anyMatch(inner -> inner.yields().contains(result)));
    }

    /** The iteration in which a result is made if it is not known behind it; or the whole function. */
    private Region lifeOf(Var result, Set<Site> returned) {
        Region iteration = facts.places().definedIn(result).iteration();
        boolean isFunction = iteration == facts.places().root();
        boolean staysInside = !isFunction
                && returned.stream()
                        .filter(site -> site.creator() == result)
                        .allMatch(site -> facts.memory().isNewInEachIteration(site, iteration));
        return staysInside ? iteration : facts.places().root();
    }
}
