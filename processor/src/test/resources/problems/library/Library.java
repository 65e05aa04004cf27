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
}
