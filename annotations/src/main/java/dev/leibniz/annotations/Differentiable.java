package dev.leibniz.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the derivatives of a static method, written when its class is compiled.
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
 * <p>The methods of a class {@code Model} get their derivatives in one class {@code ModelGrad} of the same package
 * ({@code Outer.Model}: {@code Outer_ModelGrad}). For a method {@code loss} it holds
 *
 * <ul>
 *   <li>{@code lossGrad} and, for array or record parameters, {@code lossGradInto}, which adds the gradient to buffers of
 *       the caller, if the result is a scalar;
 *   <li>{@code lossVjp}, {@code lossVjpInto}: a cotangent of the result times the Jacobian (reverse mode);
 *   <li>{@code lossJvp}: the Jacobian times a tangent per differentiated parameter (forward mode);
 *   <li>{@code lossJacobian} if the result is an array of rank one;
 *   <li>{@code lossHvp} and {@code lossHessian} if the result is a scalar and {@link #order()} is 2.
 * </ul>
 *
 * <p>What these return are records called {@code LossGrad}, {@code LossJvp} and so on, in {@code ModelGrad}. No class can
 * hold another one of its own name: for a method {@code loss} of a class {@code Loss} the record {@code LossGrad} of the class
 * {@code LossGrad} is called {@code LossGradient}.
 *
 * <p>Every parameter of type {@code double} or {@code float}, an array of these, or a record that contains them is
 * differentiated unless it is {@link NoDerivative}; each gradient has the type and the shape of its parameter. Everything
 * else is a constant. The method has to be pure: it reads its parameters and {@code static final} constants, and changes
 * nothing that can be seen from outside. What cannot be differentiated is refused by the compiler, at its place.
 *
 * @since 0.1.0
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Differentiable {

    /**
     * The highest derivative to generate, unless {@link #forms()} says which.
     *
     * @return 1 for gradients and Jacobians; 2 for Hessians and Hessian-vector products as well
     */
    int order() default 1;

    /**
     * Which forms to generate, if not all that there are for the method.
     *
     * @return the forms, {@link Form#FLAT} and {@link Form#SPARSE} only if they are named; {@link Form#HVP} and {@link Form#HESSIAN} need no {@link #order()} of 2. The empty array, the default,
     *     stands for all forms that the result and {@link #order()} allow, except those that Java cannot express: a method has at
     *     most 255 parameter slots, of which a {@code double} takes two
     */
    Form[] forms() default {};

    /**
     * The parameters to differentiate, if not all that can be; the others are treated as if they were {@link NoDerivative}.
     *
     * @return names of parameters; the empty array, the default, stands for all
     */
    String[] wrt() default {};

    /**
     * What the names of the generated members begin with. Needed when two overloads in a class are both differentiable.
     *
     * @return a Java identifier, or the empty string for the name of the method
     */
    String name() default "";
}
