package dev.leibniz.processor.transform.trace;

import dev.leibniz.processor.analysis.Activity;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.transform.calls.ExternalCalls;
import dev.leibniz.processor.transform.derivation.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Calls whose derivative is a rule, or is in another class: in a trace, one step for each number of the result. */
final class TraceRules {
    private final TraceCalls calls;
    private final UnaryOperator<Value> nodes;

    /** @param nodes the node of a number, or the nodes of an array */
    TraceRules(TraceCalls calls, UnaryOperator<Value> nodes) {
        this.calls = calls;
        this.nodes = nodes;
    }

    /** Appends the call; the node of its result, or the nodes. */
    Value call(Stmt.Call call, Callee.External callee, Activity activity, BlockBuilder out) {
        ExternalCalls.requireDerivatives(call, callee, activity);
        Callee.External reverse = callee.reverse();
        Var result = call.results().get(0);
        boolean isTraceable = call.args().stream()
                .allMatch(arg -> !arg.type().isDifferentiable()
                        || arg.type().rank() == 0
                        || arg.type().leaf() == Type.DOUBLE && arg.type().rank() <= 2);
        if (reverse == null || call.results().size() != 1 || result.type().rank() > 1 || !isTraceable) {
            throw new Refusal(
                    call.origin(),
                    "`" + callee.name()
                            + "` cannot be traced: its derivative is a rule or in another class, and it has more"
                            + " than a number or an array of numbers as its result or as an argument");
        }
        out.add(call);
        if (!result.type().isArray()) {
            return step(call, callee, reverse, result, Const.number(1, result.type()), out);
        }
        Value length = out.length(result);
        Var made = out.newArray("", TraceCalls.nodes(result.type()), length);
        Var cotangent = out.newArray("cotangent", result.type(), length);
        Var row = new Var("row", Type.INT);
        BlockBuilder body = out.nested();
        body.store(cotangent, row, Const.number(1, result.type().element()));
        Value element = body.load(result, row);
        body.store(made, row, step(call, callee, reverse, element, cotangent, body));
        body.store(cotangent, row, Const.zero(result.type().element()));
        out.loop(row, length, body);
        return made;
    }

    private Var step(
            Stmt.Call call,
            Callee.External callee,
            Callee.External reverse,
            Value value,
            Value cotangent,
            BlockBuilder out) {
        String name =
                call.results().get(0).type().isArray() || !call.results().get(0).isNamed()
                        ? ""
                        : call.results().get(0).name();
        Var node = calls.node(
                "call", name, Type.INT, out, TraceCalls.string(name), TraceCalls.string(callee.name()), value);
        List<Value> args = new ArrayList<>(call.args());
        args.add(cotangent);
        List<@Nullable Var> gradients = ExternalCalls.gradients(call, callee, reverse, args, out);
        for (int i = 0; i < gradients.size(); i++) {
            Var gradient = gradients.get(i);
            Value arg = call.args().get(i);
            if (gradient != null) {
                calls.act("by", out, node, nodes.apply(arg), arg, gradient);
            }
        }
        return node;
    }
}
