/**
 * Differentiable building blocks and the gradient check, in {@link dev.leibniz.runtime}. The other packages are for generated code, which
 * may be in any module.
 *
 * @since 0.1.0
 */
module dev.leibniz.runtime {
    requires transitive dev.leibniz.annotations;

    exports dev.leibniz.runtime;
    exports dev.leibniz.runtime.arrays;
    exports dev.leibniz.runtime.complex;
    exports dev.leibniz.runtime.recording;
    exports dev.leibniz.runtime.replay;
    exports dev.leibniz.runtime.solve;
    exports dev.leibniz.runtime.sparse;
    exports dev.leibniz.runtime.special;
}
