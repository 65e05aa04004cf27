package dev.leibniz.runtime;

import dev.leibniz.runtime.arrays.FlatNumbers;

/**
 * A differentiable method with one number as its result, as a function of one array: all its differentiated numbers, the
 * parameters in order, arrays row by row, record components in order, as in a Hessian. What optimisers take.
 *
 * <p>Generated code extends it: {@code ModelGrad.lossFlat(…)} takes the method's own parameters, keeps the constants among
 * them, and of the others the shapes and the numbers, as the {@linkplain #start() start}. The constants are kept, not copied:
 * what changes in an array of them changes the function.
 *
 * <p>An object holds arrays that it uses again in each call, so that a call allocates no more than the derivative itself
 * does. Therefore one object must not be used by two threads at the same time: each takes its own {@link #copy()}.
 *
 * @since 0.1.0
 */
public abstract class FlatFunction {
    private final double[] start;
    private final FlatNumbers numbers = new FlatNumbers();

    /**
     * For generated code.
     *
     * @param start the numbers that the method was given, which are kept
     */
    protected FlatFunction(double[] start) {
        this.start = start;
    }

    /**
     * The number of differentiated numbers.
     *
     * @return the length of all arrays that this object takes
     */
    public final int dimension() {
        return start.length;
    }

    /**
     * The numbers that the method was given.
     *
     * @return [dimension], a new array
     */
    public final double[] start() {
        return start.clone();
    }

    /**
     * The value of the method, to the last bit.
     *
     * @param x [dimension], not changed
     * @return the value at {@code x}
     * @throws IllegalArgumentException if {@code x} has another length
     */
    public abstract double value(double[] x);

    /**
     * The gradient.
     *
     * @param x [dimension], not changed
     * @param out [dimension], overwritten with the gradient at {@code x}; it may be {@code x} itself
     * @return the value at {@code x}
     * @throws IllegalArgumentException if an array has another length
     */
    public abstract double gradient(double[] x, double[] out);

    /**
     * The Hessian times a direction; there is one for methods with {@code order = 2}.
     *
     * @param x [dimension], not changed
     * @param v [dimension], the direction, not changed
     * @param out [dimension], overwritten with the product; it may be {@code x} or {@code v} itself
     * @return the value at {@code x}
     * @throws IllegalArgumentException if an array has another length
     * @throws UnsupportedOperationException if the method was not annotated for second derivatives
     */
    public double hvp(double[] x, double[] v, double[] out) {
        throw new UnsupportedOperationException("no second derivatives: say @Differentiable(order = 2)");
    }

    /**
     * The same numbers as the method's own parameters. Generated classes say which type it is: a record with the
     * differentiated parameters under their names.
     *
     * @param x [dimension], not changed
     * @return the parameters, with arrays of their own
     * @throws IllegalArgumentException if {@code x} has another length
     */
    public abstract Object unflatten(double[] x);

    /**
     * The same function for another thread: it shares nothing with this one but the constants.
     *
     * @return a new object
     */
    public abstract FlatFunction copy();

    /**
     * For generated code: the numbers of an array, to be taken one after the other.
     *
     * @param x [dimension]
     * @return a reader of the numbers, at the first one
     */
    protected final FlatNumbers of(double[] x) {
        return numbers.over(x, start.length);
    }
}
