package dev.leibniz.processor.analysis;

import dev.leibniz.processor.analysis.extremes.Extremes;
import dev.leibniz.processor.analysis.extremes.KnownExtremes;
import dev.leibniz.processor.analysis.memory.Memory;
import dev.leibniz.processor.analysis.memory.Places;
import dev.leibniz.processor.analysis.memory.PointsTo;
import dev.leibniz.processor.analysis.memory.Site;
import dev.leibniz.processor.analysis.memory.Summaries;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.rules.Composition;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The facts known about one function for one choice of differentiated parameters and results. */
public record FunctionAnalysis(
        Function function,
        Summaries summaries,
        PointsTo pointsTo,
        Activity activity,
        Places places,
        Memory memory,
        FunctionValues functionValues,
        Extremes extremes) {

    /**
     * Analyses a function; the flags are as in {@link Activity#of}.
     *
     * @param isCalled whether other functions call it, which may ignore its results
     * @param knowsRanges whether to look for where numbers can be zero or infinite; else they can be everywhere
     */
    public static FunctionAnalysis of(
            Function function,
            Summaries summaries,
            Mask independent,
            Mask dependent,
            boolean isCalled,
            boolean knowsRanges) {
        PointsTo pointsTo = PointsTo.of(function, summaries);
        Activity activity = Activity.of(function, pointsTo, summaries, independent, dependent);
        Places places = Places.of(function);
        Memory memory = Memory.of(function, places, pointsTo, summaries);
        FunctionValues values = new FunctionValues(function, places);
        Extremes extremes = knowsRanges ? new KnownExtremes(function, pointsTo, isCalled) : Extremes.anywhere();
        return new FunctionAnalysis(function, summaries, pointsTo, activity, places, memory, values, extremes);
    }

    /**
     * The same for a function whose backward sweep does not follow its forward sweep at once: until then its callers may write to its
     * arguments and its results.
     *
     * @param lasting for each parameter, whether nobody writes to arrays that can be reached from it
     */
    public FunctionAnalysis withLaterSweep(Mask lasting) {
        Set<Site> changed = new LinkedHashSet<>();
        function.body().yields().forEach(result -> changed.addAll(pointsTo.reachable(result)));
        for (int i = 0; i < lasting.size(); i++) {
            if (!lasting.has(i)) {
                changed.addAll(pointsTo.reachable(function.params().get(i)));
            }
        }
        for (int i = 0; i < lasting.size(); i++) {
            if (lasting.has(i)) {
                changed.removeAll(pointsTo.reachable(function.params().get(i)));
            }
        }
        Memory later = Memory.of(function, places, pointsTo, summaries, changed);
        return new FunctionAnalysis(function, summaries, pointsTo, activity, places, later, functionValues, extremes);
    }

    /** The operation that computes a value, if it is a pure operation on numbers. */
    public Optional<Expr.Apply> operationOf(Value value) {
        return value instanceof Var variable
                        && places.knows(variable)
                        && places.definition(variable) instanceof Stmt.Let let
                        && let.expr() instanceof Expr.Apply apply
                ? Optional.of(apply)
                : Optional.empty();
    }

    /** The composition with a derivative of its own that an operation completes. */
    public Optional<Composition> compositionEndingIn(Expr.Apply apply) {
        boolean isDouble = apply.type() == Type.DOUBLE;
        return isDouble ? Composition.endingIn(apply, this::operationOf, activity::isActive) : Optional.empty();
    }

    /** Whether an array may be null: it may if null is handed around in the program and it was not just made. */
    public boolean mayBeNull(Value array) {
        if (!(array instanceof Var variable)) {
            return array instanceof Const constant && constant.isNull();
        }
        return summaries.programHasNull()
                && !(places.knows(variable)
                        && places.definition(variable) instanceof Stmt.Let let
                        && let.expr().makesArray());
    }

    /** Whether a value is the length of an array, and so never negative. */
    public boolean isLength(Value value) {
        return value instanceof Var variable
                && places.knows(variable)
                && places.definition(variable) instanceof Stmt.Let let
                && let.expr() instanceof Expr.Length;
    }
}
