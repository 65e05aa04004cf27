package dev.leibniz.benchmarks.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * How much a computation holds at once. While it runs, again and again, another thread collects what nobody holds any more and looks
 * at what is left. What is found is a little less than the peak, as no look falls on the very moment.
 */
public final class PeakMemory {
    private static final int FEWEST_LOOKS = 24;

    private PeakMemory() {}

    /** The bytes that a computation holds at its peak beyond what is held without it. */
    public static long of(Supplier<?> computation) {
        long before = held();
        AtomicBoolean enough = new AtomicBoolean();
        Thread runner = new Thread(() -> {
            while (!enough.get()) {
                computation.get();
            }
        });
        runner.start();
        long peak = before;
        for (int look = 0; look < FEWEST_LOOKS; look++) {
            peak = Math.max(peak, held());
        }
        enough.set(true);
        try {
            runner.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return peak - before;
    }

    /** What was held when it was last collected; what was allocated since does not count. */
    private static long held() {
        System.gc();
        long held = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage afterCollection = pool.getCollectionUsage();
            held += afterCollection == null ? 0 : afterCollection.getUsed();
        }
        return held;
    }
}
