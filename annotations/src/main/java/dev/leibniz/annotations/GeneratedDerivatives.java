package dev.leibniz.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Is on the classes that Leibniz generates; nobody writes it by hand. Tools that work on class files leave out what bears an
 * annotation with {@code Generated} in its name: JaCoCo counts no line of such a class. They cannot see {@code
 * javax.annotation.processing.Generated}, which is in the source only, and there only if the module can read {@code
 * java.compiler}.
 *
 * @see Differentiable
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GeneratedDerivatives {}
