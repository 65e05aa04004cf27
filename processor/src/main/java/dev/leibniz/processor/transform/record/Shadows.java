package dev.leibniz.processor.transform.record;

import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Flow;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.transform.derivation.Names;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of derivatives that go with the arrays of the primal: where the primal swaps two arrays, the shadows are
 * swapped too. The shadow of a new array that is only ever indexed can be made later, where it is first needed.
 */
public final class Shadows {
    private final FunctionAnalysis facts;
    private final UnaryOperator<String> naming;
    private final Map<Var, Var> shadows = new HashMap<>();
    private final Map<Var, Var> primals = new HashMap<>();
    private final Set<Var> handedOn = new HashSet<>();

    /** Results of branches that are a new array of either branch, and in a branch the result that its array becomes. */
    private final Map<Var, Var> becoming = new HashMap<>();

    private Shadows(FunctionAnalysis facts, UnaryOperator<String> naming) {
        this.facts = facts;
        this.naming = naming;
    }

    public static Shadows forAdjoints(FunctionAnalysis facts) {
        Shadows result = new Shadows(facts, name -> Names.adjoint(new Var(name, dev.leibniz.processor.ir.Type.DOUBLE)));
        result.findHandedOn(facts.function());
        return result;
    }

    /** The shadow of an array that has one. */
    public Var of(Var array) {
        return shadows.computeIfAbsent(array, v -> {
            Var shadow = new Var(naming.apply(v.name()), v.type());
            primals.put(shadow, v);
            return shadow;
        });
    }

    /** The shadow of an array, or of null. */
    public Value of(Value array) {
        boolean isArray = !facts.pointsTo().sites(array).isEmpty();
        return isArray && array instanceof Var variable ? of(variable) : Const.zero(array.type());
    }

    public boolean has(Value array) {
        return array.type().isArray() && facts.activity().hasShadow(array);
    }

    /** The array that a variable is the shadow of; null if it is no shadow. */
    public @Nullable Var primalOf(Var shadow) {
        return primals.get(shadow);
    }

    /**
     * Whether the shadow need not exist in the forward sweep: that of a new array which is only ever indexed, and those
     * of rows that stay where they are.
     */
    public boolean isMadeOnDemand(Var array) {
        return !handedOn.contains(array)
                && (isNew(array)
                        || facts.places().definition(array) instanceof Stmt.Let let
                                && let.expr() instanceof Expr.Load load
                                && load.array() instanceof Var rows
                                && hasFixedRows(rows));
    }

    /** Whether it is the shadow of a new array, and not that of a row, which belongs to the shadow of its matrix. */
    public boolean isOfNewArray(Var array) {
        return !handedOn.contains(array) && isNew(array);
    }

    /** The result of a branch that an array becomes when the branch ends: both have one shadow. */
    @Nullable
    Var resultThatIs(Var array) {
        return becoming.get(array);
    }

    /** Whether an array is made where it is defined: by {@code new}, by a call, as a copy in a branch or loop, or by either branch. */
    private boolean isNew(Var array) {
        Stmt definition = facts.places().definition(array);
        if (definition instanceof Stmt.Let let) {
            return let.expr() instanceof Expr.NewArray
                    || isCopy(let)
                            && facts.places().definedIn(array) != facts.places().root();
        }
        return definition instanceof Stmt.Call && !facts.mayBeNull(array) || becoming.containsValue(array);
    }

    private static boolean isCopy(Stmt.Let let) {
        return let.target().type().rank() == 1
                && (let.expr() instanceof Expr.CloneArray || let.expr() instanceof Expr.CopyOfRange);
    }

    private boolean hasFixedRows(Var rows) {
        return isMadeOnDemand(rows)
                || facts.function().params().contains(rows)
                        && !handedOn.contains(rows)
                        && facts.pointsTo().sites(rows).stream()
                                .allMatch(site -> facts.memory().writers(site).isEmpty());
    }

    /** Finds the arrays that get another name: carried, merged, stored as a row, passed to a function. */
    private void findHandedOn(Function function) {
        findResults(function);
        for (Stmt stmt : Walk.statements(function.body())) {
            for (Flow rows : stmt.rowFlows()) { // the array that they get into has to exist by then
                handOn(rows.from());
                handOn(rows.to());
            }
            if (stmt instanceof Stmt.Let let && (hasRows(let) || let.expr() instanceof Expr.Apply)) {
                for (Value value : let.operands()) {
                    handOn(value);
                }
            } else if (stmt instanceof Loop) {
                for (Value value : stmt.operands()) {
                    handOn(value);
                }
            }
            for (Block block : stmt.blocks()) {
                for (Value yield : block.yields()) {
                    if (!(becoming.containsKey(yield) && isOf(yield, block))) {
                        handOn(yield);
                    }
                }
            }
        }
        int before;
        do {
            before = handedOn.size();
            handOnWithRows(function);
            for (Map.Entry<Var, Var> entry : becoming.entrySet()) {
                if (handedOn.contains(entry.getKey()) || handedOn.contains(entry.getValue())) {
                    handOn(entry.getKey());
                    handOn(entry.getValue());
                }
            }
        } while (handedOn.size() > before);
    }

    /** Finds the results of branches that are a new array in both, inner ones first. */
    private void findResults(Function function) {
        int before;
        do {
            before = becoming.size();
            for (Stmt stmt : Walk.statements(function.body())) {
                if (stmt instanceof Stmt.If choice) {
                    for (int i = 0; i < choice.results().size(); i++) {
                        noteResult(choice, i);
                    }
                }
            }
        } while (becoming.size() > before);
    }

    private void noteResult(Stmt.If choice, int i) {
        Var result = choice.results().get(i);
        if (result.type().isArray() && choice.blocks().stream().allMatch(block -> isNewOf(block, i))) {
            for (Block block : choice.blocks()) {
                becoming.put((Var) block.yields().get(i), result);
            }
        }
    }

    private boolean isNewOf(Block block, int i) {
        Value yield = block.yields().get(i);
        return isOf(yield, block) && isNew((Var) yield) && Collections.frequency(block.yields(), yield) == 1;
    }

    private boolean isOf(Value value, Block block) {
        return value instanceof Var variable
                && facts.places().definedIn(variable) == facts.places().region(block);
    }

    /** Where a row is handed on, the array it was taken from must have its shadow in the forward sweep, too. */
    private void handOnWithRows(Function function) {
        int before;
        do {
            before = handedOn.size();
            for (Stmt stmt : Walk.statements(function.body())) {
                if (stmt instanceof Stmt.Let let
                        && let.expr() instanceof Expr.Load load
                        && handedOn.contains(let.target())) {
                    handOn(load.array());
                }
            }
        } while (handedOn.size() > before);
    }

    private static boolean hasRows(Stmt.Let let) {
        return let.target().type().rank() > 1
                && (let.expr() instanceof Expr.CloneArray clone && !clone.deep()
                        || let.expr() instanceof Expr.CopyOfRange);
    }

    private void handOn(Value value) {
        if (value instanceof Var variable && variable.type().isArray()) {
            handedOn.add(variable);
        }
    }
}
