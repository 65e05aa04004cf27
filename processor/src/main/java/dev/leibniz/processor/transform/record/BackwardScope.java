package dev.leibniz.processor.transform.record;

import dev.leibniz.processor.analysis.memory.Region;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.transform.derivation.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A block of the backward sweep under construction: the mirror of one region of the primal. Knows the adjoint that each
 * variable has at this point. An adjoint is declared by its first contribution; in a loop, the adjoint of a variable
 * from outside becomes a value carried from iteration to iteration.
 */
public final class BackwardScope {
    private final Region region;
    private final @Nullable BackwardScope parent;
    private final Function<Var, Region> home;
    private final Known known;
    private BlockBuilder out;
    private @Nullable BlockBuilder once;
    private @Nullable Value ordinal;

    /**
     * The facts known about variables at this point.
     *
     * @param adjoints the adjoints to which something has contributed
     * @param primals the values of primal variables that are at hand
     * @param carried for a loop body, the variables that carry the adjoints of variables from outside
     */
    private record Known(Map<Var, Value> adjoints, Map<Var, Value> primals, Map<Var, Var> carried) {
        static Known nothing() {
            return new Known(new LinkedHashMap<>(), new HashMap<>(), new LinkedHashMap<>());
        }

        Known copy() {
            return new Known(new LinkedHashMap<>(adjoints), new HashMap<>(primals), new LinkedHashMap<>(carried));
        }
    }

    public BackwardScope(Region region, @Nullable BackwardScope parent, Function<Var, Region> home, BlockBuilder out) {
        this(region, parent, home, out, Known.nothing());
    }

    private BackwardScope(
            Region region, @Nullable BackwardScope parent, Function<Var, Region> home, BlockBuilder out, Known known) {
        this.region = region;
        this.parent = parent;
        this.home = home;
        this.out = out;
        this.known = known;
    }

    /** A copy, down to the outermost scope, that can be tried out and thrown away. */
    public BackwardScope fork() {
        BackwardScope around = parent == null ? null : parent.fork();
        BackwardScope fork = new BackwardScope(region, around, home, new BlockBuilder().at(out.origin()), known.copy());
        fork.ordinal = ordinal;
        fork.once = once == null ? null : new BlockBuilder();
        return fork;
    }

    /** A scope inside this one, with a block of its own. */
    public BackwardScope inner(Region region) {
        return new BackwardScope(region, this, home, out.nested());
    }

    public Region region() {
        return region;
    }

    BackwardScope parent() {
        if (parent == null) {
            throw new IllegalStateException("the function's body has no parent");
        }
        return parent;
    }

    /** The scope that mirrors {@code wanted}: this one or one around it. */
    BackwardScope mirroring(Region wanted) {
        BackwardScope scope = this;
        while (scope.region != wanted) {
            scope = scope.parent();
        }
        return scope;
    }

    public BlockBuilder out() {
        return out;
    }

    /** Declares that the block runs several times, and where code stands that runs once before. */
    public void repeatAfter(BlockBuilder before) {
        once = before;
    }

    /** The block for code that only has values of the forward sweep in it: in front of a block that runs several times, else here. */
    public BlockBuilder once() {
        return once == null ? out : once.at(out.origin());
    }

    /** Appends the code that follows to another part of the block. */
    public void continueIn(BlockBuilder next) {
        out = next;
    }

    /** The number of the current iteration, from 0, if this is a loop body. */
    Value ordinal() {
        if (ordinal == null) {
            throw new IllegalStateException("not a loop body");
        }
        return ordinal;
    }

    public void setOrdinal(Value ordinal) {
        this.ordinal = ordinal;
    }

    /** The values of primal variables that are at hand in this block. */
    public Map<Var, Value> primals() {
        return known.primals();
    }

    /** The adjoint of a variable as far as it is known here; null if nothing has contributed to it. */
    public @Nullable Value adjoint(Var variable) {
        return known.adjoints().get(variable);
    }

    public void setAdjoint(Var variable, Value adjoint) {
        known.adjoints().put(variable, adjoint);
    }

    /** Adds a contribution to the adjoint of a value; constants have none. */
    public void contribute(Value to, Value contribution) {
        if (to instanceof Var variable) {
            Value soFar = current(variable);
            known.adjoints()
                    .put(variable, soFar == null ? named(variable, contribution) : sum(variable, soFar, contribution));
        }
    }

    /** As {@link #adjoint}, and lets a loop carry the adjoint of a variable from outside. */
    private @Nullable Value current(Var variable) {
        Value adjoint = known.adjoints().get(variable);
        if (adjoint != null || home.apply(variable) == region) {
            return adjoint;
        }
        if (region.kind() == Region.Kind.LOOP) {
            Var param = new Var(Names.adjoint(variable), variable.type());
            known.carried().put(variable, param);
            known.adjoints().put(variable, param);
            return param;
        }
        return parent().current(variable);
    }

    private Value sum(Var variable, Value soFar, Value contribution) {
        return out.let(
                Names.adjoint(variable),
                new Expr.Apply(Op.Primitive.ADD, List.of(soFar, contribution), variable.type()));
    }

    /** Names the value of a first contribution after the adjoint it is. */
    private static Value named(Var variable, Value contribution) {
        if (contribution instanceof Var value) {
            value.suggestName(Names.adjoint(variable));
        }
        return contribution;
    }

    /** The variables from outside that this block contributed to. */
    public List<Var> outer() {
        List<Var> outer = new ArrayList<>();
        known.adjoints().keySet().forEach(variable -> {
            if (home.apply(variable) != region) {
                outer.add(variable);
            }
        });
        return outer;
    }

    /** For a loop body: the variable that carries the adjoint of each variable of {@link #outer}. */
    public Var carrier(Var variable) {
        Var param = known.carried().get(variable);
        if (param == null) {
            throw new IllegalStateException("not carried: " + variable);
        }
        return param;
    }

    /** The adjoint of a variable of an enclosing block, to start from; zero if there is none yet. */
    public Value orZero(Var variable) {
        Value adjoint = current(variable);
        return adjoint == null ? Const.zero(variable.type()) : adjoint;
    }
}
