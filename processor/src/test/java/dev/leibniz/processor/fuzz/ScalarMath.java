package dev.leibniz.processor.fuzz;

import java.util.List;

/** Floating-point operations on scalars with derivatives, of whatever kind: the values are Java's. */
interface ScalarMath {

    Scalar toFloat(Scalar x);

    /** {@code + - * / %} in double, or in float. */
    Scalar binary(String op, Scalar a, Scalar b, boolean single);

    Scalar negate(Scalar a);

    /** A call of {@code Math} or {@code StrictMath}. {@code literal} tells which arguments are literals. */
    Scalar call(String owner, String name, List<Scalar> arguments, List<Boolean> literal, boolean single);

    /** A call of a function of the runtime, on scalars, arrays and integers. */
    Object runtime(String name, List<Object> arguments);
}
