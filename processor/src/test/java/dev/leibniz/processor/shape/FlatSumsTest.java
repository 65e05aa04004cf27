package dev.leibniz.processor.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlatSumsTest {
    private final BlockBuilder out = new BlockBuilder();

    @Test
    void productsComeOutOfTheirParentheses() {
        Value sum = out.plus(product("ab"), product("cd"));
        assertFlat("a*b + c*d + e*f + g*h", out.plus(sum, out.plus(product("ef"), product("gh"))));
    }

    @Test
    void sumsOfSumsOfProductsDoSo() {
        Value inner = out.plus(out.plus(product("ab"), product("cd")), out.plus(product("ef"), product("gh")));
        assertFlat("s + a*b + c*d + e*f + g*h", out.plus(variable("s"), inner));
    }

    @Test
    void eachIsSubtractedIfTheSumIs() {
        assertFlat("s - a*b - c*d", out.minus(variable("s"), out.plus(product("ab"), product("cd"))));
    }

    /** A difference of numbers may be exact, and so may their sum. */
    @Test
    void otherParenthesesAreMeant() {
        assertSameBlock(out.plus(variable("s"), out.minus(product("ab"), product("cd"))));
        assertSameBlock(out.plus(variable("s"), out.plus(variable("a"), product("cd"))));
    }

    @Test
    void aSumThatIsUsedTwiceStaysOne() {
        Value sum = out.plus(product("ab"), product("cd"));
        assertSameBlock(out.times(out.plus(variable("s"), sum), sum));
    }

    private static Var variable(String name) {
        return new Var(name, Type.DOUBLE);
    }

    private Value product(String factors) {
        return out.times(variable(factors.substring(0, 1)), variable(factors.substring(1)));
    }

    private void assertSameBlock(Value result) {
        Block block = out.build(result);
        assertSame(block, FlatSums.in(block));
    }

    private void assertFlat(String expected, Value result) {
        Block flat = FlatSums.in(out.build(result));
        Map<Value, Expr> definitions = new HashMap<>();
        flat.stmts().forEach(stmt -> definitions.put(((Stmt.Let) stmt).target(), ((Stmt.Let) stmt).expr()));
        assertEquals(expected, text(result, definitions));
        int operators = expected.replaceAll("[^-+*]", "").length();
        assertEquals(operators, flat.stmts().size());
    }

    /** With parentheses around each second operand that is a sum. */
    private static String text(Value value, Map<Value, Expr> definitions) {
        if (!(definitions.get(value) instanceof Expr.Apply apply)) {
            return ((Var) value).name();
        }
        String first = text(apply.operand(0), definitions);
        String second = text(apply.operand(1), definitions);
        return apply.op() == Primitive.MUL
                ? first + "*" + second
                : first
                        + (apply.op() == Primitive.ADD ? " + " : " - ")
                        + (second.contains(" ") ? "(" + second + ")" : second);
    }
}
