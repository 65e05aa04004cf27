package dev.leibniz.processor.simplify;

import dev.leibniz.processor.PassRunner;
import dev.leibniz.processor.Passes;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.transform.derivation.Callees;
import dev.leibniz.processor.transform.derivation.Stages;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the simplifications make of a function whose calls stay as they are. */
public final class Simplified {
    private static final Callees NOTHING_KNOWN = new Callees() {
        @Override
        public Optional<Function> bodyOf(Callee callee) {
            return Optional.empty();
        }

        @Override
        public Callee instead(Callee callee) {
            return callee;
        }

        @Override
        public Map<String, String> primalsOfReverse() {
            return Map.of();
        }
    };

    private Simplified() {}

    /** @param off names of simplifications that are not to run */
    public static Function of(Function function, Set<String> off) {
        return new PassRunner(off).run(Stages.PREPARATION, function, NOTHING_KNOWN);
    }

    /** The names of the simplifications. */
    static Set<String> names() {
        return Stream.of(
                        Passes.UNBOXING,
                        Passes.FOLDING,
                        Passes.UNCARRYING,
                        Passes.SHARING,
                        Passes.HOISTING,
                        Passes.DEAD_CODE_REMOVAL,
                        Passes.MOVING_INTO_ARMS)
                .map(Passes::label)
                .collect(Collectors.toSet());
    }
}
