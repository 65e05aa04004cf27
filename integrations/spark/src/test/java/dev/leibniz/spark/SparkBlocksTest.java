package dev.leibniz.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.SerializerInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.reflect.ClassTag$;

class SparkBlocksTest {

    @Test
    void allThatTravelsComesBackFromEachSerialiser() {
        for (SerializerInstance serializer : List.of(
                new JavaSerializer(LocalSpark.conf()).newInstance(),
                new KryoSerializer(LocalSpark.conf()).newInstance())) {
            BlockSum<double[]> sum =
                    roundTrip(serializer, new BlockSum<>(3, 5, 1.5, new double[] {1, -0.0, Double.NaN}));
            assertEquals(3, sum.from());
            assertEquals(5, sum.to());
            assertEquals(1.5, sum.value());
            assertArrayEquals(new double[] {1, -0.0, Double.NaN}, sum.gradient());
        }
        SerializerInstance java = new JavaSerializer(LocalSpark.conf()).newInstance();
        BlockTree tree = BlockTree.of(1000, 64, 8);
        assertEquals(tree, roundTrip(java, tree));
        assertEquals(new TaskPartitioner(tree), roundTrip(java, new TaskPartitioner(tree)));
        SparkGradient.Zero<double[]> zero = () -> new double[2];
        assertArrayEquals(new double[2], roundTrip(java, zero).get());
    }

    private static <T> T roundTrip(SerializerInstance serializer, T object) {
        return serializer.deserialize(
                serializer.serialize(object, ClassTag$.MODULE$.apply(Object.class)),
                ClassTag$.MODULE$.apply(Object.class));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 15, 16, 33, 63, 64, 100, 1000})
    void tasksAndGroupsAreRangesOfTheTree(int blocks) {
        List<Integer> expected = BlockTree.of(blocks, blocks, 1)
                .sum(0, SparkBlocksTest::leaf, SparkBlocksTest::bracket)
                .gradient();
        for (int tasks : new int[] {1, 2, 3, 8, 50, 5000}) {
            BlockTree tree = BlockTree.of(blocks, blocks, tasks);
            assertTrue(tree.tasks() >= Math.min(tasks, (blocks + 1) / 2), () -> tree.tasks() + " tasks");
            Map<Integer, List<BlockSum<List<Integer>>>> groups = new TreeMap<>();
            for (int t = 0; t < tree.tasks(); t++) {
                BlockSum<List<Integer>> sum = tree.sum(t, SparkBlocksTest::leaf, SparkBlocksTest::bracket);
                for (int b = sum.from(); b < sum.to(); b++) {
                    assertEquals(t, tree.task(b));
                }
                groups.computeIfAbsent(tree.group(sum.from()), g -> new ArrayList<>())
                        .add(sum);
            }
            assertEquals(IntStream.range(0, tree.groups()).boxed().collect(Collectors.toSet()), groups.keySet());
            List<BlockSum<List<Integer>>> parts = new ArrayList<>();
            for (List<BlockSum<List<Integer>>> group : groups.values()) {
                Collections.shuffle(group, new Random(blocks));
                parts.add(BlockTree.sum(group, SparkBlocksTest::bracket));
            }
            Collections.shuffle(parts, new Random(blocks));
            assertEquals(
                    expected, BlockTree.sum(parts, SparkBlocksTest::bracket).gradient());
        }
    }

    private static BlockSum<List<Integer>> leaf(int block) {
        return new BlockSum<>(block, block + 1, 0, new ArrayList<>(List.of(block)));
    }

    /** What was added to what, as postfix notation: one text for each tree. */
    private static void bracket(List<Integer> to, List<Integer> from) {
        to.addAll(from);
        to.add(-1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 63, 64, 65, 1000, 1L << 40, Long.MAX_VALUE})
    void noBlockIsEmpty(long examples) {
        BlockTree tree = BlockTree.of(examples, 64, 1);
        int blocks = tree.blocks();
        assertTrue(blocks <= 64 && blocks >= Math.min(examples, 33), () -> blocks + " blocks");
        long sum = 0;
        for (int b = 0; b < blocks; b++) {
            assertEquals(b, tree.block(sum));
            assertTrue(tree.size(b) > 0);
            sum += tree.size(b);
            assertEquals(b, tree.block(sum - 1));
        }
        assertEquals(examples, sum);
    }
}
