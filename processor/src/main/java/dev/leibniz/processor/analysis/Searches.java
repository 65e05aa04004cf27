package dev.leibniz.processor.analysis;

import dev.leibniz.processor.analysis.memory.Site;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.rules.DerivativeRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loops that look for a number by comparisons with differentiated values, and by nothing else, as a bisection does. The
 * derivative of the program's result is 0 there, and that is hardly ever the intention. A number that is only counted up,
 * scaled (as in a line search), or chosen among others that are given, is one of a discrete set: there 0 is right.
 */
public final class Searches {
    private final FunctionAnalysis facts;
    private final Map<Var, List<Value>> alternatives = new HashMap<>();
    private final Map<Var, Expr.Apply> operations = new HashMap<>();
    private final Map<Var, List<Use>> uses = new HashMap<>();

    /** A use of a variable by a statement: the result, or null if that is not one number. */
    private record Use(@Nullable Var target, boolean starts) {
        /** Whether a loop starts from it and makes something else of it, with a derivative. */
        boolean isStart(Activity activity) {
            return starts && target != null && activity.varies(target);
        }
    }

    private Searches(FunctionAnalysis facts) {
        this.facts = facts;
        Walk.forEach(facts.function().body(), this::note);
        Walk.forEach(facts.function().body(), this::noteUses);
        facts.function().body().yields().forEach(result -> use(result, null, false));
    }

    /** The places of such loops of a function; of loops in each other only the innermost. */
    public static List<Origin> of(FunctionAnalysis facts) {
        List<Origin> found = new ArrayList<>();
        new Searches(facts).visit(facts.function().body(), found);
        return found;
    }

    /** Whether a look is worth the analyses: whether a loop decides anything by numbers. */
    public static boolean arePossible(Function function) {
        return Walk.any(
                function.body(),
                stmt -> stmt instanceof Loop loop
                        && loop.blocks().stream().anyMatch(block -> Walk.any(block, Searches::decides)));
    }

    private static boolean decides(Stmt stmt) {
        return stmt instanceof Stmt.Let let
                && let.expr() instanceof Expr.Apply apply
                && apply.operands().stream().anyMatch(operand -> operand.type().isFloating())
                && (!apply.type().isFloating() || DerivativeRules.hasZeroDerivative(apply, 0));
    }

    private void note(Stmt stmt) {
        if (stmt instanceof Stmt.Let let && let.expr() instanceof Expr.Apply apply) {
            operations.put(let.target(), apply);
            if (apply.op() == Primitive.SELECT) {
                alternatives.put(let.target(), List.of(apply.operand(1), apply.operand(2)));
            }
        } else if (stmt instanceof Stmt.If choice) {
            for (int i = 0; i < choice.results().size(); i++) {
                alternatives.put(
                        choice.results().get(i),
                        List.of(
                                choice.then().yields().get(i),
                                choice.otherwise().yields().get(i)));
            }
        }
    }

    private void noteUses(Stmt stmt) {
        if (stmt instanceof Loop loop) {
            for (int i = 0; i < loop.params().size(); i++) {
                use(loop.inits().get(i), loop.params().get(i), true);
            }
        } else if (stmt instanceof Stmt.Let let) {
            boolean isNumber = let.target().type().isFloating();
            let.operands().stream()
                    .filter(operand -> operand.type().isFloating() && isNumber)
                    .forEach(operand -> use(operand, let.target(), false));
        } else {
            stmt.operands().forEach(operand -> use(operand, null, false));
        }
        for (Block block : stmt.blocks()) {
            block.yields().forEach(value -> use(value, null, false));
        }
    }

    private void use(Value value, @Nullable Var target, boolean starts) {
        if (value instanceof Var variable) {
            uses.computeIfAbsent(variable, v -> new ArrayList<>()).add(new Use(target, starts));
        }
    }

    /** Whether one was found. */
    private boolean visit(Block block, List<Origin> found) {
        boolean any = false;
        for (Stmt stmt : block.stmts()) {
            boolean inside = false;
            for (Block inner : stmt.blocks()) {
                inside |= visit(inner, found);
            }
            if (!inside && stmt instanceof Loop loop && searches(loop)) {
                found.add(loop.origin());
                inside = true;
            }
            any |= inside;
        }
        return any;
    }

    private boolean searches(Loop loop) {
        Set<Object> state = stateOf(loop);
        if (state.isEmpty() || hasActiveResult(loop)) {
            return false;
        }
        Verdicts verdicts = new Verdicts(facts, loop, state);
        if (verdicts.hasNone()) {
            return false;
        }
        for (int i = 0; i < loop.params().size(); i++) {
            Var param = loop.params().get(i);
            boolean isUseful = facts.activity().isUseful(param)
                    || facts.activity().isUseful(loop.results().get(i));
            if (state.contains(param)
                    && isUseful
                    && isFound(loop, i, verdicts)
                    && !isGuess(loop.results().get(i))) {
                return true;
            }
        }
        return state.stream()
                .anyMatch(
                        node -> node instanceof Site site && facts.activity().isUseful(site) && verdicts.decide(site));
    }

    private boolean isFound(Loop loop, int index, Verdicts verdicts) {
        Var before = loop.params().get(index);
        Value after = loop.body().yields().get(index);
        boolean isDecided = verdicts.decide(after) || verdicts.decideLength();
        List<Value> ways = ways(after, new ArrayList<>());
        return isDecided && !ways.stream().allMatch(way -> isDiscrete(way, before, verdicts))
                || verdicts.decideLengthAtAll() && ways.stream().anyMatch(way -> isStride(way, before, verdicts));
    }

    /** Whether a number only serves later loops to start from, such as Newton's method, which carry the derivative. */
    private boolean isGuess(Var found) {
        List<Use> uses = this.uses.getOrDefault(found, List.of());
        return !uses.isEmpty()
                && uses.stream()
                        .allMatch(use -> use.isStart(facts.activity())
                                || use.target() != null
                                        && !facts.activity().varies(use.target())
                                        && isGuess(use.target()));
    }

    /** The values of which one becomes this one. */
    private List<Value> ways(Value value, List<Value> found) {
        List<Value> inner = value instanceof Var variable ? alternatives.get(variable) : null;
        if (inner == null) {
            found.add(value);
        } else {
            inner.forEach(each -> ways(each, found));
        }
        return found;
    }

    private boolean isDiscrete(Value way, Var before, Verdicts verdicts) {
        return way.equals(before)
                || !verdicts.dependsOnState(way)
                || change(way, before)
                        .filter(by -> !verdicts.dependsOnState(by))
                        .isPresent();
    }

    /** Whether it goes on by the same amount each time, which is no whole number: the number it stops at stands for a real number. */
    private boolean isStride(Value way, Var before, Verdicts verdicts) {
        Primitive op = way instanceof Var variable && operations.containsKey(variable)
                ? operations.get(variable).op() instanceof Primitive primitive ? primitive : Primitive.NOT
                : Primitive.NOT;
        boolean isWhole = change(way, before)
                .filter(Const.class::isInstance)
                .filter(by -> ((Const) by).value() instanceof Number number && number.doubleValue() % 1 == 0)
                .isPresent();
        return (op == Primitive.ADD || op == Primitive.SUB)
                && !isWhole
                && change(way, before).filter(by -> !verdicts.isInside(by)).isPresent();
    }

    /** The operand by which a number is raised, lowered, multiplied or divided. */
    private Optional<Value> change(Value value, Var before) {
        Expr.Apply apply = value instanceof Var variable ? operations.get(variable) : null;
        if (apply == null || !(apply.op() instanceof Primitive op)) {
            return Optional.empty();
        }
        return switch (op) {
            case ADD, MUL ->
                apply.operand(0).equals(before)
                        ? Optional.of(apply.operand(1))
                        : apply.operand(1).equals(before) ? Optional.of(apply.operand(0)) : Optional.empty();
            case SUB, DIV -> apply.operand(0).equals(before) ? Optional.of(apply.operand(1)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The variables and arrays that the loop changes and hands on, and through which no derivative flows. */
    private Set<Object> stateOf(Loop loop) {
        Set<Object> state = new HashSet<>();
        for (int i = 0; i < loop.params().size(); i++) {
            Var param = loop.params().get(i);
            boolean isSteady = loop.body().yields().get(i).equals(param);
            if (param.type().isFloating() && !isSteady && !facts.activity().varies(param)) {
                state.add(param);
            }
        }
        for (Stmt stmt : Walk.statements(loop.body())) {
            if (stmt instanceof Stmt.Store store && store.value().type().isFloating()) {
                facts.pointsTo().sites(store.array()).stream()
                        .filter(site -> !facts.activity().varies(site))
                        .forEach(state::add);
            }
        }
        return state;
    }

    private boolean hasActiveResult(Loop loop) {
        Activity activity = facts.activity();
        return loop.results().stream().anyMatch(activity::isActive)
                || Walk.any(
                        loop.body(),
                        stmt -> stmt instanceof Stmt.Store store
                                        && facts.pointsTo().sites(store.array()).stream()
                                                .anyMatch(activity::isActive)
                                || stmt instanceof Stmt.Accumulate add
                                        && facts.pointsTo().sites(add.array()).stream()
                                                .anyMatch(activity::isActive));
    }
}
