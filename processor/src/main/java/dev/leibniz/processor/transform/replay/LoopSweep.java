package dev.leibniz.processor.transform.replay;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.transform.derivation.DerivedFunctions;
import dev.leibniz.processor.transform.derivation.Names;
import dev.leibniz.processor.transform.derivation.OptionalArrays;
import dev.leibniz.processor.transform.derivation.SplitCall;
import dev.leibniz.processor.transform.record.SplitSweeps;
import dev.leibniz.processor.transform.record.ValueStacks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the sweeps of a loop of which the backward sweep gets back the state before each iteration by running code again. Subclasses
 * say how it does that; common to them is a backward loop over the iterations, which calls the reverse derivative of one iteration on that
 * state, and carries the adjoints from one to the next.
 */
abstract class LoopSweep {
    final StepsReversal loop;
    final LoopSteps steps;
    final Origin origin;
    final List<Var> params;

    /** The parameters, except for arrays that were kept because other code writes to them. */
    final List<Var> used;

    final OptionalArrays optional;

    /** The number of iterations. */
    Value count = Const.of(0);

    private final Mask inner;

    LoopSweep(StepsReversal loop) {
        this.loop = loop;
        this.steps = loop.steps();
        this.origin = steps.loop().origin();
        this.params = steps.whole().params();
        this.used = new ArrayList<>(params);
        this.inner = loop.differentiatedInIteration();
        this.optional = loop.optionalArrays();
    }

    /** Appends the forward sweep, which runs on the arguments of the function; the values the loop leaves. Defines {@link #count}. */
    abstract List<Value> forward(BlockBuilder out);

    /** The variables that the forward sweep defines for the backward sweep, apart from a count that is known from the parameters. */
    abstract List<Var> kept();

    /** Appends the code that both sweeps run once, if they stand in two functions; the forward sweep has done so itself. */
    abstract void prepare(BlockBuilder out);

    /** Whether the state of the backward sweep has the parameter at a position; others are used as they are. */
    abstract boolean isState(int position);

    /** The values the backward loop carries besides adjoints: its first values, which also give the types. */
    abstract List<Value> carried();

    /**
     * Appends the code that finds the state before an iteration.
     *
     * @param carried the values the loop carries, see {@link #carried()}
     * @return the arguments for the iteration's reverse derivative, and the values the loop carries on
     */
    abstract Found find(Value number, List<Var> carried, BlockBuilder out);

    record Found(List<Value> state, List<Value> next) {}

    /** Appends the code for the values that an iteration left when it ran again. */
    void check(Value number, Found found, List<Var> carried, List<Var> results, BlockBuilder out) {}

    /** Appends the code for the values that the backward loop carried, at its end. */
    void checkStart(List<Var> carried, BlockBuilder out) {}

    /** Both sweeps in one function, with the calling convention of {@link DerivedFunctions#reverse}. */
    Function function(String name) {
        BlockBuilder out = new BlockBuilder().at(origin);
        List<Var> seeds = new ArrayList<>();
        List<Value> results = new ArrayList<>(forward(out));
        List<Var> named = new ArrayList<>(steps.whole().results());
        backward(seeds, out).forEach(gradient -> {
            results.add(gradient);
            named.add(new Var("gradient", gradient.type()));
        });
        List<Var> all = new ArrayList<>(params);
        all.addAll(seeds);
        return new Function(name, all, named, out.build(results));
    }

    /**
     * The sweeps apart, see {@link SplitCall}.
     *
     * @param lasting for each parameter, whether nobody writes to it until the backward sweep
     * @param layout the types of which there are stacks
     */
    SplitSweeps apart(Mask lasting, List<Type> layout) {
        ValueStacks stacks = new ValueStacks();
        List<Var> given = stacks.of(layout);
        BlockBuilder forward = new BlockBuilder().at(origin);
        List<Integer> changing = new ArrayList<>();
        List<Var> before = new ArrayList<>();
        for (int i = 0; i < params.size(); i++) {
            if (params.get(i).type().isArray() && !isState(i) && !lasting.has(i)) {
                changing.add(i);
                before.add(copy(params.get(i), forward));
            }
        }
        List<Value> results = forward(forward);
        List<Var> kept = new ArrayList<>(kept());
        if (!steps.isCounted()) {
            kept.add((Var) count);
        }
        List<Var> pushed = new ArrayList<>(kept);
        pushed.addAll(before);
        stacks.push(pushed, forward);
        List<Var> forwardParams = new ArrayList<>(params);
        forwardParams.addAll(given);
        Function first = new Function("", forwardParams, steps.whole().results(), forward.build(results));

        BlockBuilder backward = new BlockBuilder().at(origin);
        List<Var> popped = new ArrayList<>(kept);
        changing.forEach(i -> {
            used.set(i, params.get(i).fresh());
            popped.add(used.get(i));
        });
        stacks.pop(popped, backward);
        if (steps.isCounted()) {
            count = steps.count(backward);
        }
        prepare(backward);
        List<Var> seeds = new ArrayList<>();
        List<Value> gradients = backward(seeds, backward);
        List<Var> backwardParams = new ArrayList<>(params);
        backwardParams.addAll(seeds);
        backwardParams.addAll(given);
        List<Var> named = new ArrayList<>();
        gradients.forEach(gradient -> named.add(Var.temporary(gradient.type())));
        Function second = new Function("", backwardParams, named, backward.build(gradients));
        Set<Type> types = new LinkedHashSet<>();
        pushed.forEach(value -> types.add(value.type()));
        return new SplitSweeps(new Copier().function(first), new Copier().function(second), types);
    }

    // The parts of the sweeps

    /** Runs the whole loop, and finds out how often it runs; the values it leaves. */
    List<Value> wholeLoop(BlockBuilder out) {
        if (steps.isCounted()) {
            count = steps.count(out);
            return List.copyOf(run(params, Const.of(0), count, out));
        }
        List<Var> left = fresh(steps.whole().results());
        Var number = new Var("steps", Type.INT);
        List<Var> results = new ArrayList<>(left);
        results.add(number);
        out.add(new Stmt.Call(new Callee.Local(loop.counting()), List.copyOf(params), results, origin));
        count = number;
        return List.copyOf(left);
    }

    /** Runs iterations on a state; the values the loop carries then. */
    List<Var> run(List<? extends Value> state, Value from, Value to, BlockBuilder out) {
        List<Value> args = new ArrayList<>(state);
        args.addAll(List.of(from, to));
        List<Var> carried = fresh(steps.whole().results());
        out.add(new Stmt.Call(new Callee.Local(loop.range()), args, carried, origin));
        return carried;
    }

    Var copy(Value array, BlockBuilder out) {
        String name = array instanceof Var variable && variable.isNamed() ? variable.name() + "Copy" : "";
        return optional.define(new Var(name, array.type()), new Expr.CloneArray(array, true), out);
    }

    static List<Var> fresh(List<Var> variables) {
        List<Var> fresh = new ArrayList<>();
        variables.forEach(variable -> fresh.add(variable.fresh()));
        return fresh;
    }

    // The backward sweep

    /**
     * Appends the backward sweep.
     *
     * @param seeds gets the parameters for shadows and cotangents
     * @return the gradients of the numbers that are differentiated
     */
    private List<Value> backward(List<Var> seeds, BlockBuilder out) {
        out.add(new Stmt.Marker("backward", origin));
        Map<Integer, Value> shadows = new LinkedHashMap<>();
        for (int i = 0; i < params.size(); i++) {
            Var param = params.get(i);
            if (param.type().isArray() && loop.given().has(i)) {
                Var shadow = new Var(Names.adjoint(param), param.type());
                seeds.add(shadow);
                shadows.put(i, shadow);
            } else if (param.type().isArray() && inner.has(i) && i >= steps.carried()) {
                shadows.put(i, optional.zerosLike(Names.adjoint(param), param, out));
            }
        }
        Map<Integer, Value> cotangents = new LinkedHashMap<>();
        for (int i = 0; i < steps.carried(); i++) {
            if (params.get(i).type().isDifferentiable()) {
                Var cotangent = new Var("cotangent", params.get(i).type());
                seeds.add(cotangent);
                cotangents.put(i, cotangent);
            }
        }
        Map<Integer, Value> adjoints = sweep(cotangents, shadows, out);
        List<Value> gradients = new ArrayList<>();
        for (int i = 0; i < params.size(); i++) {
            if (loop.given().has(i) && !params.get(i).type().isArray()) {
                gradients.add(adjoints.get(i));
            } else if (loop.given().has(i) && i < steps.carried()) {
                Stmt add = new Stmt.AddInto(shadows.get(i), adjoints.get(i), origin);
                if (loop.mayBeNull()) {
                    OptionalArrays.ifPresent(shadows.get(i), add, out);
                } else {
                    out.add(add);
                }
            }
        }
        return gradients;
    }

    /** Sweeps all iterations; the adjoints of the values the loop starts from, and of the numbers that it uses. */
    private Map<Integer, Value> sweep(Map<Integer, Value> cotangents, Map<Integer, Value> shadows, BlockBuilder out) {
        Map<Integer, Var> adjoints = new LinkedHashMap<>();
        List<Value> inits = new ArrayList<>();
        for (int i = 0; i < params.size(); i++) {
            Var param = params.get(i);
            if (inner.has(i) && (i < steps.carried() || !param.type().isArray())) {
                adjoints.put(i, new Var(Names.adjoint(param), param.type()));
                inits.add(i < steps.carried() ? cotangents.get(i) : Const.zero(param.type()));
            }
        }
        Var number = new Var("step", Type.INT);
        List<Var> state = new ArrayList<>();
        carried().forEach(value -> state.add(new Var(value instanceof Var v ? v.name() : "", value.type())));
        BlockBuilder body = out.nested();
        Found found = find(number, state, body);
        List<Value> yields = new ArrayList<>(iteration(number, found, state, adjoints, cotangents, shadows, body));
        yields.addAll(found.next());
        List<Var> carried = new ArrayList<>(adjoints.values());
        carried.addAll(state);
        inits.addAll(carried());
        List<Var> results = fresh(carried);
        Value last = out.minus(count, Const.of(1));
        out.add(new Loop.For(
                number, last, Op.Primitive.GE, Const.of(0), -1, carried, inits, body.build(yields), results, origin));
        checkStart(results.subList(adjoints.size(), results.size()), out);
        Map<Integer, Value> gradients = new LinkedHashMap<>();
        int at = 0;
        for (int i : adjoints.keySet()) {
            gradients.put(i, results.get(at++));
        }
        return gradients;
    }

    /** Appends the reverse derivative of an iteration; the next values of {@code adjoints}. */
    private List<Value> iteration(
            Value number,
            Found found,
            List<Var> carried,
            Map<Integer, Var> adjoints,
            Map<Integer, Value> cotangents,
            Map<Integer, Value> shadows,
            BlockBuilder out) {
        List<Value> args = new ArrayList<>(found.state());
        Map<Integer, Value> next = new LinkedHashMap<>();
        List<Value> more = new ArrayList<>();
        for (int i = 0; i < params.size(); i++) {
            if (inner.has(i) && params.get(i).type().isArray()) {
                Value shadow = i < steps.carried()
                        ? optional.zerosLike(Names.adjoint(params.get(i)), args.get(i), out)
                        : shadows.get(i);
                more.add(shadow);
                next.put(i, shadow);
            }
        }
        for (int i : cotangents.keySet()) {
            Type type = params.get(i).type();
            Value none = type.isArray() && !adjoints.containsKey(i)
                    ? optional.zerosLike("", args.get(i), out)
                    : Const.zero(type);
            more.add(adjoints.containsKey(i) ? adjoints.get(i) : none);
        }
        args.add(number);
        args.addAll(more);
        List<Var> results = fresh(steps.whole().results());
        for (int i = 0; i < params.size(); i++) {
            if (inner.has(i) && !params.get(i).type().isArray()) {
                Var gradient =
                        new Var(Names.adjoint(params.get(i)), params.get(i).type());
                results.add(gradient);
                next.put(i, gradient);
            }
        }
        out.add(new Stmt.Call(new Callee.Local(loop.reverseIteration()), args, results, origin));
        check(number, found, carried, results.subList(0, steps.carried()), out);
        List<Value> yields = new ArrayList<>();
        adjoints.forEach((i, soFar) -> {
            Value gradient = next.get(i);
            yields.add(i < steps.carried() ? gradient : out.plus(soFar, gradient));
        });
        return yields;
    }
}
