import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.Arrays;

/** Methods through which no derivative goes, and which write to what they are given in ways that are not easily seen. */
class Unseen {
    record Box(double[] a) {
        double clear() {
            a[0] = 0;
            return 2;
        }
    }

    static Box boxed(double[] a) {
        return new Box(a);
    }

    @NoDerivative
    static double byMethodOfRecord(double[] a) {
        return new Box(a).clear();
    }

    @NoDerivative
    static double byMethodOfResult(double[] a) {
        return boxed(a).clear();
    }

    @NoDerivative
    static double byMethodReference(double[][] a) {
        Arrays.stream(a).forEach(Arrays::sort);
        return 2;
    }

    @NoDerivative
    static double byList(double[][] a) {
        Arrays.asList(a).set(0, a[1]);
        return 2;
    }

    @Differentiable
    static double methodOfRecord(double[] x) {
        double[] y = x.clone();
        double s = byMethodOfRecord(y); // ERROR: unseen-write | byMethodOfRecord
        return y[0] * s;
    }

    @Differentiable
    static double methodOfResult(double[] x) {
        double[] y = x.clone();
        double s = byMethodOfResult(y); // ERROR: unseen-write | byMethodOfResult
        return y[0] * s;
    }

    @Differentiable
    static double rows(double[][] x) {
        double[][] y = {x[0].clone(), x[1].clone()};
        return byMethodReference(y) * y[0][0] + byList(y); // ERROR: unseen-write | byMethodReference && unseen-write | byList
    }
}
