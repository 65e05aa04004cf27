package dev.leibniz.processor.transform;

import dev.leibniz.processor.ir.Type;
import java.util.List;

/**
 * A function in two: one that keeps on {@link ValueStacks} what its backward sweep needs, and that backward sweep.
 *
 * @param forward the name of the one; its parameters are those of the function, then the stacks
 * @param backward the name of the other; its parameters are those of the function, then the shadow of each differentiated array
 *     parameter, a cotangent for each floating-point result, and the stacks; its results are the gradients of the differentiated
 *     scalar parameters
 * @param layout the types of which there are stacks, in their order
 */
record SplitCall(String forward, String backward, List<Type> layout) {
    SplitCall {
        layout = List.copyOf(layout);
    }

    /**
     * Which of the ways to differentiate a function.
     *
     * @param function its name
     * @param differentiated which parameters are differentiated
     * @param lasting which array parameters nobody writes to from the call until its backward sweep
     */
    record Key(String function, List<Boolean> differentiated, List<Boolean> lasting) {
        Key {
            differentiated = List.copyOf(differentiated);
            lasting = List.copyOf(lasting);
        }
    }
}
