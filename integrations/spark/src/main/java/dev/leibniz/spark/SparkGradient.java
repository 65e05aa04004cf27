package dev.leibniz.spark;

import dev.leibniz.runtime.ParallelGradient;
import java.io.Serializable;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Sums over the examples of an RDD, and their gradients: the same to the last bit for any number of partitions, executors and
 * cores, and after tasks that failed and ran again.
 *
 * <pre>{@code
 * try (SparkGradient<Digit> data = SparkGradient.of(digits)) {
 *     for (int step = 0; step < steps; step++) {
 *         var total = data.sum(w, Weights::zero, (weights, digit, d) ->
 *                 ModelGrad.lossGradInto(weights, digit.pixels(), digit.label(), d).value(), Weights::add);
 *         w = w.minus(rate / data.count(), total.gradient());
 *     }
 * }
 * }</pre>
 *
 * <p>Spark's {@code treeAggregate} adds up what the partitions have in the order in which their tasks end. Here, the examples are
 * cut into blocks, whose number depends on nothing but how many examples there are, and the sums of the blocks are added up in a
 * tree of one shape: that of {@link ParallelGradient}, which has the same bits without Spark. A task has a range of the tree; the
 * examples are moved to their tasks once.
 *
 * <p>Two things are for the caller to see to. The order of the examples must be the same each time: it is that of a file, a list or
 * {@code sortBy} of something that is unique, but Spark promises none after {@code repartition}, {@code groupBy} or {@code join}. And
 * an example must give the same bits wherever it is computed: {@code Math.exp} may differ in the last bit between kinds of
 * processors, {@code StrictMath.exp} does not.
 *
 * <p>An object belongs to the driver, whose threads may call it at once. A {@code Dataset} is taken as its {@code javaRDD()}. What is
 * called serialisable has to be so for the serialiser that Spark is told to use, which is Java's if nothing is said; Kryo, as
 * Spark 4.2 has it, can do arrays and objects of classes, but no records.
 *
 * @param <E> one example, serialisable; or a batch of them, as one object
 * @since 0.1.0
 */
public final class SparkGradient<E> implements AutoCloseable {
    private static final int BLOCKS = 64; // as ParallelGradient
    private static final int FEW_TASKS = 16;
    private final JavaRDD<E> tasks;
    private final BlockTree tree;

    private SparkGradient(JavaRDD<E> tasks, BlockTree tree) {
        this.tasks = tasks;
        this.tree = tree;
    }

    /**
     * The value and the gradient of one example.
     *
     * @param <P> the parameters
     * @param <E> the example
     * @param <B> the buffers
     */
    @FunctionalInterface
    public interface Example<P, E, B> extends Serializable {
        /**
         * Adds the gradient of an example to the buffers, as a {@code …GradInto} method does. Called by the tasks of Spark, by several
         * threads at once, never with the same buffers.
         *
         * @param parameters what {@code sum} was given, or a copy of it, shared by all tasks of an executor: not to be changed
         * @param example the example
         * @param buffers what the gradient is added to
         * @return the value of the example
         */
        double addGradient(P parameters, E example, B buffers);
    }

    /**
     * Makes buffers with nothing but zeros in them, new ones in each call.
     *
     * @param <B> the buffers
     */
    @FunctionalInterface
    public interface Zero<B> extends Supplier<B>, Serializable {}

    /**
     * Adds the second buffers to the first ones, and leaves the second ones alone.
     *
     * @param <B> the buffers
     */
    @FunctionalInterface
    public interface Add<B> extends BiConsumer<B, B>, Serializable {}

    /**
     * Examples in at most 64 blocks, the number of {@link ParallelGradient}; hence at most 64 tasks at a time. Otherwise like
     * {@link #of(JavaRDD, int)}.
     *
     * @param <E> one example
     * @param examples the data, in an order that is the same each time
     * @return the data for sums, to be closed when it is no longer needed
     */
    public static <E> SparkGradient<E> of(JavaRDD<E> examples) {
        return of(examples, BLOCKS);
    }

    /**
     * Examples in blocks. There are as many tasks as the cluster has cores or {@code examples} has partitions, whichever is more,
     * rounded up to a power of two, but no more than blocks: large clusters need more than 64 of these. Another number of blocks is
     * another order of addition, hence other last bits; the number of tasks makes no difference.
     *
     * <p>Counts the examples, in up to two jobs of Spark. The first sum moves them to their tasks, by a shuffle, and they are kept
     * there, in memory or, where that is too small, on disk, until {@link #close()}. So {@code examples} is read up to three times:
     * where that is slow, persist it until the first sum is there.
     *
     * @param <E> one example
     * @param examples the data, in an order that is the same each time; there may be none
     * @param blocks how many blocks at most, 1 or more; all but the last have the same number of examples, and none is empty
     * @return the data for sums, to be closed when it is no longer needed
     * @throws IllegalArgumentException if the number of blocks is not positive
     */
    public static <E> SparkGradient<E> of(JavaRDD<E> examples, int blocks) {
        if (blocks < 1) {
            throw new IllegalArgumentException("there are to be " + blocks + " blocks");
        }
        int tasks = Math.max(examples.context().defaultParallelism(), examples.getNumPartitions());
        BlockTree tree = BlockTree.of(examples.count(), blocks, tasks);
        return of(examples.zipWithIndex().mapToPair(Tuple2::swap), tree);
    }

    /** Numbered examples, in any order. */
    static <E> SparkGradient<E> of(JavaPairRDD<Long, E> examples, BlockTree tree) {
        JavaRDD<E> moved = examples.repartitionAndSortWithinPartitions(new TaskPartitioner(tree))
                .values()
                .persist(StorageLevel.MEMORY_AND_DISK());
        return new SparkGradient<>(moved, tree);
    }

    /**
     * How many examples there are.
     *
     * @return the number that a sum is divided by for a mean
     */
    public long count() {
        return tree.examples();
    }

    /**
     * The sum over all examples. The parameters are broadcast for this one call.
     *
     * <p>If a function throws an exception, or something that it needs cannot be serialised, this throws what each action of Spark
     * throws: an {@code org.apache.spark.SparkException}, which no signature mentions; its cause is the exception of the function.
     *
     * @param <P> the parameters
     * @param <B> the buffers: an array, or a record of arrays; serialisable
     * @param parameters at which the gradient is taken; serialisable
     * @param zero makes buffers
     * @param example computes one value and adds its gradient
     * @param add adds buffers to others
     * @return the sums; 0 and new buffers if there are no examples
     */
    public <P, B> ParallelGradient<B> sum(P parameters, Zero<B> zero, Example<P, E, B> example, Add<B> add) {
        if (tree.examples() == 0) {
            return new ParallelGradient<>(0, zero.get());
        }
        BlockTree shape = tree; // this object is not sent to the tasks
        Broadcast<P> sent = JavaSparkContext.fromSparkContext(tasks.context()).broadcast(parameters);
        JavaRDD<BlockSum<B>> parts = tasks.mapPartitionsWithIndex(new SumTask<>(shape, sent, zero, example, add), true);
        if (shape.tasks() > FEW_TASKS) {
            parts = parts.mapToPair(part -> new Tuple2<>(shape.group(part.from()), part))
                    .groupByKey(shape.groups())
                    .map(group -> BlockTree.sum(group._2(), add));
        }
        BlockSum<B> total = BlockTree.sum(parts.collect(), add);
        sent.destroy(); // after an exception some tasks may still run: Spark removes it later
        return new ParallelGradient<>(total.value(), total.gradient());
    }

    /**
     * The sum over all examples of a model whose parameters are one array.
     *
     * @param parameters [n], not changed
     * @param example computes one value and adds its gradient, [n]
     * @return the sums, [n]; 0 and zeros if there are no examples
     */
    public ParallelGradient<double[]> sum(double[] parameters, Example<double[], E, double[]> example) {
        int n = parameters.length;
        return sum(parameters, () -> new double[n], example, (to, from) -> {
            for (int i = 0; i < n; i++) {
                to[i] += from[i];
            }
        });
    }

    /** Frees the memory and the disk that the examples take. A later sum is right, but reads them again. */
    @Override
    public void close() {
        tasks.unpersist();
    }
}
