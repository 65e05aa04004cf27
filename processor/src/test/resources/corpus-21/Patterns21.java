package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** Patterns in switches, with guards, and of records in records: from Java 21 on. */
public final class Patterns21 {
    private Patterns21() {}

    sealed interface Shape permits Circle, Rect, Group, None {}
    record Circle(double r) implements Shape {}
    record Rect(double a, double b) implements Shape {}
    record Group(Circle c, Rect r, boolean both) implements Shape {}
    enum None implements Shape { NONE, OTHER }
    sealed interface Expr {}
    record Num(double v) implements Expr {}
    record X() implements Expr {}
    record Sum(Expr a, Expr b) implements Expr {}
    record Prod(Expr a, Expr b) implements Expr {}
    static double area(Shape s, double k) {
        return switch (s) {
            case Circle c when c.r() > 2 -> c.r() * k;
            case Circle c -> Math.PI * c.r() * c.r();
            case Rect(double a, double b) -> a * b * k;
            case Group(Circle(var r), Rect rect, boolean both) when both -> r + area(rect, k * 2);
            case Group(Circle c, Rect(var a, var b), boolean x) -> area(c, k) + a + b;
            case None n -> n == None.NONE ? k : 2 * k;
        };
    }
    static Shape make(int i, double x, double y) {
        return switch (i) {
            case 0 -> new Circle(x);
            case 1 -> new Rect(x, y);
            case 2 -> new Group(new Circle(y), new Rect(x, x), x > y);
            default -> None.OTHER;
        };
    }
    @Differentiable(order = 2)
    static double built(double x, double y) {
        double s = 0;
        for (int i = 0; i < 4; i++) {
            Shape shape = make(i, x, y);
            s += area(shape, y + s);
            switch (shape) {
                case Rect r -> s *= r.a();
                case Circle c when c.r() > 1 -> { s += c.r() * c.r(); }
                default -> s += 1;
            }
            if (shape instanceof Rect(double a, double b) && a > 0) s += a * b;
            if (shape instanceof Group(Circle(double r), var q, var z)) s += r * q.a();
        }
        return s;
    }
    @Differentiable
    static double constant(double x, @NoDerivative Shape[] shapes, @NoDerivative Shape one) {
        double s = area(one, x);
        for (Shape shape : shapes) {
            s += area(shape, x) * s;
            String name = switch (shape) { case Circle c -> "c"; case Rect r -> "r"; default -> "d"; };
            if (shape instanceof Rect(double a, double b)) s += a * x + name.length();
        }
        return s;
    }
    static final Expr TREE = new Sum(new Prod(new X(), new X()), new Prod(new Num(3), new X()));

    static double eval(Expr e, double x) {
        return switch (e) {
            case Num n -> n.v();
            case X v -> x;
            case Sum(Expr a, Expr b) -> eval(a, x) + eval(b, x);
            case Prod p -> eval(p.a(), x) * eval(p.b(), x);
        };
    }
    @Differentiable
    static double tree(double x) {
        return eval(TREE, x) * x;
    }
}
