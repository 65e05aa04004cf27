package dev.leibniz.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the derivatives of a static method, which are generated when its class is compiled.
 *
 * <pre>{@code
 * public final class Model {
 *     @Differentiable
 *     static double loss(double[] w, @NoDerivative double[] x, @NoDerivative double y) {
 *         double z = 0;
 *         for (int j = 0; j < w.length; j++) {
 *             z += w[j] * x[j];
 *         }
 *         return (z - y) * (z - y);
 *     }
 * }
 *
 * var grad = ModelGrad.lossGrad(w, x, y);
 * double value = grad.value();  // the same bits as Model.loss(w, x, y)
 * double[] dw = grad.w();       // as long as w
 * }</pre>
 *
 * <p>The derivatives of all methods of a class {@code Model} are in one class {@code ModelGrad} of the same package
 * ({@code Outer_ModelGrad} for a nested class {@code Outer.Model}). For a method {@code loss} it holds
 *
 * <ul>
 *   <li>{@code lossGrad} and, for array or record parameters, {@code lossGradInto}, which adds the gradient to buffers of
 *       the caller, if the result is a scalar;
 *   <li>{@code lossVjp}, {@code lossVjpInto}: a cotangent of the result times the Jacobian (reverse mode);
 *   <li>{@code lossJvp}: the Jacobian times a tangent per differentiated parameter (forward mode);
 *   <li>{@code lossJacobian} if the result is an array of rank one;
 *   <li>{@code lossHvp} and {@code lossHessian} if the result is a scalar and {@link #order()} is 2 (Hessian times
 *       tangent, and the Hessian).
 * </ul>
 *
 * <p>They return records called {@code LossGrad}, {@code LossJvp} and so on, nested in {@code ModelGrad}. A class
 * cannot contain one of its own name: for a method {@code loss} of a class {@code Loss}, the record in the class
 * {@code LossGrad} is called {@code LossGradient}.
 *
 * <p>Every parameter of type {@code double} or {@code float}, an array of these, or a record that contains them is
 * differentiated unless it is {@link NoDerivative}; each gradient has the type and the shape of its parameter.
 * Everything else is a constant. The method has to be pure: it reads its parameters and {@code static final}
 * constants, and changes nothing that can be seen from outside. Code that cannot be differentiated is a compile error
 * at its place.
 *
 * @since 0.1.0
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Differentiable {

    /**
     * The highest order of derivatives to generate, unless {@link #forms()} names the forms.
     *
     * @return 1 for gradients and Jacobians; 2 for Hessians and Hessian-vector products as well
     */
    int order() default 1;

    /**
     * The forms to generate, if not all that the method can have.
     *
     * @return the forms. {@link Form#HVP} and {@link Form#HESSIAN} need no {@link #order()} of 2 if they are named.
     *     The empty array, the default, stands for all forms that the result and {@link #order()} allow, except
     *     {@link Form#FLAT}, {@link Form#SPARSE} and {@link Form#TRACE}, which have to be named, and except those
     *     that Java cannot express: a method has at most 255 parameter slots, of which a {@code double} takes two
     */
    Form[] forms() default {};

    /**
     * The parameters to differentiate with respect to, if not all; the others are treated as if they were {@link
     * NoDerivative}.
     *
     * @return names of parameters; the empty array, the default, stands for all
     */
    String[] wrt() default {};

    /**
     * The start of the names of the generated members. Needed when two overloads in a class are both differentiable.
     *
     * @return a Java identifier, or the empty string for the name of the method
     */
    String name() default "";
}
