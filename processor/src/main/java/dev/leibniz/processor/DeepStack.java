package dev.leibniz.processor;

import org.jspecify.annotations.Nullable;

/**
 * Runs what follows the structure of the user's code on a stack that is deep enough for it: javac calls processors from deep
 * inside, and a long chain of helpers, or a long sum, takes more than what is left there.
 */
final class DeepStack implements Runnable {
    private static final long BYTES = 512L << 20; // of addresses; memory is what is used of them

    private final Runnable task;
    private @Nullable Throwable failure;

    private DeepStack(Runnable task) {
        this.task = task;
    }

    /** Runs a task to its end; what it throws is thrown here. */
    static void run(Runnable task) {
        DeepStack deep = new DeepStack(task);
        Thread thread = new Thread(null, deep, "leibniz", BYTES);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            task.run(); // no place for such a stack
            return;
        }
        deep.await(thread);
    }

    @Override
    public void run() {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void await(Thread thread) {
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        } else if (failure instanceof Error e) {
            throw e;
        }
    }
}
