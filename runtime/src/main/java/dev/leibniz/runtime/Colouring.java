package dev.leibniz.runtime;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Colours of the columns or rows of a sparse matrix, such that what has one colour can be found by one sweep. Two algorithms,
 * both greedy, as in ColPack (Gebremedhin, Nguyen, Patwary and Pothen, ACM TOMS 40, 2013):
 *
 * <ul>
 *   <li>columns of a Jacobian of one colour have no row in common (Curtis, Powell and Reid, 1974), a colouring at distance two
 *       of the bipartite graph of rows and columns;
 *   <li>a star colouring of the adjacency graph of a Hessian: neighbours differ, and each path of four vertices has three colours
 *       (Coleman and Moré, 1984; Gebremedhin, Tarafdar, Manne and Pothen, SIAM J. Sci. Comput. 29, 2007). Then each element is
 *       alone in one of the two places where it can be found.
 * </ul>
 *
 * @param colours of each vertex, from 0 on
 * @param count how many colours there are
 */
record Colouring(int[] colours, int count) {

    /** A colouring of all columns, so that no two of one colour have a row in common. */
    static Colouring ofColumns(SparsityPattern pattern, Ordering ordering) {
        int[][] neighbours = sharingRows(pattern);
        int[] colours = unset(neighbours.length);
        int[] forbidden = unset(neighbours.length + 1);
        int count = 0;
        for (int v : ordering.of(neighbours)) {
            for (int w : neighbours[v]) {
                if (colours[w] >= 0) {
                    forbidden[colours[w]] = v;
                }
            }
            colours[v] = firstAllowed(forbidden, v);
            count = Math.max(count, colours[v] + 1);
        }
        return new Colouring(colours, count);
    }

    private static int[][] sharingRows(SparsityPattern pattern) {
        int[][] rowsOfColumns = pattern.transposed().columnsOfRows();
        int[][] columnsOfRows = pattern.columnsOfRows();
        int[][] neighbours = new int[pattern.columns()][];
        BitSet found = new BitSet();
        for (int j = 0; j < neighbours.length; j++) {
            found.clear();
            for (int row : rowsOfColumns[j]) {
                for (int other : columnsOfRows[row]) {
                    found.set(other);
                }
            }
            found.clear(j);
            neighbours[j] = found.stream().toArray();
        }
        return neighbours;
    }

    /** A star colouring of a symmetric pattern. */
    static Colouring ofSymmetric(SparsityPattern pattern, Ordering ordering) {
        int[][] neighbours = pattern.columnsOfRows();
        for (int v = 0; v < neighbours.length; v++) {
            int self = v;
            neighbours[v] = Arrays.stream(neighbours[v]).filter(w -> w != self).toArray();
        }
        int[] colours = unset(neighbours.length);
        int[] forbidden = unset(neighbours.length + 1);
        int[] seen = unset(neighbours.length + 1);
        int[] twice = unset(neighbours.length + 1);
        int count = 0;
        for (int v : ordering.of(neighbours)) {
            for (int w : neighbours[v]) {
                if (colours[w] >= 0) {
                    forbidden[colours[w]] = v;
                    if (seen[colours[w]] == v) {
                        twice[colours[w]] = v;
                    }
                    seen[colours[w]] = v;
                }
            }
            for (int w : neighbours[v]) {
                if (colours[w] >= 0) {
                    for (int x : neighbours[w]) {
                        if (x != v
                                && colours[x] >= 0
                                && (twice[colours[w]] == v || hasOther(neighbours[x], w, colours))) {
                            forbidden[colours[x]] = v;
                        }
                    }
                }
            }
            colours[v] = firstAllowed(forbidden, v);
            count = Math.max(count, colours[v] + 1);
        }
        return new Colouring(colours, count);
    }

    /** Whether there is another neighbour of the colour of {@code w}. */
    private static boolean hasOther(int[] neighbours, int w, int[] colours) {
        for (int y : neighbours) {
            if (y != w && colours[y] == colours[w]) {
                return true;
            }
        }
        return false;
    }

    private static int[] unset(int length) {
        int[] array = new int[length];
        Arrays.fill(array, -1);
        return array;
    }

    private static int firstAllowed(int[] forbidden, int v) {
        int colour = 0;
        while (forbidden[colour] == v) {
            colour++;
        }
        return colour;
    }
}
