package dev.leibniz.runtime.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class BinomialScheduleTest {
    /** Griewank and Walther's minimum: r n − β(s + 1, r − 1). */
    private static long optimum(int n, int s) {
        int r = 0;
        while (BinomialSchedule.capacity(s, r) < n) {
            r++;
        }
        return (long) r * n - BinomialSchedule.capacity(s + 1, r - 1);
    }

    /** The same minimum by trying all schedules. */
    private static long[][] byTrying(int most, int copies) {
        long[][] cost = new long[most + 1][copies + 1];
        for (int n = 2; n <= most; n++) {
            cost[n][1] = (long) n * (n - 1) / 2;
            for (int s = 2; s <= copies; s++) {
                long best = Long.MAX_VALUE;
                for (int k = 1; k < n; k++) {
                    best = Math.min(best, k + cost[n - k][s - 1] + cost[k][s]);
                }
                cost[n][s] = best;
            }
        }
        return cost;
    }

    /** Sweeps n iterations as generated code does; how many iterations were run apart from those beside the backward part. */
    private static long run(int n, int s) {
        Deque<Integer> kept = new ArrayDeque<>();
        kept.push(0);
        long runs = 0;
        for (int k = n - 1; k >= 0; k--) {
            while (kept.element() < k) {
                int from = kept.element();
                int to = BinomialSchedule.next(from, k + 1, s - kept.size());
                assertTrue(from < to && to <= k, () -> "from " + from + " to " + to);
                runs += to - from;
                kept.push(to);
            }
            assertTrue(kept.size() <= s + 1);
            assertEquals(k, kept.pop());
        }
        return runs;
    }

    @Test
    void needsAsFewRunsAsAnyScheduleDoes() {
        long[][] cost = byTrying(120, 12);
        for (int n = 1; n <= 120; n++) {
            for (int s = 1; s <= 12; s++) {
                assertEquals(cost[n][s], run(n, s), "n = " + n + ", s = " + s);
                assertEquals(cost[n][s], optimum(n, s), "n = " + n + ", s = " + s);
            }
        }
    }

    @Test
    void needsAsFewRunsAsTheFormulaSaysForLongLoops() {
        for (int s : new int[] {1, 2, 3, 5, 10, 30, 141, 2999, 3000, 5000}) {
            assertEquals(optimum(3000, s), run(3000, s), "s = " + s);
        }
    }

    @Test
    void capacityIsABinomialCoefficient() {
        assertEquals(1, BinomialSchedule.capacity(5, 0));
        assertEquals(1, BinomialSchedule.capacity(0, 5));
        assertEquals(6, BinomialSchedule.capacity(5, 1));
        assertEquals(12870, BinomialSchedule.capacity(8, 8));
        assertEquals(Integer.MAX_VALUE, BinomialSchedule.capacity(100, 100));
    }

    @Test
    void theUsualNumberOfCopiesIsTheSmallestWithTwoRepeats() {
        for (int n = 0; n < 5000; n++) {
            int copies = BinomialSchedule.copies(n);
            assertTrue(BinomialSchedule.capacity(copies, 2) >= n);
            assertTrue(copies == 1 || BinomialSchedule.capacity(copies - 1, 2) < n);
        }
        assertTrue(BinomialSchedule.copies(Integer.MAX_VALUE) < 70_000);
    }
}
