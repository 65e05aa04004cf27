package dev.leibniz.processor.transform.trace;

import dev.leibniz.processor.analysis.Activity;
import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.transform.derivation.PairedStatements;
import dev.leibniz.processor.transform.derivation.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Step from a function to one that runs it and records a trace. Each number goes with the number of its node in the trace, and each array
 * with an array of these, as tangents do in forward mode; so the trace need not know which arrays are the same.
 */
public final class TraceTransform extends PairedStatements {
    /** The functions that stay calls, because they call themselves. */
    public interface Helpers {
        /** The name of the function that computes the same as another, and records it. */
        String traced(String function);
    }

    private final TraceCalls calls = new TraceCalls();
    private final Helpers helpers;
    private final Map<Stmt.Marker, Value> named;
    private final FunctionAnalysis facts;
    private final Activity activity;
    private final Function function;
    private final Map<Var, Value> nodes = new HashMap<>();
    private final Map<Var, List<Value>> labels = new HashMap<>();
    private Origin marked = Origin.NONE;

    private TraceTransform(FunctionAnalysis facts, Map<Stmt.Marker, Value> named, Helpers helpers) {
        this.named = named;
        this.helpers = helpers;
        this.facts = facts;
        this.activity = facts.activity();
        this.function = facts.function();
    }

    /**
     * The function that takes the parameters of a method and returns its trace.
     *
     * @param facts of the function of the method, with all that it calls in place
     */
    public static Function of(
            Signature method, FunctionAnalysis facts, Map<Stmt.Marker, Value> named, Helpers helpers) {
        return new TraceTransform(facts, named, helpers).apply(method);
    }

    /**
     * The function that takes the parameters of another, the recorder, and the nodes of the floating-point parameters; it returns the
     * results of the other, then the nodes of the floating-point ones.
     */
    public static Function helper(FunctionAnalysis facts, Map<Stmt.Marker, Value> named, String name, Helpers helpers) {
        return new TraceTransform(facts, named, helpers).helper(name);
    }

    private Function helper(String name) {
        List<Var> params = new ArrayList<>(function.params());
        params.add(calls.recorder());
        params.addAll(withPartners(function.params())
                .subList(params.size() - 1, params.size() - 1 + numeric(function.params())));
        BlockBuilder out = new BlockBuilder();
        super.statements(function.body().stmts(), out);
        List<Value> yields = new ArrayList<>(function.body().yields());
        List<Var> results = new ArrayList<>(function.results());
        for (int i = 0; i < function.results().size(); i++) {
            Var result = function.results().get(i);
            if (isNumeric(result)) {
                yields.add(node(function.body().yields().get(i)));
                results.add(
                        new Var(result.isNamed() ? result.name() + "Node" : "node", TraceCalls.nodes(result.type())));
            }
        }
        return new Function(name, params, results, out.build(yields));
    }

    private static int numeric(List<Var> variables) {
        return (int) variables.stream().filter(TraceTransform::isNumeric).count();
    }

    private Function apply(Signature method) {
        BlockBuilder out = new BlockBuilder();
        calls.begin(method.name(), out);
        List<String> names = new ArrayList<>();
        List<Layout.Leaf> leaves = new ArrayList<>();
        for (Signature.Parameter param : method.params()) {
            collect(param.name(), param.layout(), names);
            leaves.addAll(param.layout().leaves());
        }
        for (int i = 0; i < names.size(); i++) {
            Var param = function.params().get(i);
            if (param.type().isArray()) {
                labels.put(param, List.of(TraceCalls.string(names.get(i))));
            }
            if (param.type().isDifferentiable()) {
                nodes.put(param, input(param, names.get(i), leaves.get(i).differentiated(), out));
            }
        }
        super.statements(function.body().stmts(), out);
        Value result = function.body().yields().get(0);
        Value trace = calls.end(node(result), result, out);
        Var named = new Var("trace", TraceCalls.TRACE);
        return new Function(method.name() + "Trace", function.params(), List.of(named), out.build(trace));
    }

    private static void collect(String path, Layout layout, List<String> into) {
        if (layout instanceof Layout.Record record) {
            record.fields().forEach(field -> collect(path + "." + field.name(), field.layout(), into));
        } else {
            into.add(path);
        }
    }

    private Value input(Var param, String name, boolean differentiated, BlockBuilder out) {
        requireSupported(param.type(), 3, Origin.NONE);
        Type type = TraceCalls.nodes(param.type());
        return calls.node("input", param.name(), type, out, TraceCalls.string(name), param, Const.of(differentiated));
    }

    private static void requireSupported(Type type, int rank, Origin origin) {
        if (type.rank() > (type.leaf() == Type.FLOAT ? Math.min(rank, 2) : rank)) {
            throw new Refusal(origin, "arrays of this many dimensions cannot be traced: " + type);
        }
    }

    /** The node of a number, or the nodes of an array. */
    private Value node(Value value) {
        Value known = value instanceof Var variable ? nodes.get(variable) : null;
        return known == null ? Const.zero(TraceCalls.nodes(value.type())) : known;
    }

    private static boolean isNumeric(Value value) {
        return value.type().isDifferentiable();
    }

    private static boolean isNumber(Value value) {
        return value.type().isFloating();
    }

    @Override
    protected boolean isPaired(Var variable) {
        return isNumeric(variable);
    }

    @Override
    protected Value partner(Value primal) {
        return node(primal);
    }

    @Override
    protected Const nothing(Var primal) {
        return Const.zero(TraceCalls.nodes(primal.type()));
    }

    @Override
    protected Var declare(Var primal) {
        String name = primal.isNamed() ? primal.name() + (isNumber(primal) ? "Node" : "Nodes") : "";
        Var node = new Var(name, TraceCalls.nodes(primal.type()));
        nodes.put(primal, node);
        return node;
    }

    @Override
    protected void statements(List<Stmt> stmts, BlockBuilder out) {
        marked = Origin.NONE;
        super.statements(stmts, out);
        marked = Origin.NONE;
    }

    @Override
    protected void simple(Stmt stmt, BlockBuilder out) {
        if (stmt instanceof Stmt.Let let) {
            out.add(let);
            if (isNumeric(let.target())) {
                let(let, out);
            }
        } else if (stmt instanceof Stmt.Marker marker) {
            mark(marker, out);
        } else if (stmt instanceof Stmt.Accumulate accumulate) {
            accumulate(accumulate, out);
        } else {
            out.add(stmt);
            store(stmt, out);
        }
    }

    /** Tells the trace once which statement runs now. */
    private void at(Origin origin, BlockBuilder out) {
        if (origin.isKnown() && !origin.equals(marked)) {
            marked = origin;
            calls.act("at", out, Const.of(origin.line()), TraceCalls.string(origin.text()));
        }
    }

    private void mark(Stmt.Marker marker, BlockBuilder out) {
        if (marker.comment().startsWith(TraceInliner.ENTER)) {
            calls.act("enter", out, TraceCalls.string(marker.comment().substring(TraceInliner.ENTER.length())));
            marked = Origin.NONE;
        } else if (marker.comment().equals(TraceInliner.EXIT)) {
            calls.act("exit", out);
            marked = Origin.NONE;
        } else if (named.get(marker) instanceof Var value) {
            Const name = TraceCalls.string(marker.comment().substring(TraceInliner.NAME.length()));
            at(marker.origin(), out);
            calls.node("named", "", Type.INT, out, name, node(value), value);
        }
    }

    // ---- values ----------------------------------------------------------------------------------------------------

    private void let(Stmt.Let let, BlockBuilder out) {
        Var target = let.target();
        Expr expr = let.expr();
        if (expr instanceof Expr.Load load && target.type().isArray()) {
            List<Value> label = new ArrayList<>(label(load.array()));
            label.addAll(List.of(TraceCalls.string("["), load.index(), TraceCalls.string("]")));
            labels.put(target, label);
        }
        if (isNumber(target)) {
            nodes.put(target, number(expr, target, out));
        } else {
            Var shadow = new Var(target.isNamed() ? target.name() + "Nodes" : "", TraceCalls.nodes(target.type()));
            nodes.put(target, array(let, shadow, out));
        }
    }

    private Value number(Expr expr, Var target, BlockBuilder out) {
        if (expr instanceof Expr.Load load) {
            Value node = out.load("", node(load.array()), load.index());
            return target.isNamed() ? named("named", target, node, out) : node;
        } else if (expr instanceof Expr.Apply apply && isOnNumbers(apply)) {
            at(out.origin(), out);
            return new TraceOperations(calls, facts, this::node).step(apply, target, out);
        }
        return target.isNamed() ? constant(target, out) : Const.of(0);
    }

    private static boolean isOnNumbers(Expr.Apply apply) {
        return apply.operands().stream().anyMatch(TraceTransform::isNumber);
    }

    private Value named(String method, Var target, Value node, BlockBuilder out) {
        return calls.node(method, target.name(), Type.INT, out, TraceCalls.string(target.name()), node, target);
    }

    private Var constant(Var target, BlockBuilder out) {
        requireSupported(target.type(), target.type().leaf() == Type.FLOAT ? 1 : 2, out.origin());
        Type type = TraceCalls.nodes(target.type());
        return calls.node("constant", target.name(), type, out, TraceCalls.string(target.name()), target);
    }

    // ---- arrays ----------------------------------------------------------------------------------------------------

    /** The user's name for an array. */
    private List<Value> label(Value array) {
        if (!(array instanceof Var variable)) {
            return List.of(TraceCalls.string(""));
        }
        List<Value> known = labels.get(variable);
        return known == null ? List.of(TraceCalls.string(variable.name())) : known;
    }

    private Value element(Value array, Value index, BlockBuilder out) {
        List<Value> parts = new ArrayList<>(label(array));
        parts.addAll(List.of(TraceCalls.string("["), index, TraceCalls.string("]")));
        return TraceCalls.joined(parts, out);
    }

    private Value array(Stmt.Let let, Var shadow, BlockBuilder out) {
        Expr expr = let.expr();
        Expr made;
        if (expr instanceof Expr.Load load) {
            made = new Expr.Load(node(load.array()), load.index());
        } else if (expr instanceof Expr.NewArray array) {
            made = new Expr.NewArray(shadow.type(), array.operands());
        } else if (expr instanceof Expr.CloneArray clone
                && !(clone.deep() && clone.type().rank() > 1)) {
            made = new Expr.CloneArray(node(clone.array()), false);
        } else if (expr instanceof Expr.CopyOfRange copy) {
            made = new Expr.CopyOfRange(node(copy.array()), copy.from(), copy.to());
        } else if (expr instanceof Expr.Apply apply && apply.op() == Op.Primitive.SELECT) {
            made = new Expr.Apply(
                    apply.op(),
                    List.of(apply.operand(0), node(apply.operand(1)), node(apply.operand(2))),
                    shadow.type());
        } else if (expr instanceof Expr.ZerosLike like && like.type().rank() == 1) {
            made = new Expr.ZerosLike(node(like.array()));
        } else if (expr instanceof Expr.Opaque) {
            return constant(let.target(), out);
        } else {
            throw new Refusal(let.origin(), "an array that is made like this cannot be traced");
        }
        out.add(new Stmt.Let(shadow, made, let.origin()));
        return shadow;
    }

    private void store(Stmt stmt, BlockBuilder out) {
        if (stmt instanceof Stmt.Store s && isNumber(s.value())) {
            at(s.origin(), out);
            Value name = element(s.array(), s.index(), out);
            Var node = calls.node("stored", "", Type.INT, out, name, node(s.value()), s.value());
            out.store(node(s.array()), s.index(), node);
        } else if (stmt instanceof Stmt.Store s && isNumeric(s.value())) {
            out.store(node(s.array()), s.index(), node(s.value()));
        } else if (stmt instanceof Stmt.Fill s && isNumeric(s.array())) {
            out.add(new Stmt.Fill(node(s.array()), s.from(), s.to(), node(s.value()), s.origin()));
        } else if (stmt instanceof Stmt.CopyRange s && isNumeric(s.target())) {
            out.add(new Stmt.CopyRange(
                    node(s.source()), s.sourceFrom(), node(s.target()), s.targetFrom(), s.length(), s.origin()));
        } else if (stmt instanceof Stmt.AddInto) {
            throw new Refusal(stmt.origin(), "what a derivative adds to arrays cannot be traced");
        } else if (stmt.effects().stream().anyMatch(effect -> effect.writes() && isNumeric(effect.array()))) {
            throw new IllegalStateException("no trace of " + stmt);
        }
    }

    private void accumulate(Stmt.Accumulate stmt, BlockBuilder out) {
        at(stmt.origin(), out);
        Value before = out.load(stmt.array(), stmt.index());
        Value nodeBefore = out.load(node(stmt.array()), stmt.index());
        out.add(stmt);
        Value after = out.load(stmt.array(), stmt.index());
        Value name = element(stmt.array(), stmt.index(), out);
        Const one = Const.of(1.0);
        Var node = calls.node(
                "step",
                "",
                Type.INT,
                out,
                name,
                TraceCalls.string("(+ a b);1;1"),
                after,
                nodeBefore,
                before,
                one,
                node(stmt.value()),
                stmt.value(),
                one);
        out.store(node(stmt.array()), stmt.index(), node);
    }

    private void helper(Stmt.Call call, Callee.Local callee, BlockBuilder out) {
        List<Value> args = new ArrayList<>(call.args());
        args.add(calls.recorder());
        call.args().stream().filter(TraceTransform::isNumeric).forEach(arg -> args.add(node(arg)));
        at(call.origin(), out);
        calls.act("enter", out, TraceCalls.string(callee.name()));
        List<Var> results = withPartners(call.results());
        out.add(new Stmt.Call(new Callee.Local(helpers.traced(callee.name())), args, results, call.origin()));
        calls.act("exit", out);
        marked = Origin.NONE;
    }

    @Override
    protected void call(Stmt.Call call, BlockBuilder out) {
        if (call.callee() instanceof Callee.Local local && !local.stopGradient()) {
            helper(call, local, out);
            return;
        }
        boolean isConstant =
                Activity.stopsGradient(call) || call.args().stream().noneMatch(activity::isActiveWithin);
        if (!isConstant && call.callee() instanceof Callee.External callee) {
            at(call.origin(), out);
            List<Value> found = new TraceRules(calls, this::node).call(call, callee, activity, out);
            for (int i = 0; i < found.size(); i++) {
                nodes.put(call.results().get(i), found.get(i));
            }
            return;
        }
        out.add(call);
        for (Var result : call.results()) {
            if (isNumeric(result)) {
                nodes.put(result, isNumber(result) && !result.isNamed() ? Const.of(0) : constant(result, out));
            }
        }
    }
}
