package dev.leibniz.processor;

import static dev.leibniz.processor.Passes.Mode.ALWAYS;
import static dev.leibniz.processor.Passes.Mode.ONCE;
import static dev.leibniz.processor.Passes.Mode.REOPENING;
import static dev.leibniz.processor.Passes.Mode.REPEATED;

import dev.leibniz.processor.emit.locals.ConversionsPerUse;
import dev.leibniz.processor.emit.locals.Pruning;
import dev.leibniz.processor.emit.locals.UnusedParameters;
import dev.leibniz.processor.pass.Pass;
import dev.leibniz.processor.pass.Stage;
import dev.leibniz.processor.shape.EqualFunctions;
import dev.leibniz.processor.shape.FlatSums;
import dev.leibniz.processor.shape.LateUpdates;
import dev.leibniz.processor.shape.LoopDistribution;
import dev.leibniz.processor.shape.LoopOutlining;
import dev.leibniz.processor.shape.MatrixAllocations;
import dev.leibniz.processor.shape.MethodSplitting;
import dev.leibniz.processor.shape.ZeroTests;
import dev.leibniz.processor.simplify.CommonSubexpressions;
import dev.leibniz.processor.simplify.ConstantFolding;
import dev.leibniz.processor.simplify.DeadCode;
import dev.leibniz.processor.simplify.Hoisting;
import dev.leibniz.processor.simplify.IntoArms;
import dev.leibniz.processor.simplify.InvariantCarried;
import dev.leibniz.processor.simplify.ScalarReplacement;
import dev.leibniz.processor.transform.arrays.DeadZeros;
import dev.leibniz.processor.transform.arrays.FirstContributions;
import dev.leibniz.processor.transform.arrays.HoistAllocations;
import dev.leibniz.processor.transform.arrays.NestAllocations;
import dev.leibniz.processor.transform.arrays.SinkAllocations;
import dev.leibniz.processor.transform.calls.Inliner;
import dev.leibniz.processor.transform.calls.MergeCalls;
import dev.leibniz.processor.transform.derivation.Stages;
import dev.leibniz.processor.transform.forward.PatternTransform;
import dev.leibniz.processor.transform.forward.TangentTransform;
import dev.leibniz.processor.transform.forward.VectorTangentTransform;
import dev.leibniz.processor.transform.reverse.AdjointTransform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All passes in their order, from the code the front end read to the code the emitter prints; nobody else knows the order. A function goes
 * through reading, preparation and allocation; its derivatives are made of it, go through these two themselves, and may be
 * differentiated again; what is to be printed is then shaped.
 */
public enum Passes {
    /** Nothing is done: this is what the front end made. */
    READING(Stages.READING, ALWAYS, (f, none) -> f),

    INLINING(Stages.PREPARATION, ALWAYS, Inliner::inline),
    UNBOXING(Stages.PREPARATION, ONCE, (f, calls) -> ScalarReplacement.in(f)),
    FOLDING(Stages.PREPARATION, REPEATED, (f, calls) -> ConstantFolding.in(f)),
    UNCARRYING(Stages.PREPARATION, REPEATED, (f, calls) -> InvariantCarried.in(f)),
    SHARING(Stages.PREPARATION, REPEATED, (f, calls) -> CommonSubexpressions.in(f)),
    HOISTING(Stages.PREPARATION, REPEATED, (f, calls) -> Hoisting.in(f)),
    DEAD_CODE_REMOVAL(Stages.PREPARATION, REPEATED, (f, calls) -> DeadCode.remove(f)),
    MOVING_INTO_ARMS(Stages.PREPARATION, REPEATED, (f, calls) -> IntoArms.in(f)),
    MERGING(Stages.PREPARATION, REOPENING, (f, calls) -> MergeCalls.in(f, calls.primalsOfReverse())),

    NESTING(Stages.ALLOCATION, ONCE, (f, none) -> NestAllocations.in(f)),
    DEAD_ZERO_REMOVAL(Stages.ALLOCATION, ONCE, (f, none) -> DeadZeros.in(f)),
    ALLOCATION_HOISTING(Stages.ALLOCATION, ONCE, (f, none) -> HoistAllocations.in(f)),

    SINKING(Stages.BEFORE_REVERSE, ONCE, (f, none) -> SinkAllocations.in(f)),
    ADJOINT(AdjointTransform.STAGE, ALWAYS, (f, transform) -> transform.apply(f)),
    /** Iterations that run again in the backward sweep have had theirs when the sweep was made. */
    FIRST_CONTRIBUTIONS(
            AdjointTransform.STAGE,
            ALWAYS,
            (f, transform) -> f.withBody(FirstContributions.in(f.body(), transform::isShadow))),

    TANGENT(Stages.FORWARD, ALWAYS, TangentTransform::of),

    FLATTENING(Stages.DIRECTION_LOOP, ONCE, (f, arrays) -> FlatSums.inLoops(f)),
    DISTRIBUTION(Stages.DIRECTION_LOOP, ONCE, LoopDistribution::in),
    TANGENTS(Stages.DIRECTIONS, ALWAYS, VectorTangentTransform::of),

    SETS(PatternTransform.STAGE, ALWAYS, PatternTransform::of),

    REFILLING(Pipeline.SHAPING, ONCE, (all, none) -> all.withEach(HoistAllocations::filling)),
    ZERO_TESTS(Pipeline.SHAPING, ALWAYS, (all, none) -> all.withEach(ZeroTests::in)),
    LATE_UPDATES(Pipeline.SHAPING, ONCE, (all, none) -> all.withEach(LateUpdates::of)),
    OUTLINING(Pipeline.SHAPING, ONCE, (all, none) -> LoopOutlining.in(all)),
    ROW_ALLOCATION(Pipeline.SHAPING, ONCE, (all, none) -> MatrixAllocations.rowByRow(all)),
    SPLITTING(Pipeline.SHAPING, ONCE, (all, none) -> MethodSplitting.inShortMethods(all)),
    METHOD_SHARING(Pipeline.SHAPING, ONCE, (all, none) -> EqualFunctions.in(all)),

    PRUNING(Pipeline.PRINTING, ALWAYS, (all, none) -> all.withEach(Pruning::prune)),
    PARAMETER_REMOVAL(Pipeline.PRINTING, ONCE, (all, none) -> UnusedParameters.remove(all)),
    CONVERSIONS(Pipeline.PRINTING, ALWAYS, (all, none) -> all.withEach(ConversionsPerUse::perUse));

    /** How a pass runs in its stage. */
    enum Mode {
        /** Always, no matter which passes are switched off. */
        ALWAYS,
        ONCE,
        /** In turn with its neighbours, as long as one of them finds something to do. */
        REPEATED,
        /** Once; where it finds something to do, the repeated ones before it run again. */
        REOPENING
    }

    private final Stage<?, ?> stage;
    private final Mode mode;
    private final Pass<?, ?> pass;

    <T, C> Passes(Stage<T, C> stage, Mode mode, Pass<T, C> pass) {
        this.stage = stage;
        this.mode = mode;
        this.pass = pass;
    }

    /** The passes of a stage. */
    static List<Passes> of(Stage<?, ?> stage) {
        List<Passes> passes = new ArrayList<>();
        for (Passes pass : values()) {
            if (pass.stage == stage) {
                passes.add(pass);
            }
        }
        return passes;
    }

    /** The pass of that name. */
    static Optional<Passes> named(String label) {
        return Arrays.stream(values())
                .filter(pass -> pass.label().equals(label))
                .findFirst();
    }

    /** The name as it is written in options and documentation. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String stage() {
        return stage.name();
    }

    /** Whether there is something to print without it. */
    public boolean canBeOff() {
        return mode != ALWAYS;
    }

    Mode mode() {
        return mode;
    }

    /** The pass as one of its stage. */
    @SuppressWarnings("unchecked") // the constructor has seen that they belong together
    <T, C> Pass<T, C> in(Stage<T, C> itsStage) {
        if (stage != itsStage) {
            throw new IllegalArgumentException(this + " does not run in " + itsStage);
        }
        return (Pass<T, C>) pass;
    }
}
