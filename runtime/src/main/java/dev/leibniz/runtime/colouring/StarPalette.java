package dev.leibniz.runtime.colouring;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Colours of a star colouring. What two colours have in common are stars: a hub, and leaves around it. For each vertex is kept of
 * which colours its neighbours are, which of these are the colours of two of them, and the colours of the hubs that it is a leaf
 * of; so that a hub with very many leaves does not have each of them looked at for each of the others.
 */
final class StarPalette implements Palette {
    private final int[][] neighbours;
    private final int[] colours;
    private final BitSet[] around;
    private final BitSet[] twiceAround;
    private final BitSet[] hubs;
    private final BitSet forbidden = new BitSet();

    /** @param neighbours of each vertex, without itself */
    StarPalette(int[][] neighbours) {
        this.neighbours = neighbours;
        this.colours = new int[neighbours.length];
        Arrays.fill(colours, -1);
        this.around = sets(neighbours.length);
        this.twiceAround = sets(neighbours.length);
        this.hubs = sets(neighbours.length);
    }

    private static BitSet[] sets(int count) {
        BitSet[] sets = new BitSet[count];
        Arrays.setAll(sets, i -> new BitSet());
        return sets;
    }

    /** The adjacency graph of a symmetric matrix. */
    static int[][] neighbours(CompressedRows matrix) {
        int[][] neighbours = matrix.columnsOfRows();
        for (int v = 0; v < neighbours.length; v++) {
            int self = v;
            neighbours[v] = Arrays.stream(neighbours[v]).filter(w -> w != self).toArray();
        }
        return neighbours;
    }

    @Override
    public int firstAllowed(int v) {
        forbidden.clear();
        for (int w : neighbours[v]) {
            if (colours[w] >= 0) {
                forbidden.set(colours[w]);
                forbidden.or(hubs[w]);
                if (twiceAround[v].get(colours[w])) {
                    forbidden.or(around[w]);
                }
            }
        }
        return forbidden.nextClearBit(0);
    }

    @Override
    public void paint(int v, int colour) {
        colours[v] = colour;
        for (int hub : neighbours[v]) {
            boolean isFirst = !around[hub].get(colour);
            around[hub].set(colour);
            if (!isFirst) {
                addLeaf(v, hub);
            }
        }
        for (int w : neighbours[v]) {
            if (colours[w] >= 0 && twiceAround[v].get(colours[w])) {
                hubs[w].set(colour);
            }
        }
    }

    /** Notes a neighbour of {@code hub} that is not the only one of its colour. */
    private void addLeaf(int v, int hub) {
        int colour = colours[v];
        boolean isSecond = !twiceAround[hub].get(colour);
        twiceAround[hub].set(colour);
        if (colours[hub] < 0) {
            return;
        }
        hubs[v].set(colours[hub]);
        if (isSecond) {
            for (int w : neighbours[hub]) {
                if (colours[w] == colour) {
                    hubs[w].set(colours[hub]);
                }
            }
        }
    }
}
