package dev.leibniz.runtime.colouring;

import java.util.Arrays;

/** Vertices by a number that each has: lists, in which the vertex added last is first. */
final class Buckets {
    private final int[] heads;
    private final int[] next;
    private final int[] previous;

    /** Without any vertex yet. @param count the number of vertices, which no number of theirs exceeds */
    Buckets(int count) {
        heads = new int[count + 1];
        Arrays.fill(heads, -1);
        next = new int[count];
        previous = new int[count];
    }

    boolean isEmpty(int number) {
        return heads[number] < 0;
    }

    int first(int number) {
        return heads[number];
    }

    void insert(int v, int number) {
        next[v] = heads[number];
        previous[v] = -1;
        if (next[v] >= 0) {
            previous[next[v]] = v;
        }
        heads[number] = v;
    }

    void remove(int v, int number) {
        if (previous[v] >= 0) {
            next[previous[v]] = next[v];
        } else {
            heads[number] = next[v];
        }
        if (next[v] >= 0) {
            previous[next[v]] = previous[v];
        }
    }
}
