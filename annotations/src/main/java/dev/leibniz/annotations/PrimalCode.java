package dev.leibniz.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Written by the processor, not by users. Holds the code of the differentiable methods of a class, for other classes
 * that differentiate the derivatives once more. It is in the class file of the generated class, so that those other
 * classes can be compiled separately, and so that build tools see the dependency.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PrimalCode {

    /**
     * The format of the code.
     *
     * @return the number of the format
     */
    int format();

    /**
     * The code.
     *
     * @return its text, in several parts if it is long
     */
    String[] value();
}
