package dev.leibniz.processor.analysis;

import dev.leibniz.processor.analysis.memory.PointsTo;
import dev.leibniz.processor.analysis.memory.Shadowing;
import dev.leibniz.processor.analysis.memory.Site;
import dev.leibniz.processor.analysis.memory.Summaries;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Effect;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.rules.DerivativeRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The values that take part in the derivative: those that <em>vary</em> with a differentiated parameter and are
 * <em>useful</em> for a result. Numbers are active themselves; an array is active if one of its possible
 * {@link Site}s holds active numbers. An array needs a <em>shadow</em> (the array of its tangents or adjoints) if it may
 * be the same as an active one, even where it is not active itself.
 */
public final class Activity {
    private final PointsTo pointsTo;
    private final Summaries summaries;
    private final Set<Var> varied = new HashSet<>();
    private final Set<Site> variedSites = new HashSet<>();
    private final Set<Var> useful = new HashSet<>();
    private final Set<Site> usefulSites = new HashSet<>();
    private final Set<Site> shadowed = new HashSet<>();
    private boolean changed;

    private Activity(PointsTo pointsTo, Summaries summaries) {
        this.pointsTo = pointsTo;
        this.summaries = summaries;
    }

    /**
     * @param summaries the summaries of the functions that are called
     * @param independent for each parameter whether it is differentiated
     * @param dependent for each result whether its derivative is wanted
     */
    public static Activity of(
            Function function, PointsTo pointsTo, Summaries summaries, Mask independent, Mask dependent) {
        Activity activity = new Activity(pointsTo, summaries);
        List<Stmt> stmts = Walk.statements(function.body());
        for (int i = 0; i < function.params().size(); i++) {
            if (independent.has(i)) {
                activity.vary(function.params().get(i));
            }
        }
        activity.toFixpoint(stmts, activity::forward);
        List<Value> yields = function.body().yields();
        for (int i = 0; i < yields.size(); i++) {
            if (dependent.has(i)) {
                activity.use(yields.get(i));
            }
        }
        for (int i = 0; i < function.params().size(); i++) {
            if (independent.has(i) && function.params().get(i).type().isArray()) {
                activity.use(function.params().get(i)); // what is left in it is a result, too
            }
        }
        List<Stmt> reversed = new ArrayList<>(stmts);
        Collections.reverse(reversed);
        activity.toFixpoint(reversed, activity::backward);
        activity.shadowed.addAll(
                new Shadowing(pointsTo, activity::isActive).of(function, stmts, independent, dependent));
        return activity;
    }

    /** Whether a number has a derivative worth computing. */
    public boolean isActive(Value value) {
        return value instanceof Var variable
                && variable.type().isFloating()
                && varied.contains(variable)
                && useful.contains(variable);
    }

    /** Whether a derivative flows through the elements the array holds directly. */
    public boolean isActive(Site site) {
        return variedSites.contains(site) && usefulSites.contains(site);
    }

    /** Whether a derivative flows through a number, or through numbers that can be reached from an array. */
    public boolean isActiveWithin(Value value) {
        return value.type().isArray() ? pointsTo.reachable(value).stream().anyMatch(this::isActive) : isActive(value);
    }

    /** Whether a number, or one that can be reached from an array, changes with a differentiated parameter. */
    public boolean varies(Value value) {
        return value.type().isArray()
                ? anyVaried(pointsTo.reachable(value))
                : value instanceof Var variable && varied.contains(variable);
    }

    /** Whether the elements the array holds directly change with a differentiated parameter. */
    public boolean varies(Site site) {
        return variedSites.contains(site);
    }

    /** Whether a result is computed with a number, or with one that can be reached from an array. */
    public boolean isUseful(Value value) {
        return value.type().isArray()
                ? anyUseful(pointsTo.reachable(value))
                : value instanceof Var variable && useful.contains(variable);
    }

    /** Whether a result is computed with the elements the array holds directly. */
    public boolean isUseful(Site site) {
        return usefulSites.contains(site);
    }

    /** Whether the array goes with an array of derivatives. */
    public boolean hasShadow(Value array) {
        return array instanceof Var && !Collections.disjoint(pointsTo.sites(array), shadowed);
    }

    public boolean isShadowed(Site site) {
        return shadowed.contains(site);
    }

    /** Whether a derivative belongs to this value: an active number, or an array with a shadow. */
    public boolean carries(Value value) {
        return value.type().isArray() ? hasShadow(value) : isActive(value);
    }

    /** Requires a statement of which a transform knows no derivative not to change an array whose shadow would stay as it is. */
    public void requireNoShadow(Stmt stmt) {
        for (Effect effect : stmt.effects()) {
            if (effect.writes() && hasShadow(effect.array())) {
                throw new IllegalStateException("no derivative of " + stmt);
            }
        }
    }

    private void toFixpoint(List<Stmt> stmts, java.util.function.Consumer<Stmt> step) {
        do {
            changed = false;
            for (Stmt stmt : stmts) {
                step.accept(stmt);
            }
        } while (changed);
    }

    // ---- varying values ----------------------------------------------------------------------------------------

    private void forward(Stmt stmt) {
        if (stmt instanceof Stmt.Let let) {
            if (varies(let.expr())) {
                vary(let.target());
            }
        } else if (stmt instanceof Stmt.CopyRange s) {
            if (anyVaried(pointsTo.sites(s.source()))) {
                varySites(pointsTo.sites(s.target()));
            }
        } else if (stmt instanceof Stmt.If s) {
            flowForward(s.results(), s.then().yields());
            flowForward(s.results(), s.otherwise().yields());
        } else if (stmt instanceof Loop s) {
            carryForward(s.params(), s.inits(), s.body().yields(), s.results());
        } else if (stmt instanceof Stmt.Call call && !stopsGradient(call)) {
            if (call.args().stream().anyMatch(this::varies)) {
                if (call.callee() instanceof Callee.External) {
                    call.results().forEach(this::varyItself);
                } else {
                    call.results().forEach(this::vary);
                }
                if (summaries.mayWriteArguments(call.callee())) {
                    call.args().stream().filter(arg -> arg.type().isArray()).forEach(this::vary);
                }
            }
        } else if (!(stmt instanceof Stmt.Call) && stmt.rowFlows().isEmpty()) { // rows vary wherever they are
            stmt.flows().stream().filter(flow -> varies(flow.from())).forEach(flow -> vary(flow.to()));
        }
    }

    /** Whether the call's result is a constant to the chain rule. */
    public static boolean stopsGradient(Stmt.Call call) {
        return call.callee() instanceof Callee.Local local && local.stopGradient()
                || call.callee() instanceof Callee.External external && !external.pure();
    }

    private boolean varies(Expr expr) {
        if (expr instanceof Expr.Apply apply) {
            if (!apply.type().isFloating()) {
                return false;
            }
            List<Value> operands = apply.operands();
            for (int i = 0; i < operands.size(); i++) {
                if (varies(apply.operand(i)) && !DerivativeRules.hasZeroDerivative(apply, i)) {
                    return true;
                }
            }
            return false;
        } else if (expr instanceof Expr.Load load) {
            return load.type().isFloating() && anyVaried(pointsTo.sites(load.array()));
        } else if (expr instanceof Expr.CloneArray clone) {
            return anyVaried(clone.deep() ? pointsTo.reachable(clone.array()) : pointsTo.sites(clone.array()));
        } else if (expr instanceof Expr.CopyOfRange copy) {
            return anyVaried(pointsTo.sites(copy.array()));
        }
        return false;
    }

    private boolean anyVaried(Set<Site> sites) {
        return !Collections.disjoint(sites, variedSites);
    }

    /** Marks a number as varied, or all that an array holds. */
    private void vary(Value value) {
        if (value instanceof Var variable && variable.type().isDifferentiable()) {
            if (variable.type().isArray()) {
                varySites(pointsTo.reachable(variable));
            } else {
                changed |= varied.add(variable);
            }
        }
    }

    /**
     * Marks the results of another class's method. One may be an array it was given, which varies with the result only if it
     * varies itself: nobody writes to an array that may be two.
     */
    private void varyItself(Var result) {
        if (result.type().isArray()) {
            varySites(ownSites(result));
        } else {
            vary(result);
        }
    }

    private Set<Site> ownSites(Var result) {
        Set<Site> own = new HashSet<>(pointsTo.reachable(result));
        own.removeIf(site -> site.creator() != result);
        return own;
    }

    private void varySites(Set<Site> sites) {
        for (Site site : sites) {
            if (site.type().isDifferentiable()) {
                changed |= variedSites.add(site);
            }
        }
    }

    private void carryForward(List<Var> params, List<Value> inits, List<Value> nexts, List<Var> results) {
        flowForward(params, inits);
        flowForward(params, nexts);
        flowForward(results, inits);
        flowForward(results, nexts);
    }

    private void flowForward(List<Var> to, List<Value> from) {
        for (int i = 0; i < to.size() && i < from.size(); i++) {
            if (!to.get(i).type().isArray() && varies(from.get(i))) {
                vary(to.get(i));
            }
        }
    }

    // ---- useful values -----------------------------------------------------------------------------------------

    private void backward(Stmt stmt) {
        if (stmt instanceof Stmt.Let let) {
            useOperands(let);
        } else if (stmt instanceof Stmt.CopyRange s) {
            if (anyUseful(pointsTo.sites(s.target()))) {
                useSites(pointsTo.sites(s.source()));
            }
        } else if (stmt instanceof Stmt.If s) {
            flowBackward(s.results(), s.then().yields());
            flowBackward(s.results(), s.otherwise().yields());
        } else if (stmt instanceof Loop s) {
            carryBackward(s.params(), s.inits(), s.body().yields(), s.results());
        } else if (stmt instanceof Stmt.Call call && !stopsGradient(call)) {
            boolean wanted = call.results().stream().anyMatch(this::isUseful);
            if (summaries.mayWriteArguments(call.callee()) || !(call.callee() instanceof Callee.External)) {
                wanted |= call.args().stream().anyMatch(arg -> arg.type().isArray() && isUseful(arg));
            }
            if (wanted) {
                call.args().forEach(this::use);
            }
        } else if (!(stmt instanceof Stmt.Call) && stmt.rowFlows().isEmpty()) {
            stmt.flows().stream().filter(flow -> isUseful(flow.to())).forEach(flow -> use(flow.from()));
        }
    }

    private void useOperands(Stmt.Let let) {
        Var target = let.target();
        if (let.expr() instanceof Expr.Apply apply && useful.contains(target)) {
            for (int i = 0; i < apply.operands().size(); i++) {
                if (apply.operand(i).type().isFloating() && !DerivativeRules.hasZeroDerivative(apply, i)) {
                    use(apply.operand(i));
                }
            }
        } else if (let.expr() instanceof Expr.Load load && useful.contains(target)) {
            useSites(pointsTo.sites(load.array()));
        } else if (let.expr() instanceof Expr.CloneArray clone) {
            if (anyUseful(clone.deep() ? pointsTo.reachable(target) : ownSite(target))) {
                useSites(clone.deep() ? pointsTo.reachable(clone.array()) : pointsTo.sites(clone.array()));
            }
        } else if (let.expr() instanceof Expr.CopyOfRange copy && anyUseful(ownSite(target))) {
            useSites(pointsTo.sites(copy.array()));
        }
    }

    private Set<Site> ownSite(Var target) {
        return Set.of(new Site(target, 0, target.type()));
    }

    private boolean anyUseful(Set<Site> sites) {
        return !Collections.disjoint(sites, usefulSites);
    }

    private void use(Value value) {
        if (value instanceof Var variable && variable.type().isDifferentiable()) {
            if (variable.type().isArray()) {
                useSites(pointsTo.reachable(variable));
            } else {
                changed |= useful.add(variable);
            }
        }
    }

    private void useSites(Set<Site> sites) {
        for (Site site : sites) {
            if (site.type().isDifferentiable()) {
                changed |= usefulSites.add(site);
            }
        }
    }

    private void carryBackward(List<Var> params, List<Value> inits, List<Value> nexts, List<Var> results) {
        for (int i = 0; i < results.size(); i++) {
            if (useful.contains(results.get(i))) {
                use(params.get(i));
            }
        }
        flowBackward(results, inits);
        flowBackward(results, nexts);
        flowBackward(params, inits);
        flowBackward(params, nexts);
    }

    private void flowBackward(List<Var> to, List<Value> from) {
        for (int i = 0; i < to.size() && i < from.size(); i++) {
            if (!to.get(i).type().isArray() && useful.contains(to.get(i))) {
                use(from.get(i));
            }
        }
    }
}
