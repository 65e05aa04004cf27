package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.logging.Logger;

/** What is printed and logged on the way is printed and logged once, in order, by each derivative. */
public final class Prints {
    private Prints() {}

    /** What was printed; the tests compare it. */
    static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();

    static final PrintStream OUT = new PrintStream(SAID, true);
    private static final Logger LOG = Logger.getLogger(Prints.class.getName());

    @Differentiable(order = 2)
    static double inALoop(double[] x) {
        double s = 1;
        for (int i = 0; i < x.length; i++) {
            OUT.println("before " + i + ": " + s);
            s += Math.sin(x[i]) * s;
            OUT.printf("%d %.9f %s%n", i, s, i % 2 == 0);
        }
        OUT.print('.');
        OUT.println();
        return s * s;
    }

    @Differentiable(order = 2)
    static double independent(double[] x, double w) {
        double s = 0;
        for (double a : x) {
            double z = Math.exp(w * a);
            OUT.println(z);
            s += z * z;
        }
        return s;
    }

    @Differentiable(order = 2)
    static double acrossLoops(double[] x, double w) {
        double s = 0;
        OUT.println("begin");
        for (double a : x) {
            s += Math.exp(w * a);
        }
        OUT.println("sum " + s);
        OUT.println("then");
        double p = 0;
        for (double a : x) {
            OUT.println("second " + a);
            p += Math.sin(w * a);
        }
        double z = w * w;
        OUT.println("between " + z);
        for (double a : x) {
            p += Math.cos(w * a) * z;
            OUT.println("third");
        }
        OUT.println("end");
        return s * p + z;
    }

    @Differentiable
    static double inABranch(double x, double y) {
        double z = x * y;
        if (z > 0) {
            OUT.println("positive " + z);
            z = Math.sqrt(z);
        } else if (z < -0.5) {
            OUT.println(String.format("%.3f is below", z));
        }
        return z * x;
    }

    @Differentiable(order = 2)
    static double whileItRuns(double x) {
        double y = x;
        int n = 0;
        while (y < 4 && y > -4 && said(n++)) {
            y = y * y * 0.5 + y + 1;
        }
        return y;
    }

    private static boolean said(int n) {
        OUT.println("step " + n);
        return true;
    }

    @Differentiable(order = 2)
    static double stepsOfSteps(double[] x, double k) {
        double[] u = x.clone();
        for (int t = 0; t < 5; t++) {
            for (int j = 0; j < 3; j++) {
                for (int i = 0; i < u.length; i++) {
                    u[i] += 0.1 * Math.sin(k * u[i]) - 0.01 * u[(i + 1) % u.length];
                }
            }
            OUT.println(t + ": " + Arrays.toString(u));
        }
        double s = 0;
        for (double a : u) {
            s += a * a;
        }
        return s;
    }

    @NoDerivative
    static void note(double z, String text) {
        OUT.println(text + z);
    }

    private static double helper(double x, int depth) {
        note(x, "at depth " + depth + " ");
        return depth == 0 ? x : x * 0.5 + 1;
    }

    @Differentiable(order = 2)
    static double inHelpers(double x) {
        return helper(helper(x, 1) * x, 0) * helper(x * x, 2);
    }

    @Differentiable
    static double[] severalResults(double[] x, double y) {
        double[] r = new double[3];
        for (int i = 0; i < r.length; i++) {
            r[i] = y * x[i] * x[i + 1];
            OUT.println(r[i]);
        }
        return r;
    }

    @Differentiable
    static double ofGradients(double x) {
        double value = inHelpers(x);
        double slope = PrintsGrad.inHelpersGrad(x).x();
        return value * slope;
    }

    @Differentiable
    static double logged(double x, double y) {
        String text = "x = " + x;
        text += ", y = " + y;
        LOG.fine(text);
        LOG.finer(() -> "x + y = " + (x + y));
        LOG.log(java.util.logging.Level.FINEST, "product {0}", x * y);
        return x * y * Math.max(x, y);
    }
}
