package dev.leibniz.processor.transform.derivation;

import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Function;
import java.util.Map;
import java.util.Optional;

/** The facts known about the functions that are called. */
public interface Callees {
    /** The function to put in place of a call, itself with all inlined; empty if the call has to stay. */
    Optional<Function> bodyOf(Callee callee);

    /** The function to call where the body is too much to put in place. */
    Callee instead(Callee callee);

    /** For the name of each reverse derivative that leaves its arguments as they are, the name of its function. */
    Map<String, String> primalsOfReverse();
}
