package dev.leibniz.processor.ir;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.ir.walk.IrVerifier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each way in which a pass can go wrong is caught, and the message shows the function. */
class IrVerifierTest {
    private final Var x = new Var("x", Type.DOUBLE);
    private final BlockBuilder out = new BlockBuilder();

    private void rejected(String why, Value... results) {
        List<Var> types =
                java.util.Arrays.stream(results).map(r -> new Var("", r.type())).toList();
        rejected(why, new Function("f", List.of(x), types, out.build(results)));
    }

    private static void rejected(String why, Function function) {
        String message = assertThrows(IllegalStateException.class, () -> IrVerifier.verify(function))
                .getMessage();
        assertTrue(message.contains(why), message);
        assertTrue(message.contains("fn f("), message);
    }

    @Test
    void useBeforeDefinition() {
        Var later = new Var("later", Type.DOUBLE);
        out.times(later, x);
        out.add(new Stmt.Let(later, new Expr.Apply(Op.Primitive.NEG, List.of(x), Type.DOUBLE), Origin.NONE));
        rejected("not defined here: later");
    }

    @Test
    void secondDefinition() {
        Value y = out.negate(x);
        out.add(out.stmts().get(0));
        rejected("defined twice", y);
    }

    @Test
    void useOutsideTheBlock() {
        BlockBuilder inner = new BlockBuilder();
        Value hidden = inner.negate(x);
        out.add(new Stmt.If(Const.TRUE, inner.build(), Block.yielding(), List.of(), Origin.NONE));
        rejected("not defined here", hidden);
    }

    @Test
    void loopConditionIsNotVisibleInTheBody() {
        BlockBuilder test = new BlockBuilder();
        Value isPositive = test.compare(Op.Primitive.GT, x, Const.of(0.0));
        Block body = new BlockBuilder().build(isPositive);
        Var p = new Var("p", Type.BOOLEAN);
        Var r = new Var("r", Type.BOOLEAN);
        out.add(new Loop.While(List.of(p), List.of(Const.TRUE), test.build(isPositive), body, List.of(r), Origin.NONE));
        rejected("not defined here");
    }

    @Test
    void operandsOfDifferentTypes() {
        out.apply(Op.Primitive.ADD, Type.DOUBLE, x, Const.of(1));
        rejected("operands of ADD");
    }

    @Test
    void conditionThatIsNoBoolean() {
        out.add(new Stmt.If(Const.of(1), Block.yielding(), Block.yielding(), List.of(), Origin.NONE));
        rejected("condition is no boolean");
    }

    @Test
    void branchesThatYieldDifferently() {
        Var r = new Var("r", Type.DOUBLE);
        out.add(new Stmt.If(Const.TRUE, Block.yielding(x), Block.yielding(), List.of(r), Origin.NONE));
        rejected("if: ", r);
    }

    @Test
    void storeOfAnotherType() {
        Value array = out.newArray("a", Type.arrayOf(Type.FLOAT), Const.of(1));
        out.store(array, Const.of(0), x);
        rejected("stored type");
    }

    @Test
    void accumulationOfIntegers() {
        Value array = out.newArray("a", Type.arrayOf(Type.INT), Const.of(1));
        out.accumulate(array, Const.of(0), Const.of(1));
        rejected("accumulated type is not floating");
    }

    @Test
    void resultOfAnotherType() {
        rejected("results", new Function("f", List.of(x), List.of(new Var("", Type.FLOAT)), Block.yielding(x)));
    }

    @Test
    void branchThatThrowsNeedsNoYield() {
        BlockBuilder throwing = new BlockBuilder();
        throwing.add(new Stmt.Throw("new IllegalStateException()", List.of(), Origin.NONE));
        Var r = new Var("r", Type.DOUBLE);
        out.add(new Stmt.If(Const.TRUE, Block.yielding(x), throwing.build(), List.of(r), Origin.NONE));
        IrVerifier.verify(new Function("f", List.of(x), List.of(new Var("", Type.DOUBLE)), out.build(r)));
    }

    @Test
    void fieldThatTheFrameDoesNotHave() {
        Var frame = new Var("locals", new Type.Frame("Locals", Map.of("y", Type.DOUBLE)));
        out.add(new Stmt.Let(frame, new Expr.NewFrame((Type.Frame) frame.type()), Origin.NONE));
        out.add(new Stmt.SetField(frame, "y", x, Origin.NONE));
        rejected("field that is read", out.let("z", new Expr.GetField(frame, "z", Type.DOUBLE)));
    }

    @Test
    void fieldOfAnotherType() {
        Var frame = new Var("locals", new Type.Frame("Locals", Map.of("y", Type.INT)));
        out.add(new Stmt.Let(frame, new Expr.NewFrame((Type.Frame) frame.type()), Origin.NONE));
        out.add(new Stmt.SetField(frame, "y", x, Origin.NONE));
        rejected("field that is written");
    }
}
