package dev.leibniz.processor.transform.calls;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.List;

/** ⟨gradient, tangent⟩ over numbers and arrays of any shape: forward mode where there is only a reverse derivative. */
public final class InnerProduct {
    private InnerProduct() {}

    /**
     * Appends sum + ⟨gradient, tangent⟩; where a tangent is zero its direction is not taken, whatever the gradient.
     *
     * @param isGiven whether the tangent is the caller's own, and so finite
     */
    public static Value plus(Value sum, Value gradient, Value tangent, boolean isGiven, BlockBuilder out) {
        if (!gradient.type().isArray()) {
            if (tangent instanceof Const c && c.is(0)) {
                return sum;
            }
            Value product = isGiven ? out.gatedTimes(tangent, gradient) : out.strongTimes(tangent, gradient);
            Value converted = out.convert(product, sum.type());
            return sum instanceof Const c && c.is(0) ? converted : out.plus(sum, converted);
        }
        Var i = new Var("i", Type.INT);
        Var soFar = new Var("sum", sum.type());
        Var total = new Var("sum", sum.type());
        BlockBuilder body = out.nested();
        Value next = plus(soFar, body.load(gradient, i), body.load(tangent, i), isGiven, body);
        out.add(Loop.For.upTo(
                i, out.length(gradient), List.of(soFar), List.of(sum), body.build(next), List.of(total), out.origin()));
        return total;
    }
}
