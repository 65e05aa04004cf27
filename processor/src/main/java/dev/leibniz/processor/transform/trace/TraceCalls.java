package dev.leibniz.processor.transform.trace;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Calls of the package {@code dev.leibniz.runtime.recording}: the one place that knows its methods. */
final class TraceCalls {
    static final Type RECORDER = new Type.Opaque("dev.leibniz.runtime.recording.TraceRecorder");
    static final Type TRACE = new Type.Opaque("dev.leibniz.runtime.Trace");
    private static final Type STRING = new Type.Opaque("java.lang.String");
    private static final String OWNER = "dev.leibniz.runtime.recording.TraceRecorder";
    private static final String INPUTS = "dev.leibniz.runtime.recording.TraceInputs";

    private final Var recorder = new Var("trace", RECORDER);

    Var recorder() {
        return recorder;
    }

    /** The type of the nodes of values of a type. */
    static Type nodes(Type type) {
        return type.isArray() ? Type.arrayOf(nodes(type.element())) : Type.INT;
    }

    static Const string(String text) {
        return new Const(text, STRING, "");
    }

    void begin(String method, BlockBuilder out) {
        call("of", List.of(string(method)), recorder, out);
    }

    Value end(Value node, Value value, BlockBuilder out) {
        Var trace = new Var("result", TRACE);
        call("trace", List.of(recorder, node, value), trace, out);
        return trace;
    }

    /** A call that has no result. */
    void act(String method, BlockBuilder out, Value... args) {
        List<Value> all = new ArrayList<>(List.of(recorder));
        all.addAll(List.of(args));
        Callee callee = Callee.External.acting(OWNER, method, layouts(all), new Layout.Nothing(), Set.of());
        out.add(new Stmt.Call(callee, all, List.of(), out.origin()));
    }

    /** A call that gives a node, or an array of nodes. */
    Var node(String method, String name, Type type, BlockBuilder out, Value... args) {
        return node(method, name, type, out, List.of(args));
    }

    Var node(String method, String name, Type type, BlockBuilder out, List<Value> args) {
        List<Value> all = new ArrayList<>(List.of(recorder));
        all.addAll(args);
        Var node = new Var(name.isEmpty() ? "" : name + "Node", type);
        call(method, all, node, out);
        return node;
    }

    private static void call(String method, List<Value> args, Var result, BlockBuilder out) {
        Layout layout = new Layout.Leaf(result.type(), false);
        String owner = method.equals("input") || method.equals("constant") ? INPUTS : OWNER;
        Callee callee = Callee.External.acting(owner, method, layouts(args), layout, Set.of());
        out.add(new Stmt.Call(callee, args, List.of(result), out.origin()));
    }

    private static List<Layout> layouts(List<Value> args) {
        List<Layout> layouts = new ArrayList<>();
        args.forEach(arg -> layouts.add(new Layout.Leaf(arg.type(), false)));
        return layouts;
    }

    /** Strings and numbers one after the other. */
    static Value joined(List<Value> parts, BlockBuilder out) {
        List<Value> merged = new ArrayList<>();
        for (Value part : parts) {
            Value text = part instanceof Const constant && constant.text().isEmpty()
                    ? string(String.valueOf(constant.value()))
                    : part;
            int last = merged.size() - 1;
            if (text instanceof Const c && last >= 0 && merged.get(last) instanceof Const before) {
                merged.set(last, string(String.valueOf(before.value()) + c.value()));
            } else {
                merged.add(text);
            }
        }
        if (merged.size() == 1 && merged.get(0) instanceof Const) {
            return merged.get(0);
        }
        StringBuilder template = new StringBuilder();
        for (int i = 0; i < merged.size(); i++) {
            template.append(i == 0 ? "$" : " + $").append(i);
        }
        return out.let(new Expr.Opaque(template.toString(), merged, STRING, false));
    }
}
