package dev.leibniz.processor.transform.derivation;

import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Type;
import java.util.List;

/**
 * A function in two: one that keeps values on {@link dev.leibniz.processor.transform.record.ValueStacks}, and its backward sweep.
 *
 * @param forward the name of the one; its parameters are those of the function, then the stacks
 * @param backward the name of the other; its parameters are those of the function, then the shadow of each differentiated array
 *     parameter, a cotangent for each floating-point result, and the stacks; its results are the gradients of the differentiated
 *     scalar parameters
 * @param layout the types of which there are stacks, in their order
 */
public record SplitCall(String forward, String backward, List<Type> layout) {
    public SplitCall {
        layout = List.copyOf(layout);
    }

    /**
     * One of the ways to differentiate a function.
     *
     * @param function its name
     * @param differentiated the parameters that are differentiated
     * @param lasting the array parameters that nobody writes to from the call until its backward sweep
     */
    public record Key(String function, Mask differentiated, Mask lasting) {}
}
