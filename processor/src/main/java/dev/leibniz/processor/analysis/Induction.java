package dev.leibniz.processor.analysis;

import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Value;
import java.util.List;

/**
 * An induction variable: a whole number that a loop carries and that each iteration changes by the same. It follows from the number of
 * the iteration.
 *
 * @param loop carries it
 * @param init its value in the first iteration
 * @param change the terms whose sum an iteration adds
 */
public record Induction(Loop loop, Value init, List<Term> change) {

    /**
     * A part of the amount an iteration adds.
     *
     * @param isNegative whether it is subtracted
     * @param step one value in all iterations of the loop
     * @param loops inner loops, each of whose iterations adds it: it is added as often as the product of their numbers of iterations
     */
    public record Term(boolean isNegative, Value step, List<Loop.For> loops) {}
}
