package dev.leibniz.sample.docs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.runtime.GradientCheck;
import dev.leibniz.runtime.SparseMatrix;
import dev.leibniz.runtime.SparsityPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program of docs/derivatives.md. */
class DerivativesTest {

    private static final double CLOSE = 1e-12;

    @Test
    void grad() {
        double[] w = {1, -2};
        double[] x = {3, 4};

        LineGrad.LossGrad grad = LineGrad.lossGrad(w, 0.5, x, -1);
        double loss = grad.value(); // (0.5 + 3 − 8 + 1)² = 12.25
        double[] byW = grad.w(); // 2 · (−3.5) · x = (−21, −28)
        double byBias = grad.bias(); // 2 · (−3.5) = −7

        assertEquals(12.25, loss);
        assertArrayEquals(new double[] {-21, -28}, byW);
        assertEquals(-7, byBias);
    }

    @Test
    void gradInto() {
        double[] w = {1, -2};
        double[][] xs = {{3, 4}, {0, 1}};
        double[] ys = {-1, 2};

        double[] byW = new double[2];
        double loss = 0;
        double byBias = 0;
        for (int i = 0; i < xs.length; i++) {
            LineGrad.LossGrad grad = LineGrad.lossGradInto(w, 0.5, xs[i], ys[i], byW);
            loss += grad.value();
            byBias += grad.bias(); // numbers are returned: there is no buffer for them
        }

        assertEquals(12.25 + 12.25, loss);
        assertArrayEquals(new double[] {-21, -35}, byW);
        assertEquals(-14, byBias);
        assertSame(byW, LineGrad.lossGradInto(w, 0.5, xs[0], 0, byW).w());
    }

    @Test
    void vjp() {
        double[] p = {2, 1};

        LineGrad.RotateGrad grad = LineGrad.rotateVjp(p, 0, new double[] {10, 100});
        double[] turned = grad.value(); // (2, 1)
        double[] byP = grad.p(); // (10, 100): turned back by the angle 0
        double byAngle = grad.angle(); // 10 · (−1) + 100 · 2 = 190

        assertArrayEquals(new double[] {2, 1}, turned);
        assertArrayEquals(new double[] {10, 100}, byP);
        assertEquals(190, byAngle);
    }

    @Test
    void vjpInto() {
        double[] p = {2, 1};

        double[] byP = {1, 1};
        LineGrad.rotateVjpInto(p, 0, new double[] {10, 100}, byP); // byP is now (11, 101)

        assertArrayEquals(new double[] {11, 101}, byP);
    }

    @Test
    void jvp() {
        double[] p = {2, 1};

        LineGrad.RotateJvp jvp = LineGrad.rotateJvp(p, 0, new double[] {0, 0}, 1);
        double[] speed = jvp.tangent(); // (−1, 2): how the point moves when only the angle does

        assertArrayEquals(new double[] {-1, 2}, speed);
        assertArrayEquals(new double[] {2, 1}, jvp.value());
    }

    @Test
    void severalTangents() {
        double[] p = {2, 1};

        double[][] pTangents = {{1, 0}, {0, 1}, {0, 0}};
        double[] angleTangents = {0, 0, 1};
        LineGrad.RotateJvps jvps = LineGrad.rotateJvp(p, 0, pTangents, angleTangents);
        double[][] tangents = jvps.tangents(); // ((1, 0), (0, 1), (−1, 2)): one for each direction

        assertArrayEquals(new double[][] {{1, 0}, {0, 1}, {-1, 2}}, tangents);
        assertArrayEquals(new double[] {2, 1}, jvps.value());
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class, () -> LineGrad.rotateJvp(p, 0, pTangents, new double[] {0, 1}));
        assertEquals("p has 3 tangents, angle has 2", thrown.getMessage());
    }

    @Test
    void severalCotangents() {
        double[] p = {2, 1};

        LineGrad.RotateGrads grads = LineGrad.rotateVjp(p, 0, new double[][] {{1, 0}, {10, 100}});
        double[][] byP = grads.p(); // ((1, 0), (10, 100)): one for each cotangent
        double[] byAngle = grads.angle(); // (−1, 190)

        assertArrayEquals(new double[][] {{1, 0}, {10, 100}}, byP);
        assertArrayEquals(new double[] {-1, 190}, byAngle);
    }

    @Test
    void severalRecords() {
        Line.Circle circle = new Line.Circle(new double[] {0, 0}, 4, 1);
        double[] point = {3, 4};
        Line.Circle outward = new Line.Circle(new double[] {0, 0}, 1, 0);
        Line.Circle aside = new Line.Circle(new double[] {1, 0}, 0, 0);

        LineGrad.MisfitJvps jvps = LineGrad.misfitJvp(circle, point, new Line.Circle[] {outward, aside});
        assertArrayEquals(new double[] {-2, -1.2}, jvps.tangents(), CLOSE);

        Line.Circle[] gradients =
                LineGrad.misfitVjp(circle, point, new double[] {1, 0, -2}).circle();
        assertEquals(-2, gradients[0].radius());
        assertArrayEquals(new double[] {0, 0}, gradients[1].centre());
        assertArrayEquals(new double[] {2.4, 3.2}, gradients[2].centre(), CLOSE);
    }

    @Test
    void jacobian() {
        double[] p = {2, 1};

        LineGrad.RotateJacobian jacobian = LineGrad.rotateJacobian(p, 0);
        double[][] byP = jacobian.p(); // ((1, 0), (0, 1)): row i is the gradient of output i
        double[] byAngle = jacobian.angle(); // (−1, 2)

        assertArrayEquals(new double[] {1, 0}, byP[0]);
        assertArrayEquals(new double[] {0, 1}, byP[1]);
        assertArrayEquals(new double[] {-1, 2}, byAngle);

        double[][] rows = new double[2][2];
        double[] column = new double[2];
        LineGrad.rotateJacobianInto(p, 0, rows, column);

        assertArrayEquals(byP, rows);
        assertArrayEquals(byAngle, column);
    }

    @Test
    void hvp() {
        double[] x = {1, 1};

        LineGrad.ValleyHvp hvp = LineGrad.valleyHvp(x, new double[] {1, 0});
        double[] gradient = hvp.grad().x(); // (0, 0): the minimum
        double[] firstColumn = hvp.x(); // (802, −400)

        assertArrayEquals(new double[] {0, 0}, gradient, CLOSE);
        assertArrayEquals(new double[] {802, -400}, firstColumn, CLOSE);
    }

    @Test
    void hessian() {
        double[] x = {1, 1};

        double[][] matrix = LineGrad.valleyHessian(x).matrix(); // ((802, −400), (−400, 200))

        assertArrayEquals(new double[] {802, -400}, matrix[0], CLOSE);
        assertArrayEquals(new double[] {-400, 200}, matrix[1], CLOSE);
    }

    @Test
    void records() {
        Line.Circle circle = new Line.Circle(new double[] {0, 0}, 4, 1);

        Line.Circle gradient = LineGrad.misfitGrad(circle, new double[] {3, 4}).circle();
        double byRadius = gradient.radius(); // −2 · (5 − 4) = −2
        double[] byCentre = gradient.centre(); // −2 · (5 − 4) · (3, 4) / 5 = (−1.2, −1.6)

        assertEquals(-2, byRadius);
        assertArrayEquals(new double[] {-1.2, -1.6}, byCentre, CLOSE);
        assertEquals(0, gradient.weight());
    }

    @Test
    void arraysOfRecords() {
        Line.Dense[] layers = {
            new Line.Dense(new double[][] {{1}, {2}}, new double[] {0.5, 0}),
            new Line.Dense(new double[][] {{0.25, 1}}, new double[] {-0.5})
        };
        double[] x = {0.3};

        Line.Dense[] slopes = LineGrad.outputGrad(layers, x).layers();
        double byBias = slopes[1].b()[0];

        double value = Line.output(layers, x);
        assertEquals(1 - value * value, byBias, CLOSE);
    }

    @Test
    void results() {
        LineGrad.SpreadJacobian spread = LineGrad.spreadJacobian(new double[] {1, 3}, 2);
        double[] spreadOut = spread.value(); // (−2, 2)
        double[] byWidth = spread.width(); // (−1, 1)

        assertArrayEquals(new double[] {-2, 2}, spreadOut, CLOSE);
        assertArrayEquals(new double[] {-1, 1}, byWidth, CLOSE);
    }

    @Test
    void nested() {
        double[] start = {0, 0};

        double byRate = LineGrad.afterOneStepGrad(0, start).rate(); // −|slope|² = −4

        assertEquals(-4, byRate, CLOSE);
        GradientCheck.of(
                        rate -> Line.afterOneStep(rate, start),
                        0.01,
                        LineGrad.afterOneStepGrad(0.01, start).rate())
                .assertWithin(1e-6);
    }

    @Test
    void stoppedGradient() {
        assertEquals(3, LineGrad.surpriseGrad(3).x());
    }

    @Test
    void flat() {
        double[] w = {1, -2};
        double[][] xs = {{3, 4}, {0, 1}};

        var flat = LineGrad.squaresFlat(w, 0.5, xs);
        double[] point = flat.start(); // w and bias: flat.dimension() is 3
        double[] gradient = new double[flat.dimension()];
        double value = flat.gradient(point, gradient); // overwrites the gradient
        double[] product = new double[flat.dimension()];
        flat.hvp(point, gradient, product); // the Hessian times the gradient, with order = 2
        double[] weights = flat.unflatten(point).w(); // the record SquaresParameters

        assertEquals(20.25 + 2.25, value);
        assertArrayEquals(new double[] {-27, -36 - 3, -9 - 3}, gradient);
        assertArrayEquals(w, weights);
        assertEquals(2 * (9 * -27 + 12 * -39 + 3 * -12), product[0], CLOSE);
    }

    @Test
    void sparse() {
        double[] x = {1, 2, 3, 4, 5, 6};

        SparsityPattern pattern = LineGrad.differencesSparsity(x); // two entries in each row
        SparseMatrix jacobian = LineGrad.differencesSparseJacobian(x, pattern).jacobian();
        double element = jacobian.get(3, 4); // 2 · x[4]
        double[] all = jacobian.values(); // with rowStarts() and columnIndices(), row by row

        assertEquals(2, pattern.columnColours());
        assertEquals(10, element);
        assertEquals(-1, jacobian.get(3, 3));
        assertArrayEquals(new double[] {-1, 4, -1, 6, -1, 8, -1, 10, -1, 12}, all);
    }

    @Test
    void check() {
        double[] w = {1, -2};
        double[] x = {3, 4};

        GradientCheck.of(
                        v -> Line.loss(v, 0.5, x, -1),
                        w,
                        LineGrad.lossGrad(w, 0.5, x, -1).w())
                .assertWithin(1e-6);
    }

    /** All Java on the page is Java that is compiled and run here. */
    @ParameterizedTest
    @ValueSource(strings = {"derivatives.md"})
    void thePageShowsThisProgram(String page) throws IOException {
        Path folder = Path.of("src", "test", "java", "dev", "leibniz", "sample", "docs");
        String program = stripped(Files.readString(folder.resolve("Line.java")))
                + stripped(Files.readString(folder.resolve("DerivativesTest.java")));
        String[] blocks = Files.readString(Path.of("..", "docs", page)).split("```java\n");
        assertTrue(blocks.length > 5, page);
        for (int i = 1; i < blocks.length; i++) {
            String block = stripped(blocks[i].substring(0, blocks[i].indexOf("```")));
            assertTrue(program.contains(block), () -> page + " has what no test runs:\n" + block);
        }
    }

    private static String stripped(String text) {
        return text.replaceAll("\\s", "");
    }
}
