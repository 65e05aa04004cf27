package dev.leibniz.processor.contract;

/** The canonical names of classes of the runtime that signatures of generated methods have. */
public final class RuntimeClass {
    public static final String SPARSE_MATRIX = "dev.leibniz.runtime.SparseMatrix";
    public static final String SPARSITY_PATTERN = "dev.leibniz.runtime.SparsityPattern";

    private RuntimeClass() {}
}
