import dev.leibniz.annotations.Differentiable;

/** What is refused once is refused again, in the same words, when another method needs it. */
class Again {
    private static double first(double[] a, double[] b) {
        a[0] = 2 * b[0];
        return a.length == 1 ? a[0] : first(b, a);
    }

    @Differentiable(order = 2)
    static double inner(double[] x) {
        double[] copy = x.clone();
        first(copy, copy); // ERROR: unavailable | first
        return copy[0];
    }

    @Differentiable(order = 2)
    static double middle(double h) {
        return AgainGrad.innerHessian(new double[] {h}).matrix()[0][0];
    }

    @Differentiable
    static double outer(double x) {
        return AgainGrad.middleHessian(x).matrix()[0][0];
    }
}
