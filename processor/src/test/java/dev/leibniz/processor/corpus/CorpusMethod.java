package dev.leibniz.processor.corpus;

import java.util.List;
import java.util.Map;

/**
 * An annotated method of the corpus.
 *
 * @param className binary name of its class
 * @param method its own name
 * @param name the name its derivatives are called after
 * @param parameters those that are no results
 * @param results the positions of the parameters that are
 * @param ranges for a parameter, or a component of a record, the least and greatest value to try
 * @param lengths for an array parameter its length
 * @param single whether numbers pass through {@code float} inside, so that less precision can be asked for
 * @param hasDifferences whether the derivative is that of the value: not so below a stop-gradient
 */
record CorpusMethod(
        String className,
        String method,
        String name,
        int order,
        List<Parameter> parameters,
        List<Integer> results,
        Map<String, double[]> ranges,
        Map<String, Integer> lengths,
        boolean single,
        boolean hasDifferences) {

    /** A parameter: {@code differentiated} unless it has no floating-point part or is annotated. */
    record Parameter(String name, boolean differentiated) {}

    String gradClass() {
        int dot = className.lastIndexOf('.');
        return className.substring(0, dot + 1) + className.substring(dot + 1).replace('$', '_') + "Grad";
    }

    @Override
    public String toString() {
        return className.substring(className.lastIndexOf('.') + 1) + "." + name;
    }
}
