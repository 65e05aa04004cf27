import dev.leibniz.annotations.Differentiable;

public class Library {
    public record Point(double x, double y) {}

    @Differentiable
    public static double square(double x) {
        return x * x;
    }

    @Differentiable
    public static double[] doubled(double[] x) {
        return new double[] {2 * x[0]};
    }

    @Differentiable
    public static Point point(double x) {
        return new Point(x, x * x);
    }

    public static double plain(double x) {
        return x;
    }

    public static Point turned(Point point, double x) {
        return new Point(-point.y(), point.x() * x);
    }

    public static final class Vec {
        final double x;

        public Vec(double x) {
            this.x = x;
        }
    }

    @Differentiable
    public static double length(Vec v, double t) {
        return t * v.x;
    }

    @Differentiable
    public static Vec scaled(double t) {
        return new Vec(2 * t);
    }
}
