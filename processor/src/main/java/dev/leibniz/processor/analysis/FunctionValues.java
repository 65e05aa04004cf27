package dev.leibniz.processor.analysis;

import dev.leibniz.processor.analysis.memory.Places;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The function values that the primal computes, and where, so that a derivative need not compute them a second time. */
public final class FunctionValues {
    private final Places places;
    private final Map<Expr.Apply, List<Var>> values = new HashMap<>();

    FunctionValues(Function function, Places places) {
        this.places = places;
        for (Stmt stmt : Walk.statements(function.body())) {
            if (stmt instanceof Stmt.Let let
                    && let.expr() instanceof Expr.Apply apply
                    && apply.op() instanceof Op.MathCall) {
                values.computeIfAbsent(apply, a -> new ArrayList<>()).add(let.target());
            }
        }
    }

    /** The variable that holds a function's value wherever the block of {@code other} has run; empty if there is none. */
    public Optional<Var> beside(Var other, Expr.Apply function) {
        return values.getOrDefault(function, List.of()).stream()
                .filter(value -> places.definedIn(value) == places.definedIn(other))
                .findFirst();
    }
}
