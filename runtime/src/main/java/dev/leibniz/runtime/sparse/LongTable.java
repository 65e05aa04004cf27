package dev.leibniz.runtime.sparse;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** A hash table from positive numbers to numbers that are not negative, without an object for each. */
final class LongTable {
    private long[] keys = new long[64];
    private int[] values = new int[64];
    private int count;

    /** The value of a key; −1 if there is none. */
    int get(long key) {
        int place = place(key, keys);
        return keys[place] == 0 ? -1 : values[place];
    }

    void put(long key, int value) {
        int place = place(key, keys);
        if (keys[place] == 0) {
            count++;
        }
        keys[place] = key;
        values[place] = value;
        if (2 * count > keys.length) {
            grow();
        }
    }

    void forEachKey(LongConsumer action) {
        Arrays.stream(keys).filter(key -> key != 0).forEach(action);
    }

    private void grow() {
        long[] more = new long[2 * keys.length];
        int[] moreValues = new int[more.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int place = place(keys[i], more);
                more[place] = keys[i];
                moreValues[place] = values[i];
            }
        }
        keys = more;
        values = moreValues;
    }

    /** The place where a key is, or could be. */
    private static int place(long key, long[] keys) {
        long hash = key * 0x9E3779B97F4A7C15L;
        int place = (int) (hash >>> 32) & keys.length - 1;
        while (keys[place] != 0 && keys[place] != key) {
            place = place + 1 & keys.length - 1;
        }
        return place;
    }
}
