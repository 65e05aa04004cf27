import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.Form;
import dev.leibniz.annotations.NoDerivative;

class Records {
    record Point(double x, double y) {
        Point(double angle) {
            this(Math.cos(angle), Math.sin(angle));
        }
    }

    record Checked(double x) {
        Checked {
            if (x < 0) throw new IllegalArgumentException();
        }
    }

    record Copying(double[] x) {
        public double[] x() {
            return x.clone();
        }
    }

    record Around(Checked checked, double y) {}

    record Many(Point[] points) {}

    static final Copying COPYING = new Copying(new double[] {1});

    @Differentiable
    static double parameter(Checked checked) { // ERROR: record-code | checked)
        return checked.x();
    }

    @Differentiable
    static double constantParameter(double x, @NoDerivative Checked checked) {
        return x * checked.x();
    }

    @Differentiable
    static double inside(Around around) { // ERROR: record-code | around)
        return around.y();
    }

    @Differentiable
    static Checked result(double x) { // ERROR: record-code | result
        return new Checked(x);
    }

    @Differentiable
    static double accessor(double x, @NoDerivative Copying copying) { // ERROR: record-code | copying)
        return x * copying.x()[0];
    }

    @Differentiable
    static double constant(double x) {
        return x * COPYING.x()[0]; // ERROR: record-code | COPYING
    }

    @NoDerivative
    static int count(Point[] points) {
        return points.length;
    }

    @Differentiable
    static double arrayOutside(double x, Point[] points) {
        return x * count(points); // ERROR: array-of-records | count(
    }

    @Differentiable
    static double arrayInside(double x, @NoDerivative Many many) {
        return x * count(many.points()); // ERROR: array-of-records | count(
    }

    @Differentiable
    static double writtenArray(Point[] points) {
        points[0] = points[1]; // ERROR: mutated-parameter | = points
        return points[0].x();
    }

    @Differentiable(order = 2, forms = {Form.GRAD, Form.HESSIAN}) // ERROR: bad-form | {Form
    static double hessianOfArray(Point[] points) {
        return points[0].x();
    }

    @Differentiable
    static double codeInArray(Negative[] points) { // ERROR: record-code | points)
        return points[0].x();
    }

    record Negative(double x) {
        Negative {
            if (x < 0) throw new IllegalArgumentException();
        }
    }

    @Differentiable
    static double notOfTheRecord(Point point) {
        return point.x() * point.hashCode(); // ERROR: instance-call | .hashCode
    }

    @Differentiable
    static double local(double x) {
        Checked checked = new Checked(x * x);
        Point[] points = {new Point(x), new Point(checked.x(), 1)};
        return points[0].y() + points[1].x();
    }
}
