package dev.leibniz.runtime;

import dev.leibniz.runtime.check.CentralDifference;
import dev.leibniz.runtime.check.CentralDifference.Precision;
import dev.leibniz.runtime.check.WholeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Compares a gradient with central differences, component by component, and says where they differ most.
 *
 * <p>In a test it is one line:
 *
 * <pre>{@code
 * GradientCheck.of(w -> Model.loss(w, x), w, ModelGrad.lossGrad(w, x).w()).assertWithin(1e-6);
 * }</pre>
 *
 * <p>The relative error of a component is |gradient − difference| / max(|gradient|, |difference|), where the part of the
 * numerator that rounding in the function itself explains does not count; 0 for a component that is 0 by both, infinite where
 * either is not a number. For each component, steps around ∛u·max(1, |x|) are tried (u is the unit of rounding, 2⁻⁵³ or
 * 2⁻²⁴) and the most consistent pair is taken, so that a point near a kink or near the end of the domain is not a false alarm.
 * A point <em>on</em> a kink is one: there the central difference is the mean of both slopes.
 *
 * <p>A right gradient is typically within 1e-8 in {@code double} and 1e-3 in {@code float}. The function is called some four
 * to thirty times for each component, each time with a copy of the point.
 *
 * @since 0.1.0
 */
public final class GradientCheck {

    /**
     * The result of the check for one component.
     *
     * @param index its place, such as {@code [3]} or {@code [1][2]}; empty for a scalar
     * @param gradient the component of the gradient that is being checked
     * @param centralDifference the same derivative by central differences
     * @param relativeError of one to the other, beyond what rounding explains
     */
    public record Component(String index, double gradient, double centralDifference, double relativeError) {}

    /** A function of a {@code float}, for {@link #ofFloat}. */
    @FunctionalInterface
    public interface FloatFunction {
        /**
         * The function.
         *
         * @param x any number
         * @return its value at {@code x}
         */
        double applyAsDouble(float x);
    }

    /** The place of a component, in the shape that the caller knows; everything is a list of rows inside. */
    private interface Index {
        String of(int row, int column);
    }

    private static final Index SCALAR = (row, column) -> "";
    private static final Index VECTOR = (row, column) -> "[" + column + "]";
    private static final Index MATRIX = (row, column) -> "[" + row + "][" + column + "]";

    private final List<Component> components;

    private GradientCheck(List<Component> components) {
        this.components = List.copyOf(components);
    }

    /**
     * Checks the derivative of a function of one number.
     *
     * @param f the function
     * @param x where
     * @param derivative the derivative there
     * @return the comparison
     */
    public static GradientCheck of(DoubleUnaryOperator f, double x, double derivative) {
        return compare(
                at -> f.applyAsDouble(at[0][0]),
                new double[][] {{x}},
                new double[][] {{derivative}},
                SCALAR,
                Precision.DOUBLE);
    }

    /**
     * Checks the derivative of a function of one {@code float}.
     *
     * @param f the function
     * @param x where
     * @param derivative the derivative there
     * @return the comparison
     */
    public static GradientCheck ofFloat(FloatFunction f, float x, float derivative) {
        return compare(
                at -> f.applyAsDouble((float) at[0][0]),
                new double[][] {{x}},
                new double[][] {{derivative}},
                SCALAR,
                Precision.FLOAT);
    }

    /**
     * Checks the gradient of a function of a vector.
     *
     * @param f the function
     * @param x [n], where; it is not modified
     * @param gradient [n], the gradient there
     * @return the comparison
     * @throws IllegalArgumentException if the gradient has not the shape of the point
     */
    public static GradientCheck of(ToDoubleFunction<double[]> f, double[] x, double[] gradient) {
        return compare(
                at -> f.applyAsDouble(at[0]), new double[][] {x}, new double[][] {gradient}, VECTOR, Precision.DOUBLE);
    }

    /**
     * Checks the gradient of a function of a matrix, jagged or not.
     *
     * @param f the function
     * @param x [m][n], where; it is not modified
     * @param gradient [m][n], the gradient there
     * @return the comparison
     * @throws IllegalArgumentException if the gradient has not the shape of the point
     */
    public static GradientCheck of(ToDoubleFunction<double[][]> f, double[][] x, double[][] gradient) {
        return compare(f, x, gradient, MATRIX, Precision.DOUBLE);
    }

    /**
     * Checks the gradient of a function of a {@code float} vector.
     *
     * @param f the function
     * @param x [n], where; it is not modified
     * @param gradient [n], the gradient there
     * @return the comparison
     * @throws IllegalArgumentException if the gradient has not the shape of the point
     */
    public static GradientCheck of(ToDoubleFunction<float[]> f, float[] x, float[] gradient) {
        return compare(
                at -> f.applyAsDouble(narrow(at)[0]),
                widen(new float[][] {x}),
                widen(new float[][] {gradient}),
                VECTOR,
                Precision.FLOAT);
    }

    /**
     * Checks the gradient of a function of a {@code float} matrix, jagged or not.
     *
     * @param f the function
     * @param x [m][n], where; it is not modified
     * @param gradient [m][n], the gradient there
     * @return the comparison
     * @throws IllegalArgumentException if the gradient has not the shape of the point
     */
    public static GradientCheck of(ToDoubleFunction<float[][]> f, float[][] x, float[][] gradient) {
        return compare(at -> f.applyAsDouble(narrow(at)), widen(x), widen(gradient), MATRIX, Precision.FLOAT);
    }

    /**
     * Checks the gradient of a function of anything that holds numbers: a record, an array of any rank, records of arrays.
     *
     * @param <T> the type of the point, which is that of the gradient
     * @param f the function
     * @param x where; it is not modified
     * @param gradient the gradient there; components of it other than {@code double} or {@code float} are ignored
     * @return the comparison; its indices are paths, such as {@code .w1[0][2]}
     * @throws IllegalArgumentException if the gradient has not the shape of the point, or there is no number in it
     */
    public static <T> GradientCheck ofWhole(ToDoubleFunction<T> f, T x, T gradient) {
        WholeValue<T> point = WholeValue.of(x);
        WholeValue<T> slope = WholeValue.of(gradient);
        if (!point.paths().equals(slope.paths()) || point.paths().isEmpty()) {
            throw new IllegalArgumentException("the gradient has not the shape of the point: "
                    + slope.paths().size() + " numbers for " + point.paths().size());
        }
        return compare(
                at -> f.applyAsDouble(point.with(at[0])),
                new double[][] {point.numbers()},
                new double[][] {slope.numbers()},
                (row, column) -> point.paths().get(column),
                point.isSingle() ? Precision.FLOAT : Precision.DOUBLE);
    }

    /**
     * Checks a Jacobian.
     *
     * @param f the function
     * @param x [n], where; it is not modified
     * @param jacobian [m][n], one gradient for each element of the result
     * @return the comparison; its indices are {@code [row][column]}
     * @throws IllegalArgumentException if the Jacobian has not a row for each element of the result
     */
    public static GradientCheck ofJacobian(UnaryOperator<double[]> f, double[] x, double[][] jacobian) {
        requireSame(f.apply(x.clone()).length, jacobian.length, "results");
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < jacobian.length; i++) {
            int row = i;
            components.addAll(compare(
                            at -> f.apply(at[0])[row],
                            new double[][] {x},
                            new double[][] {jacobian[i]},
                            (none, column) -> "[" + row + "][" + column + "]",
                            Precision.DOUBLE)
                    .components);
        }
        return new GradientCheck(components);
    }

    /**
     * Checks a Hessian as the Jacobian of a gradient.
     *
     * @param gradient the gradient, which is taken to be right
     * @param x [n], where; it is not modified
     * @param hessian [n][n], the Hessian there
     * @return the comparison; its indices are {@code [row][column]}
     */
    public static GradientCheck ofHessian(UnaryOperator<double[]> gradient, double[] x, double[][] hessian) {
        return ofJacobian(gradient, x, hessian);
    }

    /**
     * Compares forward with reverse mode, without any differences: cotangent · (Jacobian · tangent) is (cotangent · Jacobian) ·
     * tangent. In the report, what is called the gradient is by reverse mode, and the central difference by forward mode.
     *
     * @param cotangent the cotangent that {@code Vjp} was given
     * @param byForward the tangent of the result, by {@code Jvp}
     * @param byReverse the gradients, by {@code Vjp}; an array of them for several parameters
     * @param tangent the tangent that {@code Jvp} was given; in the same order
     * @return the comparison, which has one component
     */
    public static GradientCheck ofModes(Object cotangent, Object byForward, Object byReverse, Object tangent) {
        double forward = WholeValue.dot(cotangent, byForward);
        double reverse = WholeValue.dot(byReverse, tangent);
        double size = WholeValue.dotOfSizes(cotangent, byForward) + WholeValue.dotOfSizes(byReverse, tangent);
        double unexplained = Math.abs(forward - reverse) - size * 0x1p-48;
        double error = unexplained <= 0 ? 0 : unexplained / Math.max(Math.abs(forward), Math.abs(reverse));
        return new GradientCheck(
                List.of(new Component("", reverse, forward, Double.isNaN(error) ? Double.POSITIVE_INFINITY : error)));
    }

    /**
     * All components that were compared.
     *
     * @return one for each entry of the gradient, row by row
     */
    public List<Component> components() {
        return components;
    }

    /**
     * The component with the greatest relative error; of those without one, where the two values differ most.
     *
     * @return the first such component; one that is all zeros if there was nothing to compare
     */
    public Component worst() {
        Component worst = new Component("", 0, 0, 0);
        for (Component component : components) {
            boolean isWorse = component.relativeError > worst.relativeError
                    || component.relativeError == worst.relativeError && distance(component) > distance(worst);
            if (worst.index.isEmpty() || isWorse) {
                worst = component;
            }
        }
        return worst;
    }

    /**
     * Fails unless every component is right.
     *
     * @param tolerance the greatest relative error to accept
     * @return this, to be printed
     * @throws AssertionError with the report as its message if a component's relative error is greater
     */
    public GradientCheck assertWithin(double tolerance) {
        if (worst().relativeError > tolerance) {
            throw new AssertionError("not within " + tolerance + ": " + this);
        }
        return this;
    }

    /** The report: how many components were compared, and the worst of them with both of its values. */
    @Override
    public String toString() {
        Component worst = worst();
        return String.format(
                Locale.ROOT,
                "gradient check of %d component%s: %s%s, gradient %s, central difference %s",
                components.size(),
                components.size() == 1 ? "" : "s",
                finding(worst),
                worst.index.isEmpty() ? "" : " at " + worst.index,
                worst.gradient,
                worst.centralDifference);
    }

    private static double distance(Component component) {
        return component.gradient == component.centralDifference
                ? 0
                : Math.abs(component.gradient - component.centralDifference);
    }

    private static String finding(Component worst) {
        if (worst.relativeError > 0) {
            return String.format(Locale.ROOT, "greatest relative error %.2g", worst.relativeError);
        }
        return distance(worst) == 0 ? "no difference" : "no difference beyond the rounding of central differences";
    }

    private static GradientCheck compare(
            ToDoubleFunction<double[][]> f, double[][] x, double[][] gradient, Index index, Precision precision) {
        double magnitude = magnitude(f, x, gradient);
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                int row = i;
                int column = j;
                DoubleUnaryOperator alongComponent = at -> {
                    double[][] moved = deepCopy(x);
                    moved[row][column] = at;
                    return f.applyAsDouble(moved);
                };
                CentralDifference difference = CentralDifference.of(alongComponent, x[i][j], precision, magnitude);
                components.add(new Component(
                        index.of(i, j),
                        gradient[i][j],
                        difference.derivative(),
                        relativeError(gradient[i][j], difference)));
            }
        }
        return new GradientCheck(components);
    }

    private static double relativeError(double gradient, CentralDifference difference) {
        double numeric = difference.derivative();
        double unexplained = Math.abs(gradient - numeric) - difference.noise();
        if (unexplained <= 0) {
            return 0;
        }
        double error = unexplained / Math.max(Math.abs(gradient), Math.abs(numeric));
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }

    /** The magnitude of the terms that {@code f} adds up, as far as it can be seen from outside. Checks the shapes, too. */
    private static double magnitude(ToDoubleFunction<double[][]> f, double[][] x, double[][] gradient) {
        requireSame(x.length, gradient.length, "rows");
        double magnitude = Math.abs(f.applyAsDouble(deepCopy(x)));
        for (int i = 0; i < x.length; i++) {
            requireSame(x[i].length, gradient[i].length, "entries");
            for (int j = 0; j < x[i].length; j++) {
                double term = Math.abs(x[i][j] * gradient[i][j]);
                if (term > magnitude && term < Double.POSITIVE_INFINITY) {
                    magnitude = term;
                }
            }
        }
        return magnitude;
    }

    private static void requireSame(int ofPoint, int ofGradient, String what) {
        if (ofPoint != ofGradient) {
            throw new IllegalArgumentException(
                    "the point has " + ofPoint + " " + what + ", the gradient " + ofGradient);
        }
    }

    private static double[][] deepCopy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    private static double[][] widen(float[][] rows) {
        double[][] wide = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            wide[i] = new double[rows[i].length];
            for (int j = 0; j < rows[i].length; j++) {
                wide[i][j] = rows[i][j];
            }
        }
        return wide;
    }

    private static float[][] narrow(double[][] rows) {
        float[][] narrow = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            narrow[i] = new float[rows[i].length];
            for (int j = 0; j < rows[i].length; j++) {
                narrow[i][j] = (float) rows[i][j];
            }
        }
        return narrow;
    }
}
