package dev.leibniz.processor.emit;

import static dev.leibniz.processor.ir.Op.Primitive.ADD;
import static dev.leibniz.processor.ir.Op.Primitive.GE;
import static dev.leibniz.processor.ir.Op.Primitive.GT;
import static dev.leibniz.processor.ir.Op.Primitive.LT;
import static dev.leibniz.processor.ir.Op.Primitive.MUL;
import static dev.leibniz.processor.ir.Op.Primitive.SUB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person would write for it: one small case for each habit. */
class StatementPrintingTest {
    private static final Type VECTOR = Type.arrayOf(Type.DOUBLE);

    private final Var x = new Var("x", Type.DOUBLE);
    private final Var y = new Var("y", Type.DOUBLE);
    private final Var n = new Var("n", Type.INT);
    private final Var w = new Var("w", VECTOR);
    private final BlockBuilder b = new BlockBuilder();

    private String printed(Value... yields) {
        return Printed.body(List.of(x, y, n, w), b, yields);
    }

    private static Expr.Apply add(Value left, Value right) {
        return new Expr.Apply(ADD, List.of(left, right), left.type());
    }

    @Test
    void valuesUsedOnceBecomePartOfTheExpressionWithoutNeedlessParentheses() {
        Value sum = b.plus(b.times(x, y), b.times(x, b.plus(y, Const.of(1.0))));
        assertEquals("return x * y + x * (y + 1)", printed(sum));
    }

    @Test
    void theOrderOfFloatingPointSumsIsKept() {
        Value right = b.plus(x, b.plus(y, x));
        Value left = b.plus(b.plus(x, y), x);
        assertEquals("return x + (y + x), x + y + x", printed(right, left));
    }

    @Test
    void addingANegatedValueIsASubtraction() {
        Value negated = b.negate(b.times(x, y));
        b.accumulate(w, Const.of(0), b.negate(x));
        assertEquals("w[0] -= x;\nreturn y - x * y", printed(b.plus(y, negated)));
    }

    @Test
    void widensOnlyWhereJavaDoesNotDoItByItself() {
        Value wide = b.convert(n, Type.DOUBLE);
        Value other = b.convert(n, Type.DOUBLE);
        Value third = b.convert(n, Type.DOUBLE);
        assertEquals(
                "return x * n, (double) n / n, java.lang.Math.abs((double) n)",
                printed(b.times(x, wide), b.over(other, b.convert(n, Type.DOUBLE)), b.math("abs", third)));
    }

    @Test
    void aLoadIsNotMovedAcrossAWrite() {
        Value before = b.load(w, Const.of(0));
        b.store(w, Const.of(0), x);
        Value after = b.load(w, Const.of(0));
        assertEquals("""
                double w0 = w[0];
                w[0] = x;
                return w0 + w[0]""", printed(b.plus(before, after)));
    }

    @Test
    void aReassignedVariableIsOneVariable() {
        Value first = b.let("t", add(x, y));
        Value second = b.let("t", new Expr.Apply(MUL, List.of(first, first), Type.DOUBLE));
        Value third = b.let("t", new Expr.Apply(SUB, List.of(second, y), Type.DOUBLE));
        assertEquals("""
                double t = x + y;
                t *= t;
                t -= y;
                return t""", printed(third));
    }

    @Test
    void aVariableWhoseOldValueIsStillNeededGetsANumber() {
        Value first = b.let("t", add(x, y));
        Value second = b.let("t", new Expr.Apply(MUL, List.of(first, y), Type.DOUBLE));
        assertEquals("""
                double t = x + y;
                double t2 = t * y;
                return t * t2""", printed(b.times(first, second)));
    }

    @Test
    void valuesThatChangePlacesInALoopGoThroughATemporary() {
        Var p = new Var("p", Type.DOUBLE);
        Var q = new Var("q", Type.DOUBLE);
        Var pEnd = new Var("p", Type.DOUBLE);
        Var qEnd = new Var("q", Type.DOUBLE);
        b.add(new Loop.For(
                new Var("i", Type.INT),
                Const.of(0),
                LT,
                n,
                1,
                List.of(p, q),
                List.of(x, y),
                Block.yielding(q, p),
                List.of(pEnd, qEnd),
                Origin.NONE));
        assertEquals("""
                double p = x;
                double q = y;
                for (int i = 0; i < n; i++) {
                    double nextP = q;
                    q = p;
                    p = nextP;
                }
                return p - q""", printed(b.minus(pEnd, qEnd)));
    }

    @Test
    void theValueBeforeTheLastIterationIsNotLost() {
        Var p = new Var("p", Type.DOUBLE);
        Var old = new Var("old", Type.DOUBLE);
        Var pEnd = new Var("p", Type.DOUBLE);
        Var oldEnd = new Var("old", Type.DOUBLE);
        BlockBuilder body = b.nested();
        Value next = body.let("p", new Expr.Apply(MUL, List.of(p, Const.of(2.0)), Type.DOUBLE));
        b.add(new Loop.For(
                new Var("i", Type.INT),
                Const.of(0),
                LT,
                n,
                1,
                List.of(p, old),
                List.of(x, y),
                body.build(next, p),
                List.of(pEnd, oldEnd),
                Origin.NONE));
        assertEquals("""
                double p = x;
                double old = y;
                for (int i = 0; i < n; i++) {
                    double p2 = p * 2;
                    old = p;
                    p = p2;
                }
                return p - old""", printed(b.minus(pEnd, oldEnd)));
    }

    @Test
    void aConditionalAndStaysLazy() {
        Value inside = b.compare(LT, n, b.length(w));
        BlockBuilder then = b.nested();
        Value positive = then.compare(GT, then.load(w, n), Const.of(0.0));
        Var both = Var.temporary(Type.BOOLEAN);
        b.add(new Stmt.If(inside, then.build(positive), Block.yielding(Const.FALSE), List.of(both), Origin.NONE));
        BlockBuilder write = b.nested();
        write.store(w, n, x);
        b.add(new Stmt.If(both, write.build(), Block.yielding(), List.of(), Origin.NONE));
        assertEquals("""
                if (n < w.length && w[n] > 0) {
                    w[n] = x;
                }""", printed());
    }

    @Test
    void aPureChoiceIsAConditionalExpression() {
        Var chosen = new Var("z", Type.DOUBLE);
        Value less = b.compare(LT, x, y);
        b.add(new Stmt.If(less, Block.yielding(x), Block.yielding(Const.of(0.0)), List.of(chosen), Origin.NONE));
        assertEquals("""
                double z = x < y ? x : 0;
                return z * z""", printed(b.times(chosen, chosen)));
    }

    @Test
    void anAssignmentInOneBranchOnlyIsAnIfWithoutElse() {
        Value z = b.let("z", add(x, y));
        BlockBuilder then = b.nested();
        Value halved = then.times(z, Const.of(0.5));
        Var end = new Var("z", Type.DOUBLE);
        b.add(new Stmt.If(b.compare(GE, z, x), then.build(halved), Block.yielding(z), List.of(end), Origin.NONE));
        assertEquals("""
                double z = x + y;
                if (z >= x) {
                    z *= 0.5;
                }
                return z * z""", printed(b.times(end, end)));
    }

    @Test
    void theNegationOfAComparisonOfDoublesIsNotTurnedRoundForItMayBeNaN() {
        Value ints = b.not(b.compare(LT, n, Const.of(3)));
        Value doubles = b.not(b.compare(LT, x, y));
        assertEquals("return n >= 3, !(x < y)", printed(ints, doubles));
    }

    @Test
    void aLoopWithAConditionThatNeedsStatementsTestsItInside() {
        Var i = new Var("i", Type.INT);
        Var end = new Var("i", Type.INT);
        BlockBuilder test = b.nested();
        Value at = test.let("at", new Expr.Load(w, i));
        Value more = test.compare(LT, test.times(at, at), x);
        BlockBuilder body = b.nested();
        b.add(new Loop.While(
                List.of(i),
                List.of(Const.of(0)),
                test.build(more),
                body.build(body.plus(i, Const.of(1))),
                List.of(end),
                Origin.NONE));
        assertEquals("""
                int i = 0;
                while (true) {
                    double at = w[i];
                    if (!(at * at < x)) {
                        break;
                    }
                    i++;
                }
                return i""", printed(end));
    }

    @Test
    void deadCodeIsNotPrinted() {
        b.let("unused", add(x, y));
        Var carried = new Var("c", Type.DOUBLE);
        BlockBuilder body = b.nested();
        Value next = body.plus(carried, x);
        b.add(new Loop.For(
                new Var("i", Type.INT),
                Const.of(0),
                LT,
                n,
                1,
                List.of(carried),
                List.of(x),
                body.build(next),
                List.of(new Var("c", Type.DOUBLE)),
                Origin.NONE));
        assertEquals("return x", printed(x));
    }

    @Test
    void nothingIsPrintedAfterAThrow() {
        BlockBuilder then = b.nested();
        then.add(new Stmt.Throw(
                "new java.lang.IllegalArgumentException(\"length \" + $0)", List.of(then.length(w)), Origin.NONE));
        then.store(w, n, x);
        b.add(new Stmt.If(b.compare(GT, n, Const.of(9)), then.build(), Block.yielding(), List.of(), Origin.NONE));
        assertEquals("""
                if (n > 9) {
                    throw new java.lang.IllegalArgumentException("length " + w.length);
                }""", printed());
    }

    @Test
    void textOfTheUsersStaysWhatItIs() {
        BlockBuilder then = b.nested();
        String thrown = "new java.lang.IllegalStateException(\"$T \u2028 $W\"\r\n+ \"$$\" + $0)";
        then.add(new Stmt.Throw(thrown, List.of(n), Origin.NONE));
        b.add(new Stmt.If(b.compare(GT, n, Const.of(9)), then.build(), Block.yielding(), List.of(), Origin.NONE));
        assertEquals("""
                if (n > 9) {
                    throw new java.lang.IllegalStateException("$T \\u2028 $W"
                            + "$$" + n);
                }""", printed());
    }

    @Test
    void constantsAreReadBackExactly() {
        b.store(w, Const.of(0), Const.of(Double.NaN));
        b.store(w, Const.of(1), Const.of(-0.0));
        b.store(w, Const.of(2), Const.of(1e-300));
        b.store(w, Const.of(3), Const.of(Double.NEGATIVE_INFINITY));
        b.store(w, Const.of(4), new Const(Math.PI, Type.DOUBLE, "java.lang.Math.PI"));
        b.store(w, Const.of(5), Const.of(0.1));
        assertEquals("""
                w[0] = java.lang.Double.NaN;
                w[1] = -0.0;
                w[2] = 1.0e-300;
                w[3] = java.lang.Double.NEGATIVE_INFINITY;
                w[4] = java.lang.Math.PI;
                w[5] = 0.1;""", printed());
    }

    @Test
    void commentsQuoteTheSourceOnlyWhereTheCodeSaysSomethingElse() {
        b.at(new Origin(10, 2, "double t = x + y;"));
        Value t = b.let("t", add(x, y));
        b.at(new Origin(20, 3, "return Math.sin(t);"));
        Value sin = b.math("sin", t);
        b.add(new Stmt.Marker("backward", Origin.NONE));
        Value dt = b.let("dt", new Expr.Apply(Op.math("cos"), List.of(t), Type.DOUBLE));
        assertEquals("""
                double t = x + y;

                // backward
                // return Math.sin(t);
                double dt = java.lang.Math.cos(t);
                return java.lang.Math.sin(t), dt * dt""", printed(sin, b.times(dt, dt)));
    }

    @Test
    void namesThatJavaOrThePrintedCodeNeedsAreNotTaken() {
        Value keyword = b.let("double", add(x, y));
        Value hiding = b.let("Math", add(keyword, y));
        Value sin = b.math("sin", hiding);
        assertEquals("""
                double double2 = x + y;
                double Math2 = double2 + y;
                return java.lang.Math.sin(Math2)""", printed(sin));
    }

    @Test
    void aConditionThatJavacWouldTakeForAConstantDoesNotMakeWhatFollowsUnreachable() {
        BlockBuilder test = b.nested();
        Value never = test.compare(LT, Const.of(2), Const.of(1));
        BlockBuilder body = b.nested();
        body.store(w, n, x);
        b.add(new Loop.While(List.of(), List.of(), test.build(never), body.build(), List.of(), Origin.NONE));
        assertEquals("""
                while (true) {
                    if (2 >= 1) {
                        break;
                    }
                    w[n] = x;
                }
                return x""", printed(x));
    }

    @Test
    void javacIsNotMadeToWarnOfADivisionByZero() {
        Value quotient = b.over(n, Const.of(0));
        assertEquals("return n / Integer.valueOf(0), x / 0", printed(quotient, b.over(x, Const.of(0.0))));
    }

    @Test
    void aConversionUsedTwiceNeedsNoVariable() {
        Value wide = b.convert(n, Type.DOUBLE);
        assertEquals("return x * n + y / n", printed(b.plus(b.times(x, wide), b.over(y, wide))));
    }

    @Test
    void classesInTemplatesAreImported() {
        Value bits = b.let(new Expr.Opaque(
                "java.lang.Integer.bitCount($0) + \"java.lang.Not.This\".length()", List.of(n), Type.INT, false));
        assertEquals(
                "return 2 * (Integer.bitCount(n) + \"java.lang.Not.This\".length())",
                printed(b.times(Const.of(2), bits)).replace("java.lang.Integer", "Integer"));
    }

    @Test
    void aFieldNeedsNoVariableOfItsNameIfItIsReadOrWrittenOnce() {
        Var frame = new Var("locals", new Type.Frame("Locals", Map.of("sum", Type.DOUBLE)));
        b.add(new Stmt.Let(frame, new Expr.NewFrame((Type.Frame) frame.type()), Origin.NONE));
        Value sum = b.let("sum", add(x, y));
        b.add(new Stmt.SetField(frame, "sum", sum, Origin.NONE));
        Value read = b.let("sum", new Expr.GetField(frame, "sum", Type.DOUBLE));
        assertEquals(
                "Locals locals = new Locals();\nlocals.sum = x + y;\nreturn locals.sum * x", printed(b.times(read, x)));
    }
}
