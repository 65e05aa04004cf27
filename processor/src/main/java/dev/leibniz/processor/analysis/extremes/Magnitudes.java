package dev.leibniz.processor.analysis.extremes;

import dev.leibniz.processor.analysis.memory.PointsTo;
import dev.leibniz.processor.analysis.memory.Site;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Effect;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.rules.DerivativeRules;
import dev.leibniz.processor.rules.Magnitude;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The {@link Magnitude} of every number of a function, and of the elements of its arrays: the least solution that is consistent. */
final class Magnitudes {
    private final PointsTo pointsTo;
    private final Guards guards;
    private final Map<Var, Magnitude> numbers = new HashMap<>();
    private final Map<Site, Magnitude> elements = new HashMap<>();
    private boolean changed;

    private Magnitudes(PointsTo pointsTo, Guards guards) {
        this.pointsTo = pointsTo;
        this.guards = guards;
    }

    static Magnitudes of(Function function, PointsTo pointsTo, Guards guards) {
        Magnitudes result = new Magnitudes(pointsTo, guards);
        for (Var param : function.params()) {
            result.raise(param, Magnitude.GIVEN);
            result.raise(pointsTo.reachable(param), Magnitude.GIVEN_ELEMENT);
        }
        List<Stmt> stmts = Walk.statements(function.body());
        do {
            result.changed = false;
            for (Stmt stmt : stmts) {
                result.visit(stmt);
            }
        } while (result.changed);
        return result;
    }

    Magnitude of(Value value) {
        if (value instanceof Const constant) {
            return Magnitude.of(constant);
        } else if (!value.type().isFloating()) {
            return Magnitude.INTEGER;
        }
        return numbers.getOrDefault((Var) value, Magnitude.NONE);
    }

    /** The range of an operand where an operation computes {@code target} from it. */
    Magnitude at(Value operand, Var target) {
        Magnitude anywhere = of(operand);
        return guards.isNonZero(operand, target) ? anywhere.withoutZero() : anywhere;
    }

    private void visit(Stmt stmt) {
        if (stmt instanceof Stmt.Let let) {
            define(let.target(), let.expr());
        } else if (stmt instanceof Stmt.Store store) {
            put(store.array(), store.value());
        } else if (stmt instanceof Stmt.Accumulate add) {
            for (Site site : pointsTo.sites(add.array())) {
                raise(site, elementOf(site).plus(of(add.value()).stored()));
            }
        } else if (stmt instanceof Stmt.Fill fill) {
            put(fill.array(), fill.value());
        } else if (stmt instanceof Stmt.CopyRange copy) {
            copyElements(copy.source(), copy.target());
        } else if (stmt instanceof Stmt.AddInto add) {
            for (Site target : pointsTo.reachable(add.target())) {
                for (Site source : pointsTo.reachable(add.source())) {
                    raise(target, elementOf(target).plus(elementOf(source)));
                }
            }
        } else if (stmt instanceof Stmt.If choice) {
            flow(choice.then().yields(), choice.results());
            flow(choice.otherwise().yields(), choice.results());
        } else if (stmt instanceof Loop loop) {
            flow(loop.inits(), loop.params());
            flow(loop.body().yields(), loop.params());
            flow(loop.inits(), loop.results());
            flow(loop.body().yields(), loop.results());
        } else if (stmt instanceof Stmt.Call call) {
            for (Var result : call.results()) {
                raise(result, Magnitude.UNKNOWN);
                raise(pointsTo.reachable(result), Magnitude.GIVEN_ELEMENT);
            }
            for (Value arg : call.args()) {
                raise(pointsTo.reachable(arg), Magnitude.GIVEN_ELEMENT);
            }
        } else { // of what is not known here, anything
            stmt.results().forEach(result -> raise(result, Magnitude.UNKNOWN));
            for (Effect effect : stmt.effects()) {
                if (effect.writes()) {
                    raise(pointsTo.reachable(effect.array()), Magnitude.GIVEN_ELEMENT);
                }
            }
        }
    }

    private void define(Var target, Expr expr) {
        if (expr instanceof Expr.Apply apply) {
            if (target.type().isFloating()) {
                raise(target, DerivativeRules.magnitude(apply, operand -> at(operand, target)));
            }
        } else if (expr instanceof Expr.Load load) {
            for (Site site : pointsTo.sites(load.array())) {
                raise(target, elementOf(site));
            }
        } else if (expr instanceof Expr.NewArray || expr instanceof Expr.ZerosLike) {
            raise(pointsTo.reachable(target), Magnitude.ZERO);
        } else if (expr instanceof Expr.CloneArray clone) {
            copyElements(clone.array(), target);
        } else if (expr instanceof Expr.CopyOfRange copy) {
            copyElements(copy.array(), target);
            raise(pointsTo.sites(target), Magnitude.ZERO); // where it is longer
        } else {
            raise(target, Magnitude.GIVEN);
            raise(pointsTo.reachable(target), Magnitude.GIVEN_ELEMENT);
        }
    }

    private Magnitude elementOf(Site site) {
        return elements.getOrDefault(site, Magnitude.NONE);
    }

    private void copyElements(Value source, Value target) {
        Set<Site> sources = pointsTo.reachable(source);
        for (Site site : pointsTo.reachable(target)) {
            for (Site from : sources) {
                raise(site, elementOf(from));
            }
        }
    }

    private void put(Value array, Value value) {
        if (value.type().isFloating()) {
            raise(pointsTo.sites(array), of(value).stored());
        }
    }

    private void flow(List<Value> from, List<Var> to) {
        for (int i = 0; i < to.size() && i < from.size(); i++) {
            if (to.get(i).type().isFloating()) {
                raise(to.get(i), of(from.get(i)));
            }
        }
    }

    private void raise(Var target, Magnitude more) {
        if (target.type().isFloating()) {
            changed |= !more.equals(Magnitude.NONE) && !raised(target, more, numbers);
        }
    }

    private void raise(Set<Site> targets, Magnitude more) {
        for (Site target : targets) {
            raise(target, more);
        }
    }

    private void raise(Site target, Magnitude more) {
        if (target.type().element().isFloating()) {
            changed |= !more.equals(Magnitude.NONE) && !raised(target, more, elements);
        }
    }

    /** Whether the map holds this already. */
    private static <K> boolean raised(K key, Magnitude more, Map<K, Magnitude> map) {
        Magnitude before = map.get(key);
        Magnitude after = before == null ? more : before.or(more);
        map.put(key, after);
        return after.equals(before);
    }
}
