package dev.leibniz.runtime;

import dev.leibniz.runtime.arrays.FlatNumbers;

/**
 * A differentiable method with an array as its result, as a function of one array: all its differentiated numbers, the
 * parameters in order, arrays row by row, record components in order. What least-squares solvers take: the result is the
 * array of residuals.
 *
 * <p>Generated code extends it: {@code ModelGrad.residualsFlat(…)} takes the method's own parameters, keeps the constants among
 * them, and of the others the shapes and the numbers, as the {@linkplain #start() start}. The constants are kept, not copied:
 * what changes in an array of them changes the function.
 *
 * <p>An object holds arrays that it uses again in each call. Therefore one object must not be used by two threads at the same
 * time: each takes its own {@link #copy()}.
 *
 * @since 0.1.0
 */
public abstract class FlatVectorFunction {
    private final double[] start;
    private final FlatNumbers numbers = new FlatNumbers();

    /**
     * For generated code.
     *
     * @param start the numbers that the method was given, which are kept
     */
    protected FlatVectorFunction(double[] start) {
        this.start = start;
    }

    /**
     * The number of differentiated numbers.
     *
     * @return the number of columns of the Jacobian
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
     * The residuals: the array that the method returns.
     *
     * @param x [dimension], not changed
     * @return the residuals at {@code x}, as long as the method makes them; a new array
     * @throws IllegalArgumentException if {@code x} has another length
     */
    public abstract double[] residuals(double[] x);

    /**
     * The Jacobian.
     *
     * @param x [dimension], not changed
     * @param out [residuals][dimension], overwritten with the Jacobian at {@code x}
     * @return the residuals at {@code x}, a new array
     * @throws IllegalArgumentException if an array has another length
     */
    public abstract double[] jacobian(double[] x, double[][] out);

    /**
     * The Jacobian.
     *
     * @param x [dimension], not changed
     * @return [residuals][dimension], the Jacobian at {@code x}, a new array
     * @throws IllegalArgumentException if {@code x} has another length
     */
    public abstract double[][] jacobian(double[] x);

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
    public abstract FlatVectorFunction copy();

    /**
     * For generated code: the numbers of an array, to be taken one after the other.
     *
     * @param x [dimension]
     * @return a reader of the numbers, at the first one
     */
    protected final FlatNumbers of(double[] x) {
        return numbers.over(x, start.length);
    }

    /**
     * For generated code: refuses arrays of another size.
     *
     * @param rows the rows there are
     * @param out the array that they are to be copied to
     * @throws IllegalArgumentException if {@code out} has another number of rows
     */
    protected static void requireRows(int rows, double[][] out) {
        if (rows != out.length) {
            throw new IllegalArgumentException(
                    "there are " + rows + " residuals, and the array has " + out.length + " rows");
        }
    }
}
