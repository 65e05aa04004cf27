package dev.leibniz.processor.transform;

import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.transform.calls.Recursion;
import java.util.ArrayList;
import java.util.List;

/** Which functions of a program do something that must be done once, such as a print or a draw. */
final class SideEffects {
    private final Program program;
    private final Recursion recursion;

    SideEffects(Program program, Recursion recursion) {
        this.program = program;
        this.recursion = recursion;
    }

    /** Whether a function does, or calls one that does. */
    boolean areIn(String name) {
        List<String> all = new ArrayList<>(recursion.reachedFrom(name));
        all.add(name);
        return all.stream()
                .map(program.functions()::get)
                .anyMatch(function -> function != null
                        && Walk.any(
                                function.body(),
                                stmt -> stmt instanceof Stmt.Call call
                                        && (call.callee() instanceof Callee.External external && isSeen(external)
                                                || call.callee() instanceof Callee.DerivativeOf form
                                                        && areIn(
                                                                form.signature().function()))));
    }

    /** Whether a call is seen from outside. Of a method of another class that returns something it is only not known. */
    private boolean isSeen(Callee.External external) {
        boolean isKnown = external.isText()
                || external.params().isEmpty()
                || external.result().leaves().isEmpty()
                || external.owner().endsWith(program.className());
        return !external.pure() && isKnown;
    }
}
