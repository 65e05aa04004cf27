package dev.leibniz.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Written by the processor, not by users. Names the classes whose {@linkplain PrimalCode code}, from other files,
 * went into a generated class. When that code changes, the class has to be generated again.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.CONSTRUCTOR)
public @interface MadeFrom {

    /**
     * The classes that carry the code.
     *
     * @return at least one class
     */
    Class<?>[] value();
}
