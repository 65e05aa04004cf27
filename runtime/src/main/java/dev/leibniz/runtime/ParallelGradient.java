package dev.leibniz.runtime;

import java.util.concurrent.RecursiveTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * A sum over examples and its gradient, on all cores: the same to the last bit, however many there are.
 *
 * <p>The examples are cut into blocks whose number depends on nothing but how many examples there are, and the sums of the blocks are
 * added up in a tree of one shape. Each block has buffers of its own, so that the gradients need no locks.
 *
 * <pre>{@code
 * ParallelGradient<Weights> total = ParallelGradient.sum(
 *         digits.size(),
 *         () -> Weights.zero(n),
 *         (i, d) -> ModelGrad.lossGradInto(w, digits.get(i), d).value(),
 *         Weights::add);
 * }</pre>
 *
 * @param <B> the buffers that a gradient is added into: an array, or a record of arrays
 * @param value the sum of the values
 * @param gradient the sum of the gradients
 * @since 0.1.0
 */
public record ParallelGradient<B>(double value, B gradient) {
    private static final int BLOCKS = 64;

    /**
     * One example.
     *
     * @param <B> the buffers
     */
    @FunctionalInterface
    public interface Example<B> {
        /**
         * Adds the gradient of an example to the buffers, as a {@code …GradInto} method does. Called by several threads at once, never with
         * the same buffers.
         *
         * @param index the number of the example, from 0
         * @param buffers the buffers that the gradient is added to
         * @return the value of the example
         */
        double addGradient(int index, B buffers);
    }

    /**
     * The sum over all examples.
     *
     * @param <B> the buffers
     * @param examples the number of examples, 0 or more
     * @param zero makes new buffers with nothing but zeros in them
     * @param example computes one value and adds its gradient
     * @param add adds the second buffers to the first ones
     * @return the sums; zeros if there are no examples
     * @throws IllegalArgumentException if the number of examples is negative
     * @throws RuntimeException the exception that {@code example} throws; the other blocks may have run by then, or not
     */
    public static <B> ParallelGradient<B> sum(
            int examples, Supplier<B> zero, Example<B> example, BiConsumer<? super B, ? super B> add) {
        if (examples < 0) {
            throw new IllegalArgumentException("there are " + examples + " examples");
        }
        int size = Math.max(1, (examples + BLOCKS - 1) / BLOCKS);
        int blocks = (examples + size - 1) / size;
        if (blocks == 0) {
            return new ParallelGradient<>(0, zero.get());
        }
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        try {
            return new Blocks<>(examples, size, 0, blocks, zero, kept(example, thrown), add).invoke();
        } catch (RuntimeException | Error e) {
            Throwable first = thrown.get(); // another thread throws a copy of it, without its message
            if (first instanceof RuntimeException exception) {
                throw exception;
            } else if (first instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    /** Remembers the first exception. */
    private static <B> Example<B> kept(Example<B> example, AtomicReference<Throwable> thrown) {
        return (index, buffers) -> {
            try {
                return example.addGradient(index, buffers);
            } catch (RuntimeException | Error e) {
                thrown.compareAndSet(null, e);
                throw e;
            }
        };
    }

    /** A range of blocks. */
    private static final class Blocks<B> extends RecursiveTask<ParallelGradient<B>> {
        private static final long serialVersionUID = 1;
        private final int examples;
        private final int size;
        private final int from;
        private final int to;
        private final transient Supplier<B> zero;
        private final transient Example<B> example;
        private final transient BiConsumer<? super B, ? super B> add;

        Blocks(
                int examples,
                int size,
                int from,
                int to,
                Supplier<B> zero,
                Example<B> example,
                BiConsumer<? super B, ? super B> add) {
            this.examples = examples;
            this.size = size;
            this.from = from;
            this.to = to;
            this.zero = zero;
            this.example = example;
            this.add = add;
        }

        @Override
        protected ParallelGradient<B> compute() {
            if (to - from == 1) {
                return block();
            }
            int middle = (from + to) >>> 1;
            Blocks<B> left = part(from, middle);
            Blocks<B> right = part(middle, to);
            right.fork();
            ParallelGradient<B> first;
            try {
                first = left.compute();
            } catch (RuntimeException | Error e) {
                right.cancel(false);
                throw e;
            }
            ParallelGradient<B> second = right.join();
            add.accept(first.gradient(), second.gradient());
            return new ParallelGradient<>(first.value() + second.value(), first.gradient());
        }

        private Blocks<B> part(int start, int end) {
            return new Blocks<>(examples, size, start, end, zero, example, add);
        }

        private ParallelGradient<B> block() {
            B buffers = zero.get();
            double value = 0;
            int end = Math.min(examples, (from + 1) * size);
            for (int i = from * size; i < end; i++) {
                value += example.addGradient(i, buffers);
            }
            return new ParallelGradient<>(value, buffers);
        }
    }
}
