package dev.leibniz.sample.docs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.leibniz.runtime.GradientCheck;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What docs/aliasing.md promises. */
class AliasingTest {

    @Test
    void overwritingAndSwappingAreFollowed() {
        double[] start = {1, 0, 3, -2, 0.5};
        var grad = SharingGrad.heatGrad(start, 0.2, 7);
        assertEquals(Sharing.heat(start, 0.2, 7), grad.value());
        GradientCheck.of(s -> Sharing.heat(s, 0.2, 7), start, grad.start()).assertWithin(1e-6);
        GradientCheck.of(c -> Sharing.heat(start, c, 7), 0.2, grad.conductivity())
                .assertWithin(1e-6);
        assertArrayEquals(new double[] {1, 0, 3, -2, 0.5}, start);
    }

    @Test
    void oneArrayForTwoParametersHasTwoGradients() {
        double[] x = {1, 2};
        var grad = SharingGrad.dotGrad(x, x);
        assertEquals(5, grad.value());
        assertArrayEquals(new double[] {1, 2}, grad.a());
        assertArrayEquals(new double[] {1, 2}, grad.b());
        assertNotSame(grad.a(), grad.b());
    }

    @Test
    void oneRowInTwoPlacesHasTwoGradients() {
        double[] row = {3};
        double[][] gradient =
                SharingGrad.weightedGrad(new double[][] {row, row}).rows();
        assertEquals(6, gradient[0][0]);
        assertEquals(12, gradient[1][0]);
    }

    @Test
    void whatComesBackIsNew() {
        double[] a = {2, 2};
        double[] b = {1, 1};
        double[] cotangent = {10, 20};
        var grad = SharingGrad.largerVjp(a, b, cotangent);
        assertSame(Sharing.larger(a, b), grad.value());
        assertArrayEquals(new double[] {10, 20}, grad.a());
        assertArrayEquals(new double[] {0, 0}, grad.b());
        assertNotSame(cotangent, grad.a());
        assertArrayEquals(new double[] {10, 20}, cotangent);
        double[] tangent = {5, 6};
        var jvp = SharingGrad.largerJvp(a, b, tangent, new double[] {7, 8});
        assertArrayEquals(new double[] {5, 6}, jvp.tangent());
        assertSame(tangent, jvp.tangent());
        var jacobian = SharingGrad.largerJacobian(a, a);
        assertNotSame(jacobian.a()[0], jacobian.b()[0]);
        assertNotSame(jacobian.a()[0], jacobian.a()[1]);
    }

    @Test
    void oneArrayForTwoComponentsHasTwoGradients() {
        double[] x = {1, 2};
        var pair = SharingGrad.pairedGrad(new Sharing.Pair(x, x)).pair();
        assertArrayEquals(new double[] {1, 4}, pair.first());
        assertArrayEquals(new double[] {10, 4}, pair.second());
    }

    @Test
    void anyNumberOfThreadsMayCallWithTheSameArguments() {
        double[] start = {1, 0, 3, -2, 0.5};
        double[] expected = SharingGrad.heatGrad(start, 0.2, 7).start();
        IntStream.range(0, 200)
                .parallel()
                .forEach(i -> assertArrayEquals(
                        expected, SharingGrad.heatGrad(start, 0.2, 7).start()));
    }

    @Test
    void aResultThatHoldsOneRowTwiceSumsItsCotangents() {
        var grad = SharingGrad.twiceVjp(new double[] {1}, new double[][] {{10}, {100}});
        assertArrayEquals(new double[] {110}, grad.x());
        assertSame(grad.value()[0], grad.value()[1]);
    }

    @Test
    void buffersAreAddedTo() {
        double[] byA = {100, 100};
        double[] byB = {200, 200};
        SharingGrad.dotGradInto(new double[] {1, 2}, new double[] {3, 4}, byA, byB);
        assertArrayEquals(new double[] {103, 104}, byA);
        assertArrayEquals(new double[] {201, 202}, byB);
    }
}
