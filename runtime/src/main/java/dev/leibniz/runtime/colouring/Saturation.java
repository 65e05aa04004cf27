package dev.leibniz.runtime.colouring;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Colours next the vertex whose neighbours have the most different colours (Brélaz, <i>New methods to color the vertices of a
 * graph</i>, CACM 22, 1979); of several the one that became so last. On regular grids it is as good as can be, where orders that
 * are known before the first colour are not.
 */
final class Saturation {
    private final int[][] neighbours;
    private final int[] colours;
    private final BitSet[] around;
    private final int[] saturation;
    private final Buckets buckets;

    private Saturation(int[][] neighbours) {
        this.neighbours = neighbours;
        this.colours = new int[neighbours.length];
        Arrays.fill(colours, -1);
        this.around = new BitSet[neighbours.length];
        Arrays.setAll(around, v -> new BitSet());
        this.saturation = new int[neighbours.length];
        this.buckets = new Buckets(neighbours.length);
    }

    static Colouring colour(int[][] neighbours) {
        return new Saturation(neighbours).run();
    }

    private Colouring run() {
        int[] largestFirst = Ordering.LARGEST_FIRST.of(neighbours);
        for (int k = largestFirst.length - 1; k >= 0; k--) {
            buckets.insert(largestFirst[k], 0);
        }
        int most = 0;
        for (int step = 0; step < colours.length; step++) {
            while (buckets.isEmpty(most)) {
                most--;
            }
            int v = buckets.first(most);
            buckets.remove(v, most);
            colours[v] = around[v].nextClearBit(0);
            for (int w : neighbours[v]) {
                if (colours[w] < 0 && !around[w].get(colours[v])) {
                    around[w].set(colours[v]);
                    buckets.remove(w, saturation[w]);
                    saturation[w]++;
                    buckets.insert(w, saturation[w]);
                    most = Math.max(most, saturation[w]);
                }
            }
        }
        return Colouring.of(colours);
    }
}
