package dev.leibniz.runtime.colouring;

import java.util.Arrays;

/**
 * In which order vertices are coloured, greedily. None is best for all matrices; see Gebremedhin, Manne and Pothen, <i>What
 * Color Is Your Jacobian? Graph Coloring for Computing Derivatives</i>, SIAM Review 47 (2005).
 */
enum Ordering {
    /** The vertices as they are numbered. */
    NATURAL {
        @Override
        int[] of(int[][] neighbours) {
            return natural(neighbours.length);
        }
    },

    /** The vertices with the most neighbours first. */
    LARGEST_FIRST {
        @Override
        int[] of(int[][] neighbours) {
            int most = 0;
            for (int[] of : neighbours) {
                most = Math.max(most, of.length);
            }
            int[] starts = new int[most + 2];
            for (int[] of : neighbours) {
                starts[most - of.length + 1]++;
            }
            for (int k = 1; k < starts.length; k++) {
                starts[k] += starts[k - 1];
            }
            int[] order = new int[neighbours.length];
            for (int v = 0; v < order.length; v++) {
                order[starts[most - neighbours[v].length]++] = v;
            }
            return order;
        }
    },

    /** Last the one with the fewest neighbours, then without it the next, and so on (Matula and Beck, 1983). */
    SMALLEST_LAST {
        @Override
        int[] of(int[][] neighbours) {
            int n = neighbours.length;
            int[] degree = new int[n];
            Buckets buckets = new Buckets(n);
            for (int v = n - 1; v >= 0; v--) {
                degree[v] = neighbours[v].length;
                buckets.insert(v, degree[v]);
            }
            int[] order = new int[n];
            boolean[] isRemoved = new boolean[n];
            int least = 0;
            for (int place = n - 1; place >= 0; place--) {
                least = Math.max(least - 1, 0);
                while (buckets.isEmpty(least)) {
                    least++;
                }
                int v = buckets.first(least);
                buckets.remove(v, least);
                order[place] = v;
                isRemoved[v] = true;
                for (int w : neighbours[v]) {
                    if (!isRemoved[w]) {
                        buckets.remove(w, degree[w]);
                        degree[w]--;
                        buckets.insert(w, degree[w]);
                    }
                }
            }
            return order;
        }
    };

    /** So many vertices as they are numbered. */
    static int[] natural(int count) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        return order;
    }

    /**
     * The vertices in that order.
     *
     * @param neighbours of each vertex
     */
    abstract int[] of(int[][] neighbours);
}
