package dev.leibniz.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Written by the processor, not by users: the differentiable methods of a class, for other classes that differentiate them once more
 * than the generated class does. It is in the class file, so that these other classes can be compiled alone, and so that build tools
 * see that they depend on it.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PrimalCode {

    /**
     * How the code is written.
     *
     * @return the number of the format
     */
    int format();

    /**
     * The code.
     *
     * @return its text, in parts if it is long
     */
    String[] value();
}
