package dev.leibniz.processor.simplify;

import dev.leibniz.processor.ir.Function;

/** One simplification: gives a function that computes the same; the same object if there was nothing to do. */
interface Pass {
    Function apply(Function function);
}
