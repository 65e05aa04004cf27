/** Differentiable building blocks and the gradient check. */
module dev.leibniz.runtime {
    requires transitive dev.leibniz.annotations;

    exports dev.leibniz.runtime;
}
