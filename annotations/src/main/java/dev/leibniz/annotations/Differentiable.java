package dev.leibniz.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Asks for the derivatives of a static method, to be generated when its class is compiled. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Differentiable {

    /** The highest derivative to generate: 1 or 2. */
    int order() default 1;

    /** The name that the generated members begin with; by default the method's own. */
    String name() default "";
}
