package dev.leibniz.processor.ir;

import java.util.List;

/**
 * A function of the IR: parameters, a body, and as many results as the body yields. Records are flattened into their
 * components before they get here.
 *
 * @param results a name (may be empty) and type for each value the body yields
 */
public record Function(String name, List<Var> params, List<Var> results, Block body) {
    public Function {
        params = List.copyOf(params);
        results = List.copyOf(results);
    }

    public Function withBody(Block body) {
        return body == this.body ? this : new Function(name, params, results, body);
    }

    public Function withName(String name) {
        return new Function(name, params, results, body);
    }
}
