package dev.leibniz.processor.transform.derivation;

import dev.leibniz.processor.analysis.memory.Summaries;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Mask;
import java.util.Optional;
import java.util.function.Supplier;

/** The functions of one program, and all that are derived from them, for the classes that make forms and loops of them. */
public interface ProgramFunctions extends DerivedFunctions {
    /** A function with its calls inlined, simplified. */
    Function function(String name);

    /** A function as it was read; as it was made, if it was not. */
    Function read(String name);

    /** The function to put in place of a call as it was read; empty if the call has to stay. */
    Optional<Function> readBodyOf(Callee callee);

    /** The name of a function that is derived when it is first asked for. */
    String derive(String name, Supplier<Function> derivation);

    /** Makes a function that was put together of these ready to be used or differentiated. */
    Function prepare(Function function);

    /** Whether a function would stay as it is if it were prepared once more. */
    boolean isSimplest(Function function);

    /** Whether a function does something that must be done once, such as a print or a draw, or calls one that does. */
    boolean acts(String name);

    /** The summaries of the functions that stay calls. */
    Summaries summaries();

    /** A derivative that is to be made of one of these functions. */
    Derivation derivation(String name, Mask independent, Mask dependent);

    /**
     * A function with its backward sweep.
     *
     * @param splitting whether functions that it calls may be taken apart; the result then has no reverse mode
     */
    Function adjoint(Function function, String name, Mask independent, Mask dependent, boolean splitting);

    /** A function with its tangents. */
    Function tangent(Function function, String name, Mask independent, Mask dependent);

    /** A function with its tangents in many directions. */
    Function tangents(Function function, String name, Mask independent, Mask dependent);
}
