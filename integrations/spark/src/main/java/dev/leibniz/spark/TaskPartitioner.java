package dev.leibniz.spark;

import org.apache.spark.Partitioner;

/** Which task an example is for; its number is the key. */
final class TaskPartitioner extends Partitioner {
    private static final long serialVersionUID = 1;
    private final BlockTree tree;

    TaskPartitioner(BlockTree tree) {
        this.tree = tree;
    }

    @Override
    public int numPartitions() {
        return tree.tasks();
    }

    @Override
    public int getPartition(Object key) {
        return tree.task(tree.block((Long) key));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TaskPartitioner that && that.tree.equals(tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }
}
