package dev.leibniz.runtime;

/** Products of matrices and vectors. */
public final class Linear {
    private Linear() {}
}
