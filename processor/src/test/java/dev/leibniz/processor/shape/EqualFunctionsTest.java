package dev.leibniz.processor.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.program.Companion;
import dev.leibniz.processor.ir.program.Linkage;
import dev.leibniz.processor.ir.program.Program;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Functions that differ in names only become one, and so do those that call them; others stay. */
class EqualFunctionsTest {
    private static Function of(String name, String param, Op op, double constant) {
        Var x = new Var(param, Type.DOUBLE);
        BlockBuilder out = new BlockBuilder();
        Value result = out.apply(op, Type.DOUBLE, x, Const.of(constant));
        return new Function(name, List.of(x), List.of(new Var("", Type.DOUBLE)), out.build(result));
    }

    private static Function calling(String name, String callee) {
        Var x = new Var("x", Type.DOUBLE);
        Var result = new Var(name + "Result", Type.DOUBLE);
        Stmt call = new Stmt.Call(new Callee.Local(callee), List.of(x), List.of(result), Origin.NONE);
        return new Function(name, List.of(x), List.of(result), new Block(List.of(call), List.of(result)));
    }

    private static List<String> left(Function... functions) {
        Program program = new Program("", "A", true, List.of(), Set.of(), List.of(), Map.of(), Linkage.NONE);
        return EqualFunctions.in(new Companion(program, List.of(), List.of(functions))).functions().stream()
                .map(Function::name)
                .toList();
    }

    @Test
    void namesDoNotMatter() {
        Op add = Op.Primitive.ADD;
        assertEquals(List.of("f"), left(of("f", "x", add, 1), of("g", "y", add, 1)));
    }

    @Test
    void whatIsComputedDoes() {
        Op add = Op.Primitive.ADD;
        assertEquals(
                List.of("f", "g", "h", "k"),
                left(
                        of("f", "x", add, 1),
                        of("g", "x", add, 2),
                        of("h", "x", Op.Primitive.SUB, 1),
                        of("k", "x", add, -0.0)));
        assertEquals(List.of("f", "g"), left(of("f", "x", add, 0.0), of("g", "x", add, -0.0)));
    }

    @Test
    void callersOfEqualFunctionsAreEqual() {
        Op add = Op.Primitive.ADD;
        assertEquals(
                List.of("f", "a"),
                left(of("f", "x", add, 1), of("g", "x", add, 1), calling("a", "f"), calling("b", "g")));
    }
}
