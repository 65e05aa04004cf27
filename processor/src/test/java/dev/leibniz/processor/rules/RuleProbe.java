package dev.leibniz.processor.rules;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.IrInterpreter;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrVerifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One operation on its own: its primal, and the code of its rule, made into functions that can be run. */
final class RuleProbe {
    /** A seed that is finite, and 0 only where nothing overflowed. */
    private static final Seed PLAIN = new Seed(Seed.Zero.NEVER, false, false, false);

    private final Expr.Apply apply;
    private final List<Var> params;
    private final boolean allActive;

    private RuleProbe(Expr.Apply apply, List<Var> params, boolean allActive) {
        this.apply = apply;
        this.params = params;
        this.allActive = allActive;
    }

    /** An operation on variables, all of them active. */
    static RuleProbe of(Op op, Type result, Type... operands) {
        List<Var> params = new ArrayList<>();
        for (Type type : operands) {
            params.add(new Var("x" + params.size(), type));
        }
        return new RuleProbe(new Expr.Apply(op, List.copyOf(params), result), params, true);
    }

    /** The same, and only the operand that is asked for is active. */
    RuleProbe withInactiveOthers() {
        return new RuleProbe(apply, params, false);
    }

    /** The same, with constants in place of all operands but one. */
    RuleProbe withConstants(int operand, double... values) {
        List<Value> operands = new ArrayList<>();
        for (int i = 0; i < params.size(); i++) {
            operands.add(
                    i == operand
                            ? params.get(i)
                            : Const.number(values[i], params.get(i).type()));
        }
        return new RuleProbe(apply.withOperands(operands), params, allActive);
    }

    Expr.Apply apply() {
        return apply;
    }

    Function primal() {
        BlockBuilder out = new BlockBuilder();
        return function("primal", params, out.build(out.let(apply)));
    }

    /** (operands…, seed) → seed · ∂result/∂operand; empty if that is zero. */
    Optional<Function> contribution(int operand) {
        return contribution(operand, Optional.empty());
    }

    Optional<Function> contribution(int operand, Optional<Value> constantSeed) {
        BlockBuilder out = new BlockBuilder();
        Var seed = new Var("seed", apply.type());
        Recorder recorder = new Recorder(operand, out);
        Type type = apply.operand(operand).type();
        List<Var> all = new ArrayList<>(params);
        all.add(seed);
        return DerivativeRules.contribution(apply, operand, recorder, constantSeed.orElse(seed), PLAIN, type, out)
                .map(value -> function("contribution", all, out.build(value)));
    }

    /** The derivative of a straight-line function with respect to one of its parameters, by the rules. */
    static Function tangent(Function function, int param) {
        BlockBuilder out = new BlockBuilder();
        Map<Value, Value> tangents = new HashMap<>();
        Var input = function.params().get(param);
        tangents.put(input, Const.number(1, input.type()));
        for (Stmt stmt : function.body().stmts()) {
            out.add(stmt);
            Var target = stmt.results().get(0);
            tangentOf((Expr.Apply) ((Stmt.Let) stmt).expr(), target, tangents, out)
                    .ifPresent(tangent -> tangents.put(target, tangent));
        }
        Value result = function.body().yields().get(0);
        return function(
                "tangent", function.params(), out.build(tangents.getOrDefault(result, Const.number(0, result.type()))));
    }

    private static Optional<Value> tangentOf(
            Expr.Apply apply, Var target, Map<Value, Value> tangents, BlockBuilder out) {
        Optional<Value> sum = Optional.empty();
        for (int i = 0; i < apply.operands().size(); i++) {
            Value seed = tangents.get(apply.operand(i));
            if (seed == null) {
                continue;
            }
            Primal primal = new Primal() {
                @Override
                public Value operand(int operand) {
                    return apply.operand(operand);
                }

                @Override
                public Value result() {
                    return target;
                }

                @Override
                public boolean isActive(int operand) {
                    return tangents.containsKey(apply.operand(operand));
                }
            };
            Optional<Value> term = DerivativeRules.contribution(apply, i, primal, seed, PLAIN, apply.type(), out);
            Optional<Value> before = sum;
            sum = term.map(t -> before.map(b -> out.plus(b, t)).orElse(t)).or(() -> before);
        }
        return sum;
    }

    private static Function function(String name, List<Var> params, Block body) {
        Var result = new Var("", body.yields().get(0).type());
        Function function = new Function(name, params, List.of(result), body);
        IrVerifier.verify(function);
        return function;
    }

    static double run(Function function, Object... args) {
        return ((Number) IrInterpreter.run(function, args).get(0)).doubleValue();
    }

    /** Hands out operands and recomputes the result when asked; the rule may ask for each only once. */
    private final class Recorder implements Primal {
        private final int asked;
        private final BlockBuilder out;
        private final List<Object> seen = new ArrayList<>();

        Recorder(int asked, BlockBuilder out) {
            this.asked = asked;
            this.out = out;
        }

        @Override
        public Value operand(int i) {
            once(i);
            return apply.operand(i);
        }

        @Override
        public Value result() {
            once("result");
            return out.let(apply);
        }

        @Override
        public boolean isActive(int i) {
            return allActive || i == asked;
        }

        private void once(Object what) {
            if (seen.contains(what)) {
                throw new IllegalStateException("asked twice for " + what + " of " + apply.op());
            }
            seen.add(what);
        }
    }
}
