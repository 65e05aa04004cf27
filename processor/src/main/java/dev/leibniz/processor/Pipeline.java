package dev.leibniz.processor;

import dev.leibniz.processor.ir.program.Companion;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.pass.Nothing;
import dev.leibniz.processor.pass.Stage;
import dev.leibniz.processor.transform.Differentiation;

/** The steps from the code the front end read to the code the emitter prints. */
public final class Pipeline {
    /** All functions of a class, which are not differentiated any more. */
    static final Stage<Companion, Nothing> SHAPING = new Stage<>("shaping");

    /** All functions of a class, as they are written in Java. */
    static final Stage<Companion, Nothing> PRINTING = new Stage<>("printing");

    private Pipeline() {}

    /**
     * All derivatives of a program, in the shape in which they are printed. A method that a transform refuses is left out, and
     * the reason given.
     */
    public static Differentiation.Outcome differentiate(Program program, PassRunner passes) {
        Differentiation.Outcome outcome = Differentiation.of(program.copy(), passes, passes.analyses());
        Companion shaped = passes.run(SHAPING, outcome.companion());
        return outcome.with(printable(shaped, passes).of(program));
    }

    /** Functions of any shape as the emitter can print them. */
    public static Companion printable(Companion companion, PassRunner passes) {
        return passes.run(PRINTING, companion);
    }
}
