package dev.leibniz.processor.frontend.read.program;

import dev.leibniz.processor.frontend.read.values.Findings;
import dev.leibniz.processor.frontend.read.values.ReadFunction;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.problem.Problem;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Helpers that may turn out to be nothing but computations on constants: their problems are kept back, for they do not matter where
 * no differentiated value reaches them. Then they are called as they are.
 */
public final class Attempts {
    /** The problems with any caller of the helper: its value would depend on more than its arguments, or it changes something outside. */
    private static final Set<ProblemCode> ALWAYS_WRONG = EnumSet.of(
            ProblemCode.IMPURE_CALL,
            ProblemCode.NON_FINAL_FIELD,
            ProblemCode.FIELD_WRITE,
            ProblemCode.CONSTANT_WRITTEN,
            ProblemCode.CHECKED_EXCEPTION,
            ProblemCode.INTERNAL);

    private final Functions functions;
    private final Map<ReadFunction, Findings> keptBack = new HashMap<>();

    Attempts(Functions functions) {
        this.functions = functions;
    }

    /** Reads a helper; the result is its problems, if they do not matter where it gets constants only. */
    public Optional<Findings> read(SourceMethod method) {
        Findings own = new Findings();
        ReadFunction read = functions.read(method, own);
        if (own.count() > 0) {
            keptBack.putIfAbsent(read, own);
        }
        boolean isKnown = read.reachable().stream().allMatch(one -> one.broken || one.function != null);
        if (!isKnown) {
            return Optional.empty(); // it is being read
        }
        Findings all = new Findings();
        read.reachable().stream().map(keptBack::get).filter(Objects::nonNull).forEach(all::add);
        boolean isWrong = all.problems().stream().map(Problem::code).anyMatch(ALWAYS_WRONG::contains);
        if (all.count() == 0 || isWrong) {
            settle(read);
            return Optional.empty();
        }
        return Optional.of(all);
    }

    /** Reports the problems kept back of a function that is needed after all, and of those that it needs. */
    void settle(ReadFunction read) {
        if (!keptBack.isEmpty()) {
            read.reachable().stream()
                    .map(keptBack::get)
                    .filter(Objects::nonNull)
                    .forEach(functions.findings()::add);
        }
    }
}
