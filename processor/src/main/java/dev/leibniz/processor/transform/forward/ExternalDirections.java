package dev.leibniz.processor.transform.forward;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.transform.calls.ExternalCalls;
import dev.leibniz.processor.transform.derivation.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A call of another class's method in vector mode: that class has a derivative for a single direction, so the
 * tangents are taken out of the rows they are in, one direction after the other, and put back.
 */
final class ExternalDirections {
    private final Stmt.Call call;
    private final Var directions;
    private final Function<BlockBuilder, ExternalCalls.Forward> derivative;
    private final Var d = new Var("d", Type.INT);

    /** @param derivative the call in forward mode, begun in this code */
    ExternalDirections(Stmt.Call call, Var directions, Function<BlockBuilder, ExternalCalls.Forward> derivative) {
        this.call = call;
        this.directions = directions;
        this.derivative = derivative;
    }

    /** Appends the call and the tangents of its floating-point results, in order. */
    List<Value> add(VectorTangents tangents, BlockBuilder out) {
        out.add(call);
        List<Value> several = new ArrayList<>();
        for (Value arg : call.args()) {
            several.add(arg.type().isDifferentiable() ? outward(arg, tangents, out) : arg);
        }
        ExternalCalls.Forward forward = derivative.apply(out);
        List<Var> results = new ArrayList<>();
        for (Var result : call.results()) {
            if (result.type().isDifferentiable()) {
                results.add(out.newArray(Names.tangent(result), Type.arrayOf(result.type()), directions));
            }
        }
        BlockBuilder body = out.nested();
        List<Value> args = new ArrayList<>();
        for (int i = 0; i < several.size(); i++) {
            boolean moves = call.args().get(i).type().isDifferentiable();
            args.add(moves ? body.load(several.get(i), d) : several.get(i));
        }
        List<Value> found = forward.along(args, body);
        for (int i = 0; i < results.size(); i++) {
            body.store(results.get(i), d, found.get(i));
        }
        out.loop(d, directions, body);
        return inward(results, out);
    }

    private Value outward(Value arg, VectorTangents tangents, BlockBuilder out) {
        return Transposition.outward(arg, tangents.orZeros(arg, out), "", directions, out);
    }

    private List<Value> inward(List<Var> results, BlockBuilder out) {
        List<Value> rows = new ArrayList<>();
        for (Var result : call.results()) {
            if (result.type().isDifferentiable()) {
                rows.add(Transposition.inward(result, results.get(rows.size()), directions, out));
            }
        }
        return rows;
    }
}
