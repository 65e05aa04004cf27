package dev.leibniz.processor.transform.reverse;

import dev.leibniz.processor.analysis.Checkpoint;
import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.analysis.Recomputation;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrVerifier;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.pass.Stage;
import dev.leibniz.processor.transform.calls.CallAdjoints;
import dev.leibniz.processor.transform.derivation.Analysis;
import dev.leibniz.processor.transform.derivation.Derivation;
import dev.leibniz.processor.transform.derivation.DerivedFunctions;
import dev.leibniz.processor.transform.derivation.Names;
import dev.leibniz.processor.transform.derivation.OptionalArrays;
import dev.leibniz.processor.transform.derivation.Stages;
import dev.leibniz.processor.transform.record.BackwardScope;
import dev.leibniz.processor.transform.record.Checkpointing;
import dev.leibniz.processor.transform.record.Recorder;
import dev.leibniz.processor.transform.record.Shadows;
import dev.leibniz.processor.transform.record.SplitSweeps;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reverse mode: from a function to the function that also computes cotangentᵀ · Jacobian. The calling convention is that
 * of {@link DerivedFunctions#reverse}; gradients of arrays are added into the shadows that are passed.
 *
 * <p>The sweeps are generated more than once. Keeping values in nested loops, as the first attempt does, may be dearer than
 * running the outer loop's iterations again; then the next attempt does the latter ({@link Checkpointing}). Or they may be better kept in
 * one copy of an array for each iteration. And a value that the first attempt had to record because it is dear (a function value, a
 * division) is known to be there in the last, which computes cheap values from it instead of recording them too.
 */
public final class AdjointTransform {
    /** The stage in which a function becomes one with a backward sweep. */
    public static final Stage<Function, AdjointTransform> STAGE = new Stage<>("reverse mode");

    private final DerivedFunctions derived;
    private final Set<Analysis> analyses;
    private final Derivation derivation;
    private @Nullable Attempt last;

    private AdjointTransform(Derivation derivation) {
        this.derived = derivation.functions();
        this.analyses = derivation.analyses();
        this.derivation = derivation;
    }

    /** Each differentiated result gets a cotangent parameter. */
    public static Function of(Function function, Derivation derivation) {
        Function primal = derivation.segments().run(Stages.BEFORE_REVERSE, function);
        return derivation.segments().run(STAGE, primal, new AdjointTransform(derivation));
    }

    /** The function with its backward sweep, as the sweeps are generated. */
    public Function apply(Function primal) {
        FunctionAnalysis facts = derived.facts(primal, derivation.independent(), derivation.dependent());
        return best(facts, Attempt::apply);
    }

    /** The result of the last of several attempts, each of which knows the values the one before had to keep. */
    private <T> T best(FunctionAnalysis facts, java.util.function.Function<Attempt, T> make) {
        Map<Stmt, Checkpoint> checkpoints = new IdentityHashMap<>();
        Map<Stmt, Checkpoint> more;
        Attempt attempt;
        T result;
        do {
            attempt = new Attempt(facts, Set.of(), checkpoints, false);
            result = make.apply(attempt);
            more = moreCheckpoints(attempt, checkpoints);
            checkpoints.putAll(more);
        } while (!more.isEmpty());
        boolean copying = attempt.recomputation.isHelpedByCopying();
        if (copying) {
            attempt = new Attempt(facts, Set.of(), checkpoints, true);
            result = make.apply(attempt);
        }
        Set<Var> dear = attempt.recorder.dear();
        if (!dear.isEmpty()) {
            attempt = new Attempt(facts, dear, checkpoints, copying);
            result = make.apply(attempt);
        }
        last = attempt;
        return result;
    }

    /** Whether a variable of the function that was made last is an array of adjoints. */
    public boolean isShadow(Var variable) {
        return Objects.requireNonNull(last).recorder.isShadow(variable);
    }

    /** The loops that are better run again after this attempt; loops inside them may follow in the next. */
    private Map<Stmt, Checkpoint> moreCheckpoints(Attempt attempt, Map<Stmt, Checkpoint> known) {
        if (!analyses.contains(Analysis.CHECKPOINTING)) {
            return Map.of();
        }
        boolean always = !analyses.contains(Analysis.WEIGHING);
        Map<Stmt, Checkpoint> more = Checkpointing.choose(attempt.facts, attempt.recorder, always);
        more.keySet().removeAll(known.keySet());
        return more;
    }

    /**
     * The sweeps apart: a forward sweep that any number of backward sweeps can follow.
     *
     * @return empty if arrays of adjoints would have to be made in the forward sweep
     */
    public static Optional<RowSweeps> rows(Function function, Derivation derivation) {
        Function primal = derivation.segments().run(Stages.BEFORE_REVERSE, function);
        return new AdjointTransform(derivation).rows(primal);
    }

    /**
     * The sweeps as two functions, the second of which may be called much later.
     *
     * @param lasting for each parameter, whether nobody writes to arrays that can be reached from it in the meantime
     * @param layout the types of the values kept on stacks in between, by the function and by those that it calls
     * @return empty if arrays of adjoints would have to be made in the forward sweep
     */
    public static Optional<SplitSweeps> apart(
            Function function, Derivation derivation, Mask lasting, List<Type> layout) {
        Function primal = derivation.segments().run(Stages.BEFORE_REVERSE, function);
        AdjointTransform transform = new AdjointTransform(derivation);
        FunctionAnalysis facts = derivation
                .functions()
                .facts(primal, derivation.independent(), derivation.dependent())
                .withLaterSweep(lasting);
        return transform.best(facts, attempt -> attempt.apart(layout));
    }

    private Optional<RowSweeps> rows(Function primal) {
        FunctionAnalysis facts = derived.facts(primal, derivation.independent(), derivation.dependent());
        Attempt first = new Attempt(facts, Set.of(), Map.of(), false);
        first.rows();
        return new Attempt(facts, first.recorder.dear(), Map.of(), false).rows();
    }

    /**
     * A forward sweep and a backward sweep.
     *
     * @param forward defines {@code values}, the results of the function
     * @param cotangents one for each of the results that are differentiated
     * @param row the backward sweep for {@code cotangents}
     * @param gradients the gradients {@code row} gives, for each differentiated parameter
     */
    public record RowSweeps(
            BlockBuilder forward, List<Value> values, List<Var> cotangents, BlockBuilder row, List<Value> gradients) {}

    private final class Attempt {
        private final FunctionAnalysis facts;
        private final Function function;
        private final Shadows shadows;
        private final Recomputation recomputation;
        private final Recorder recorder;
        private final OptionalArrays optional;

        Attempt(FunctionAnalysis facts, Set<Var> dear, Map<Stmt, Checkpoint> checkpoints, boolean copying) {
            this.facts = facts;
            this.function = facts.function();
            this.shadows = Shadows.forAdjoints(facts);
            this.optional = new OptionalArrays(facts);
            this.recomputation =
                    new Recomputation(facts, analyses.contains(Analysis.RECOMPUTATION), checkpoints, copying);
            this.recorder = new Recorder(facts, shadows, recomputation, dear, checkpoints);
        }

        Function apply() {
            Mask independent = derivation.independent();
            List<Var> params = new ArrayList<>(function.params());
            BlockBuilder out = new BlockBuilder();
            for (int i = 0; i < function.params().size(); i++) {
                Var param = function.params().get(i);
                if (param.type().isArray() && independent.has(i)) {
                    params.add(shadows.of(param));
                } else if (shadows.has(param)) {
                    optional.define(shadows.of(param), new Expr.ZerosLike(param), out);
                }
            }
            List<Value> yields = function.body().yields();
            Map<Integer, Var> cotangents = cotangents();
            params.addAll(cotangents.values());
            BackwardScope scope = new BackwardScope(facts.places().root(), null, recorder::home, new BlockBuilder());
            new JointSweep(
                            facts,
                            shadows,
                            CallAdjoints.once(derived, analyses.contains(Analysis.STACKS)),
                            analyses.contains(Analysis.FUSION))
                    .sweep(function.body(), scope, recorder, (s, r) -> seed(yields, cotangents, s, r), out);

            List<Value> results = new ArrayList<>(yields);
            List<Var> resultNames = new ArrayList<>(function.results());
            for (int i = 0; i < function.params().size(); i++) {
                Var param = function.params().get(i);
                if (!param.type().isArray() && independent.has(i)) {
                    Value adjoint = scope.adjoint(param);
                    results.add(adjoint == null ? Const.zero(param.type()) : adjoint);
                    resultNames.add(new Var(Names.adjoint(param), param.type()));
                }
            }
            BlockBuilder whole = new BlockBuilder();
            recorder.stacks().make(whole);
            whole.addAll(out.stmts());
            return new Function(derivation.name(), params, resultNames, whole.build(results));
        }

        /** A cotangent for each result that is differentiated. */
        private Map<Integer, Var> cotangents() {
            List<Value> yields = function.body().yields();
            Map<Integer, Var> cotangents = new LinkedHashMap<>();
            for (int i = 0; i < yields.size(); i++) {
                if (derivation.dependent().has(i)) {
                    String name = yields.size() == 1 ? "cotangent" : "cotangent" + (i + 1);
                    cotangents.put(i, new Var(name, yields.get(i).type()));
                }
            }
            return cotangents;
        }

        Optional<SplitSweeps> apart(List<Type> layout) {
            Mask independent = derivation.independent();
            BlockBuilder forward = new BlockBuilder();
            BlockBuilder row = new BlockBuilder();
            List<Var> seeds = new ArrayList<>();
            for (int i = 0; i < function.params().size(); i++) {
                Var param = function.params().get(i);
                if (param.type().isArray() && independent.has(i)) {
                    seeds.add(shadows.of(param));
                } else if (shadows.has(param)) {
                    optional.define(shadows.of(param), new Expr.ZerosLike(param), row);
                }
            }
            Map<Integer, Var> cotangents = cotangents();
            seeds.addAll(cotangents.values());
            List<Value> yields = function.body().yields();
            BackwardScope scope = new BackwardScope(facts.places().root(), null, recorder::home, new BlockBuilder());
            new JointSweep(facts, shadows, CallAdjoints.once(derived, analyses.contains(Analysis.STACKS)), false)
                    .sweep(function.body(), scope, recorder, (s, r) -> seed(yields, cotangents, s, r), forward, row);
            BlockBuilder backward = new BlockBuilder();
            BlockBuilder kept = moveShadows(forward, backward);
            backward.addAll(row.stmts());
            if (hasShadows(kept) || IrVerifier.endsInThrow(function.body())) {
                return Optional.empty();
            }
            List<Value> gradients = new ArrayList<>();
            for (int i = 0; i < function.params().size(); i++) {
                Var param = function.params().get(i);
                if (independent.has(i) && !param.type().isArray()) {
                    Value adjoint = scope.adjoint(param);
                    gradients.add(adjoint == null ? Const.zero(param.type()) : adjoint);
                }
            }
            return Optional.of(SplitSweeps.of(
                    function, kept.stmts(), seeds, backward.build(gradients), recorder.stacks(), layout));
        }

        Optional<RowSweeps> rows() {
            Mask independent = derivation.independent();
            BlockBuilder forward = new BlockBuilder();
            BlockBuilder once = new BlockBuilder();
            BlockBuilder row = new BlockBuilder();
            for (int i = 0; i < function.params().size(); i++) {
                Var param = function.params().get(i);
                if (param.type().isArray() && (independent.has(i) || shadows.has(param))) {
                    row.add(new Stmt.Let(shadows.of(param), new Expr.ZerosLike(param), row.origin()));
                }
            }
            List<Value> yields = function.body().yields();
            Map<Integer, Var> cotangents = cotangents();
            BackwardScope scope = new BackwardScope(facts.places().root(), null, recorder::home, new BlockBuilder());
            scope.repeatAfter(once);
            new JointSweep(facts, shadows, CallAdjoints.repeated(derived), false)
                    .sweep(function.body(), scope, recorder, (s, r) -> seed(yields, cotangents, s, r), forward, row);
            BlockBuilder backward = new BlockBuilder();
            BlockBuilder kept = moveShadows(forward, backward);
            backward.addAll(row.stmts());
            if (hasShadows(kept)) {
                return Optional.empty();
            }
            kept.addAll(once.stmts());
            List<Value> gradients = new ArrayList<>();
            for (int i = 0; i < function.params().size(); i++) {
                Var param = function.params().get(i);
                if (independent.has(i)) {
                    Value adjoint = param.type().isArray() ? shadows.of(param) : scope.adjoint(param);
                    gradients.add(adjoint == null ? Const.zero(param.type()) : adjoint);
                }
            }
            return Optional.of(new RowSweeps(kept, yields, List.copyOf(cotangents.values()), backward, gradients));
        }

        /** Each backward sweep needs new shadows: those that are only made in the forward sweep go there. */
        private BlockBuilder moveShadows(BlockBuilder forward, BlockBuilder backward) {
            BlockBuilder kept = new BlockBuilder();
            for (Stmt stmt : forward.stmts()) {
                boolean moves = stmt instanceof Stmt.Let let
                        && shadows.primalOf(let.target()) != null
                        && let.target().type().rank() == 1
                        && (let.expr() instanceof Expr.ZerosLike || let.expr() instanceof Expr.NewArray);
                (moves ? backward : kept).add(stmt);
            }
            return kept;
        }

        private boolean hasShadows(BlockBuilder forward) {
            boolean[] found = {false};
            for (Stmt stmt : Walk.statements(forward.build())) {
                found[0] |= stmt.results().stream().anyMatch(this::isShadow);
                found[0] |= stmt.operands().stream().anyMatch(this::isShadow);
            }
            return found[0];
        }

        private boolean isShadow(Value value) {
            return value instanceof Var variable && recorder.isShadow(variable);
        }

        /** Contributes the cotangents to the adjoints of the results. */
        private void seed(List<Value> yields, Map<Integer, Var> cotangents, BackwardScope scope, Recorder values) {
            cotangents.forEach((i, cotangent) -> {
                Value result = yields.get(i);
                if (result.type().isArray()) {
                    if (!(result instanceof Var array) || !facts.activity().hasShadow(result)) {
                        return;
                    }
                    boolean isNew =
                            shadows.isOfNewArray(array) && !scope.primals().containsKey(shadows.of(array));
                    if (isNew && facts.places().definedIn(array) == scope.region()) {
                        Expr copy = new Expr.CloneArray(cotangent, true);
                        scope.primals().put(shadows.of(array), scope.out().let(Names.adjoint(array), copy));
                    } else {
                        Value shadow = values.shadow(result, scope);
                        Stmt add =
                                new Stmt.AddInto(shadow, cotangent, scope.out().origin());
                        if (facts.mayBeNull(result)) {
                            OptionalArrays.ifPresent(cotangent, add, scope.out());
                        } else {
                            scope.out().add(add);
                        }
                    }
                } else if (facts.activity().isActive(result)) {
                    scope.contribute(result, cotangent);
                }
            });
        }
    }
}
