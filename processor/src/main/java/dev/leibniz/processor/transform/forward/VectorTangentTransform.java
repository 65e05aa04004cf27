package dev.leibniz.processor.transform.forward;

import dev.leibniz.processor.analysis.Activity;
import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Equation;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrVerifier;
import dev.leibniz.processor.pass.Segments;
import dev.leibniz.processor.transform.calls.EquationCalls;
import dev.leibniz.processor.transform.calls.ExternalCalls;
import dev.leibniz.processor.transform.derivation.Derivation;
import dev.leibniz.processor.transform.derivation.DerivedFunctions;
import dev.leibniz.processor.transform.derivation.Names;
import dev.leibniz.processor.transform.derivation.Refusal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Forward mode for many directions in one sweep. The tangent of a number is an array with one element per direction; the
 * tangents of an array's elements are the rows of an array with one more dimension. Values that do not depend on the
 * direction are computed once; those that do, in loops over the directions, one for each stretch of code without
 * branches ({@link DirectionLoop}).
 *
 * <p>The new function takes the parameters of the old, the number of directions, and the tangents of the differentiated
 * parameters; it returns the old results and the tangents of the differentiated ones.
 */
public final class VectorTangentTransform {
    private final DerivedFunctions derived;
    private final Segments segments;

    private VectorTangentTransform(DerivedFunctions derived, Segments segments) {
        this.derived = derived;
        this.segments = segments;
    }

    public static Function of(Function function, Derivation derivation) {
        return new VectorTangentTransform(derivation.functions(), derivation.segments()).apply(function, derivation);
    }

    private Function apply(Function function, Derivation derivation) {
        Mask independent = derivation.independent();
        Mask dependent = derivation.dependent();
        FunctionAnalysis facts = derived.facts(function, independent, dependent);
        return new Transformation(facts).apply(derivation.name(), independent, dependent);
    }

    private final class Transformation {
        private final Function function;
        private final Activity activity;
        private final Var directions = new Var("directions", Type.INT);
        private final VectorTangents tangents;

        Transformation(FunctionAnalysis facts) {
            this.function = facts.function();
            this.activity = facts.activity();
            this.tangents = new VectorTangents(facts, directions, segments);
        }

        Function apply(String name, Mask independent, Mask dependent) {
            List<Var> params = new ArrayList<>(function.params());
            params.add(directions);
            BlockBuilder out = new BlockBuilder();
            for (int i = 0; i < function.params().size(); i++) {
                Var param = function.params().get(i);
                if (independent.has(i)) {
                    params.add(tangents.declare(param));
                } else if (activity.carries(param)) {
                    tangents.put(param, tangents.zeros(param, out));
                }
            }
            stmts(function.body().stmts(), out);
            List<Value> yields = new ArrayList<>(function.body().yields());
            List<Var> results = new ArrayList<>(function.results());
            for (int i = 0; i < function.results().size(); i++) {
                if (dependent.has(i)) {
                    Value tangent = tangents.orZeros(function.body().yields().get(i), out);
                    yields.add(tangent);
                    results.add(new Var(Names.tangent(function.results().get(i)), tangent.type()));
                }
            }
            return new Function(name, params, results, out.build(yields));
        }

        private void stmts(List<Stmt> stmts, BlockBuilder out) {
            stretches(stmts, out).finish(out);
        }

        /** Appends statements with their tangents, those of each straight stretch together; the last is left open. */
        private DirectionLoop stretches(List<Stmt> stmts, BlockBuilder out) {
            DirectionLoop stretch = new DirectionLoop(tangents, directions);
            for (Stmt stmt : stmts) {
                if (stretch.takes(stmt)) {
                    stretch.add(stmt, out);
                } else {
                    stretch.finish(out);
                    stretch = new DirectionLoop(tangents, directions);
                    out.at(stmt.origin());
                    if (stmt instanceof Stmt.If choice) {
                        branch(choice, out);
                    } else if (stmt instanceof Loop loop) {
                        loop(loop, out);
                    } else if (stmt instanceof Stmt.Call call) {
                        call(call, out);
                    } else {
                        new ArrayTangents(tangents, directions).add(stmt, out);
                    }
                }
            }
            return stretch;
        }

        private Block block(Block block, List<Var> targets, BlockBuilder out) {
            stmts(block.stmts(), out);
            List<Value> yields = new ArrayList<>(block.yields());
            boolean completes = !IrVerifier.endsInThrow(block);
            for (int i = 0; i < targets.size(); i++) {
                if (activity.carries(targets.get(i))) {
                    yields.add(
                            completes
                                    ? tangents.orZeros(block.yields().get(i), out)
                                    : tangents.nothing(targets.get(i)));
                }
            }
            return out.build(yields);
        }

        private void branch(Stmt.If choice, BlockBuilder out) {
            Block then = block(choice.then(), choice.results(), out.nested());
            Block otherwise = block(choice.otherwise(), choice.results(), out.nested());
            List<Var> results = new ArrayList<>(choice.results());
            choice.results().stream()
                    .filter(activity::carries)
                    .forEach(result -> results.add(tangents.declare(result)));
            out.add(new Stmt.If(choice.condition(), then, otherwise, results, choice.origin()));
        }

        private void loop(Loop loop, BlockBuilder out) {
            CarriedTangents carried = new CarriedTangents(loop.params(), loop.inits(), loop.results(), out);
            BlockBuilder body = out.nested();
            stretches(loop.body().stmts(), body)
                    .finish(carried.updates(loop.body().yields()), body);
            List<Value> yields = carried.yields(loop.body().yields(), body);
            out.add(loop.carrying(carried.params, carried.inits, body.build(yields), carried.results));
        }

        private void inDirections(
                Stmt.Call call,
                java.util.function.Function<BlockBuilder, ExternalCalls.Forward> derivative,
                BlockBuilder out) {
            Iterator<Value> found = new ExternalDirections(call, directions, derivative)
                    .add(tangents, out)
                    .iterator();
            call.results().stream()
                    .filter(result -> result.type().isDifferentiable())
                    .forEach(result -> tangents.put(result, found.next()));
        }

        private void call(Stmt.Call call, BlockBuilder out) {
            Mask mask = Mask.of(call.args(), activity::carries);
            if (Activity.stopsGradient(call) || !mask.any()) {
                out.add(call);
                call.results().stream()
                        .filter(result -> result.type().isArray() && activity.carries(result))
                        .forEach(result -> tangents.put(result, tangents.zeros(result, out)));
                return;
            }
            Optional<Equation> equation = derived.equation(call.callee().name());
            if (equation.isPresent()) {
                EquationCalls solved = new EquationCalls(call, equation.get(), derived);
                inDirections(call, before -> solved.forward(activity, before), out);
                return;
            }
            if (call.callee() instanceof Callee.External external) {
                ExternalCalls.requireDerivatives(call, external, activity);
                inDirections(call, before -> ExternalCalls.forward(call, external, activity, before, derived), out);
                return;
            }
            if (!(call.callee() instanceof Callee.Local callee)) {
                throw new Refusal(
                        call.origin(), "`" + call.callee().name() + "` has no derivative in several directions");
            }
            List<Value> args = new ArrayList<>(call.args());
            args.add(directions);
            for (int i = 0; i < mask.size(); i++) {
                if (mask.has(i)) {
                    args.add(tangents.orZeros(call.args().get(i), out));
                }
            }
            List<Var> results = new ArrayList<>(call.results());
            for (Var result : call.results()) {
                if (result.type().isDifferentiable()) {
                    results.add(tangents.declare(result));
                }
            }
            Callee.Local forward = new Callee.Local(derived.vectorForward(callee.name(), mask));
            out.add(new Stmt.Call(forward, args, results, call.origin()));
        }

        /** The tangents a loop carries: those of numbers in buffers that are updated in place, those of arrays as they are. */
        private final class CarriedTangents {
            private final List<Var> loopParams;
            private final List<Var> params;
            private final List<Value> inits;
            private final List<Var> results;

            CarriedTangents(List<Var> loopParams, List<Value> loopInits, List<Var> loopResults, BlockBuilder out) {
                this.loopParams = loopParams;
                this.params = new ArrayList<>(loopParams);
                this.inits = new ArrayList<>(loopInits);
                this.results = new ArrayList<>(loopResults);
                for (int i = 0; i < loopParams.size(); i++) {
                    Var param = loopParams.get(i);
                    if (!activity.carries(param)) {
                        continue;
                    }
                    if (param.type().isArray()) {
                        inits.add(tangents.orZeros(loopInits.get(i), out));
                        params.add(tangents.declare(param));
                        results.add(tangents.declare(loopResults.get(i)));
                    } else {
                        Var buffer = tangents.copy(loopInits.get(i), Names.tangent(param), out);
                        tangents.put(param, buffer);
                        tangents.put(loopResults.get(i), buffer);
                    }
                }
            }

            /** The buffers, with the values whose tangents they are to have in the next iteration. */
            Map<Value, Value> updates(List<Value> nexts) {
                Map<Value, Value> updates = new LinkedHashMap<>();
                for (int i = 0; i < loopParams.size(); i++) {
                    if (isBuffered(i)) {
                        updates.put(tangents.of(loopParams.get(i)), nexts.get(i));
                    }
                }
                return updates;
            }

            private boolean isBuffered(int i) {
                return activity.carries(loopParams.get(i))
                        && !loopParams.get(i).type().isArray();
            }

            List<Value> yields(List<Value> nexts, BlockBuilder body) {
                List<Value> yields = new ArrayList<>(nexts);
                for (int i = 0; i < loopParams.size(); i++) {
                    if (activity.carries(loopParams.get(i))
                            && loopParams.get(i).type().isArray()) {
                        yields.add(tangents.orZeros(nexts.get(i), body));
                    }
                }
                return yields;
            }
        }
    }
}
