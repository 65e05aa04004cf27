package dev.leibniz.processor.transform.forward;

import dev.leibniz.processor.analysis.Activity;
import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.pass.Stage;
import dev.leibniz.processor.rules.DerivativeRules;
import dev.leibniz.processor.transform.calls.ExternalCalls;
import dev.leibniz.processor.transform.derivation.Derivation;
import dev.leibniz.processor.transform.derivation.DerivedFunctions;
import dev.leibniz.processor.transform.derivation.OptionalArrays;
import dev.leibniz.processor.transform.derivation.PairedStatements;
import dev.leibniz.processor.transform.derivation.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Forward mode on index sets: from a function to the function that also computes, for each active value, the set of inputs that
 * it depends on. A set is a number that {@code IndexSets} of the runtime knows; arrays of sets travel beside the arrays they
 * belong to. Control flow is that of the values. Where second derivatives are wanted, each operation that is not linear says which
 * inputs come together in it.
 *
 * <p>The new function takes the parameters of the old, the {@code IndexSets}, and a set for each differentiated parameter; it
 * returns the old results and a set for each differentiated one.
 */
public final class PatternTransform extends PairedStatements {
    /** The stage in which a function becomes one that also computes on index sets. */
    public static final Stage<Function, Request> STAGE = new Stage<>("index sets");

    /** A request for a pattern. @param isSecond whether the pattern of second derivatives is wanted */
    public record Request(Derivation derivation, boolean isSecond) {}

    private final FunctionAnalysis facts;
    private final Activity activity;
    private final OptionalArrays optional;
    private final DerivedFunctions derived;
    private final boolean isSecond;
    private final Var sets = new Var("sets", RuntimeCalls.SETS);
    private final Map<Var, Value> setOf = new HashMap<>();

    private PatternTransform(FunctionAnalysis facts, DerivedFunctions derived, boolean isSecond) {
        this.facts = facts;
        this.activity = facts.activity();
        this.optional = new OptionalArrays(facts);
        this.derived = derived;
        this.isSecond = isSecond;
    }

    public static Function of(Function function, Request request) {
        Derivation derivation = request.derivation();
        FunctionAnalysis facts =
                derivation.functions().facts(function, derivation.independent(), derivation.dependent());
        return new PatternTransform(facts, derivation.functions(), request.isSecond()).apply(derivation);
    }

    /** The type of the sets of a value: of the same rank. */
    public static Type typeOf(Type type) {
        return type instanceof Type.Array array ? Type.arrayOf(typeOf(array.element())) : Type.INT;
    }

    private Function apply(Derivation derivation) {
        Function function = facts.function();
        List<Var> params = new ArrayList<>(function.params());
        params.add(sets);
        BlockBuilder out = new BlockBuilder();
        for (int i = 0; i < function.params().size(); i++) {
            Var param = function.params().get(i);
            if (derivation.independent().has(i)) {
                params.add(declare(param));
            } else if (activity.carries(param)) {
                setOf.put(param, empty(param, out));
            }
        }
        statements(function.body().stmts(), out);
        List<Value> yields = new ArrayList<>(function.body().yields());
        List<Var> results = new ArrayList<>(function.results());
        for (int i = 0; i < function.results().size(); i++) {
            if (derivation.dependent().has(i)) {
                Var result = function.results().get(i);
                yields.add(setOrEmpty(function.body().yields().get(i), out));
                results.add(new Var(name(result), typeOf(result.type())));
            }
        }
        return new Function(derivation.name(), params, results, out.build(yields));
    }

    private static String name(Var primal) {
        return primal.isNamed() ? primal.name() + "Set" : "";
    }

    @Override
    protected Var declare(Var primal) {
        Var set = new Var(name(primal), typeOf(primal.type()));
        setOf.put(primal, set);
        return set;
    }

    /** The sets of a value that has some, or the empty set. */
    private Value set(Value primal) {
        Value known = primal instanceof Var variable ? setOf.get(variable) : null;
        return known == null || !activity.carries(primal) ? Const.zero(typeOf(primal.type())) : known;
    }

    private Value setOrEmpty(Value primal, BlockBuilder out) {
        boolean isInactiveArray = primal instanceof Var variable
                && variable.type().isArray()
                && !(setOf.containsKey(variable) && activity.carries(variable));
        return isInactiveArray ? empty(primal, out) : set(primal);
    }

    /** New empty sets for a value. */
    private Value empty(Value primal, BlockBuilder out) {
        Type type = typeOf(primal.type());
        if (!primal.type().isArray()) {
            return Const.of(0);
        }
        return optional.made("", primal, type, inner -> emptyLike(primal, inner), out);
    }

    public static Value emptyLike(Value primal, BlockBuilder out) {
        Type type = typeOf(primal.type());
        if (primal instanceof Const) {
            return Const.zero(type);
        } else if (primal.type().rank() == 1) {
            return out.newArray("", type, out.length(primal));
        }
        Var rows = out.newArray("", type, out.length(primal));
        Var i = new Var("i", Type.INT);
        BlockBuilder body = out.nested();
        body.store(rows, i, emptyLike(body.load(primal, i), body));
        out.loop(i, out.length(primal), body);
        return rows;
    }

    @Override
    protected boolean isPaired(Var variable) {
        return activity.carries(variable);
    }

    @Override
    protected Value partner(Value primal) {
        return set(primal);
    }

    @Override
    protected Const nothing(Var primal) {
        return Const.zero(typeOf(primal.type()));
    }

    @Override
    protected void simple(Stmt stmt, BlockBuilder out) {
        out.add(stmt);
        if (stmt instanceof Stmt.Let let) {
            if (activity.carries(let.target())) {
                let(let, out);
            }
        } else if (stmt instanceof Stmt.Store s && activity.hasShadow(s.array())) {
            out.store(set(s.array()), s.index(), set(s.value()));
        } else if (stmt instanceof Stmt.Accumulate s && activity.hasShadow(s.array())) {
            if (activity.carries(s.value())) {
                Value before = out.load(set(s.array()), s.index());
                out.store(set(s.array()), s.index(), RuntimeCalls.union(sets, before, set(s.value()), out));
            }
        } else if (stmt instanceof Stmt.Fill s && activity.hasShadow(s.array())) {
            out.add(new Stmt.Fill(set(s.array()), s.from(), s.to(), set(s.value()), s.origin()));
        } else if (stmt instanceof Stmt.CopyRange s && activity.hasShadow(s.target())) {
            copyRange(s, out);
        } else if (stmt instanceof Stmt.AddInto s && activity.hasShadow(s.target())) {
            if (activity.hasShadow(s.source())) {
                RuntimeCalls.inSets("uniteInto", Set.of(1), out, sets, set(s.target()), set(s.source()));
            }
        } else {
            activity.requireNoShadow(stmt);
        }
    }

    private void copyRange(Stmt.CopyRange copy, BlockBuilder out) {
        Value target = set(copy.target());
        if (activity.hasShadow(copy.source())) {
            out.add(new Stmt.CopyRange(
                    set(copy.source()), copy.sourceFrom(), target, copy.targetFrom(), copy.length(), copy.origin()));
        } else {
            Value end = out.plus(copy.targetFrom(), copy.length());
            Const none = Const.zero(target.type().element());
            out.add(new Stmt.Fill(target, copy.targetFrom(), end, none, copy.origin()));
        }
    }

    private void let(Stmt.Let let, BlockBuilder out) {
        Var target = let.target();
        if (let.expr() instanceof Expr.Apply apply && !target.type().isArray()) {
            setOf.put(target, operation(apply, out));
            return;
        }
        Expr expr = let.expr();
        boolean hasSource =
                !expr.operands().isEmpty() && activity.hasShadow(expr.operands().get(0));
        Type type = typeOf(target.type());
        if (expr instanceof Expr.Load load) {
            out.add(new Stmt.Let(declare(target), new Expr.Load(set(load.array()), load.index()), let.origin()));
        } else if (expr instanceof Expr.NewArray array) {
            out.add(new Stmt.Let(declare(target), new Expr.NewArray(type, array.operands()), let.origin()));
        } else if (expr instanceof Expr.CloneArray clone && hasSource) {
            out.add(new Stmt.Let(declare(target), new Expr.CloneArray(set(clone.array()), clone.deep()), let.origin()));
        } else if (expr instanceof Expr.CopyOfRange copy && hasSource) {
            Expr copied = new Expr.CopyOfRange(set(copy.array()), copy.from(), copy.to());
            out.add(new Stmt.Let(declare(target), copied, let.origin()));
        } else if (expr instanceof Expr.Apply apply) {
            List<Value> operands = new ArrayList<>(apply.operands());
            operands.replaceAll(operand -> operand.type().isArray() ? setOrEmpty(operand, out) : operand);
            out.add(new Stmt.Let(declare(target), new Expr.Apply(apply.op(), operands, type), let.origin()));
        } else {
            setOf.put(target, empty(target, out));
        }
    }

    /** The union of the sets of all operands that the result depends on. */
    private Value operation(Expr.Apply apply, BlockBuilder out) {
        List<Integer> used = new ArrayList<>();
        Value union = Const.of(0);
        for (int i = 0; i < apply.operands().size(); i++) {
            if (activity.isActive(apply.operand(i)) && !DerivativeRules.hasZeroDerivative(apply, i)) {
                used.add(i);
                union = union(union, set(apply.operand(i)), out);
            }
        }
        if (isSecond) {
            for (int i : used) {
                for (int j : used) {
                    if (i <= j
                            && (DerivativeRules.isPartialChangedBy(apply, i, j)
                                    || DerivativeRules.isPartialChangedBy(apply, j, i))) {
                        interact(set(apply.operand(i)), set(apply.operand(j)), out);
                    }
                }
            }
        }
        return union;
    }

    private void interact(Value a, Value b, BlockBuilder out) {
        RuntimeCalls.inSets("interact", Set.of(), out, sets, a, b);
    }

    private Value union(Value a, Value b, BlockBuilder out) {
        boolean isSame = a.equals(b) || b instanceof Const;
        return isSame ? a : a instanceof Const ? b : RuntimeCalls.union(sets, a, b, out);
    }

    @Override
    protected void call(Stmt.Call call, BlockBuilder out) {
        Mask mask = Mask.of(call.args(), activity::carries);
        if (Activity.stopsGradient(call) || !mask.any()) {
            out.add(call);
            call.results().stream()
                    .filter(result -> result.type().isArray() && activity.carries(result))
                    .forEach(result -> setOf.put(result, empty(result, out)));
            return;
        }
        if (call.callee() instanceof Callee.External external) {
            external(call, external, out);
            return;
        }
        if (!(call.callee() instanceof Callee.Local callee)) {
            throw new Refusal(
                    call.origin(), "the derivative of " + call.callee().name() + " is not available here");
        }
        List<Value> args = new ArrayList<>(call.args());
        args.add(sets);
        for (int i = 0; i < mask.size(); i++) {
            if (mask.has(i)) {
                args.add(set(call.args().get(i)));
            }
        }
        List<Var> results = new ArrayList<>(call.results());
        for (Var result : call.results()) {
            if (result.type().isDifferentiable()) {
                results.add(declare(result));
            }
        }
        Callee.Local onSets = new Callee.Local(derived.pattern(callee.name(), mask, isSecond));
        out.add(new Stmt.Call(onSets, args, results, call.origin()));
    }

    /** A call that is not looked into: each result may depend on all arguments, in any way. */
    private void external(Stmt.Call call, Callee.External callee, BlockBuilder out) {
        ExternalCalls.requireDerivatives(call, callee, activity);
        out.add(call);
        Value union = Const.of(0);
        for (Value arg : call.args()) {
            if (arg.type().isDifferentiable() && activity.carries(arg)) {
                Value set = set(arg);
                union = union(
                        union,
                        arg.type().isArray() ? RuntimeCalls.ofSets("unionOf", "all", Type.INT, out, sets, set) : set,
                        out);
            }
        }
        if (isSecond) {
            interact(union, union, out);
        }
        for (Var result : call.results()) {
            if (result.type().isArray() && result.type().isDifferentiable()) {
                Value all = emptyLike(result, out);
                RuntimeCalls.inSets("fill", Set.of(0), out, all, union);
                setOf.put(result, all);
            } else if (result.type().isDifferentiable()) {
                setOf.put(result, union);
            }
        }
    }
}
