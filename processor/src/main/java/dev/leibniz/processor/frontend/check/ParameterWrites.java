package dev.leibniz.processor.frontend.check;

import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.read.values.Findings;
import dev.leibniz.processor.frontend.read.values.MethodBody;
import dev.leibniz.processor.frontend.read.values.Notes;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Checks that annotated methods leave their parameters as they are, and that constants are not written. */
public final class ParameterWrites {
    private final Notes notes;
    private final Findings findings;
    private final Map<String, Aliasing.Summary> summaries = new HashMap<>();
    private final Map<String, Aliasing> analyses = new HashMap<>();

    /** Analyses {@code all} functions of a class, which may call each other. */
    public ParameterWrites(Map<String, Function> all, Notes notes, Findings findings) {
        this.notes = notes;
        this.findings = findings;
        for (Map.Entry<String, Function> entry : all.entrySet()) {
            summaries.put(entry.getKey(), Aliasing.Summary.nothing(entry.getValue()));
        }
        Map<String, Function> callers = callers(all);
        Map<String, Function> pending = all;
        while (!pending.isEmpty()) {
            boolean changed = false;
            for (Map.Entry<String, Function> entry : pending.entrySet()) {
                Aliasing analysis = new Aliasing(entry.getValue(), summaries, notes);
                analyses.put(entry.getKey(), analysis);
                Aliasing.Summary summary = analysis.summary();
                Aliasing.Summary before = summaries.put(entry.getKey(), summary);
                changed |= !callers.isEmpty() && !summary.equals(before);
            }
            pending = changed ? callers : Map.of();
        }
    }

    /** The functions of which more may be known when more is known of others. */
    private static Map<String, Function> callers(Map<String, Function> all) {
        Map<String, Function> callers = new LinkedHashMap<>(all);
        callers.values().removeIf(function -> !Walk.any(function.body(), stmt -> stmt instanceof Stmt.Call));
        return callers;
    }

    /** Whether the annotated method writes only the parameters that it has to fill, and its callees write no constants. */
    public boolean check(MethodBody body, Set<String> closure) {
        boolean fine = true;
        Set<String> leaving = new HashSet<>(Set.of(body.function()));
        for (String name : closure) {
            leaving.addAll(residualsIn(name));
        }
        for (String name : closure) {
            for (Stmt stmt : analysisOf(name).unfollowed()) {
                if (notes.siteOf(stmt) != null) {
                    report(ProblemCode.ALIASING, stmt, (Object) null);
                    fine = false;
                }
            }
            for (Stmt stmt : analysisOf(name).escapes()) {
                report(ProblemCode.UNSEEN_WRITE, stmt, (Object) null);
                fine = false;
            }
            for (Map.Entry<Object, Set<Stmt>> entry : analysisOf(name).writes().entrySet()) {
                List<Stmt> writes = entry.getValue().stream()
                        .filter(stmt -> notes.siteOf(stmt) != null) // others initialise a new array
                        .toList();
                if (writes.isEmpty()) {
                    continue;
                }
                if (entry.getKey() instanceof Aliasing.Constant constant) {
                    String simple = constant.name().substring(constant.name().lastIndexOf('.') + 1);
                    for (Stmt stmt : writes) {
                        report(ProblemCode.CONSTANT_WRITTEN, stmt, simple);
                    }
                    fine = false;
                } else if (entry.getKey() instanceof Aliasing.ParameterRoot parameter
                        && leaving.contains(name)
                        && !(name.equals(body.function()) && body.filled().contains(parameter.index()))) {
                    for (Stmt stmt : writes) {
                        report(ProblemCode.MUTATED_PARAMETER, stmt, null, name);
                    }
                    fine = false;
                }
            }
        }
        return fine;
    }

    /** The functions with the equations of the solutions that a function calls for. */
    private Set<String> residualsIn(String name) {
        Set<String> residuals = new HashSet<>();
        for (Stmt stmt : Walk.statements(analysisOf(name).function().body())) {
            if (stmt instanceof Stmt.Call call
                    && call.callee() instanceof Callee.External external
                    && external.equation() != null) {
                residuals.add(external.equation().residual().function());
            }
        }
        return residuals;
    }

    /** Whether a rule, with its callees, does nothing that a check would have to look at: such a body is not differentiated. */
    public boolean isPlain(String rule, Map<String, Function> closure) {
        for (Map.Entry<String, Function> entry : closure.entrySet()) {
            Aliasing analysis = analysisOf(entry.getKey());
            boolean isWritten = analysis.writes().entrySet().stream()
                    .anyMatch(written -> (written.getKey() instanceof Aliasing.Constant
                                    || written.getKey() instanceof Aliasing.ParameterRoot
                                            && entry.getKey().equals(rule))
                            && written.getValue().stream().anyMatch(stmt -> notes.siteOf(stmt) != null));
            boolean isUnsure = Walk.any(
                    entry.getValue().body(),
                    stmt -> notes.claims().containsKey(stmt)
                            || !writtenUnseen(stmt).isEmpty());
            if (isWritten
                    || isUnsure
                    || analysis.unfollowed().stream().anyMatch(stmt -> notes.siteOf(stmt) != null)
                    || !analysis.escapes().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether no derivative flows into calls of methods that are not known, or into arrays that are written unseen. */
    public boolean checkClaims(Signature signature, Map<String, Function> closure) {
        Map<Stmt, Notes.Claim> claims = notes.claims();
        Set<Stmt> unseen = new HashSet<>();
        for (Function function : closure.values()) {
            for (Stmt stmt : Walk.statements(function.body())) {
                if (!writtenUnseen(stmt).isEmpty()) {
                    unseen.add(stmt);
                }
            }
        }
        if (claims.isEmpty() && unseen.isEmpty()) {
            return true;
        }
        ConstantFlow flow = flow(signature, closure);
        // The problem found was perhaps reported for another method already, so problems cannot be counted.
        AtomicBoolean isFine = new AtomicBoolean(true);
        closure.forEach((name, function) -> Walk.forEach(function.body(), stmt -> {
            if (writtenUnseen(stmt).stream()
                    .anyMatch(array ->
                            flow.varies(name, array) && !analysisOf(name).isThrownAway(array))) {
                report(ProblemCode.UNSEEN_WRITE, stmt, (Object) null);
                isFine.set(false);
            }
            Notes.Claim claim = claims.get(stmt);
            boolean isHarmless = claim != null
                    && claim.code() == ProblemCode.BITS
                    && !flow.bits().becomeNumbers();
            if (claim == null || isHarmless) {
                return;
            }
            boolean holds = stmt.operands().stream().noneMatch(operand -> flow.varies(name, operand));
            if (holds && !claim.isHidden()) {
                return;
            }
            isFine.set(false);
            if (!holds && claim.inside().isPresent()) {
                findings.add(claim.inside().get());
            } else {
                findings.report(claim.code(), claim.site().file(), claim.site().tree(), claim.args());
            }
        }));
        return isFine.get();
    }

    public ConstantFlow flow(Signature signature, Map<String, Function> closure) {
        return new ConstantFlow(signature, closure, analyses);
    }

    /** The arrays of numbers to which a call writes through which no derivative flows. */
    private List<Value> writtenUnseen(Stmt stmt) {
        if (!(stmt instanceof Stmt.Call call)) {
            return List.of();
        }
        Set<Integer> written = Set.of();
        if (call.callee() instanceof Callee.Local callee && callee.stopGradient()) {
            written = java.util.Objects.requireNonNull(summaries.get(callee.name()))
                    .written();
        } else if (call.callee() instanceof Callee.External callee && !callee.pure()) {
            written = callee.written();
        }
        return written.stream()
                .map(i -> call.args().get(i))
                .filter(array -> array.type().isDifferentiable())
                .toList();
    }

    private Aliasing analysisOf(String name) {
        Aliasing analysis = analyses.get(name);
        if (analysis == null) {
            throw new IllegalStateException("no analysis of " + name);
        }
        return analysis;
    }

    private void report(ProblemCode code, Stmt stmt, @org.jspecify.annotations.Nullable Object... args) {
        Notes.NotedTree site = java.util.Objects.requireNonNull(notes.siteOf(stmt));
        Tree tree = site.tree();
        Object[] filled = args.clone();
        if (filled[0] == null) {
            filled[0] = site.file().quote(tree);
        }
        findings.report(code, site.file(), tree, filled);
    }
}
