package dev.leibniz.processor.transform.replay;

import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Callee.Replay;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.transform.derivation.Derivation;
import dev.leibniz.processor.transform.derivation.DerivedFunctions;
import dev.leibniz.processor.transform.derivation.OptionalArrays;
import dev.leibniz.processor.transform.derivation.ProgramFunctions;
import dev.leibniz.processor.transform.record.SplitSweeps;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a loop that keeps copies of its state, in reverse mode: which of its variables are differentiated, which arrays are
 * copied, and the functions that run its iterations.
 */
public final class StepsReversal {
    private final ProgramFunctions functions;
    private final ReplayedFunctions replayed;
    private final LoopSteps steps;
    private final String name;
    private final Mask given;
    private final Replay replay;
    private final String iteration;
    private final String range;
    private final Mask differentiated;

    /**
     * @param name the name of the function that is the loop
     * @param given the parameters of it that are differentiated
     */
    StepsReversal(ProgramFunctions functions, ReplayedFunctions replayed, String name, Mask given, Replay replay) {
        this.functions = functions;
        this.replayed = replayed;
        this.name = name;
        this.given = given;
        this.replay = replay;
        this.steps = replayed.steps(name);
        this.iteration = replayed.iterationOf(name);
        this.range = functions.derive(name + "Range", steps::range);
        this.differentiated = differentiated();
    }

    /** The reverse derivative, with the calling convention of {@link DerivedFunctions#reverse}. */
    Function function(String reverse) {
        return sweep().function(reverse);
    }

    /** The sweeps apart; see {@link LoopSweep#apart}. */
    public SplitSweeps apart(Mask lasting, List<Type> layout) {
        return sweep().apart(lasting, layout);
    }

    private LoopSweep sweep() {
        if (replay instanceof Replay.Steps kept) {
            return new StepsSweep(this, kept.snapshots());
        }
        UndoneIteration undone = replayed.undone(name);
        return new ReversedSweep(this, functions.derive(name + "Undo", undone::undo), undone);
    }

    LoopSteps steps() {
        return steps;
    }

    Mask given() {
        return given;
    }

    /** The parameters of an iteration that are differentiated, its number included. */
    Mask differentiatedInIteration() {
        return differentiated;
    }

    String range() {
        return range;
    }

    String reverseIteration() {
        return functions.reverse(iteration, differentiated);
    }

    /** Whether an iteration may change the array that is its parameter at this position. */
    boolean isWritten(int position) {
        return steps.whole().params().get(position).type().isArray()
                && functions.summaries().mayWriteArgument(new Callee.Local(iteration), position);
    }

    /** The function that runs the loop and counts the iterations, where that is not known before. */
    String counting() {
        return functions.derive(name + "Counting", steps::counting);
    }

    boolean mayBeNull() {
        return facts(differentiated).mayBeNull(steps.whole().params().get(0));
    }

    OptionalArrays optionalArrays() {
        return new OptionalArrays(facts(differentiated));
    }

    private FunctionAnalysis facts(Mask mask) {
        Function body = functions.function(iteration);
        return functions.facts(body, mask, Derivation.differentiableResults(body));
    }

    /** The parameters that are differentiated in some iteration: the results computed from them are handed to the next one. */
    private Mask differentiated() {
        List<Boolean> mask = new ArrayList<>(given.and(Mask.none(1)).flags());
        boolean changed;
        do {
            changed = false;
            FunctionAnalysis facts = facts(new Mask(mask));
            Function body = facts.function();
            for (int i = 0; i < mask.size(); i++) {
                boolean isCarried = i < steps.carried()
                        && facts.activity().carries(body.body().yields().get(i));
                Var param = body.params().get(i);
                boolean isFilled = param.type().isArray() && facts.activity().carries(param);
                if (!mask.get(i) && param.type().isDifferentiable() && (isCarried || isFilled)) {
                    mask.set(i, true);
                    changed = true;
                }
            }
        } while (changed);
        return new Mask(mask);
    }
}
