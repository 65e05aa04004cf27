package dev.leibniz.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the classes that Leibniz generates; not for use by hand. Tools that work on class files skip classes that
 * have an annotation with {@code Generated} in its name: JaCoCo, for example, counts none of their lines. Such tools
 * cannot see {@code javax.annotation.processing.Generated}, which exists in the source only, and only if the module
 * reads {@code java.compiler}.
 *
 * @see Differentiable
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GeneratedDerivatives {}
