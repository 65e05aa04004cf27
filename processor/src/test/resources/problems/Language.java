import dev.leibniz.annotations.DerivativeOf;
import dev.leibniz.annotations.Differentiable;
import java.io.IOException;

class Language {
    record Point(double x, double y) {}

    private record Hidden(double x) {}

    private enum Secret {
        ONE
    }

    interface Shape {
        double area(double x);
    }

    private static final double FILLED;

    static {
        FILLED = Math.sqrt(2);
    }

    @Differentiable
    static double sameArray(double[] a, double[] b) {
        return a == b ? a[0] : b[0]; // ERROR: reference-comparison | ==
    }

    @Differentiable
    static double sameRecord(Point a, Point b) {
        return a != b ? a.x() : b.x(); // ERROR: reference-comparison | !=
    }

    @Differentiable
    static double virtual(Shape shape, double x) {
        return shape.area(x); // ERROR: unreadable-object | .area
    }

    @Differentiable
    static double privateType(Hidden hidden) { // ERROR: private-type | privateType
        return hidden.x();
    }

    @Differentiable
    static double privateEnum(double x, Secret secret) { // ERROR: private-type | secret)
        return x;
    }

    @Differentiable
    static double privateConstant(double x) {
        return x * FILLED; // ERROR: private-constant | FILLED
    }

    private static double ruled(double x) {
        return x;
    }

    @DerivativeOf("ruled")
    static double rule(double x, double cotangent) {
        return cotangent;
    }

    @Differentiable
    static double privateCallee(double x) {
        return Language.ruled(x); // ERROR: private-callee | .ruled
    }

    @Differentiable
    static double checkedException(double x) throws IOException {
        if (x < 0) {
            throw new IOException("negative"); // ERROR: checked-exception | throw
        }
        return x;
    }

    @Differentiable
    static double oldException(double x, RuntimeException e) {
        if (x < 0) {
            throw e; // ERROR: unsupported | throw
        }
        return x;
    }

    @Differentiable
    static double object(double x) {
        Class<?> type = Language.class; // ERROR: object-type | .class
        return x;
    }

    @Differentiable
    static double numberInText(double x) {
        return x * ("x" + x).length(); // ERROR: string-concatenation | .length
    }

    @Differentiable
    static double component(double hashCode) { // ERROR: component-name | component
        return hashCode;
    }

    @Differentiable
    static double language(double x) {
        return x;
    }
}
