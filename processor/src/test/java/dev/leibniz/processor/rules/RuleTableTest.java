package dev.leibniz.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.runtime.Activations;
import dev.leibniz.runtime.Losses;
import dev.leibniz.runtime.arrays.CompensatedSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the whole table: each formula against differences, at singular points, in float, and differentiated again. */
class RuleTableTest {
    private static final Set<String> WITH_INT_OPERAND = Set.of("scalb");
    private static final Set<String> IN_FLOAT =
            Set.of("abs", "max", "min", "fma", "copySign", "scalb", "nextUp", "nextDown", "clamp");
    private static final double[] SPECIAL = {-2, -1, -0.5, -0.0, 0, 0.5, 1, 2, 3};
    private static final double[] NEAR_AND_FAR = {0.02, 0.3, 0.7, 1, 2, 7};

    static Stream<Op> ruled() {
        return operations().filter(op -> DerivativeRules.isSupported(op) && arity(op) > 0 && !isOfRounding(op));
    }

    /** All that there is: of those which have a rule that is the whole table. */
    private static Stream<Op> operations() {
        Stream<Op> calls = Stream.of(Math.class, Activations.class, Losses.class, CompensatedSum.class)
                .flatMap(owner -> Arrays.stream(owner.getMethods())
                        .map(method ->
                                new Op.MathCall(owner == Math.class ? "Math" : owner.getName(), method.getName())));
        return Stream.concat(Arrays.stream(Primitive.values()), calls).distinct();
    }

    static Stream<Op> ruledInFloat() {
        return ruled().filter(RuleTableTest::existsInFloat);
    }

    /** Whether differences would see the correction of a sum, which is no part of the function. */
    private static boolean isOfRounding(Op op) {
        return op instanceof Op.MathCall call && call.owner().endsWith("CompensatedSum");
    }

    private static int arity(Op op) {
        return DerivativeRules.rule(op).partials().size();
    }

    private static boolean existsInFloat(Op op) {
        return !(op instanceof Op.MathCall call) || IN_FLOAT.contains(call.method());
    }

    private static RuleProbe probe(Op op, Type type) {
        Type[] operands = new Type[arity(op)];
        Arrays.fill(operands, type);
        if (op == Primitive.SELECT) {
            operands[0] = Type.BOOLEAN;
        } else if (op instanceof Op.MathCall call && WITH_INT_OPERAND.contains(call.method())) {
            operands[1] = Type.INT;
        }
        return RuleProbe.of(op, type, operands);
    }

    private static Object[] point(RuleProbe probe, double... values) {
        Object[] point = new Object[values.length];
        for (int i = 0; i < point.length; i++) {
            Type type = i < probe.apply().operands().size()
                    ? probe.apply().operand(i).type()
                    : probe.apply().type();
            point[i] = type == Type.BOOLEAN
                    ? (Object) (values[i] > 0)
                    : type == Type.INT
                            ? (Object) (int) values[i]
                            : type == Type.FLOAT ? (Object) (float) values[i] : (Object) values[i];
        }
        return point;
    }

    @ParameterizedTest
    @MethodSource("ruled")
    void agreesWithDifferences(Op op) {
        RuleProbe probe = probe(op, Type.DOUBLE);
        Function primal = probe.primal();
        for (int operand = 0; operand < arity(op); operand++) {
            if (!probe.apply().operand(operand).type().isFloating()) {
                continue;
            }
            Optional<Function> contribution = probe.contribution(operand);
            assertEquals(contribution.isEmpty(), DerivativeRules.hasZeroDerivative(probe.apply(), operand));
            Random random = new Random(42);
            int compared = 0;
            for (int trial = 0; trial < 400; trial++) {
                double[] x = randomPoint(random, arity(op));
                Difference difference = Difference.of(primal, operand, point(probe, x), step(op));
                if (difference.isReliable()) {
                    double[] withSeed = Arrays.copyOf(x, x.length + 1);
                    withSeed[x.length] = 1 + random.nextDouble();
                    double actual = contribution
                            .map(c -> RuleProbe.run(c, point(probe, withSeed)))
                            .orElse(0.0);
                    difference.check(
                            actual / withSeed[x.length], op + " by operand " + operand + " at " + Arrays.toString(x));
                    compared++;
                }
            }
            assertTrue(compared > 100, op + ": only " + compared + " points were fit for differences");
        }
    }

    @ParameterizedTest
    @MethodSource("ruled")
    void ruleCanBeDifferentiatedAgain(Op op) {
        RuleProbe probe = probe(op, Type.DOUBLE);
        for (int operand = 0; operand < arity(op); operand++) {
            Optional<Function> contribution = probe.contribution(operand);
            if (contribution.isEmpty()) {
                continue;
            }
            for (Stmt stmt : contribution.get().body().stmts()) {
                Op used = ((Expr.Apply) ((Stmt.Let) stmt).expr()).op();
                assertTrue(DerivativeRules.isSupported(used), op + " needs " + used);
            }
            for (int by = 0; by < arity(op); by++) {
                if (probe.apply().operand(by).type().isFloating()) {
                    checkSecond(op, probe, contribution.get(), by);
                }
            }
        }
    }

    private static void checkSecond(Op op, RuleProbe probe, Function contribution, int by) {
        Function second = RuleProbe.tangent(contribution, by);
        Random random = new Random(43);
        int compared = 0;
        for (int trial = 0; trial < 200; trial++) {
            double[] x = Arrays.copyOf(randomPoint(random, arity(op)), arity(op) + 1);
            x[arity(op)] = 1.5;
            Difference difference = Difference.of(contribution, by, point(probe, x), step(op));
            if (difference.isReliable()) {
                difference.check(
                        RuleProbe.run(second, point(probe, x)),
                        "second derivative of " + op + " by operand " + by + " at " + Arrays.toString(x));
                compared++;
            }
        }
        assertTrue(compared > 40, op + ": only " + compared + " points were fit for differences");
    }

    @ParameterizedTest
    @MethodSource("ruled")
    void seedOfZeroGivesZero(Op op) {
        RuleProbe probe = probe(op, Type.DOUBLE);
        for (int operand = 0; operand < arity(op); operand++) {
            Optional<Function> contribution = probe.contribution(operand);
            if (contribution.isEmpty()) {
                continue;
            }
            for (double[] x : grid(arity(op))) {
                for (double seed : new double[] {0.0, -0.0}) {
                    double[] withSeed = Arrays.copyOf(x, x.length + 1);
                    withSeed[x.length] = seed;
                    assertEquals(
                            0.0,
                            Math.abs(valueAt(contribution.get(), point(probe, withSeed))),
                            op + " by operand " + operand + " at " + Arrays.toString(x));
                }
            }
        }
    }

    /** Math.clamp refuses bounds in the wrong order: such a point has no derivative to ask for. */
    private static double valueAt(Function function, Object[] point) {
        try {
            return RuleProbe.run(function, point);
        } catch (IllegalArgumentException noSuchPoint) {
            return 0;
        }
    }

    @ParameterizedTest
    @MethodSource("ruledInFloat")
    void floatAgreesWithDouble(Op op) {
        RuleProbe inFloat = probe(op, Type.FLOAT);
        RuleProbe inDouble = probe(op, Type.DOUBLE);
        Random random = new Random(44);
        for (int operand = 0; operand < arity(op); operand++) {
            Optional<Function> contribution = inFloat.contribution(operand);
            Optional<Function> reference = inDouble.contribution(operand);
            assertEquals(reference.isPresent(), contribution.isPresent());
            if (contribution.isEmpty()) {
                continue;
            }
            assertEquals(Type.FLOAT, contribution.get().body().yields().get(0).type());
            for (int trial = 0; trial < 100; trial++) {
                double[] x = Arrays.copyOf(randomPoint(random, arity(op)), arity(op) + 1);
                x[arity(op)] = 1.5;
                for (int i = 0; i < x.length; i++) {
                    x[i] = (float) x[i];
                }
                double expected = valueAt(reference.get(), point(inDouble, x));
                double actual = valueAt(contribution.get(), point(inFloat, x));
                assertEquals(expected, actual, 1e-5 * (1 + Math.abs(expected)), op + " at " + Arrays.toString(x));
            }
        }
    }

    /** Remainders are lines between many jumps: nothing but a short step stays on one of them. */
    private static double step(Op op) {
        return op.toString().contains("REM") || op.toString().contains("remainder") ? 1e-5 : 0.02;
    }

    private static double[] randomPoint(Random random, int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double scale = NEAR_AND_FAR[random.nextInt(NEAR_AND_FAR.length)];
            x[i] = scale * (random.nextInt(3) == 0 ? -1 : 1) * (0.1 + 0.9 * random.nextDouble());
        }
        return x;
    }

    private static List<double[]> grid(int n) {
        List<double[]> points = new ArrayList<>();
        points.add(new double[n]);
        for (int i = 0; i < n; i++) {
            List<double[]> more = new ArrayList<>();
            for (double[] point : points) {
                for (double value : SPECIAL) {
                    double[] copy = point.clone();
                    copy[i] = value;
                    more.add(copy);
                }
            }
            points = more;
        }
        return points;
    }

    @Test
    void unknownFunctionIsRefusedWithAReason() {
        Op unknown = Op.math("inventedIn2040");
        assertFalse(DerivativeRules.isSupported(unknown));
        assertTrue(DerivativeRules.whyUnsupported(unknown).contains("Math.inventedIn2040"));
    }

    /** A derivative by extrapolated central differences, with an estimate of its own error. */
    private record Difference(double value, double error, double scale) {
        static Difference of(Function function, int operand, Object[] point, double step) {
            double x = (Double) point[operand];
            double h = step * Math.max(Math.abs(x), 0.02);
            double[][] table = new double[7][7];
            double best = Double.NaN;
            double error = Double.MAX_VALUE;
            double scale = 1;
            for (int i = 0; i < table.length; i++, h /= 1.6) {
                double up = at(function, operand, point, x + h);
                double down = at(function, operand, point, x - h);
                scale = Math.max(scale, Math.abs(up));
                table[0][i] = (up - down) / ((x + h) - (x - h));
                double factor = 1.6 * 1.6;
                for (int j = 1; j <= i; j++, factor *= 1.6 * 1.6) {
                    table[j][i] = (factor * table[j - 1][i] - table[j - 1][i - 1]) / (factor - 1);
                    double estimate = Math.max(
                            Math.abs(table[j][i] - table[j - 1][i]), Math.abs(table[j][i] - table[j - 1][i - 1]));
                    if (estimate < error) {
                        error = estimate;
                        best = table[j][i];
                    }
                }
            }
            return new Difference(best, error, scale);
        }

        private static double at(Function function, int operand, Object[] point, double x) {
            Object[] moved = point.clone();
            moved[operand] = x;
            try {
                return RuleProbe.run(function, moved);
            } catch (IllegalArgumentException noSuchPoint) {
                return Double.NaN;
            }
        }

        boolean isReliable() {
            return Double.isFinite(value) && error < 1e-7 * (Math.abs(value) + scale);
        }

        void check(double actual, String where) {
            assertEquals(value, actual, 1e-7 * (Math.abs(value) + scale), where);
        }
    }
}
