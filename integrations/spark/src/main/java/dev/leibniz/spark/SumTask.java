package dev.leibniz.spark;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;

/** What a task does with its examples, which come in order: it sums them block by block, and the blocks in their tree. */
final class SumTask<P, E, B> implements Function2<Integer, Iterator<E>, Iterator<BlockSum<B>>> {
    private static final long serialVersionUID = 1;
    private final BlockTree tree;
    private final Broadcast<P> parameters;
    private final SparkGradient.Zero<B> zero;
    private final SparkGradient.Example<P, E, B> example;
    private final SparkGradient.Add<B> add;

    SumTask(
            BlockTree tree,
            Broadcast<P> parameters,
            SparkGradient.Zero<B> zero,
            SparkGradient.Example<P, E, B> example,
            SparkGradient.Add<B> add) {
        this.tree = tree;
        this.parameters = parameters;
        this.zero = zero;
        this.example = example;
        this.add = add;
    }

    @Override
    public Iterator<BlockSum<B>> call(Integer task, Iterator<E> examples) {
        P here = parameters.value();
        BlockSum<B> sum = tree.sum(task, block -> block(block, examples, here), add);
        checkCount(!examples.hasNext());
        return List.of(sum).iterator();
    }

    private BlockSum<B> block(int block, Iterator<E> examples, P here) {
        B buffers = zero.get();
        double value = 0;
        for (long left = tree.size(block); left > 0; left--) {
            checkCount(examples.hasNext());
            value += example.addGradient(here, examples.next(), buffers);
        }
        return new BlockSum<>(block, block + 1, value, buffers);
    }

    private static void checkCount(boolean isRight) {
        if (!isRight) {
            throw new IllegalStateException("the number of examples has changed since they were counted");
        }
    }
}
