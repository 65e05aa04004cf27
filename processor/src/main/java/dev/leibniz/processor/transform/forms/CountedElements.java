package dev.leibniz.processor.transform.forms;

import dev.leibniz.processor.analysis.Induction;
import dev.leibniz.processor.analysis.Inductions;
import dev.leibniz.processor.analysis.memory.Places;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Elements counted by a variable, as in {@code r[k++] = u; r[k++] = v}: a loop that carries nothing else computes {@code k} from the
 * number of its iteration, and carries nothing.
 */
final class CountedElements {
    private static final Value ZERO = Const.of(0);

    private final Set<Value> used = new HashSet<>();
    private final Inductions inductions;

    private CountedElements(Function function) {
        Walk.forEachUse(function.body(), used::add);
        this.inductions = new Inductions(Places.of(function));
    }

    /** The function with such loops in its own block. */
    static Function of(Function function) {
        CountedElements elements = new CountedElements(function);
        List<Stmt> stmts =
                function.body().stmts().stream().map(elements::counted).toList();
        return function.withBody(function.body().with(stmts, function.body().yields()));
    }

    private Stmt counted(Stmt stmt) {
        if (!(stmt instanceof Loop.For loop)
                || loop.params().isEmpty()
                || !loop.from().equals(ZERO)
                || loop.step() != 1
                || loop.results().stream().anyMatch(used::contains)) {
            return stmt;
        }
        List<Stmt> body = new ArrayList<>();
        for (Var param : loop.params()) {
            OptionalInt change =
                    inductions.of(param).map(CountedElements::changeFromZero).orElse(OptionalInt.empty());
            if (change.isEmpty()) {
                return stmt;
            }
            List<Value> factors = List.of(loop.index(), Const.of(change.getAsInt()));
            body.add(new Stmt.Let(param, new Expr.Apply(Op.Primitive.MUL, factors, Type.INT), loop.origin()));
        }
        body.addAll(loop.body().stmts());
        return loop.carrying(List.of(), List.of(), new Block(body, List.of()), List.of());
    }

    /** The number that each iteration adds to a variable that starts as 0; empty if that is not known here. */
    private static OptionalInt changeFromZero(Induction induction) {
        int change = 0;
        for (Induction.Term term : induction.change()) {
            if (!term.loops().isEmpty()
                    || !(term.step() instanceof Const step && step.value() instanceof Integer number)) {
                return OptionalInt.empty();
            }
            change += term.isNegative() ? -number : number;
        }
        return induction.init().equals(ZERO) ? OptionalInt.of(change) : OptionalInt.empty();
    }
}
