package dev.leibniz.processor.simplify;

import dev.leibniz.processor.ir.Function;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs the simplifications, each as often as it finds something to do. */
public final class Simplifier {
    private static final int MAX_ROUNDS = 6;

    private static final Map<String, Pass> PASSES = passes();

    private Simplifier() {}

    private static Map<String, Pass> passes() {
        Map<String, Pass> passes = new LinkedHashMap<>();
        passes.put("fold", function -> new ConstantFolding().function(function));
        passes.put("carried", function -> new InvariantCarried().function(function));
        passes.put("cse", function -> new CommonSubexpressions(function).function(function));
        passes.put("hoist", function -> new Hoisting().function(function));
        passes.put("dead", DeadCode::remove);
        passes.put("arms", IntoArms::in);
        return Collections.unmodifiableMap(passes);
    }

    /** The names by which passes are switched off. */
    public static Set<String> names() {
        return PASSES.keySet();
    }

    /**
     * A function that computes the same with less.
     *
     * @param off names of passes that are not to run; names of anything else are ignored
     */
    public static Function simplify(Function function, Set<String> off) {
        List<Pass> passes = new ArrayList<>(PASSES.size());
        PASSES.forEach((name, pass) -> {
            if (!off.contains(name)) {
                passes.add(pass);
            }
        });
        Function current = function;
        int idle = 0; // how many passes in a row have had nothing to do
        for (int i = 0; i < MAX_ROUNDS * passes.size() && idle < passes.size(); i++) {
            Function next = passes.get(i % passes.size()).apply(current);
            idle = next == current ? idle + 1 : 0;
            current = next;
        }
        return current;
    }
}
