package dev.leibniz.processor.transform;

import dev.leibniz.processor.analysis.Facts;
import dev.leibniz.processor.analysis.Recomputation;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reverse mode: from a function to the function that also computes cotangentᵀ · Jacobian. The calling convention is that
 * of {@link DerivedFunctions#reverse}; gradients of arrays are added into the shadows that are passed.
 *
 * <p>The sweeps are generated twice: what the first attempt had to record because it is dear (a function value, a
 * division) is known to be there in the second, which computes cheap values from it instead of recording them too.
 */
public final class AdjointTransform {
    private final DerivedFunctions derived;
    private final Set<String> off;

    /**
     * @param off what is switched off: {@code fusion}, {@code recomputation}, {@code sinking}
     */
    public AdjointTransform(DerivedFunctions derived, Set<String> off) {
        this.derived = derived;
        this.off = off;
    }

    /**
     * @param name the name of the new function
     * @param independent which parameters are differentiated
     * @param dependent which results are; each has a cotangent parameter
     */
    public Function apply(Function function, String name, List<Boolean> independent, List<Boolean> dependent) {
        Function primal = off.contains("sinking") ? function : SinkAllocations.in(function);
        Facts facts = Facts.of(primal, derived.summaries(), independent, dependent);
        Attempt first = new Attempt(facts, Set.of());
        Function result = first.apply(name, independent, dependent);
        Set<Var> dear = first.recorder.dear();
        return dear.isEmpty() ? result : new Attempt(facts, dear).apply(name, independent, dependent);
    }

    private final class Attempt {
        private final Facts facts;
        private final Function function;
        private final Shadows shadows;
        private final Recorder recorder;

        Attempt(Facts facts, Set<Var> dear) {
            this.facts = facts;
            this.function = facts.function();
            this.shadows = Shadows.forAdjoints(facts);
            Recomputation recomputation = new Recomputation(facts, !off.contains("recomputation"));
            this.recorder = new Recorder(facts, shadows, recomputation, dear);
        }

        Function apply(String name, List<Boolean> independent, List<Boolean> dependent) {
            List<Var> params = new ArrayList<>(function.params());
            BlockBuilder out = new BlockBuilder();
            for (int i = 0; i < function.params().size(); i++) {
                Var param = function.params().get(i);
                if (param.type().isArray() && independent.get(i)) {
                    params.add(shadows.of(param));
                } else if (shadows.has(param)) {
                    out.add(new Stmt.Let(shadows.of(param), new Expr.ZerosLike(param), out.origin()));
                }
            }
            List<Value> yields = function.body().yields();
            Map<Integer, Var> cotangents = new LinkedHashMap<>();
            for (int i = 0; i < yields.size(); i++) {
                if (dependent.get(i)) {
                    String cotangentName = yields.size() == 1 ? "cotangent" : "cotangent" + (i + 1);
                    Var cotangent = new Var(cotangentName, yields.get(i).type());
                    cotangents.put(i, cotangent);
                    params.add(cotangent);
                }
            }
            BackwardScope scope =
                    new BackwardScope(facts.places().root(), null, recorder::home, new BlockBuilder());
            new JointSweep(facts, shadows, new CallAdjoints(derived), !off.contains("fusion"))
                    .sweep(function.body(), scope, recorder, s -> seed(yields, cotangents, s), out);

            List<Value> results = new ArrayList<>(yields);
            List<Var> resultNames = new ArrayList<>(function.results());
            for (int i = 0; i < function.params().size(); i++) {
                Var param = function.params().get(i);
                if (!param.type().isArray() && independent.get(i)) {
                    Value adjoint = scope.adjoint(param);
                    results.add(adjoint == null ? Const.zero(param.type()) : adjoint);
                    resultNames.add(new Var(Names.adjoint(param), param.type()));
                }
            }
            return new Function(name, params, resultNames, out.build(results));
        }

        /** Contributes the cotangents to the adjoints of the results. */
        private void seed(List<Value> yields, Map<Integer, Var> cotangents, BackwardScope scope) {
            cotangents.forEach((i, cotangent) -> {
                Value result = yields.get(i);
                if (result.type().isArray()) {
                    if (result instanceof Var && facts.activity().hasShadow(result)) {
                        Value shadow = recorder.shadow(result, scope);
                        scope.out().add(new Stmt.AddInto(shadow, cotangent, scope.out().origin()));
                    }
                } else if (facts.activity().isActive(result)) {
                    scope.contribute(result, cotangent);
                }
            });
        }
    }
}
