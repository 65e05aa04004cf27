package dev.leibniz.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.walk.IrPrinter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The derivatives where calculus leaves a choice, and the shape of the code that rules write. */
class SpecialPointsTest {

    private static RuleProbe unary(String method) {
        return RuleProbe.of(Op.math(method), Type.DOUBLE, Type.DOUBLE);
    }

    private static RuleProbe binary(Op op) {
        return RuleProbe.of(op, Type.DOUBLE, Type.DOUBLE, Type.DOUBLE);
    }

    private static double partial(RuleProbe probe, int operand, Double... x) {
        Object[] withSeed = java.util.Arrays.copyOf(x, x.length + 1, Object[].class);
        withSeed[x.length] = 1.0;
        return probe.contribution(operand)
                .map(code -> RuleProbe.run(code, withSeed))
                .orElse(0.0);
    }

    @Test
    void absAtZeroIsZero() {
        assertEquals(0, partial(unary("abs"), 0, 0.0));
        assertEquals(0, partial(unary("abs"), 0, -0.0));
        assertEquals(-1, partial(unary("abs"), 0, -3.0));
    }

    @Test
    void tieOfTwoActivesIsShared() {
        for (String method : List.of("max", "min")) {
            RuleProbe probe = binary(Op.math(method));
            assertEquals(0.5, partial(probe, 0, 2.0, 2.0));
            assertEquals(0.5, partial(probe, 1, 2.0, 2.0));
            assertEquals(0.5, partial(probe, 1, 0.0, -0.0));
        }
    }

    @Test
    void tieWithAConstantGivesNothing() {
        for (String method : List.of("max", "min")) {
            RuleProbe probe = binary(Op.math(method));
            assertEquals(0, partial(probe.withInactiveOthers(), 0, 0.0, 0.0));
            assertEquals(0, partial(probe.withConstants(0, 0, 0), 0, 0.0, 0.0));
            assertEquals(0, partial(probe.withConstants(1, 0, 0), 1, 0.0, 0.0));
        }
        assertEquals(1, partial(binary(Op.math("max")).withConstants(0, 0, 0), 0, 5.0, 0.0));
    }

    @Test
    void hypotAtTheOriginIsFlat() {
        assertEquals(0, partial(binary(Op.math("hypot")), 0, 0.0, 0.0));
        assertEquals(0, partial(binary(Op.math("hypot")), 1, 0.0, 0.0));
        assertEquals(0.6, partial(binary(Op.math("hypot")), 0, 3e300, 4e300), 1e-15);
    }

    @Test
    void powFollowsItsConventions() {
        RuleProbe pow = binary(Op.math("pow"));
        for (double x : new double[] {-2, 0, 2}) {
            assertEquals(0, partial(pow, 0, x, 0.0), "base " + x);
        }
        assertEquals(0, partial(pow, 1, 0.0, 2.0));
        assertEquals(0, partial(pow, 1, -0.0, 2.0));
        assertEquals(12, partial(pow, 0, -2.0, 3.0));
        assertEquals(1, partial(pow, 0, 0.0, 1.0));
        assertEquals(0, partial(pow, 0, 0.0, 2.0));
        assertEquals(Double.POSITIVE_INFINITY, partial(pow, 0, 0.0, 0.5));
        assertEquals(9 * Math.log(3), partial(pow, 1, 3.0, 2.0), 1e-14);
    }

    @Test
    void remainderHasTheQuotientThatJavaUsed() {
        RuleProbe rem = binary(Primitive.REM);
        assertEquals(1, partial(rem, 0, 7.5, 2.0));
        assertEquals(-3, partial(rem, 1, 7.5, 2.0));
        assertEquals(3, partial(rem, 1, -7.5, 2.0));
        assertEquals(0, partial(rem, 1, 1.5, Double.POSITIVE_INFINITY));
        double justBelow = Math.nextDown(3 * 0.1);
        assertEquals(-Math.rint((justBelow - justBelow % 0.1) / 0.1), partial(rem, 1, justBelow, 0.1));
        assertEquals(-1e20 / 3, partial(rem, 1, 1e20, 3.0), 1e5);
        assertEquals(-2, partial(binary(Op.math("IEEEremainder")), 1, 7.0, 4.0));
    }

    @Test
    void singularPointIsInfiniteUnlessTheSeedIsZero() {
        assertEquals(Double.POSITIVE_INFINITY, partial(unary("sqrt"), 0, 0.0));
        assertEquals(Double.POSITIVE_INFINITY, partial(unary("log"), 0, 0.0));
        Function sqrt = unary("sqrt").contribution(0).orElseThrow();
        assertEquals(0, RuleProbe.run(sqrt, 0.0, 0.0));
        Function atan2 = binary(Op.math("atan2")).contribution(0).orElseThrow();
        assertEquals(0, RuleProbe.run(atan2, 0.0, 0.0, 0.0));
    }

    @Test
    void stepFunctionsAndCastsToIntegersHaveNoDerivative() {
        for (String method : List.of("signum", "floor", "ceil", "rint", "ulp")) {
            assertTrue(DerivativeRules.hasZeroDerivative(unary(method).apply(), 0), method);
        }
        assertTrue(DerivativeRules.hasZeroDerivative(
                RuleProbe.of(Op.math("round"), Type.LONG, Type.DOUBLE).apply(), 0));
        assertTrue(DerivativeRules.hasZeroDerivative(
                RuleProbe.of(Primitive.CONVERT, Type.INT, Type.DOUBLE).apply(), 0));
        assertTrue(DerivativeRules.hasZeroDerivative(
                RuleProbe.of(Op.math("abs"), Type.INT, Type.INT).apply(), 0));
    }

    @Test
    void conversionConvertsTheSeedBack() {
        Function code = RuleProbe.of(Primitive.CONVERT, Type.DOUBLE, Type.FLOAT)
                .contribution(0)
                .orElseThrow();
        assertEquals(Type.FLOAT, code.body().yields().get(0).type());
        assertEquals((double) 0.1f, RuleProbe.run(code, 1f, 0.1));
    }

    @Test
    void activationsAreStableInTheTails() {
        String owner = "dev.leibniz.runtime.Activations";
        for (String method : List.of("sigmoid", "softplus", "relu", "gelu", "silu")) {
            RuleProbe probe = RuleProbe.of(new Op.MathCall(owner, method), Type.DOUBLE, Type.DOUBLE);
            double right = method.equals("sigmoid") ? 0 : 1;
            assertEquals(right, partial(probe, 0, 1e200), method);
            assertEquals(0, partial(probe, 0, -1e200), 0, method);
        }
        assertEquals(0, partial(RuleProbe.of(new Op.MathCall(owner, "relu"), Type.DOUBLE, Type.DOUBLE), 0, 0.0));
    }

    @Test
    void crossEntropyOfACertainAndRightAnswerIsFinite() {
        RuleProbe loss = binary(new Op.MathCall("dev.leibniz.runtime.Losses", "binaryCrossEntropy"));
        assertEquals(1, partial(loss, 0, 0.0, 0.0));
        assertEquals(-1, partial(loss, 0, 1.0, 1.0));
    }

    @Test
    void squareNeedsNoPow() {
        RuleProbe square = binary(Op.math("pow")).withConstants(0, 0, 2);
        Function code = square.contribution(0).orElseThrow();
        assertEquals(2, code.body().stmts().size(), IrPrinter.print(code));
        assertEquals(18, RuleProbe.run(code, 3.0, 2.0, 3.0));
    }

    @Test
    void noGuardWhereNothingCanGoWrong() {
        RuleProbe half = binary(Primitive.DIV).withConstants(0, 0, 2);
        assertEquals(List.of("DIV"), ops(half.contribution(0).orElseThrow()));
        assertEquals(
                List.of("DIV"),
                ops(unary("log").contribution(0, Optional.of(Const.of(1.0))).orElseThrow()));
        assertEquals(List.of("GATED_DIV"), ops(unary("log").contribution(0).orElseThrow()));
    }

    @Test
    void signsCostNoMultiplication() {
        assertEquals(List.of(), ops(binary(Primitive.SUB).contribution(0).orElseThrow()));
        assertEquals(List.of("NEG"), ops(binary(Primitive.SUB).contribution(1).orElseThrow()));
    }

    @Test
    void strictMathStaysStrict() {
        RuleProbe sin = RuleProbe.of(new Op.MathCall("StrictMath", "sin"), Type.DOUBLE, Type.DOUBLE);
        assertTrue(ops(sin.contribution(0).orElseThrow()).contains("StrictMath.cos"));
    }

    private static List<String> ops(Function function) {
        return function.body().stmts().stream()
                .map(stmt -> ((Expr.Apply) ((Stmt.Let) stmt).expr()).op())
                .map(op -> op instanceof Primitive primitive ? primitive.name() : op.toString())
                .toList();
    }
}
