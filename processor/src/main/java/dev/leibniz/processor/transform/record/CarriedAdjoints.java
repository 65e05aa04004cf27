package dev.leibniz.processor.transform.record;

import dev.leibniz.processor.analysis.Activity;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.transform.derivation.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The adjoints that a backward loop carries: of the values the primal loop carries, and of those from outside. */
public final class CarriedAdjoints {
    private final Activity activity;
    private final List<Var> primals = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();
    private final List<Var> params = new ArrayList<>();
    private final List<Value> inits = new ArrayList<>();
    private final List<Var> results = new ArrayList<>();
    private final BackwardScope scope;
    private final BackwardScope inner;

    /**
     * @param scope around the loop
     * @param inner in the loop
     */
    public CarriedAdjoints(
            Activity activity, List<Var> loopParams, List<Var> loopResults, BackwardScope scope, BackwardScope inner) {
        this.activity = activity;
        this.scope = scope;
        this.inner = inner;
        for (int i = 0; i < loopParams.size(); i++) {
            Var param = loopParams.get(i);
            if (activity.isActive(param)) {
                Value adjoint = scope.adjoint(loopResults.get(i));
                primals.add(param);
                positions.add(i);
                params.add(new Var(Names.adjoint(param), param.type()));
                inits.add(adjoint == null ? Const.zero(param.type()) : adjoint);
            }
        }
    }

    /** Contributes the carried adjoints to the adjoints of the values the primal's body yields. */
    public void seed(List<Value> yields, BackwardScope to) {
        for (int i = 0; i < params.size(); i++) {
            Value yield = yields.get(positions.get(i));
            if (activity.isActive(yield)) {
                to.contribute(yield, params.get(i));
            }
        }
    }

    public boolean isIdle() {
        return params.isEmpty() && inner.outer().isEmpty();
    }

    /**
     * The loop with the adjoints it carries.
     *
     * @param body makes the body that yields the given values
     */
    public Loop.For loop(
            Var index,
            Value from,
            Op.Primitive relation,
            Value bound,
            int step,
            Function<List<Value>, Block> body,
            Origin origin) {
        List<Value> yields = new ArrayList<>();
        primals.forEach(param -> {
            Value adjoint = inner.adjoint(param);
            yields.add(adjoint == null ? Const.zero(param.type()) : adjoint);
        });
        for (Var variable : inner.outer()) {
            params.add(inner.carrier(variable));
            inits.add(scope.orZero(variable));
            yields.add(inner.orZero(variable));
        }
        for (Var param : params) {
            results.add(param.fresh());
        }
        return new Loop.For(index, from, relation, bound, step, params, inits, body.apply(yields), results, origin);
    }

    /** Hands the adjoints that the loop carried out of it on to those of its initial values. */
    public void finish(List<Value> loopInits) {
        List<Var> outer = inner.outer();
        for (int i = 0; i < outer.size(); i++) {
            scope.setAdjoint(outer.get(i), results.get(primals.size() + i));
        }
        for (int i = 0; i < primals.size(); i++) {
            if (activity.isActive(loopInits.get(positions.get(i)))) {
                scope.contribute(loopInits.get(positions.get(i)), results.get(i));
            }
        }
    }
}
