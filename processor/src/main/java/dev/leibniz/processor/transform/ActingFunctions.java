package dev.leibniz.processor.transform;

import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.program.CallGraph;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.ir.walk.Walk;

/**
 * The functions of a program with an action that must be done once, such as a print or a draw. A method of another class of which nothing
 * is known may do that, too: its result may be another one the next time.
 */
final class ActingFunctions {
    private final Program program;
    private final CallGraph graph;

    ActingFunctions(Program program) {
        this.program = program;
        this.graph = CallGraph.linked(program.functions());
    }

    /** Whether a function does, or calls one that does. */
    boolean areIn(String name) {
        return graph.closure(name).stream().anyMatch(this::areItsOwn);
    }

    private boolean areItsOwn(String name) {
        Function function = program.functions().get(name);
        return function != null
                && Walk.any(
                        function.body(),
                        stmt -> stmt instanceof Stmt.Call call
                                && call.callee() instanceof Callee.External external
                                && !external.pure());
    }
}
