package dev.leibniz.processor.transform;

import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.analysis.memory.Summaries;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.program.CallGraph;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.transform.calls.Recursion;
import dev.leibniz.processor.transform.replay.ReplayedFunctions;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions that stay calls, and the analyses of code that calls them. Summaries are made anew when one was added. */
final class CalledFunctions {
    private final Program program;
    private final Recursion recursion;
    private final ReplayedFunctions replayed;
    private final boolean knowsRanges;
    private final Set<String> stopsGradient;
    private final Map<String, Function> called = new LinkedHashMap<>();
    private Summaries summaries;
    private boolean areSummarised;
    private @Nullable Known latest;

    /** The last function that was analysed: often one derivative of it is asked for after the other. */
    private record Known(FunctionAnalysis facts, Summaries summaries, Mask independent, Mask dependent) {}

    CalledFunctions(Program program, Recursion recursion, ReplayedFunctions replayed, boolean knowsRanges) {
        this.program = program;
        this.recursion = recursion;
        this.replayed = replayed;
        this.knowsRanges = knowsRanges;
        this.stopsGradient = stopsGradient(program);
        this.summaries = Summaries.ofNone(program.functions().values());
    }

    private static Set<String> stopsGradient(Program program) {
        Set<String> names = new HashSet<>();
        for (Function function : program.functions().values()) {
            for (Stmt stmt : Walk.statements(function.body())) {
                if (stmt instanceof Stmt.Call call
                        && call.callee() instanceof Callee.Local callee
                        && callee.stopGradient()) {
                    names.add(callee.name());
                }
            }
        }
        return names;
    }

    /** Whether a function calls itself, directly or by way of others. Derived functions are as recursive as theirs. */
    boolean isRecursive(String name) {
        return !program.functions().containsKey(name) || recursion.isIn(name) || replayed.has(name);
    }

    /** Notes a function, if it stays a call. */
    void noteIfCalled(String name, Function function) {
        boolean staysCalled = isRecursive(name) || stopsGradient.contains(name);
        if (staysCalled) {
            areSummarised &= called.put(name, function) != null && !replayed.has(name);
        }
    }

    /** Notes a function that could be inlined, but is not. */
    void note(String name) {
        Function function = program.functions().get(name);
        if (function != null && !called.containsKey(name)) {
            called.put(name, function);
            areSummarised = false;
        }
    }

    /** The summaries of these functions. */
    Summaries summaries() {
        if (!areSummarised) {
            // A called function may not be prepared yet: then it still has calls in it that are to be inlined.
            summaries = summaries.and(CallGraph.withCalled(called, program.functions()));
            areSummarised = true;
        }
        return summaries;
    }

    /** The analysis of a function; the flags are as in {@link FunctionAnalysis#of}. */
    FunctionAnalysis facts(Function function, Mask independent, Mask dependent) {
        Known known = latest;
        if (known == null
                || known.facts().function() != function
                || known.summaries() != summaries()
                || !known.independent().equals(independent)
                || !known.dependent().equals(dependent)) {
            boolean isCalled = called.containsKey(function.name());
            FunctionAnalysis facts =
                    FunctionAnalysis.of(function, summaries(), independent, dependent, isCalled, knowsRanges);
            known = new Known(facts, summaries(), independent, dependent);
            latest = known;
        }
        return known.facts();
    }
}
