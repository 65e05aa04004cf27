package corpus;

import dev.leibniz.annotations.DerivativeOf;
import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** Shapes and calls that the forms for many directions have to get right: Jacobians, Hessians, several tangents at once. */
public final class Forms {
    private Forms() {}

    public record Pair(double a, double[] b) {}

    public record Body(double[] place, double mass, @NoDerivative double charge, Pair spin) {}

    // Results of every shape

    @Differentiable
    static double[][] outer(double[] a, double[] b) {
        double[][] product = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                product[i][j] = Math.sin(a[i] * b[j]);
            }
        }
        return product;
    }

    @Differentiable
    static double[][] jagged(double[] a) {
        double[][] rows = new double[3][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[i];
            for (int j = 0; j < i; j++) {
                rows[i][j] = a[i] * a[j] * a[j];
            }
        }
        return rows;
    }

    @Differentiable
    static Body body(Body body, double[][] turn, @NoDerivative double time) {
        double[] place = new double[body.place().length];
        for (int i = 0; i < place.length; i++) {
            for (int j = 0; j < place.length; j++) {
                place[i] += turn[i][j] * body.place()[j] * time;
            }
        }
        double mass = body.mass() * Math.exp(-time * turn[0][0]);
        return new Body(place, mass, body.charge(), new Pair(mass * place[0], body.spin().b().clone()));
    }

    @Differentiable
    static Pair halves(double x, float y) {
        float z = y * y;
        return new Pair(x * z, new double[] {x, Math.sin(y), 3});
    }

    @Differentiable
    static float[] narrowed(float[] a, double scale) {
        float[] out = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            out[i] = (float) (a[i] * a[i] * scale);
        }
        return out;
    }

    @Differentiable
    static double[] same(double[] a) {
        return a;
    }

    @Differentiable
    static double[] constant(double[] a) {
        return new double[] {a.length, 2};
    }

    /** @length a 70 */
    @Differentiable(order = 2)
    static double long70(double[] a, double[][] rows) {
        double sum = 0;
        for (int i = 1; i < a.length; i++) {
            sum += a[i - 1] * a[i] * a[i];
        }
        for (double[] row : rows) {
            sum += row[0] * row[1] * a[69];
        }
        return sum;
    }

    // What loops carry

    @Differentiable
    static double[] swapped(double x, double y, int n) {
        double a = x;
        double b = y;
        double c = 1;
        for (int i = 0; i <= n; i++) {
            double next = a * b;
            a = b;
            b = next + c;
            c = a;
        }
        return new double[] {a, b, c};
    }

    @Differentiable
    static double[] keptInTurn(double[] x) {
        double best = x[0];
        double second = x[1];
        int at = 0;
        while (at < x.length) {
            if (x[at] * x[at] > best) {
                second = best;
                best = x[at] * x[at];
            } else if (at % 2 == 0) {
                second *= 1.5;
            }
            at++;
        }
        return new double[] {best, second, best};
    }

    @Differentiable
    static double[] nested(double[] x) {
        double outer = 1;
        double[] out = new double[x.length + 4];
        for (int i = 0; i < x.length; i++) {
            double inner = outer * x[i];
            for (int j = 0; j < i; j++) {
                inner = inner * x[j] + outer;
                outer = 0.5 * inner;
            }
            out[i] = inner;
            out[i + 4] = outer * x[0];
        }
        return out;
    }

    @Differentiable(order = 2)
    static double recursive(double x, double[] a, int n) {
        return n <= 0 ? x * x * a[0] : Math.sin(recursive(x * a[1], a, n - 1)) + x;
    }

    @Differentiable(order = 2)
    static double ofRecord(Body body, float f) {
        double sum = body.charge() * body.mass() * body.mass() * f * f;
        for (double p : body.place()) {
            sum += p * p * p * body.spin().a();
        }
        return sum * body.spin().b()[0];
    }

    @Differentiable(order = 2)
    static double nothingToCount(double[] a, double[][] none) {
        double sum = 0;
        for (int i = 0; i < none.length * 0; i++) {
            sum += a[i];
        }
        return sum;
    }

    // Derivatives written by hand

    public record CubeGradient(double x, double y) {}

    static double cubed(double x, double y) {
        return x * x * x * y;
    }

    @Differentiable
    @DerivativeOf("cubed")
    static CubeGradient cubedRule(double x, double y, double cotangent) {
        return new CubeGradient(3 * x * x * y * cotangent, x * x * x * cotangent);
    }

    static double[] squares(double[] a) {
        double[] out = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            out[i] = a[i] * a[i];
        }
        return out;
    }

    @Differentiable
    @DerivativeOf("squares")
    static double[] squaresRule(double[] a, double[] cotangent) {
        double[] gradient = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            gradient[i] = 2 * a[i] * cotangent[i];
        }
        return gradient;
    }

    static double norm(double[][] m, double scale) {
        double sum = 0;
        for (double[] row : m) {
            for (double x : row) {
                sum += x * x;
            }
        }
        return scale * sum;
    }

    public record NormGradient(double[][] m, double scale) {}

    @Differentiable
    @DerivativeOf("norm")
    static NormGradient normRule(double[][] m, double scale, double cotangent) {
        double[][] gradient = new double[m.length][];
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            gradient[i] = new double[m[i].length];
            for (int j = 0; j < m[i].length; j++) {
                sum += m[i][j] * m[i][j];
                gradient[i][j] = 2 * scale * m[i][j] * cotangent;
            }
        }
        return new NormGradient(gradient, sum * cotangent);
    }

    @Differentiable
    static double[] throughRules(double[] a, double y) {
        double[] s = squares(a);
        double[] out = new double[s.length + 1];
        for (int i = 0; i < s.length; i++) {
            out[i] = cubed(s[i], y) + a[0];
        }
        double[][] m = new double[2][];
        m[0] = s;
        m[1] = a.clone();
        out[s.length] = norm(m, y);
        return out;
    }

    /** The rules are differentiated again, so that there are second derivatives through them. */
    @Differentiable(order = 2)
    static double secondThroughRules(double[] a, double y) {
        double[] s = squares(a);
        double[][] m = new double[2][];
        m[0] = s;
        m[1] = a.clone();
        return cubed(s[0] + y, s[1]) * norm(m, y);
    }

    @Differentiable
    static double gradientThroughRules(double[] a, double y) {
        FormsGrad.SecondThroughRulesGrad grad = FormsGrad.secondThroughRulesGrad(a, y);
        return grad.a()[0] * grad.a()[2] + grad.y();
    }

    // Names

    @Differentiable(order = 2)
    static double names(double value, double tangents, double[] d, double cotangents, double grad, double directions) {
        return value * tangents * d[0] * cotangents + d[1] * grad * directions;
    }

    @Differentiable
    static double[] rows(double[] row, double cotangent, double[] i, double start, double width) {
        return new double[] {row[0] * cotangent * i[1], start * width};
    }

    // Called inside of others

    @Differentiable
    static double severalTangents(double[] a, double[] b) {
        double[][] directions = {a, b, {1, 0, 0, 0}};
        double[][] others = {b, b, a};
        double[][][] products = FormsGrad.outerJvp(a, b, directions, others).tangents();
        double sum = 0;
        for (double[][] product : products) {
            sum += product[0][1] * product[2][3];
        }
        return sum;
    }

    @Differentiable
    static double severalCotangents(double[] a, double[] b) {
        double[][] weights = {{b[0], a[1]}, {a[2], b[3]}};
        FormsGrad.RowsGrads grads = FormsGrad.rowsVjp(a, b[0], b, b[1], a[3], weights);
        return grads.row()[0][0] * grads.start()[1] + grads.i()[1][1] * grads.cotangent()[0] + grads.value()[0];
    }

    @Differentiable
    static double severalOfANumber(double x, double[] a) {
        double[] directions = {x, a[0], 2};
        double[] tangents = FormsGrad.wavesJvp(a, x, new double[][] {a, {1, 2, 3, 4}, a}, directions).tangents();
        double[][] gradients = FormsGrad.wavesVjp(a, x, tangents).a();
        return tangents[0] * tangents[1] + gradients[2][3] * gradients[0][1];
    }

    @Differentiable(order = 2)
    static double waves(double[] a, double x) {
        double sum = 0;
        for (double e : a) {
            sum += Math.sin(e * x);
        }
        return sum;
    }

    @Differentiable
    static double hessianInside(double[] a, double x) {
        double[][] matrix = FormsGrad.wavesHessian(a, x).matrix();
        return matrix[0][0] * matrix[1][4] + matrix[4][4];
    }

    @Differentiable
    static double jacobianInside(double[] a, double y) {
        double[][] jacobian = FormsGrad.nestedJacobian(a).x();
        return jacobian[3][0] * y + jacobian[5][1] * jacobian[7][0];
    }
}
