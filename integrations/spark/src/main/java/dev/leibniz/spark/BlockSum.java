package dev.leibniz.spark;

import java.io.Serializable;

/**
 * The sum over a range of blocks. It travels from task to task, by whichever serialiser Spark is told to use; not all of them can
 * do records.
 */
final class BlockSum<B> implements Serializable {
    private static final long serialVersionUID = 1;
    private final int from;
    private final int to;
    private final double value;

    @SuppressWarnings("serial") // the caller's buffers, which have to be serialisable
    private final B gradient;

    BlockSum(int from, int to, double value, B gradient) {
        this.from = from;
        this.to = to;
        this.value = value;
        this.gradient = gradient;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    double value() {
        return value;
    }

    B gradient() {
        return gradient;
    }
}
