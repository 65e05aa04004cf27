package dev.leibniz.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrPrinter;
import dev.leibniz.processor.ir.walk.IrVerifier;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is left of small functions: each pass does what it is for, and does not do what would be wrong. */
class PassesTest {
    private static final Type ROW = Type.arrayOf(Type.DOUBLE);

    private final Var x = new Var("x", Type.DOUBLE);
    private final Var k = new Var("k", Type.INT);
    private final Var a = new Var("a", ROW);
    private final Var b = new Var("b", ROW);
    private final Var m = new Var("m", Type.arrayOf(ROW));
    private final BlockBuilder out = new BlockBuilder();

    private String simplified(Value... results) {
        List<Var> types = List.of(results).stream()
                .map(result -> new Var("", result.type()))
                .toList();
        Function function = new Function("f", List.of(x, k, a, b, m), types, out.build(results));
        IrVerifier.verify(function);
        Function simple = Simplified.of(function, Set.of());
        IrVerifier.verify(simple);
        String text = IrPrinter.print(simple);
        return text.substring(text.indexOf('\n') + 1)
                .stripIndent()
                .replaceAll("(?m)^  ", "")
                .strip();
    }

    private Value loop(Var index, Value bound, BlockBuilder body, Var param, Value init, Value next) {
        Var result = param.fresh();
        Block block = body.build(next);
        out.add(new Loop.For(
                index,
                Const.of(0),
                Primitive.LT,
                bound,
                1,
                List.of(param),
                List.of(init),
                block,
                List.of(result),
                Origin.NONE));
        return result;
    }

    @Test
    void neutralOperandsVanish() {
        Value one = out.apply(Primitive.MUL, Type.DOUBLE, x, Const.of(1.0));
        Value same = out.minus(out.over(one, Const.of(1.0)), Const.of(0.0));
        assertEquals("return x", simplified(out.plus(same, Const.of(-0.0))));
    }

    @Test
    void zeroIsNotNeutralInFloatingPoint() {
        Value sum = out.plus(x, Const.of(0.0));
        assertEquals("%1 = x + 0.0\nreturn %1", simplified(sum));
    }

    @Test
    void zeroTimesIsNotZeroInFloatingPoint() {
        Value product = out.times(x, Const.of(0.0));
        assertEquals("%1 = x * 0.0\nreturn %1", simplified(product));
    }

    @Test
    void signsAreAbsorbed() {
        Value difference = out.plus(out.negate(out.negate(x)), out.negate(Const.number(2, Type.DOUBLE)));
        assertEquals("%1 = x - 2.0\nreturn %1", simplified(difference));
    }

    @Test
    void minusMinusIsPlus() {
        Value y = out.math("sin", x);
        assertEquals("%1 = Math.sin(x)\n%2 = x + %1\nreturn %2", simplified(out.minus(x, out.negate(y))));
    }

    @Test
    void indicesAreAddedUp() {
        Value i = out.minus(out.plus(k, Const.of(1)), Const.of(1));
        assertEquals("return k", simplified(i));
    }

    @Test
    void comparisonOfNumbersIsNotTurnedRound() {
        Value less = out.compare(Primitive.LT, x, Const.of(1.0));
        Value fewer = out.compare(Primitive.LT, k, Const.of(1));
        assertEquals("%1 = x < 1.0\n%2 = !%1\n%3 = k >= 1\nreturn %2, %3", simplified(out.not(less), out.not(fewer)));
    }

    @Test
    void branchOnAKnownConditionIsTaken() {
        BlockBuilder then = new BlockBuilder();
        Value y = then.times(x, x);
        BlockBuilder otherwise = new BlockBuilder();
        otherwise.store(a, Const.of(0), x);
        Var r = new Var("r", Type.DOUBLE);
        Value isLess = out.compare(Primitive.LT, Const.of(1), Const.of(2));
        out.add(new Stmt.If(isLess, then.build(y), otherwise.build(x), List.of(r), Origin.NONE));
        assertEquals("r = x * x\nreturn r", simplified(r));
    }

    @Test
    void conditionIsKnownInsideItsBranches() {
        Value isLess = out.compare(Primitive.LT, x, Const.of(2.0));
        BlockBuilder then = new BlockBuilder();
        Value y = then.select(isLess, x, Const.of(7.0));
        Var r = new Var("r", Type.DOUBLE);
        out.add(new Stmt.If(isLess, then.build(y), Block.yielding(Const.of(0.0)), List.of(r), Origin.NONE));
        assertEquals("%1 = x < 2.0\nr = if %1\n  yield x\nelse\n  yield 0.0\nreturn r", simplified(r));
    }

    @Test
    void sameExpressionIsComputedOnce() {
        Value once = out.plus(out.math("sin", x), x);
        Value twice = out.plus(x, out.math("sin", x));
        assertEquals("%1 = Math.sin(x)\n%2 = %1 + x\n%3 = %2 * %2\nreturn %3", simplified(out.times(once, twice)));
    }

    @Test
    void storeForgetsLoadsOfWhatMayBeTheSameArray() {
        Value before = out.load(a, Const.of(0));
        out.store(b, Const.of(0), x);
        Value after = out.load(a, Const.of(0));
        assertEquals("%1 = a[0]\nb[0] = x\n%2 = a[0]\nreturn %1, %2", simplified(before, after));
    }

    @Test
    void storeIntoOwnArrayForgetsNothingElse() {
        Value own = out.newArray("own", ROW, Const.of(3));
        Value before = out.load(a, Const.of(0));
        out.store(own, k, before);
        Value after = out.load(a, Const.of(0));
        Value read = out.load(own, Const.of(1));
        assertEquals(
                "own = new double[](3)\n%1 = a[0]\nown[k] = %1\n%2 = own[1]\nreturn %1, %1, %2",
                simplified(before, after, read));
    }

    @Test
    void whatWasStoredIsKnown() {
        out.store(a, k, x);
        assertEquals("a[k] = x\nreturn x", simplified(out.load(a, k)));
    }

    @Test
    void loopForgetsWhatItsBodyWrites() {
        Value before = out.load(a, Const.of(0));
        Var i = new Var("i", Type.INT);
        Var s = new Var("s", Type.DOUBLE);
        BlockBuilder body = new BlockBuilder();
        Value element = body.load(a, Const.of(0));
        body.store(a, i, body.times(element, s));
        Value result = loop(i, k, body, s, before, element);
        String text = simplified(result);
        assertTrue(text.contains("carrying s2 = %1\n  %2 = a[0]"), text);
    }

    @Test
    void arrayThatIsSharedAsARowHasNoRegionOfItsOwn() {
        Value own = out.newArray("own", ROW, Const.of(3));
        out.store(m, k, own);
        Value before = out.load(own, Const.of(0));
        out.store(out.load(m, Const.of(0)), Const.of(0), x);
        Value after = out.load(own, Const.of(0));
        String text = simplified(before, after);
        assertTrue(text.endsWith("%3 = own[0]\nreturn %1, %3"), text);
    }

    @Test
    void rowThatTheLoopReplacesStays() {
        Var i = new Var("i", Type.INT);
        Var j = new Var("j", Type.INT);
        BlockBuilder inner = new BlockBuilder();
        Value row = inner.load(m, i);
        inner.store(row, j, x);
        inner.store(m, i, a);
        BlockBuilder outer = new BlockBuilder();
        outer.add(new Loop.For(
                j, Const.of(0), Primitive.LT, k, 1, List.of(), List.of(), inner.build(), List.of(), Origin.NONE));
        Value rows = out.length(m);
        out.add(new Loop.For(
                i, Const.of(0), Primitive.LT, rows, 1, List.of(), List.of(), outer.build(), List.of(), Origin.NONE));
        String text = simplified(x);
        assertTrue(text.contains("for j = 0; < k; +1\n    %2 = m[i]"), text);
    }

    @Test
    void valuesThatFeedOnlyThemselvesVanish() {
        Var i = new Var("i", Type.INT);
        Var s = new Var("s", Type.DOUBLE);
        BlockBuilder body = new BlockBuilder();
        Value next = body.times(s, s);
        loop(i, k, body, s, x, next);
        assertEquals("return x", simplified(x));
    }

    @Test
    void carriedValueThatNeverChangesIsItsInit() {
        Var i = new Var("i", Type.INT);
        Var s = new Var("s", Type.DOUBLE);
        BlockBuilder body = new BlockBuilder();
        body.store(a, i, s);
        Value result = loop(i, k, body, s, x, s);
        assertEquals("for i = 0; < k; +1\n  a[i] = x\nreturn x", simplified(result));
    }

    @Test
    void arrayThatIsOnlyWrittenVanishes() {
        Value own = out.newArray("own", m.type(), k, k);
        Value row = out.load(own, Const.of(0));
        Var i = new Var("i", Type.INT);
        Var s = new Var("s", Type.DOUBLE);
        BlockBuilder body = new BlockBuilder();
        Value root = body.math("sqrt", s);
        body.store(row, i, root);
        loop(i, k, body, s, x, root);
        assertEquals("return x", simplified(x));
    }

    @Test
    void rowFromElsewhereIsWritten() {
        Value own = out.newArray("own", m.type(), Const.of(1));
        out.store(own, Const.of(0), a);
        Value row = out.load(own, k);
        out.store(row, Const.of(0), x);
        assertEquals("own = new double[][](1)\nown[0] = a\n%1 = own[k]\n%1[0] = x\nreturn x", simplified(x));
    }

    @Test
    void throwsStay() {
        BlockBuilder then = new BlockBuilder();
        then.add(new Stmt.Throw("new IllegalArgumentException()", List.of(), Origin.NONE));
        Value isNegative = out.compare(Primitive.LT, x, Const.of(0.0));
        out.add(new Stmt.If(isNegative, then.build(), Block.yielding(), List.of(), Origin.NONE));
        assertEquals("%1 = x < 0.0\nif %1\n  throw()\nreturn x", simplified(x));
    }

    @Test
    void dearInvariantLeavesTheLoop() {
        Var i = new Var("i", Type.INT);
        Var s = new Var("s", Type.DOUBLE);
        BlockBuilder body = new BlockBuilder();
        Value scale = body.math("exp", body.negate(x));
        Value next = body.plus(s, body.times(scale, body.load(a, i)));
        Value result = loop(i, k, body, s, Const.of(0.0), next);
        assertEquals("""
            %1 = -x
            %2 = Math.exp(%1)
            s = for i = 0; < k; +1 carrying s2 = 0.0
              %3 = a[i]
              %4 = %2 * %3
              %5 = s2 + %4
              next %5
            return s\
            """, simplified(result));
    }

    @Test
    void integerDivisionMayThrowAndStays() {
        Var i = new Var("i", Type.INT);
        Var s = new Var("s", Type.INT);
        BlockBuilder body = new BlockBuilder();
        Value next = body.plus(s, body.over(k, k));
        Value result = loop(i, k, body, s, Const.of(0), next);
        assertTrue(simplified(result).startsWith("s = for"));
    }

    @Test
    void rowInRangeLeavesTheInnerLoop() {
        Value rows = out.length(m);
        String text = rowLoop(rows);
        assertTrue(text.contains("  %2 = m[i]\n  s3 = for j"), text);
    }

    @Test
    void rowThatMayBeOutOfRangeStays() {
        String text = rowLoop(k);
        assertTrue(text.contains("    %1 = m[i]\n"), text);
    }

    private String rowLoop(Value rows) {
        Var i = new Var("i", Type.INT);
        Var j = new Var("j", Type.INT);
        Var s = new Var("s", Type.DOUBLE);
        Var t = new Var("t", Type.DOUBLE);
        BlockBuilder inner = new BlockBuilder();
        Value next = inner.plus(t, inner.load(inner.load(m, i), j));
        Var sum = new Var("s", Type.DOUBLE);
        BlockBuilder outer = new BlockBuilder();
        outer.add(new Loop.For(
                j,
                Const.of(0),
                Primitive.LT,
                k,
                1,
                List.of(t),
                List.of(s),
                inner.build(next),
                List.of(sum),
                Origin.NONE));
        return simplified(loop(i, rows, outer, s, x, sum));
    }

    @Test
    void lengthOfACopyIsThatOfTheOriginal() {
        Value copy = out.let(new Expr.CloneArray(a, false));
        assertEquals("%1 = a.length\nreturn %1", simplified(out.length(out.zerosLike("", copy))));
    }

    @Test
    void whatOneArmUsesIsComputedThere() {
        Value loss = out.minus(out.math("exp", x), Const.of(1.0));
        Value isGain = out.compare(Op.Primitive.GT, x, Const.of(0.0));
        assertEquals("""
                %1 = x > 0.0
                %2 = if %1
                  yield x
                else
                  %3 = Math.exp(x)
                  %4 = %3 - 1.0
                  yield %4
                return %2""", simplified(out.select(isGain, x, loss)));
    }

    @Test
    void whatIsUsedElsewhereAsWellStays() {
        Value exp = out.math("exp", x);
        Value isGain = out.compare(Op.Primitive.GT, x, Const.of(0.0));
        Value chosen = out.select(isGain, x, exp);
        assertEquals("""
                %1 = Math.exp(x)
                %2 = x > 0.0
                %3 = %2 ? x : %1
                %4 = %3 + %1
                return %4""", simplified(out.plus(chosen, exp)));
    }

    @Test
    void nameOfTheUserSurvives() {
        Value first = out.math("sin", x);
        Value named = out.let("angle", new Expr.Apply(Op.math("sin"), List.of(x), Type.DOUBLE));
        assertEquals("angle = Math.sin(x)\n%1 = angle + angle\nreturn %1", simplified(out.plus(first, named)));
    }
}
