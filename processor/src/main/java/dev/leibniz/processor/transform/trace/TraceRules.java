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
import java.util.stream.IntStream;
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

    /** Appends the call; the node of each of its results, or the nodes. */
    List<Value> call(Stmt.Call call, Callee.External callee, Activity activity, BlockBuilder out) {
        ExternalCalls.requireDerivatives(call, callee, activity);
        Callee.External reverse = callee.reverse();
        boolean isTraceable = call.args().stream()
                .allMatch(arg -> !arg.type().isDifferentiable()
                        || arg.type().rank() == 0
                        || arg.type().leaf() == Type.DOUBLE && arg.type().rank() <= 2);
        boolean isArray =
                call.results().size() == 1 && call.results().get(0).type().rank() == 1;
        boolean areNumbers =
                call.results().stream().noneMatch(result -> result.type().isArray());
        if (reverse == null || !isArray && !areNumbers || !isTraceable) {
            throw new Refusal(
                    call.origin(),
                    "`" + callee.label()
                            + "` cannot be traced: its derivative is a rule or in another class, and it has more"
                            + " than numbers or one array of numbers as its result or as an argument");
        }
        out.add(call);
        return isArray
                ? List.of(elements(call, callee, reverse, out))
                : IntStream.range(0, call.results().size())
                        .mapToObj(i -> number(call, callee, reverse, i, out))
                        .toList();
    }

    /** The nodes of an array. */
    private Value elements(Stmt.Call call, Callee.External callee, Callee.External reverse, BlockBuilder out) {
        Var result = call.results().get(0);
        Value length = out.length(result);
        Var made = out.newArray("", TraceCalls.nodes(result.type()), length);
        Var cotangent = out.newArray("cotangent", result.type(), length);
        Var row = new Var("row", Type.INT);
        BlockBuilder body = out.nested();
        body.store(cotangent, row, Const.number(1, result.type().element()));
        Value element = body.load(result, row);
        body.store(made, row, step(call, callee, reverse, "", element, List.of(cotangent), body));
        body.store(cotangent, row, Const.zero(result.type().element()));
        out.loop(row, length, body);
        return made;
    }

    /** The node of one of several numbers: the others get no cotangent. */
    private Value number(Stmt.Call call, Callee.External callee, Callee.External reverse, int i, BlockBuilder out) {
        Var result = call.results().get(i);
        if (!result.type().isDifferentiable()) {
            return Const.of(0);
        }
        List<Value> cotangents = new ArrayList<>();
        call.results().forEach(other -> cotangents.add(Const.number(other == result ? 1 : 0, other.type())));
        String name = result.isNamed() ? result.name() : "";
        return step(call, callee, reverse, name, result, cotangents, out);
    }

    private Var step(
            Stmt.Call call,
            Callee.External callee,
            Callee.External reverse,
            String name,
            Value value,
            List<Value> cotangents,
            BlockBuilder out) {
        Var node = calls.node(
                "call", name, Type.INT, out, TraceCalls.string(name), TraceCalls.string(callee.label()), value);
        List<Value> args = new ArrayList<>(call.args());
        if (ExternalCalls.reverseTakesResult(callee, reverse)) {
            args.addAll(call.results());
        }
        args.addAll(cotangents);
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
