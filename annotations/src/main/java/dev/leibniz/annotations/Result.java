package dev.leibniz.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parameter into which a {@link Differentiable} method writes its result: an array of {@code double} or
 * {@code float}, of any rank, that the method fills.
 *
 * <p>The method returns nothing, or something that is not a floating-point number, such as a status, which the
 * derivatives ignore. It is differentiated as if it returned the array:
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
 * <p>The generated methods do not have this parameter. They allocate the array, filled with zeros: elements that the
 * method does not write are zero in the value, and elements that it reads before it writes them are zero, too. If
 * there are several results, the value is a record in the generated class, named after the method, such as {@code
 * RotateResult}, with one component for each. When another method of the same file calls the method, it writes to the
 * arrays that are passed, as usual in Java.
 *
 * <p>The length of the array follows from the method: from the loops and the constant indices with which its elements
 * are written ({@code y[i]} for {@code i < n} makes it {@code n} long); if a loop runs to the length of the array
 * itself, from another array that is indexed in the same loop, as {@code x[i]} beside {@code y[i]}; otherwise from
 * the only array among the other parameters, if it has the same rank. If none of these gives the length, or gives the
 * wrong one, set {@link #shape}. An access beyond the end throws an {@link ArrayIndexOutOfBoundsException}, as in the
 * method itself.
 *
 * @since 0.1.0
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Result {
    /**
     * The length, in each dimension, of the array that the derivatives allocate: integer expressions over the other
     * parameters, such as {@code "n"}, {@code "2 * x.length"}, {@code "a[0].length"}, {@code "layer.bias().length"}
     * or {@code "3"}, with constants of the class, {@code Math.min} and {@code Math.max}. Or the name of one array
     * that has the same shape, such as {@code "x"}.
     *
     * @return the lengths, or the array that has them; empty if they follow from the method
     */
    String[] shape() default {};
}
