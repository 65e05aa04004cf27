package dev.leibniz.spark;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/**
 * The tree in which the sums of blocks are added up: a range of blocks is its first half and its second half, as in
 * {@link dev.leibniz.runtime.ParallelGradient}. Each task of Spark has one of the ranges at some depth: which depth that is makes no
 * difference to the sum.
 *
 * @param examples how many there are
 * @param size of each block but the last, which may be smaller; no block is empty
 * @param blocks how many there are
 * @param depth of the ranges of the tasks
 */
record BlockTree(long examples, long size, int blocks, int depth) implements Serializable {

    /** A tree of at most so many blocks, and of at least so many tasks, as far as there are blocks for them. */
    static BlockTree of(long examples, int most, int tasks) {
        long size = Math.max(1, quotient(examples, most));
        int blocks = (int) quotient(examples, size);
        int depth = 0;
        while (1L << depth < tasks && 2L << depth <= blocks) {
            depth++;
        }
        return new BlockTree(examples, size, blocks, depth);
    }

    /** Rounded up. */
    private static long quotient(long a, long b) {
        return a / b + (a % b == 0 ? 0 : 1);
    }

    int tasks() {
        return 1 << depth;
    }

    /** Ranges of tasks, about as many as each has tasks. */
    int groups() {
        return 1 << depth / 2;
    }

    /** The block that an example, numbered from 0, is in. */
    int block(long example) {
        return (int) Math.min(example / size, blocks - 1);
    }

    /** The group of tasks that a block is for. */
    int group(int block) {
        return task(block) >>> depth - depth / 2;
    }

    /** The task that a block is for. */
    int task(int block) {
        int from = 0;
        int to = blocks;
        int task = 0;
        for (int level = 0; level < depth; level++) {
            int middle = (from + to) >>> 1;
            task <<= 1;
            if (block < middle) {
                to = middle;
            } else {
                from = middle;
                task++;
            }
        }
        return task;
    }

    /** How many examples are in a block. */
    long size(int block) {
        return Math.min(size, examples - block * size);
    }

    /** The sum over the blocks of a task, which are asked for in order. */
    <B> BlockSum<B> sum(int task, IntFunction<BlockSum<B>> block, BiConsumer<? super B, ? super B> add) {
        int from = 0;
        int to = blocks;
        for (int level = depth - 1; level >= 0; level--) {
            int middle = (from + to) >>> 1;
            if ((task >>> level & 1) == 0) {
                to = middle;
            } else {
                from = middle;
            }
        }
        return sum(from, to, (first, end) -> end - first == 1 ? block.apply(first) : null, add);
    }

    /** The sum over a range of this tree, of sums over ranges of it which that one is made of, in any order. */
    static <B> BlockSum<B> sum(Iterable<BlockSum<B>> parts, BiConsumer<? super B, ? super B> add) {
        Map<Integer, BlockSum<B>> starts = new HashMap<>();
        int from = Integer.MAX_VALUE;
        int to = 0;
        for (BlockSum<B> part : parts) {
            starts.put(part.from(), part);
            from = Math.min(from, part.from());
            to = Math.max(to, part.to());
        }
        return sum(
                from,
                to,
                (first, end) -> {
                    BlockSum<B> part = starts.get(first);
                    return part.to() == end ? part : null;
                },
                add);
    }

    /** The sums that others are made of. */
    private interface Parts<B> {
        /** The sum over a range, or null if it is to be made of those of its halves. */
        BlockSum<B> find(int from, int to);
    }

    private static <B> BlockSum<B> sum(int from, int to, Parts<B> parts, BiConsumer<? super B, ? super B> add) {
        BlockSum<B> part = parts.find(from, to);
        if (part != null) {
            return part;
        }
        int middle = (from + to) >>> 1;
        BlockSum<B> first = sum(from, middle, parts, add);
        BlockSum<B> second = sum(middle, to, parts, add);
        add.accept(first.gradient(), second.gradient());
        return new BlockSum<>(from, to, first.value() + second.value(), first.gradient());
    }
}
