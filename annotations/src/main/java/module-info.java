/**
 * The annotations of Leibniz: what a user writes on a method to have it differentiated at compile time.
 *
 * @since 0.1.0
 */
module dev.leibniz.annotations {
    exports dev.leibniz.annotations;
}
