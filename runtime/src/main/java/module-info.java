/**
 * Differentiable building blocks and the gradient check.
 *
 * @since 0.1.0
 */
module dev.leibniz.runtime {
    requires transitive dev.leibniz.annotations;

    exports dev.leibniz.runtime;
}
