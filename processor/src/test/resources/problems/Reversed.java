import dev.leibniz.annotations.*;

class Reversed {
    record State(double x, double v) {}

    @Reversible(inverse = "nowhere") // ERROR: reversible | "nowhere"
    static double missing(double x) { return x + 1; }

    @Reversible(inverse = "few") // ERROR: reversible | "few"
    static double wrongParameters(double x, double a) { return x + a; }
    static double few(double x) { return x; }

    @Reversible(inverse = "other") // ERROR: reversible | "other"
    static State wrongResult(State s, double a) { return new State(s.x() + a, s.v()); }
    static double other(State s, double a) { return s.x() - a; }

    @Reversible(inverse = "whole") // ERROR: reversible | "whole"
    static double wrongType(double x, double a) { return x + a; }
    static double whole(double x, int a) { return x - a; }

    @Reversible(inverse = "back")
    static double noState(double[] x) { return x[0]; } // ERROR: reversible | noState
    static double back(double[] x) { return x[0]; }

    @Reversible(inverse = "nothing")
    static double nothing() { return 1; } // ERROR: reversible | nothing

    @Reversible(inverse = "notStatic") // ERROR: reversible | "notStatic"
    static double toInstance(double x) { return x + 1; }
    double notStatic(double x) { return x - 1; }

    record Point(double x) {
        @Reversible(inverse = "left")
        double right(double a) { return x + a; } // ERROR: reversible | right
        double left(double a) { return x - a; }
    }

    @Differentiable static double a(double x) { return missing(x) + missing(x); }
    @Differentiable static double b(double x) { return wrongParameters(x, x); }
    @Differentiable static double c(double x) { return wrongResult(new State(x, x), x).x(); }
    @Differentiable static double d(double x) { return wrongType(x, x); }
    @Differentiable static double e(double[] x) { return noState(x); }
    @Differentiable static double f(double x) { return nothing() * x; }
    @Differentiable static double g(double x) { return toInstance(x); }
    @Differentiable static double h(double x) { return new Point(x).right(x); }

    // Loops whose steps cannot be undone

    @Reversible(inverse = "unleap")
    static State leap(State s, double dt) { return new State(s.x() + dt * s.v(), s.v()); }
    static State unleap(State s, double dt) { return new State(s.x() - dt * s.v(), s.v()); }

    @Differentiable static double growing(double x, double v) {
        State s = new State(x, v);
        double step = 0.1;
        for (int i = 0; i < 9; i++) { // ERROR: not-reversed | for (int i
            s = leap(s, step);
            step *= step + s.x();
        }
        return s.x();
    }

    @Differentiable static double changed(double x, double v) {
        State s = new State(x, v);
        for (int i = 0; i < 9; i++) { // ERROR: not-reversed | for (int i
            s = leap(new State(s.x() * s.v(), s.v()), 0.1);
        }
        return s.x();
    }

    @Reversible(inverse = "unpush")
    static void push(double[] x, double a) { for (int i = 0; i < x.length; i++) x[i] += a; }
    static void unpush(double[] x, double a) { for (int i = 0; i < x.length; i++) x[i] -= a; }

    @Differentiable static double alsoWritten(double[] x, double a) {
        double[] y = x.clone();
        for (int i = 0; i < 9; i++) { // ERROR: not-reversed | for (int i
            push(y, a);
            y[0] = y[0] * y[1];
        }
        return y[0];
    }

    @SuppressWarnings("leibniz:not-reversed")
    @Differentiable static double quietly(double[] x, double a) {
        double[] y = x.clone();
        for (int i = 0; i < 9; i++) {
            push(y, a);
            y[0] = y[0] * y[1];
        }
        return y[0];
    }
}
