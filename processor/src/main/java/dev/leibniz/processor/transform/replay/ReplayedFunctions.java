package dev.leibniz.processor.transform.replay;

import dev.leibniz.processor.analysis.memory.Summaries;
import dev.leibniz.processor.ir.Callee.Replay;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.transform.derivation.ProgramFunctions;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The functions of a set that stay calls because backward sweeps are to run code of theirs again, and the functions made of them. */
public final class ReplayedFunctions {
    private final ProgramFunctions functions;
    private final Program program;
    private final Map<String, Replay> replays;

    /** For the name of each reverse derivative that runs code again, the name of one that does not. */
    private final Map<String, String> withoutReplay = new HashMap<>();

    public ReplayedFunctions(ProgramFunctions functions, Program program, Map<String, Replay> replays) {
        this.functions = functions;
        this.program = program;
        this.replays = Map.copyOf(replays);
    }

    public boolean isAnywhere() {
        return !replays.isEmpty();
    }

    public boolean has(String name) {
        return replays.containsKey(name);
    }

    /** The way in which the backward sweep gets the results of a function again, if the program says it. */
    @Nullable
    Replay get(String name) {
        return replays.get(name);
    }

    public boolean isLoop(String name) {
        Replay replay = replays.get(name);
        return replay != null && replay.isLoop();
    }

    /** A function that is a loop, in its parts. */
    LoopSteps steps(String name) {
        return new LoopSteps(functions.read(name));
    }

    /** One iteration of a function that is a loop, by name. */
    String iterationOf(String name) {
        return functions.derive(name + "Iteration", () -> steps(name).iteration());
    }

    /** The undoing of an iteration of a function that is a loop. */
    UndoneIteration undone(String name) {
        return new UndoneIteration(steps(name), Summaries.of(program.functions()));
    }

    /** A function that is a loop, differentiated for some of its parameters. */
    public StepsReversal loop(String name, Mask differentiated) {
        return new StepsReversal(
                functions, this, name, differentiated, java.util.Objects.requireNonNull(replays.get(name)));
    }

    /**
     * Makes the reverse derivative of a function. That of a loop, differentiated once more in reverse mode, is one that runs nothing
     * again.
     *
     * @param name the name of the derivative
     * @param plain makes the derivative that runs nothing again
     */
    public Supplier<Function> reverse(String function, Mask differentiated, String name, Supplier<Function> plain) {
        if (!isLoop(function)) {
            return plain;
        }
        withoutReplay.put(name, functions.derive(name + "Plain", plain));
        return () -> loop(function, differentiated).function(name);
    }

    /** The function of which the reverse derivative is to be made, when that of a function is asked for. */
    public String withoutReplay(String function) {
        return withoutReplay.getOrDefault(function, function);
    }
}
