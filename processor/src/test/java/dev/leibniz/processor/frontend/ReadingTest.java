package dev.leibniz.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Looks at the IR that small methods are read into. */
class ReadingTest {

    @Test
    void aCountedLoopCarriesWhatItChanges() {
        assertEquals("""
            fn dot(a: double[], b: double[]) -> (double)
              %1 = a.length
              s = for i = 0; < %1; +1 carrying s2 = 0.0
                %2 = a[i]
                %3 = b[i]
                %4 = %2 * %3
                s3 = s2 + %4
                next s3
              return s
            """, ReadPrograms.print("""
            @Differentiable static double dot(double[] a, double[] b) {
                double s = 0;
                for (int i = 0; i < a.length; i++) {
                    s += a[i] * b[i];
                }
                return s;
            }
            """));
    }

    @Test
    void whatFollowsAnEarlyReturnMovesIntoTheOtherBranch() {
        assertEquals("""
            fn clip(x: double, lo: double) -> (double)
              %1 = x < lo
              result = if %1
                yield lo
              else
                x2 = x * x
                yield x2
              return result
            """, ReadPrograms.print("""
            @Differentiable static double clip(double x, double lo) {
                if (x < lo) {
                    return lo;
                }
                x = x * x;
                return x;
            }
            """));
    }

    @Test
    void aGuardThatThrowsStandsAlone() {
        assertEquals("""
            fn root(x: double) -> (double)
              %1 = x < 0.0
              if %1
                throw(x)
              %2 = Math.sqrt(x)
              return %2
            """, ReadPrograms.print("""
            @Differentiable static double root(double x) {
                if (x < 0) throw new IllegalArgumentException("negative: " + x);
                return Math.sqrt(x);
            }
            """));
    }

    @Test
    void continueMovesTheRestOfTheIteration() {
        assertEquals("""
            fn f(a: double[]) -> (double)
              %1 = a.length
              s = for i = 0; < %1; +1 carrying s2 = 0.0
                %2 = a[i]
                %3 = %2 < 0.0
                s3 = if %3
                  yield s2
                else
                  %4 = a[i]
                  s4 = s2 + %4
                  yield s4
                next s3
              return s
            """, ReadPrograms.print("""
            @Differentiable static double f(double[] a) {
                double s = 0;
                for (int i = 0; i < a.length; i++) {
                    if (a[i] < 0) continue;
                    s += a[i];
                }
                return s;
            }
            """));
    }

    @Test
    void breakStopsTheTest() {
        assertEquals("""
            fn f(x: double) -> (double)
              x2, stopped = while carrying x3 = x, stopped2 = false
                  %1 = !stopped2
                  test %1
                %2 = x3 < 1.0
                x4, stopped3 = if %2
                  yield x3, true
                else
                  x5 = x3 * 0.5
                  yield x5, stopped2
                next x4, stopped3
              return x2
            """, ReadPrograms.print("""
            @Differentiable static double f(double x) {
                while (true) {
                    if (x < 1) break;
                    x *= 0.5;
                }
                return x;
            }
            """));
    }

    @Test
    void elementsAreAccumulatedUnlessTheSummandMayWriteThem() {
        String read = ReadPrograms.print("""
            @Differentiable static double f(double[] a) {
                double[] b = new double[2];
                b[0] += a[0];
                b[1] -= a[1];
                b[0] += set(b);
                return b[0];
            }
            static double set(double[] b) {
                b[0] = 7;
                return 1;
            }
            """);
        assertTrue(read.contains("b[0] += %1"), read);
        assertTrue(read.contains("b[1] += %3"), read); // the negated summand
        assertFalse(read.contains("b[0] += %5"), read);
        assertTrue(read.contains("%4 = b[0]\n  %5 = set(b)\n  %6 = %4 + %5\n  b[0] = %6"), read);
    }

    @Test
    void boundsThatChangeMakeATestedLoop() {
        String changing = ReadPrograms.print("""
            @Differentiable static double f(double x, int n) {
                for (int i = 0; i < n; i++) {
                    x *= 2;
                    n--;
                }
                return x;
            }
            """);
        assertTrue(changing.contains("while"), changing);
        String rows = ReadPrograms.print("""
            @Differentiable static double f(double[][] m, int[] n) {
                double s = 0;
                for (int i = 0; i < m.length; i++)
                    for (int j = n[i]; j < m[i].length; j += 2)
                        s += m[i][j];
                return s;
            }
            """);
        assertFalse(rows.contains("while"), rows);
        String replaced = ReadPrograms.print("""
            @Differentiable static double f(double[][] m, double[] r) {
                double[][] w = m.clone();
                double s = 0;
                for (int j = 0; j < w[0].length; j++) {
                    w[0] = r;
                    s += w[0][j];
                }
                return s;
            }
            """);
        assertTrue(replaced.contains("while"), replaced);
    }

    @Test
    void recordsAreTheirComponents() {
        assertEquals("""
            fn f(pX: double, pY: double) -> (double, double)
              %1 = pX * pY
              return %1, pY
            """, ReadPrograms.print("""
            record P(double x, double y) {}
            @Differentiable static P f(P p) {
                return new P(p.x() * p.y(), p.y());
            }
            """));
    }

    @Test
    void derivativesOfTheSameClassAreTyped() {
        String read = ReadPrograms.print("""
            @Differentiable static double f(double[] w, double b) {
                return w[0] * b;
            }
            @Differentiable static double g(double[] w) {
                var grad = MGrad.fGrad(w, 2);
                return grad.w()[0] + grad.b();
            }
            """);
        assertTrue(read.contains("%1, %2, %3 = fGrad(w, 2.0)\n  %4 = %2[0]\n  %5 = %4 + %3"), read);
    }
}
