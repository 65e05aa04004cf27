package dev.leibniz.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a parameter is where a {@link Differentiable} method puts its result: an array of {@code double} or {@code float}, of
 * any rank, that the method fills.
 *
 * <p>The method returns nothing, or something that is no floating-point number, such as a status, which the derivatives do
 * not look at. It is differentiated as if it returned the array:
 *
 * <pre>{@code
 * @Differentiable
 * static void rotate(double angle, double[] point, @Result double[] rotated) {
 *     rotated[0] = Math.cos(angle) * point[0] - Math.sin(angle) * point[1];
 *     rotated[1] = Math.sin(angle) * point[0] + Math.cos(angle) * point[1];
 * }
 *
 * double[] rotated = ModelGrad.rotateJvp(angle, point, 1, new double[2]).value();
 * }</pre>
 *
 * <p>The generated methods have no such parameter. They make the array, filled with zeros; what the method does not write is
 * zero in the value, and what it reads before it writes is zero, too. With several results the value is a record of
 * the generated class, called after the method, as in {@code RotateResult}, which has them under their names. Where other methods of
 * the same file call the method, it writes to the arrays that they give it, as Java says.
 *
 * <p>How long the array has to be is told by the method: by the loops and the constant indices that its elements are written
 * under ({@code y[i]} for {@code i < n} makes it {@code n} long); where it is the array itself that says how long a loop is, by an array
 * that is indexed in the same loop, as {@code x[i]} is beside {@code y[i]}; else, by the only array among the other
 * parameters, if it is of the same rank. Where nothing of this says it, or something else is meant, {@link #shape} does. An element
 * beyond the end is an {@link ArrayIndexOutOfBoundsException}, as in the method itself.
 *
 * @since 0.1.0
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Result {
    /**
     * How long the array is that the derivatives make, in each dimension: integer expressions over the other parameters, such as
     * {@code "n"}, {@code "2 * x.length"}, {@code "a[0].length"}, {@code "layer.bias().length"} or {@code "3"}, with constants of the class,
     * {@code Math.min} and {@code Math.max}. Or one array that has the shape, such as {@code "x"}.
     *
     * @return the lengths, or the array that has them; empty if the method tells
     */
    String[] shape() default {};
}
