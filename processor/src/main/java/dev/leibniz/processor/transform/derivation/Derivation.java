package dev.leibniz.processor.transform.derivation;

import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.pass.Segments;
import java.util.HashSet;
import java.util.Set;

/**
 * The derivative that is to be made of a function.
 *
 * @param functions the derived functions, among which other derivatives are asked for
 * @param segments the passes that run on the way
 * @param analyses the analyses to be made on the way
 * @param name the name of the new function
 * @param independent the parameters that are differentiated
 * @param dependent the results that are differentiated
 */
public record Derivation(
        DerivedFunctions functions,
        Segments segments,
        Set<Analysis> analyses,
        String name,
        Mask independent,
        Mask dependent) {
    public Derivation {
        analyses = Set.copyOf(analyses);
    }

    /** All results of a function that have derivatives, as {@link #dependent}. */
    public static Mask differentiableResults(Function function) {
        return Mask.of(function.results(), result -> result.type().isDifferentiable());
    }

    /** The same derivation without one of the analyses. */
    public Derivation without(Analysis analysis) {
        Set<Analysis> others = new HashSet<>(analyses);
        others.remove(analysis);
        return new Derivation(functions, segments, others, name, independent, dependent);
    }
}
