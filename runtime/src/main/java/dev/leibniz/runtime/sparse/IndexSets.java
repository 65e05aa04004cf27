package dev.leibniz.runtime.sparse;

import dev.leibniz.runtime.SparsityPattern;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Sets of indices by number, each kept once. For generated code, which runs a method on them to find out which result depends on
 * which input: 0 is the empty set, <i>k</i> + 1 the set of the index <i>k</i> alone.
 *
 * <p>Small sets are sorted lists. Larger ones are sets of bits if there are not too many indices; else only from which two sets
 * they were made is kept.
 *
 * @since 0.1.0
 */
public final class IndexSets {
    private static final int LONGEST_LIST = 32;
    private static final int MOST_BITS = 16384;

    private final int size;
    private final Map<Key, Integer> known = new HashMap<>();
    private final LongTable unions = new LongTable();
    private final LongTable interactions = new LongTable();
    private Object[] sets = new Object[64];
    private int count;

    /** A set by its contents: a list or bits. */
    private record Key(int[] list, long[] bits) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(list, key.list) && Arrays.equals(bits, key.bits);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(list) + Arrays.hashCode(bits);
        }
    }

    /** A set that is only known by the sets it was made of. */
    private record Sum(int a, int b) {}

    private IndexSets(int size) {
        this.size = size;
        this.count = size + 1;
    }

    /**
     * The sets of the first numbers.
     *
     * @param size the number of indices
     * @return new sets
     */
    public static IndexSets over(int size) {
        return new IndexSets(size);
    }

    /**
     * The union of two sets.
     *
     * @param sets the collection that both belong to
     * @param a a set
     * @param b a set
     * @return the number of the set of all indices that are in one of them
     */
    public static int union(IndexSets sets, int a, int b) {
        return a == b || b == 0 ? a : a == 0 ? b : sets.union(Math.min(a, b), Math.max(a, b));
    }

    private int union(int a, int b) {
        long pair = (long) a << 32 | b;
        int found = unions.get(pair);
        if (found < 0) {
            found = makeUnion(a, b);
            unions.put(pair, found);
        }
        return found;
    }

    private int makeUnion(int a, int b) {
        Object left = contents(a);
        Object right = contents(b);
        if (left instanceof int[] x && right instanceof int[] y) {
            int[] list = merged(x, y);
            if (list.length <= LONGEST_LIST) {
                return list.length == x.length ? a : list.length == y.length ? b : intern(new Key(list, null), list);
            }
        }
        if (size > MOST_BITS) {
            return add(new Sum(a, b));
        }
        long[] bits = bits(left);
        for (int i = 0; i < bits.length; i++) {
            bits[i] |= right instanceof long[] more ? more[i] : 0;
        }
        if (right instanceof int[] list) {
            for (int index : list) {
                bits[index >> 6] |= 1L << index;
            }
        }
        return intern(new Key(null, bits), bits);
    }

    private Object contents(int set) {
        return set <= size ? new int[] {set - 1} : sets[set - size - 1];
    }

    private long[] bits(Object contents) {
        if (contents instanceof long[] known) {
            return known.clone();
        }
        long[] bits = new long[(size + 63) >> 6];
        for (int index : (int[]) contents) {
            bits[index >> 6] |= 1L << index;
        }
        return bits;
    }

    private static int[] merged(int[] x, int[] y) {
        int[] all = new int[x.length + y.length];
        int i = 0;
        int j = 0;
        int n = 0;
        while (i < x.length || j < y.length) {
            if (j == y.length || i < x.length && x[i] <= y[j]) {
                if (j < y.length && x[i] == y[j]) {
                    j++;
                }
                all[n++] = x[i++];
            } else {
                all[n++] = y[j++];
            }
        }
        return Arrays.copyOf(all, n);
    }

    private int intern(Key key, Object contents) {
        return known.computeIfAbsent(key, k -> add(contents));
    }

    private int add(Object contents) {
        int place = count - size - 1;
        if (place == sets.length) {
            sets = Arrays.copyOf(sets, 2 * place);
        }
        sets[place] = contents;
        return count++;
    }

    /**
     * The union of all sets in an array.
     *
     * @param sets the collection that they belong to
     * @param all sets, not changed
     * @return the number of their union
     */
    public static int unionOf(IndexSets sets, int[] all) {
        int union = 0;
        for (int set : all) {
            union = union(sets, union, set);
        }
        return union;
    }

    /**
     * The union of all sets in an array.
     *
     * @param sets the collection that they belong to
     * @param all sets in arrays of {@code int}, of any rank, not changed
     * @return the number of their union
     */
    public static int unionOf(IndexSets sets, Object[] all) {
        int union = 0;
        for (Object row : all) {
            union = union(sets, union, row instanceof int[] r ? unionOf(sets, r) : unionOf(sets, (Object[]) row));
        }
        return union;
    }

    /**
     * Puts a set everywhere.
     *
     * @param array [n], overwritten
     * @param set its number
     */
    public static void fill(int[] array, int set) {
        Arrays.fill(array, set);
    }

    /**
     * Puts a set everywhere.
     *
     * @param array arrays of {@code int}, of any rank, overwritten
     * @param set its number
     */
    public static void fill(Object[] array, int set) {
        for (Object row : array) {
            if (row instanceof int[] r) {
                Arrays.fill(r, set);
            } else {
                fill((Object[]) row, set);
            }
        }
    }

    /**
     * Unites each set of an array with that of another.
     *
     * @param sets the collection that they belong to
     * @param target [n], changed
     * @param source [n], not changed
     */
    public static void uniteInto(IndexSets sets, int[] target, int[] source) {
        for (int i = 0; i < source.length; i++) {
            target[i] = union(sets, target[i], source[i]);
        }
    }

    /**
     * Unites each set of an array with that of another.
     *
     * @param sets the collection that they belong to
     * @param target arrays of {@code int}, of any rank, changed
     * @param source arrays of the same shape, not changed
     */
    public static void uniteInto(IndexSets sets, Object[] target, Object[] source) {
        for (int i = 0; i < source.length; i++) {
            if (target[i] instanceof int[] t && source[i] instanceof int[] s) {
                uniteInto(sets, t, s);
            } else {
                uniteInto(sets, (Object[]) target[i], (Object[]) source[i]);
            }
        }
    }

    /**
     * Notes that second derivatives by the indices of one set and those of another can be other than 0.
     *
     * @param sets the collection that both belong to
     * @param a a set
     * @param b a set
     */
    public static void interact(IndexSets sets, int a, int b) {
        if (a != 0 && b != 0) {
            sets.interactions.put((long) Math.min(a, b) << 32 | Math.max(a, b), 1);
        }
    }

    /**
     * The pattern of a Jacobian.
     *
     * @param sets the collection that the sets of the rows belong to
     * @param rows for each result the set of indices that it depends on
     * @return a pattern
     */
    public static SparsityPattern jacobian(IndexSets sets, int[] rows) {
        int[][] columns = new int[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            columns[i] = sets.indices(rows[i]);
        }
        return SparsityPattern.of(sets.size, columns);
    }

    /**
     * The pattern of a Hessian.
     *
     * @param sets the sets that were found to interact
     * @return a symmetric pattern
     */
    public static SparsityPattern hessian(IndexSets sets) {
        BitSet[] rows = new BitSet[sets.size];
        Arrays.setAll(rows, i -> new BitSet());
        sets.interactions.forEachKey(pair -> {
            int[] a = sets.indices((int) (pair >>> 32));
            int[] b = sets.indices((int) pair);
            for (int i : a) {
                for (int j : b) {
                    rows[i].set(j);
                    rows[j].set(i);
                }
            }
        });
        int[][] columns = new int[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            columns[i] = rows[i].stream().toArray();
        }
        return SparsityPattern.of(sets.size, columns);
    }

    /** The indices in a set, in increasing order. */
    private int[] indices(int set) {
        if (set == 0) {
            return new int[0];
        }
        Object contents = contents(set);
        if (contents instanceof int[] list) {
            return list;
        } else if (contents instanceof long[] bits) {
            return BitSet.valueOf(bits).stream().toArray();
        }
        BitSet all = new BitSet();
        BitSet visited = new BitSet();
        int[] work = {set};
        int open = 1;
        while (open > 0) {
            int next = work[--open];
            Object part = contents(next);
            if (part instanceof int[] list) {
                for (int index : list) {
                    all.set(index);
                }
            } else if (part instanceof Sum sum && !visited.get(next)) {
                visited.set(next);
                if (work.length < open + 2) {
                    work = Arrays.copyOf(work, 2 * open + 2);
                }
                work[open++] = sum.a();
                work[open++] = sum.b();
            }
        }
        return all.stream().toArray();
    }
}
